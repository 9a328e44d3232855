/** Folders of SafariTabs.db: which of them hold private tabs, and whose profile they are. @module */

import type { Report } from "@contraluz/core";
import { createLookup, type Lookup } from "../../lookup.ts";
import { number, text } from "../../text.ts";

export interface Folder {
  readonly name: string | undefined;
  readonly private: boolean;
  /** Identifier of the profile; undefined for the first one. */
  readonly profile: string | undefined;
}

/** A row of a folder, as stored. */
export interface FolderRow {
  readonly id: unknown;
  readonly parent: unknown;
  readonly subtype: unknown;
  readonly title: unknown;
  readonly uuid: unknown;
}

const MAX_FOLDERS = 10_000;
const PRIVATE: ReadonlySet<string> = new Set(["private", "privatepinned"]);
const PROFILE = 2;

const isPrivateName = (v: unknown): boolean => typeof v === "string" && PRIVATE.has(v.slice(0, 20).toLowerCase());

export class Folders {
  readonly #known: Lookup<Folder>;
  /** Groups that a window names as its private one. */
  readonly #private = new Set<number | bigint>();

  constructor(problem: Report) {
    this.#known = createLookup<Folder>("bookmarks", MAX_FOLDERS, problem);
  }

  addPrivate(group: unknown): void {
    const id = number(group);
    if (id !== undefined && this.#private.size < MAX_FOLDERS) this.#private.add(id);
  }

  add(row: FolderRow): void {
    const id = number(row.id);
    if (id === undefined || this.#known.get(id) !== undefined) return;
    const above = this.of(row.parent);
    const [name, uuid] = [text(row.title), text(row.uuid)];
    const hidden = above?.private === true || this.#private.has(id) || isPrivateName(uuid) || isPrivateName(name);
    const profile = row.subtype === PROFILE && uuid !== "DefaultProfile" ? uuid : above?.profile;
    this.#known.set(id, { name, private: hidden, profile }, (name?.length ?? 0) + (profile?.length ?? 0));
  }

  /** The folder that a tab names as its own; those come before their tabs, but for a few. */
  of(parent: unknown): Folder | undefined {
    const id = number(parent);
    const known = this.#known.get(id);
    if (known) return known;
    const hidden = isPrivateName(parent) || (id !== undefined && this.#private.has(id));
    return hidden ? { name: undefined, private: true, profile: undefined } : undefined;
  }
}
