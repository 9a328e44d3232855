/** `expected.json`: what a check of the sample must find, must not find, and must count. @module */

import { APPS } from "./files.ts";
import { lostVisits } from "./lost.ts";
import type { Messages } from "./messages.ts";
import type { Places } from "./places.ts";
import type { makeDamagedHistory, makeHistory } from "./safari.ts";
import { DEVICE, LINKS, PROFILES, TAKEN, TRACE, VENDOR } from "./story.ts";
import type { Usage } from "./system.ts";

export interface Made {
  readonly rows: number;
  readonly messages: Messages;
  readonly history: ReturnType<typeof makeHistory>;
  readonly damaged: ReturnType<typeof makeDamagedHistory> & { readonly path: string; readonly id: string };
  readonly usage: Usage;
  readonly grants: { readonly rows: number };
  readonly accounts: { readonly rows: number };
  readonly profiles: readonly unknown[];
  readonly places: Pick<Places, "records" | "deleted">;
}

/** `subject` is that of the finding; `rule` or `indicator` its cause; `rows` the rowids that it must lead to. */
export interface ExpectedFinding {
  readonly level: "match" | "targeted" | "lead" | "ask" | "info";
  readonly subject: string;
  readonly rule?: string;
  readonly indicator?: { readonly type: string; readonly value: string; readonly campaign: string };
  readonly artifact: string;
  readonly rows: readonly number[];
  readonly note: string;
}

export interface Expected {
  readonly about: string;
  readonly device: { readonly name: string; readonly version: string; readonly taken: string };
  readonly verdict: {
    readonly evidence: "match";
    readonly complete: false;
    readonly gaps: readonly { readonly about: string; readonly state: "partly" }[];
  };
  /** Places that are not there, and gaps as well; of places that the project learns to read later there are more. */
  readonly absent: readonly string[];
  readonly findings: readonly ExpectedFinding[];
  /** Findings that a known profile takes away: `--known VALUE`. */
  readonly known: readonly { readonly value: string; readonly removes: string }[];
  /** No finding has one of these as subject, and nothing beside `findings` may appear. */
  readonly mustNot: readonly { readonly subject: string; readonly why: string }[];
  /** Each place that is there; those with what was deleted from them. */
  readonly records: { readonly [artifact: string]: number };
  /** A value of each row that was deleted and can still be read; its number is often gone. */
  readonly deleted: { readonly [artifact: string]: readonly string[] };
  readonly lost: {
    readonly file: string;
    readonly id: string;
    readonly table: string;
    readonly page: number;
    readonly rows: readonly number[];
    readonly of: number;
  };
  readonly onlyInWal: { readonly file: string; readonly table: string; readonly rows: readonly number[] };
  readonly noHandle: { readonly table: string; readonly row: number };
}

/** Apps that she does not have, a file of older versions, and permits that the phone never got. */
const ABSENT = ["ios/firefox-history", "ios/firefox-favicons", "ios/webkit-sessions", "ios/provisioning-profiles"];

export function expectedOf(m: Made): Expected {
  const lost = lostVisits(m.damaged.db, m.damaged.visits);
  const gone = new Set(lost);
  const left = new Set(m.damaged.sites.filter((_, i) => !gone.has(i + 1)));
  // An address whose visits are all lost is still in history_items: it becomes a record of its own.
  const orphanAddresses = new Set(m.damaged.sites.filter((s) => !left.has(s))).size;
  return {
    about: "Inventado por samples/journalist/make.ts. Made up by samples/journalist/make.ts.",
    device: { name: DEVICE.name, version: DEVICE.version, taken: TAKEN.toISOString().replace(".000", "") },
    verdict: {
      evidence: "match",
      complete: false,
      gaps: [{ about: "ios/safari-history", state: "partly" }],
    },
    absent: ABSENT,
    findings: [
      {
        level: "match",
        subject: TRACE.process,
        indicator: { type: "process", value: TRACE.process, campaign: "Pegasus" },
        artifact: "ios/data-usage",
        rows: [m.usage.trace],
        note: "ZPROCESS",
      },
      {
        level: "targeted",
        subject: LINKS.text.domain,
        indicator: { type: "domain", value: LINKS.text.domain, campaign: "SampleSpy" },
        artifact: "ios/sms",
        rows: [m.messages.textLink],
        note: "text; a subdomain of the listed domain; never opened",
      },
      {
        level: "targeted",
        subject: LINKS.body.domain,
        indicator: { type: "domain", value: LINKS.body.domain, campaign: "SampleSpy" },
        artifact: "ios/sms",
        rows: [m.messages.bodyLink],
        note: "only in attributedBody; listed in a pattern with OR; never opened",
      },
      {
        level: "lead",
        subject: `ZHASPROCESS ${m.usage.orphan}`,
        rule: "ios/orphan-usage",
        artifact: "ios/data-usage",
        rows: [m.usage.usages],
        note: "ZLIVEUSAGE; rule H5",
      },
      {
        level: "ask",
        subject: PROFILES.unknown,
        rule: "ios/profiles",
        artifact: "ios/configuration-profiles",
        rows: [],
        note: "VPN and root certificate",
      },
      {
        level: "ask",
        subject: PROFILES.wifi,
        rule: "ios/profiles",
        artifact: "ios/configuration-profiles",
        rows: [],
        note: "Wi-Fi of the newsroom",
      },
      {
        level: "info",
        subject: "ZPROCESS",
        rule: "ios/missing-processes",
        artifact: "ios/data-usage",
        rows: [],
        note: "the number of the process without name; rule H6",
      },
      {
        level: "info",
        subject: "message",
        rule: "ios/missing-messages",
        artifact: "ios/sms",
        rows: [],
        note: "two that she deleted",
      },
      {
        level: "info",
        subject: VENDOR.domain,
        indicator: { type: "domain", value: VENDOR.domain, campaign: VENDOR.product },
        artifact: "ios/safari-history",
        rows: [m.history.vendorVisit],
        note: "a vendor's page, visited for work",
      },
    ],
    known: [{ value: PROFILES.wifi, removes: PROFILES.wifi }],
    mustNot: [
      { subject: LINKS.near.domain, why: "ends like a listed domain, but not at the border of a label" },
      { subject: LINKS.revoked.domain, why: "revoked in its set" },
      ...LINKS.unseen.map((subject) => ({ subject, why: "listed, but nowhere on the phone" })),
      { subject: "BackupAgent2", why: "Apple's; the published sign is BackupAgent" },
      {
        subject: "ios/triangulation-window",
        why: "attachment folders have files below them, and no two classes of events meet within five minutes",
      },
    ],
    records: {
      "ios/manifest": m.rows,
      "ios/backup-info": 1 + APPS.length,
      "ios/safari-history": m.history.visits + m.damaged.visits - lost.length + orphanAddresses,
      // Rows, those that were deleted, and one record that counts the missing numbers.
      "ios/sms": m.messages.rows + m.messages.deleted.length + 1,
      "ios/sms-attachments": m.messages.attachments.length,
      "ios/data-usage": m.usage.processes + m.usage.usages + 1,
      "ios/tcc": m.grants.rows,
      "ios/configuration-profiles": m.profiles.length,
      "ios/id-status-cache": m.accounts.rows,
      "ios/applications": APPS.length,
      "ios/messengers": 1,
      ...m.places.records,
    },
    deleted: { "ios/sms": m.messages.deleted, ...m.places.deleted },
    lost: {
      file: m.damaged.path,
      id: m.damaged.id,
      table: "history_visits",
      page: m.damaged.page,
      rows: lost,
      of: m.damaged.visits,
    },
    onlyInWal: { file: "HomeDomain/Library/SMS/sms.db", table: "message", rows: m.messages.onlyInWal },
    noHandle: { table: "message", row: m.messages.noHandle },
  };
}
