/**
 * AddressBook.sqlitedb: the contacts. Numbers, addresses and links are kept to be compared with lists; names only with consent.
 *
 * ABMultiValue.property: 3 phone, 4 e-mail, 22 link (kABPersonPhone-, Email-, URLProperty of Apple's AddressBook headers);
 * the others (postal addresses, dates, relations) are not read. Labels are rows of ABMultiValueLabel, `_$!<Home>!$_` for
 * Apple's own. CreationDate and ModificationDate are Apple seconds since 2001.
 * Sources: mvt.md 3; checked on the AddressBook.sqlitedb of iLEAPP's tests (iOS 17).
 * @module
 */
import { macSeconds, type Observable, type ObservableType } from "@contraluz/core";
import type { Artifact, Emit, SqliteItem } from "../../artifact.ts";
import { createLookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_LABELS = 10_000;
const PHONE = 3;
const EMAIL = 4;
const LINK = 22;
const TYPES: Readonly<Record<number, ObservableType>> = { [PHONE]: "phone", [EMAIL]: "email", [LINK]: "url" };

export const contacts: Artifact<"sqlite"> = {
  id: "ios/contacts",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["HomeDomain/Library/AddressBook/AddressBook.sqlitedb"],
    want: {
      tables: [
        { name: "ABMultiValueLabel", columns: ["value"], lookup: true, optional: true },
        {
          name: "ABPerson",
          columns: ["ROWID", "First", "Middle", "Last", "Organization", "CreationDate", "ModificationDate", "StoreID"],
          needs: ["First"],
        },
        {
          name: "ABMultiValue",
          columns: ["record_id", "property", "label", "value"],
          needs: ["record_id", "property", "value"],
        },
      ],
    },
  }),
  fields,
  key: { person: ["person"] },
  observes: [
    ["phone", "listed"],
    ["email", "listed"],
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
  ],
  words,
  sources: ["AddressBook.sqlitedb: ABPerson, ABMultiValue, ABMultiValueLabel"],
  parse(run) {
    const labels = createLookup<string>("ABMultiValueLabel", MAX_LABELS, run.problem);

    function takePeople(item: SqliteItem, emit: Emit): void {
      const names = ["First", "Middle", "Last"].map((c) => item.column(c));
      const [id, organization, store] = [item.column("ROWID"), item.column("Organization"), item.column("StoreID")];
      const [made, changed] = [item.column("CreationDate"), item.column("ModificationDate")];
      for (const row of item.rows) {
        const v = row.values;
        const at = macSeconds(number(v[made]));
        const name = run.content ? names.flatMap((c) => text(v[c]) || []).join(" ") : "";
        emit({
          kind: "person",
          ...(at ? { at } : {}),
          fields: {
            person: number(v[id]) ?? row.rowid,
            changed: v[changed] === v[made] ? undefined : macSeconds(number(v[changed])),
            store: number(v[store]),
            name: text(name) || undefined,
            organization: run.content ? text(v[organization]) : undefined,
          },
          observables: [],
          origin: item.origin(row),
        });
      }
    }

    function takeValues(item: SqliteItem, emit: Emit): void {
      const [of, property] = [item.column("record_id"), item.column("property")];
      const [label, value] = [item.column("label"), item.column("value")];
      for (const row of item.rows) {
        const v = row.values;
        const type = TYPES[Number(number(v[property]) ?? 0)];
        const found = address(v[value]);
        if (type === undefined || !found) continue;
        const observable: Observable = { type, value: found, contact: "listed" };
        const is = labels.get(number(v[label]));
        emit({
          kind: "value",
          fields: {
            person: number(v[of]),
            type: type === "url" ? "link" : type,
            value: found,
            // A label that the person wrote can say as much as a name.
            label: is === undefined || (!run.content && !is.startsWith("_$!<")) ? undefined : is,
          },
          observables: [observable],
          origin: item.origin(row),
        });
      }
    }

    return {
      take(item, emit) {
        if (item.table === "ABPerson") return takePeople(item, emit);
        if (item.table === "ABMultiValue") return takeValues(item, emit);
        const value = item.column("value");
        for (const row of item.rows) {
          const label = text(row.values[value]);
          if (label !== undefined) labels.set(row.rowid, label, label.length);
        }
      },
    };
  },
};
