/**
 * interactionC.db of CoreDuet: who was in contact with this phone through which app, and when. It outlives deleted messages.
 *
 * ZINTERACTIONS.ZDIRECTION 0 is incoming, 1 outgoing. ZSENDER points to ZCONTACTS; recipients are joined through
 * Z_2INTERACTIONRECIPIENT, attachments through Z_1INTERACTIONS (the columns carry the numbers of Core Data's entities). All
 * times are Apple seconds since 2001 with a fraction. What is known of a correspondent is said once, in its own record,
 * which also carries the account: an interaction only names it.
 * Sources: mvt.md 3; schema of the MVT test backup (iOS 14) and of abrignoni/iLEAPP's queries (iOS 10 to 16).
 * @module
 */
import { type Contact, type Moment, macSeconds, type Observable } from "@contraluz/core";
import type { Artifact, Emit, SqliteItem } from "../../artifact.ts";
import { createLookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, number, text } from "../../text.ts";
import { emitContacts } from "./contacts.ts";
import { fields, words } from "./words.ts";

const MAX_CONTACTS = 200_000;
const MAX_JOINED = 1_000_000;
/** Recipients of one interaction that are named. */
const MAX_PEOPLE = 256;
/** A creation further from the start is told. */
const HOUR = 3600;

const RECIPIENT = "Z_2INTERACTIONRECIPIENT";
const ATTACHED = "Z_1INTERACTIONS";
const COLUMNS = [
  "Z_PK",
  "ZDIRECTION",
  "ZISRESPONSE",
  "ZMECHANISM",
  "ZSENDER",
  "ZCREATIONDATE",
  "ZENDDATE",
  "ZSTARTDATE",
  "ZACCOUNT",
  "ZBUNDLEID",
  "ZTARGETBUNDLEID",
  "ZCONTENTURL",
  "ZDOMAINIDENTIFIER",
  "ZGROUPNAME",
] as const;

/** What the attachments of an interaction need of it. */
interface Parent {
  outgoing?: boolean;
  at?: Moment;
}

/** Seconds between two numbers as a phone stores them, to the microsecond; undefined for none. */
function lasted(start: unknown, end: unknown): number | undefined {
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  const s = Math.round((end - start) * 1e6) / 1e6;
  return s > 0 && s < 1e9 ? s : undefined;
}

const linkOf = (url: string | undefined, contact: Contact): Observable[] =>
  url === undefined || url === "" ? [] : [{ type: "url", value: url, contact }];

export const interactions: Artifact<"sqlite"> = {
  id: "ios/interactions",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["HomeDomain/Library/CoreDuet/People/interactionC.db"],
    want: {
      tables: [
        {
          name: "ZCONTACTS",
          columns: [
            "Z_PK",
            "ZIDENTIFIER",
            "ZDISPLAYNAME",
            "ZCUSTOMIDENTIFIER",
            "ZPERSONID",
            "ZINCOMINGSENDERCOUNT",
            "ZINCOMINGRECIPIENTCOUNT",
            "ZOUTGOINGRECIPIENTCOUNT",
            "ZCREATIONDATE",
            "ZFIRSTINCOMINGSENDERDATE",
            "ZLASTINCOMINGSENDERDATE",
            "ZFIRSTINCOMINGRECIPIENTDATE",
            "ZLASTINCOMINGRECIPIENTDATE",
            "ZFIRSTOUTGOINGRECIPIENTDATE",
            "ZLASTOUTGOINGRECIPIENTDATE",
          ],
          needs: ["ZIDENTIFIER"],
          lookup: true,
        },
        {
          name: RECIPIENT,
          columns: ["Z_2RECIPIENTS", "Z_3INTERACTIONRECIPIENT", "Z_4INTERACTIONRECIPIENT"],
          lookup: true,
          optional: true,
        },
        {
          name: ATTACHED,
          columns: ["Z_1ATTACHMENTS", "Z_3INTERACTIONS", "Z_4INTERACTIONS"],
          lookup: true,
          optional: true,
        },
        { name: "ZINTERACTIONS", columns: COLUMNS, needs: ["ZSTARTDATE", "ZBUNDLEID"] },
        {
          name: "ZATTACHMENT",
          columns: ["Z_PK", "ZUTI", "ZSIZEINBYTES", "ZCONTENTURL", "ZCONTENTTEXT", "ZPHOTOLOCALIDENTIFIER"],
          optional: true,
        },
      ],
    },
  }),
  fields,
  key: { contact: ["contact", "identifier"] },
  observes: [
    ["phone", "received"],
    ["email", "received"],
    ["phone", "looked-up"],
    ["email", "looked-up"],
    ["phone", "listed"],
    ["email", "listed"],
    ["url", "received"],
    ["domain", "received"],
    ["ip", "received"],
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
  ],
  words,
  sources: ["interactionC.db: ZINTERACTIONS, ZCONTACTS, ZATTACHMENT"],
  parse(run) {
    const people = createLookup<string>("ZCONTACTS", MAX_CONTACTS, run.problem);
    const recipients = createLookup<string | string[]>(RECIPIENT, MAX_JOINED, run.problem);
    const attached = createLookup<number | bigint>(ATTACHED, MAX_JOINED, run.problem);
    const parents = new Map<number | bigint, Parent>();

    function takeRecipients(item: SqliteItem): void {
      const who = item.column("Z_2RECIPIENTS");
      const three = item.column("Z_3INTERACTIONRECIPIENT");
      const of = three < 0 ? item.column("Z_4INTERACTIONRECIPIENT") : three;
      for (const row of item.rows) {
        const to = people.get(number(row.values[who]));
        const id = number(row.values[of]);
        if (to === undefined || id === undefined) continue;
        const known = recipients.get(id);
        if (known === undefined) recipients.set(id, to, 0);
        else if (typeof known === "string") recipients.set(id, [known, to], 0);
        else if (known.length < MAX_PEOPLE) known.push(to);
      }
    }

    function takeAttached(item: SqliteItem): void {
      const what = item.column("Z_1ATTACHMENTS");
      const three = item.column("Z_3INTERACTIONS");
      const of = three < 0 ? item.column("Z_4INTERACTIONS") : three;
      for (const row of item.rows) {
        const [id, parent] = [number(row.values[what]), number(row.values[of])];
        if (id !== undefined && parent !== undefined && attached.set(id, parent, 0)) parents.set(parent, {});
      }
    }

    function takeAttachments(item: SqliteItem, emit: Emit): void {
      const [pk, uti, size] = [item.column("Z_PK"), item.column("ZUTI"), item.column("ZSIZEINBYTES")];
      const [url, words, photo] = [
        item.column("ZCONTENTURL"),
        item.column("ZCONTENTTEXT"),
        item.column("ZPHOTOLOCALIDENTIFIER"),
      ];
      for (const row of item.rows) {
        const v = row.values;
        const of = attached.get(number(v[pk]) ?? row.rowid);
        const parent = of === undefined ? undefined : parents.get(of);
        const link = address(v[url]);
        emit({
          kind: "attachment",
          ...(parent?.at ? { at: parent.at } : {}),
          fields: {
            interaction: of,
            outgoing: parent?.outgoing,
            kind: text(v[uti]),
            size: number(v[size]),
            link,
            photo: text(v[photo]),
            text: run.content ? text(v[words]) : undefined,
          },
          observables: linkOf(link, parent?.outgoing === false ? "received" : "listed"),
          origin: item.origin(row),
        });
      }
    }

    return {
      take(item, emit) {
        if (item.table === "ZCONTACTS") return emitContacts(item, emit, people, run.content);
        if (item.table === RECIPIENT) return takeRecipients(item);
        if (item.table === ATTACHED) return takeAttached(item);
        if (item.table === "ZATTACHMENT") return takeAttachments(item, emit);
        const [pk, direction, response, mechanism] = [
          item.column("Z_PK"),
          item.column("ZDIRECTION"),
          item.column("ZISRESPONSE"),
          item.column("ZMECHANISM"),
        ];
        const [sender, created, end, start] = [
          item.column("ZSENDER"),
          item.column("ZCREATIONDATE"),
          item.column("ZENDDATE"),
          item.column("ZSTARTDATE"),
        ];
        const [account, app, target] = [
          item.column("ZACCOUNT"),
          item.column("ZBUNDLEID"),
          item.column("ZTARGETBUNDLEID"),
        ];
        const [url, conversation, group] = [
          item.column("ZCONTENTURL"),
          item.column("ZDOMAINIDENTIFIER"),
          item.column("ZGROUPNAME"),
        ];
        for (const row of item.rows) {
          const v = row.values;
          const id = number(v[pk]) ?? row.rowid;
          const outgoing = v[direction] === 1 ? true : v[direction] === 0 ? false : undefined;
          const began = number(v[start]);
          const made = number(v[created]);
          const at = macSeconds(began);
          const link = address(v[url]);
          const parent = parents.get(id);
          if (parent) {
            if (outgoing !== undefined) parent.outgoing = outgoing;
            if (at) parent.at = at;
          }
          const apart = made !== undefined && (began === undefined || Math.abs(Number(made) - Number(began)) > HOUR);
          emit({
            kind: "interaction",
            ...(at ? { at } : {}),
            fields: {
              app: text(v[app]),
              outgoing,
              from: people.get(number(v[sender])),
              to: recipients.get(id),
              conversation: text(v[conversation]),
              account: text(v[account]),
              lasted: lasted(v[start], v[end]),
              mechanism: number(v[mechanism]),
              response: v[response] === 1 ? true : undefined,
              created: apart ? macSeconds(made) : undefined,
              target: text(v[target]),
              link,
              attachments: parent ? true : undefined,
              group: run.content ? text(v[group]) : undefined,
            },
            observables: linkOf(link, outgoing === false ? "received" : "listed"),
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
