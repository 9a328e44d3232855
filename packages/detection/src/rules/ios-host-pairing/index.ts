/**
 * H17, computers: who paired the phone can make a backup of it, install apps and profiles. Only the person can tell whose computer it is.
 *
 * lockdownd writes down the identifier of the computer, what its program calls itself, and what it asked for. One question for each computer
 * that asked to be paired; more than a few are one. Keys for one that was paired before the log begins are made again and again: those are a
 * note.
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Pairing {
  readonly host: string;
  /** It asked, and not only were its keys made. */
  readonly asked: boolean;
  readonly client: string;
  readonly ref: RecordRef;
}
/** A program of a computer that opened the service for backups. */
interface Backup {
  readonly backup: string;
  readonly ref: RecordRef;
}
type Fact = Pairing | Backup;

/** Computers that are asked about one by one. */
const MAX_FINDINGS = 4;
const PAIRED: ReadonlySet<string> = new Set(["asked", "keys", "paired"]);

function factOf(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const { what, host, client, service } = r.fields;
  if (r.kind === "service")
    return service === "com.apple.mobilebackup2" && string(client) !== ""
      ? { backup: string(client).slice(0, 200), ref: ref() }
      : undefined;
  if (r.kind !== "pairing" || typeof what !== "string" || !PAIRED.has(what) || string(host) === "") return undefined;
  const asked = what !== "keys";
  return { asked, host: string(host).slice(0, 200).toUpperCase(), client: string(client).slice(0, 200), ref: ref() };
}

interface Computer {
  readonly host: string;
  readonly names: Set<string>;
  asked: boolean;
  readonly records: RecordRef[];
}

export const hostPairing: Rule<Fact> = {
  id: "ios/host-pairing",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/lockdown-log"],
  baseRate: {
    fired: 0,
    samples: 1,
    what: "plaso's lockdownd.log (iOS 15), in which nobody pairs; expected to ask on every phone that was connected to a computer within the months of the log",
  },
  sources: ["libimobiledevice (lockdownd, pairing)", "issue: who else has access"],
  budget: 10_000,
  fact: factOf,
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toUpperCase()));
    const computers = new Map<string, Computer>();
    const backups = new Map<string, RecordRef[]>();
    for (const f of facts) {
      if ("backup" in f) {
        const of = backups.get(f.backup);
        if (of) of.push(f.ref);
        else backups.set(f.backup, [f.ref]);
        continue;
      }
      let c = computers.get(f.host);
      if (!c) computers.set(f.host, (c = { host: f.host, names: new Set(), asked: false, records: [] }));
      if (f.client !== "") c.names.add(f.client);
      if (f.asked) c.asked = true;
      c.records.push(f.ref);
    }
    const all = [...computers.values()].filter(
      (c) => !known.has(c.host) && ![...c.names].some((n) => known.has(n.toUpperCase())),
    );
    const asked = all.filter((c) => c.asked);
    for (const c of asked.slice(0, MAX_FINDINGS)) {
      const copies = [...c.names].flatMap((n) => backups.get(n) ?? []);
      yield {
        subject: plain(c.host) || "?",
        params: { case: "paired", hosts: 1, host: plain(c.host), name: some(c.names, 2), backups: copies.length },
        records: [...c.records, ...copies],
      };
    }
    const rest = asked.slice(MAX_FINDINGS);
    const before = all.filter((c) => !c.asked);
    for (const [subject, of] of [
      ["…", rest],
      ["keys", before],
    ] as const)
      if (of.length > 0)
        yield {
          subject,
          ...(of === before ? { level: "info" as const } : {}),
          params: { case: of === before ? "before" : "paired", hosts: of.length, host: "", name: "", backups: 0 },
          records: of.flatMap((c) => c.records),
        };
  },
};
