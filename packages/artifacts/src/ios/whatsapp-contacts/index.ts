/**
 * ContactsV2.sqlite of WhatsApp: the accounts of the address book that it knows, with what their owners show of themselves.
 *
 * Columns came one by one: ZLID, ZUSERNAME, ZLASTUPDATED are missing in older versions, and one sample keeps texts as BLOB.
 * Times are Apple seconds. Names and the words under a name are content.
 * Sources: mvt.md 3; columns of iLEAPP's sample (WhatsApp of May 2023) and of MVT's test backup.
 * @module
 */
import { macSeconds } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { jidObserver } from "../../jid.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const COLUMNS = [
  "ZWHATSAPPID",
  "ZLID",
  "ZPHONENUMBER",
  "ZLASTUPDATED",
  "ZABOUTTIMESTAMP",
  "ZABOUTEXPIRATIONTIMESTAMP",
  "ZDISAPPEARINGMODEDURATION",
  "ZDISAPPEARINGMODETIMESTAMP",
  "ZPHONESTATUS",
  "ZFULLNAME",
  "ZUSERNAME",
  "ZBUSINESSNAME",
  "ZABOUTTEXT",
] as const;

/** Bytes of a text kept as BLOB that are looked at. */
const MAX_BYTES = 16_384;

function stored(v: unknown): string | undefined {
  return v instanceof Uint8Array ? text(new TextDecoder().decode(v.subarray(0, MAX_BYTES))) : text(v);
}

export const whatsappContacts: Artifact<"sqlite"> = {
  id: "ios/whatsapp-contacts",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: [
      "AppDomainGroup-group.net.whatsapp.WhatsApp.shared/ContactsV2.sqlite",
      "AppDomainGroup-group.net.whatsapp.WhatsAppSMB.shared/ContactsV2.sqlite",
    ],
    want: { tables: [{ name: "ZWAADDRESSBOOKCONTACT", columns: COLUMNS, needs: ["ZWHATSAPPID"] }] },
  }),
  fields,
  key: { contact: ["who"] },
  observes: [["phone", "listed"]],
  words,
  sources: ["WhatsApp ContactsV2.sqlite (Core Data)"],
  parse(run) {
    const phones = jidObserver();
    return {
      take(item, emit) {
        const [jid, lid, phone, updated, about, until, timer, timerSet, status, name, user, business, words] =
          COLUMNS.map((c) => item.column(c)) as [
            number,
            number,
            number,
            number,
            number,
            number,
            number,
            number,
            number,
            number,
            number,
            number,
            number,
          ];
        for (const row of item.rows) {
          const v = row.values;
          const who = stored(v[jid]);
          const at = macSeconds(number(v[updated]));
          emit({
            kind: "contact",
            ...(at ? { at } : {}),
            fields: {
              who,
              lid: stored(v[lid]),
              phone: who === undefined ? stored(v[phone]) : undefined,
              status: number(v[status]),
              about_set: macSeconds(number(v[about])),
              about_until: macSeconds(number(v[until])),
              timer: number(v[timer]) || undefined,
              timer_set: macSeconds(number(v[timerSet])),
              name: run.content ? stored(v[name]) : undefined,
              user: run.content ? stored(v[user]) : undefined,
              business: run.content ? stored(v[business]) : undefined,
              about: run.content ? stored(v[words]) : undefined,
            },
            observables: phones(who, "listed"),
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
