/**
 * Accounts of the phone, and when they were added or removed: the service `account`.
 *
 * For each user (`User UserInfo{0:Name:c13}:`) `Account {name=…, type=com.google}`; `Accounts History` with lines
 * `id,action_account_add,2025-01-07 10:26:10,10100,accounts,1`; `AuthenticatorDescription {type=com.google},
 * ComponentInfo{com.x/…}` says which app keeps accounts of a type. Names of accounts are kept only with content.
 * Sources: AOSP AccountManagerService.dumpUser, AccountsDb (debug table), Android 8 to 16; CERT-EDF/dumpstate-py (services/account.py).
 * @module
 */
import type { Json, Moment, Origin } from "@contraluz/core";
import { componentOf, userOf } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import { dumpMoment } from "../../android-when.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

const USER = /^User UserInfo\{(\d{1,5}):/;
const HISTORY = /^-?\d{1,10},([a-z_]{1,64}),(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),(\d{1,10}),/;
const KEEPER = /AuthenticatorDescription \{type=([^{}]{1,200})\}, ComponentInfo\{([^{}]{3,512})\}/;
/** Accounts of one user that are held until it is known which apps keep them. */
const MAX_HELD = 5000;

interface Held {
  readonly type: string;
  readonly name: string;
  readonly user: number | undefined;
  readonly origin: Origin;
}

class Reader implements SectionReader {
  readonly #run: ParseRun;
  #user: number | undefined;
  #held: Held[] = [];
  #keepers = new Map<string, string>();
  #known = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text.trim();
    const user = USER.exec(s);
    if (user) {
      this.#flush(emit);
      this.#user = Number(user[1]);
      this.#known = true;
    } else if (s.startsWith("Account {name=")) this.#account(s, item.origin(line));
    else if (s.includes("AuthenticatorDescription {")) {
      const m = KEEPER.exec(s);
      const of = m && componentOf(m[2]!);
      if (of && this.#keepers.size < MAX_HELD) this.#keepers.set(kept(m[1])!, of.app);
    } else this.#history(s, line, item, emit);
  }

  /** `Account {name=a, b, type=com.google}`: a name can hold anything. */
  #account(s: string, origin: Origin): void {
    const at = s.lastIndexOf(", type=");
    if (at < 0 || !s.endsWith("}")) return;
    const held = { type: kept(s.slice(at + 7, -1))!, name: kept(s.slice(14, at))!, user: this.#user, origin };
    if (this.#held.length < MAX_HELD) this.#held.push(held);
    else this.#run.problem({ code: "lookup-limit", origin, found: `accounts > ${MAX_HELD}`, lost: "row" });
  }

  #history(s: string, line: Line, item: SectionItem, emit: Emit): void {
    const m = HISTORY.exec(s);
    if (!m) return;
    const at: Moment | undefined = dumpMoment(m[2], this.#run.acquisition);
    const uid = Number(m[3]);
    emit({
      kind: "history",
      ...(at ? { at } : {}),
      fields: { action: kept(m[1]!.replace(/^action_/, "")), uid, user: this.#user ?? userOf(uid) },
      observables: [],
      origin: item.origin(line),
    });
  }

  #flush(emit: Emit): void {
    for (const { type, name, user, origin } of this.#held) {
      const of: { [k: string]: Json | undefined } = { type, app: this.#keepers.get(type), user };
      if (this.#run.content) of.name = name;
      emit({ kind: "account", fields: of, observables: [], origin });
    }
    this.#held = [];
    this.#keepers = new Map();
  }

  end(emit: Emit): void {
    this.#flush(emit);
    if (!this.#known) nothingKnown(this.#run, "User UserInfo{…}");
  }
}

export const androidAccounts: Artifact<"dumpstate"> = {
  id: "android/accounts",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["account"]),
  fields,
  observes: [],
  words,
  sources: ["dumpsys account"],
  parse: (run) => readSections(() => new Reader(run)),
};
