/**
 * CallHistory.storedata: calls of the phone, of FaceTime and of apps that tell iOS about theirs.
 *
 * ZDATE is Apple seconds since 2001 with a fraction. ZORIGINATED 1 is a call that this phone made; ZANSWERED says something
 * of incoming calls only (it is 0 for many outgoing ones that were spoken on, whose ZDURATION is above 0). ZADDRESS is text or
 * BLOB, and empty in many calls of apps: the handles are then in ZHANDLE, joined through a table of Core Data whose columns
 * carry the numbers of the entities (Z_2REMOTEPARTICIPANTHANDLES since iOS 13).
 * Sources: mvt.md 3; schemas in public parsers (abrignoni/iLEAPP, novkostya/ios-backup-parser), checked against each other.
 * @module
 */
import { macSeconds, type Observable } from "@contraluz/core";
import { account, textOrBytes } from "../../account.ts";
import type { Artifact, SqliteItem } from "../../artifact.ts";
import { createLookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_HANDLES = 200_000;
const MAX_CALLS = 500_000;
/** People of one call that are named. */
const MAX_PEOPLE = 64;
const JOIN = "Z_2REMOTEPARTICIPANTHANDLES";
/** Columns of the join in the models that are known. */
const JOIN_CALL = ["Z_2REMOTEPARTICIPANTCALLS", "Z_2CALLRECORDS"] as const;
const JOIN_HANDLE = [
  "Z_4REMOTEPARTICIPANTHANDLES",
  "Z_3REMOTEPARTICIPANTHANDLES",
  "Z_5REMOTEPARTICIPANTHANDLES",
] as const;

/** The first of the columns that this version of the table has, or -1. */
function firstOf(item: SqliteItem, names: readonly string[]): number {
  for (const name of names) {
    const at = item.column(name);
    if (at >= 0) return at;
  }
  return -1;
}

export const calls: Artifact<"sqlite"> = {
  id: "ios/calls",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["HomeDomain/Library/CallHistoryDB/CallHistory.storedata"],
    want: {
      tables: [
        { name: "ZHANDLE", columns: ["Z_PK", "ZVALUE", "ZNORMALIZEDVALUE"], lookup: true, optional: true },
        { name: JOIN, columns: [...JOIN_CALL, ...JOIN_HANDLE], lookup: true, optional: true },
        {
          name: "ZCALLRECORD",
          columns: [
            "Z_PK",
            "ZDATE",
            "ZDURATION",
            "ZADDRESS",
            "ZORIGINATED",
            "ZANSWERED",
            "ZSERVICE_PROVIDER",
            "ZCALLTYPE",
            "ZCALL_CATEGORY",
            "ZISO_COUNTRY_CODE",
            "ZLOCATION",
            "ZDISCONNECTED_CAUSE",
            "ZNAME",
          ],
          needs: ["ZDATE", "ZADDRESS"],
        },
      ],
    },
  }),
  fields,
  observes: [
    ["phone", "received"],
    ["email", "received"],
    ["phone", "looked-up"],
    ["email", "looked-up"],
    ["phone", "listed"],
    ["email", "listed"],
  ],
  words,
  sources: ["CallHistory.storedata: ZCALLRECORD, ZHANDLE"],
  parse(run) {
    const handles = createLookup<string>("ZHANDLE", MAX_HANDLES, run.problem);
    const people = createLookup<string[]>(JOIN, MAX_CALLS, run.problem);

    function takeHandles(item: SqliteItem): void {
      const [pk, value, normal] = [item.column("Z_PK"), item.column("ZVALUE"), item.column("ZNORMALIZEDVALUE")];
      for (const row of item.rows) {
        const v = row.values;
        const id = textOrBytes(v[value]) || textOrBytes(v[normal]);
        if (id) handles.set(number(v[pk]) ?? row.rowid, id, id.length);
      }
    }

    function takeJoin(item: SqliteItem): void {
      const [call, handle] = [firstOf(item, JOIN_CALL), firstOf(item, JOIN_HANDLE)];
      for (const row of item.rows) {
        const of = number(row.values[call]);
        const who = handles.get(number(row.values[handle]));
        if (of === undefined || who === undefined) continue;
        const known = people.get(of);
        if (!known) people.set(of, [who], 8);
        else if (known.length < MAX_PEOPLE && !known.includes(who)) known.push(who);
      }
    }

    return {
      take(item, emit) {
        if (item.table === "ZHANDLE") return takeHandles(item);
        if (item.table === JOIN) return takeJoin(item);
        const [pk, date, duration] = [item.column("Z_PK"), item.column("ZDATE"), item.column("ZDURATION")];
        const [address, made, answered] = [
          item.column("ZADDRESS"),
          item.column("ZORIGINATED"),
          item.column("ZANSWERED"),
        ];
        const [service, type, category] = [
          item.column("ZSERVICE_PROVIDER"),
          item.column("ZCALLTYPE"),
          item.column("ZCALL_CATEGORY"),
        ];
        const [country, place, cause, name] = [
          item.column("ZISO_COUNTRY_CODE"),
          item.column("ZLOCATION"),
          item.column("ZDISCONNECTED_CAUSE"),
          item.column("ZNAME"),
        ];
        for (const row of item.rows) {
          const v = row.values;
          const outgoing = v[made] === 1;
          const of = people.get(number(v[pk]) ?? row.rowid);
          // Of a call with several people that names no address, nobody is known to have called.
          const caller = textOrBytes(v[address]) || (of?.length === 1 ? of[0] : undefined);
          const who = caller ?? of?.[0];
          const others = of?.filter((p) => p !== who);
          const at = macSeconds(number(v[date]));
          const beside = outgoing ? "looked-up" : "listed";
          const observables: Observable[] = account(who, !outgoing && caller !== undefined ? "received" : beside);
          for (const p of others ?? []) observables.push(...account(p, beside));
          const long = number(v[duration]);
          emit({
            kind: "call",
            ...(at ? { at } : {}),
            fields: {
              outgoing,
              answered: outgoing ? (long !== undefined && long > 0) || undefined : v[answered] === 1,
              with: who,
              also: others && others.length > 0 ? others : undefined,
              duration: long,
              service: text(v[service]),
              type: number(v[type]),
              category: number(v[category]),
              country: text(v[country]),
              place: text(v[place]) || undefined,
              cause: number(v[cause]),
              name: run.content ? text(v[name]) : undefined,
            },
            observables,
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
