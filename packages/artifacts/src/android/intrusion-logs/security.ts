/** What a security event tells: its values under names of ours, and what signs can meet in it. @module */
import type { Json, Observable } from "@contraluz/core";
import { appOfProcess, isPackage } from "../../android-names.ts";
import { isObject, type Obj, of } from "../../json.ts";
import { kept } from "../../text.ts";
import { tagOf } from "./tags.ts";

/** Words of one command that are looked at. */
const MAX_WORDS = 100;

/** Names of values, and the field that keeps each; as texts, or as numbers and truths. */
const TEXTS: Readonly<Record<string, string>> = {
  command: "command",
  path: "path",
  process: "process",
  sha256: "sha256",
  verified_boot_state: "state",
  dm_verity_mode: "verity",
  mount_point: "folder",
  subject: "subject",
  key_id: "key",
  reason: "reason",
  restriction: "restriction",
};
const NUMBERS: Readonly<Record<string, string>> = {
  uid: "uid",
  pid: "pid",
  version_code: "version",
  user_id: "user",
  target_user: "user",
  method_strength: "strength",
};
const TRUTHS: Readonly<Record<string, string>> = { success: "success", enabled: "enabled" };
/** Addresses of other people's things. */
const DEVICES = ["bssid", "mac_address"];

/** Neither of these is the event itself. */
const BESIDE = new Set(["event_id", "event_time", "tag", "data"]);

export interface Security {
  readonly type: string;
  readonly values: Obj;
}

/** The event in one of its forms: `{"package_installed": {…}}`, or `{"tag": 210041, "data": […]}`. */
export function securityOf(event: unknown): Security | undefined {
  const raw = tagOf(of(event, "tag"), of(event, "data"));
  if (raw) return raw;
  for (const [key, value] of Object.entries(isObject(event) ? event : {})) {
    if (BESIDE.has(key) || !/^[a-z][a-z0-9_]{2,60}$/.test(key)) continue;
    if (isObject(value)) return { type: key, values: value };
    if (value === null || value === true) return { type: key, values: {} };
  }
  return undefined;
}

/** A number, also one that is stored as a text. */
function count(v: unknown): number | undefined {
  const n = typeof v === "string" && /^-?\d{1,15}$/.test(v) ? Number(v) : v;
  return typeof n === "number" && Number.isSafeInteger(n) ? n : undefined;
}

function truth(v: unknown): boolean | undefined {
  if (typeof v === "boolean") return v;
  return v === 1 || v === "1" || v === "true" ? true : v === 0 || v === "0" || v === "false" ? false : undefined;
}

/** Apps and files that a command names. */
function inCommand(command: string): Observable[] {
  const found = new Map<string, Observable>();
  for (const raw of command.split(/[\s;|&<>()'"`=,]+/, MAX_WORDS)) {
    if (raw.startsWith("/") && raw.length > 1) {
      found.set(raw, { type: "file-path", value: raw, contact: "listed" });
      continue;
    }
    // `com.x`, or a part of it: `com.x/.Main`.
    const slash = raw.indexOf("/");
    const app = slash > 0 ? raw.slice(0, slash) : raw;
    if (isPackage(app)) found.set(app, { type: "app-id", value: app, contact: "listed" });
  }
  return [...found.values()];
}

/** Fields and observables of an event. */
export function describe(
  { type, values }: Security,
  content: boolean,
): { readonly fields: { readonly [k: string]: Json | undefined }; readonly observables: Observable[] } {
  const fields: { [k: string]: Json | undefined } = { type };
  for (const [from, to] of Object.entries(TEXTS))
    if (typeof of(values, from) === "string") fields[to] = kept(values[from]) || undefined;
  for (const [from, to] of Object.entries(NUMBERS)) fields[to] ??= count(of(values, from));
  for (const [from, to] of Object.entries(TRUTHS)) fields[to] = truth(of(values, from));
  if (content)
    for (const from of DEVICES)
      if (typeof of(values, from) === "string") fields.device = kept(values[from]) || undefined;
  const observables: Observable[] = [];
  const { process, path, command, sha256 } = fields;
  const named = kept(of(values, "package_name") ?? of(values, "package"));
  const app = typeof process === "string" ? appOfProcess(process) : isPackage(named) ? named : undefined;
  fields.app = app;
  if (typeof process === "string") observables.push({ type: "process", value: process, contact: "ran" });
  if (app !== undefined) {
    const contact =
      typeof process === "string"
        ? "ran"
        : type === "package_installed" || type === "package_updated"
          ? "installed"
          : "listed";
    observables.push({ type: "app-id", value: app, contact });
  }
  if (typeof sha256 === "string" && /^[0-9a-f]{64}$/i.test(sha256))
    observables.push({ type: "hash", value: sha256, contact: "ran" });
  // To send a file to the phone, or to fetch one, is to have it there.
  if (typeof path === "string") observables.push({ type: "file-path", value: path, contact: "present" });
  if (typeof command === "string") observables.push(...inCommand(command));
  return { fields, observables };
}
