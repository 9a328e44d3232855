/**
 * LID.sqlite of WhatsApp: which phone number stands behind an address that hides it (`…@lid`).
 *
 * ZLID and ZPHONENUMBER are digits alone; ZTIMESTAMP is Apple seconds.
 * Sources: mvt.md 3; MVT's test backup (one pair).
 * @module
 */
import { macSeconds } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { accountOf } from "../../jid.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

export const whatsappLids: Artifact<"sqlite"> = {
  id: "ios/whatsapp-lids",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: [
      "AppDomainGroup-group.net.whatsapp.WhatsApp.shared/LID.sqlite",
      "AppDomainGroup-group.net.whatsapp.WhatsAppSMB.shared/LID.sqlite",
    ],
    want: {
      tables: [
        {
          name: "ZWAPHONENUMBERLIDPAIR",
          columns: ["ZLID", "ZPHONENUMBER", "ZTIMESTAMP"],
          needs: ["ZLID", "ZPHONENUMBER"],
        },
      ],
    },
  }),
  fields,
  key: { pair: ["lid"] },
  observes: [["phone", "listed"]],
  words,
  sources: ["WhatsApp LID.sqlite (Core Data)"],
  parse: () => ({
    take(item, emit) {
      const [lid, phone, time] = [item.column("ZLID"), item.column("ZPHONENUMBER"), item.column("ZTIMESTAMP")];
      for (const row of item.rows) {
        const v = row.values;
        const who = text(v[phone]);
        const at = macSeconds(number(v[time]));
        const account = who === undefined ? undefined : accountOf(who);
        emit({
          kind: "pair",
          ...(at ? { at } : {}),
          fields: { lid: text(v[lid]), phone: who },
          observables: account === undefined ? [] : [{ type: "phone", value: account, contact: "listed" }],
          origin: item.origin(row),
        });
      }
    },
  }),
};
