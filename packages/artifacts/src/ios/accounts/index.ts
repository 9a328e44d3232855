/**
 * Accounts3.sqlite: accounts set up on the phone: Apple Account, mail, calendars, contacts, work accounts.
 *
 * ZACCOUNT points to ZACCOUNTTYPE (what kind) and to its parent (a mail account of iCloud belongs to iCloud). ZACCOUNTPROPERTY has the
 * rest as keyed archives: of these only servers and mail addresses are read. ZDATE is Apple seconds since 2001.
 * Sources: ios.md; schema and values of iLEAPP's sample (iOS 16, with its WAL).
 * @module
 */
import { macSeconds, type Observable } from "@contraluz/core";
import { unarchive } from "@contraluz/formats/keyed-archive/index.ts";
import { asArray, asDict, get } from "@contraluz/formats/plist/get.ts";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import type { Artifact, SqliteItem } from "../../artifact.ts";
import { createLookup, type Lookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_TYPES = 10_000;
const MAX_OWNERS = 100_000;
/** Bytes of one property, and texts that one account's properties give. */
const MAX_VALUE = 65_536;
const MAX_TEXTS = 50;
/** Values of one property. */
const MAX_VALUES = 5000;
/** Characters of the texts of all properties. */
const MAX_CHARACTERS = 8_388_608;

const HOSTS: ReadonlySet<string> = new Set([
  "DAAccountHost",
  "Hostname",
  "HostName",
  "hostname",
  "SMTPHostname",
  "ServerHostname",
]);
const EMAILS: ReadonlySet<string> = new Set([
  "EmailAddresses",
  "primaryEmail",
  "defaultAddress",
  "email-address",
  "apple-id",
  "appleId",
]);

interface Properties {
  readonly hosts: Set<string>;
  readonly emails: Set<string>;
}

/** The texts of a property: one, or those of a list. */
function textsOf(blob: Uint8Array): string[] {
  // A property that cannot be read costs itself: the account is a record all the same.
  const quiet = (): void => undefined;
  const list = blob.length > MAX_VALUE ? undefined : parsePlist(blob, quiet);
  const value = get(list, "$archiver") === undefined ? list : unarchive(list, quiet, MAX_VALUES);
  const found = asArray(value) ?? (asDict(value) ? [...asDict(value)!.keys()] : [value]);
  return found.filter((x): x is string => typeof x === "string" && x !== "").slice(0, MAX_TEXTS);
}

function takeProperties(item: SqliteItem, of: Lookup<Properties>, room: { left: number }): void {
  const [owner, key, value] = [item.column("ZOWNER"), item.column("ZKEY"), item.column("ZVALUE")];
  for (const row of item.rows) {
    const [k, v, o] = [row.values[key], row.values[value], number(row.values[owner])];
    if (typeof k !== "string" || !(v instanceof Uint8Array) || o === undefined) continue;
    const into = HOSTS.has(k) ? "hosts" : EMAILS.has(k) ? "emails" : undefined;
    if (!into) continue;
    for (const t of textsOf(v)) {
      const had = of.get(o);
      const p = had ?? { hosts: new Set<string>(), emails: new Set<string>() };
      if (!had && !of.set(o, p, 0)) return;
      const value = address(t)!;
      if (p[into].size >= MAX_TEXTS || value.length > room.left) continue;
      room.left -= value.length;
      p[into].add(value);
    }
  }
}

const yes = (v: unknown): boolean | undefined => (v === 1 ? true : v === 0 ? false : undefined);

export const accounts: Artifact<"sqlite"> = {
  id: "ios/accounts",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["HomeDomain/Library/Accounts/Accounts3.sqlite"],
    want: {
      tables: [
        { name: "ZACCOUNTTYPE", columns: ["Z_PK", "ZIDENTIFIER", "ZACCOUNTTYPEDESCRIPTION"], lookup: true },
        { name: "ZACCOUNTPROPERTY", columns: ["ZOWNER", "ZKEY", "ZVALUE"], lookup: true, optional: true },
        {
          name: "ZACCOUNT",
          columns: [
            "Z_PK",
            "ZACCOUNTTYPE",
            "ZPARENTACCOUNT",
            "ZDATE",
            "ZUSERNAME",
            "ZACCOUNTDESCRIPTION",
            "ZOWNINGBUNDLEID",
            "ZACTIVE",
            "ZAUTHENTICATED",
            "ZVISIBLE",
          ],
          needs: ["ZACCOUNTTYPE", "ZUSERNAME"],
        },
      ],
    },
  }),
  fields,
  key: { account: ["account", "type"] },
  observes: [
    ["email", "listed"],
    ["url", "installed"],
    ["domain", "installed"],
    ["ip", "installed"],
  ],
  words,
  sources: ["Accounts3.sqlite: ZACCOUNT, ZACCOUNTTYPE, ZACCOUNTPROPERTY"],
  parse(run) {
    const types = createLookup<{ id?: string; name?: string }>("ZACCOUNTTYPE", MAX_TYPES, run.problem);
    const properties = createLookup<Properties>("ZACCOUNTPROPERTY", MAX_OWNERS, run.problem);
    const room = { left: MAX_CHARACTERS };
    return {
      take(item, emit) {
        if (item.table === "ZACCOUNTPROPERTY") return takeProperties(item, properties, room);
        if (item.table === "ZACCOUNTTYPE") {
          const [pk, id, name] = [
            item.column("Z_PK"),
            item.column("ZIDENTIFIER"),
            item.column("ZACCOUNTTYPEDESCRIPTION"),
          ];
          for (const row of item.rows) {
            const [i, n] = [text(row.values[id]), text(row.values[name])];
            types.set(
              number(row.values[pk]) ?? row.rowid,
              { ...(i === undefined ? {} : { id: i }), ...(n === undefined ? {} : { name: n }) },
              (i?.length ?? 0) + (n?.length ?? 0),
            );
          }
          return;
        }
        const [pk, type, parent, date] = [
          item.column("Z_PK"),
          item.column("ZACCOUNTTYPE"),
          item.column("ZPARENTACCOUNT"),
          item.column("ZDATE"),
        ];
        const [user, label, owner] = [
          item.column("ZUSERNAME"),
          item.column("ZACCOUNTDESCRIPTION"),
          item.column("ZOWNINGBUNDLEID"),
        ];
        const [active, signed, visible] = [
          item.column("ZACTIVE"),
          item.column("ZAUTHENTICATED"),
          item.column("ZVISIBLE"),
        ];
        for (const row of item.rows) {
          const v = row.values;
          const key = number(v[pk]) ?? row.rowid;
          const of = types.get(number(v[type]));
          const more = properties.get(key);
          const name = text(v[user]);
          const observables: Observable[] = [];
          const emails = new Set(more?.emails);
          if (name?.includes("@")) emails.add(name);
          for (const value of emails)
            if (value.includes("@")) observables.push({ type: "email", value, contact: "listed" });
          for (const value of more?.hosts ?? []) observables.push({ type: "url", value, contact: "installed" });
          const at = macSeconds(number(v[date]));
          emit({
            kind: "account",
            ...(at ? { at } : {}),
            fields: {
              account: key,
              type: of?.id,
              label: of?.name,
              user: name,
              description: text(v[label]),
              servers: more && more.hosts.size > 0 ? [...more.hosts] : undefined,
              parent: number(v[parent]),
              owner: text(v[owner]),
              active: yes(v[active]),
              signed_in: yes(v[signed]),
              visible: yes(v[visible]),
            },
            observables,
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
