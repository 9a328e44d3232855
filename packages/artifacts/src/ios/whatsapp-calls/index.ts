/**
 * CallHistory.sqlite of WhatsApp: voice and video calls.
 *
 * ZWACDCALLEVENT is one call; its participants lie in ZWACDCALLEVENTPARTICIPANT (Z1PARTICIPANTS), direction and kind in
 * ZWAAGGREGATECALLEVENT (Z1CALLEVENTS), which can stand for several calls in a row. ZWAJOINABLECALLEVENT holds calls that others
 * can join. Times are Apple seconds. The numbers of ZOUTCOME are not documented; they stay as they stand.
 * Older versions lack ZGROUPCALLCREATORUSERJIDSTRING and the tables of calls to join.
 * Sources: iLEAPP's sample (WhatsApp of May 2023) and its notes on 12 images.
 * @module
 */
import { macSeconds, type Observable } from "@contraluz/core";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import type { Artifact, Emit, SqliteItem } from "../../artifact.ts";
import { jidObserver } from "../../jid.ts";
import { createLookup, type Lookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_CALLS = 200_000;
/** Participants kept of one call: WhatsApp allows 32. */
const MAX_PARTICIPANTS = 100;

interface Aggregate {
  readonly incoming: boolean | undefined;
  readonly video: boolean;
  readonly missed: boolean;
}

const EVENT = [
  "Z1CALLEVENTS",
  "ZDATE",
  "ZDURATION",
  "ZOUTCOME",
  "ZBYTESRECEIVED",
  "ZBYTESSENT",
  "ZGROUPCALLCREATORUSERJIDSTRING",
  "ZGROUPJIDSTRING",
  "ZCALLIDSTRING",
  "Z_PK",
] as const;
const JOINABLE = [
  "ZDATE",
  "ZDURATION",
  "ZCURRENTOUTCOME",
  "ZVIDEO",
  "ZBYTESRECEIVED",
  "ZBYTESSENT",
  "ZCALLCREATORJIDSTRING",
  "ZFROMJIDSTRING",
  "ZGROUPJIDSTRING",
  "ZCALLIDSTRING",
  "Z_PK",
] as const;

const indexes = <C extends string>(item: SqliteItem, names: readonly C[]): Readonly<Record<C, number>> =>
  Object.fromEntries(names.map((n) => [n, item.column(n)])) as Record<C, number>;

const flag = (v: unknown): boolean | undefined => (v === 1 ? true : v === 0 ? false : undefined);

function takeParticipants(item: SqliteItem, of: string, calls: Lookup<string[]>): void {
  const [call, jid] = [item.column(of), item.column("ZJIDSTRING")];
  for (const { values: v } of item.rows) {
    const key = number(v[call]);
    const who = text(v[jid]);
    if (key === undefined || who === undefined) continue;
    const known = calls.get(key);
    if (!known) calls.set(key, [who], who.length);
    else if (known.length < MAX_PARTICIPANTS && calls.set(key, known, who.length)) known.push(who);
  }
}

export const whatsappCalls: Artifact<"sqlite"> = {
  id: "ios/whatsapp-calls",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: [
      "AppDomainGroup-group.net.whatsapp.WhatsApp.shared/CallHistory.sqlite",
      "AppDomainGroup-group.net.whatsapp.WhatsAppSMB.shared/CallHistory.sqlite",
    ],
    want: {
      tables: [
        {
          name: "ZWAAGGREGATECALLEVENT",
          columns: ["ZINCOMING", "ZMISSED", "ZVIDEO", "Z_PK"],
          lookup: true,
          optional: true,
        },
        { name: "ZWACDCALLEVENTPARTICIPANT", columns: ["Z1PARTICIPANTS", "ZJIDSTRING"], lookup: true },
        {
          name: "ZWAJOINABLECALLEVENTPARTICIPANT",
          columns: ["Z4PARTICIPANTS", "ZJIDSTRING"],
          lookup: true,
          optional: true,
        },
        { name: "ZWACDCALLEVENT", columns: EVENT, needs: ["ZDATE"] },
        { name: "ZWAJOINABLECALLEVENT", columns: JOINABLE, optional: true },
      ],
    },
  }),
  fields,
  key: { call: ["id"] },
  observes: [
    ["phone", "received"],
    ["phone", "looked-up"],
    ["phone", "listed"],
  ],
  words,
  sources: ["WhatsApp CallHistory.sqlite (Core Data)"],
  parse(run) {
    const aggregates = createLookup<Aggregate>("ZWAAGGREGATECALLEVENT", MAX_CALLS, run.problem);
    const people = createLookup<string[]>("ZWACDCALLEVENTPARTICIPANT", MAX_CALLS, run.problem);
    const joiners = createLookup<string[]>("ZWAJOINABLECALLEVENTPARTICIPANT", MAX_CALLS, run.problem);
    const phones = jidObserver();

    /** Whoever called reached this phone; of the others it is only known that they were there, or that they were called. */
    function observe(
      caller: string | undefined,
      with_: readonly string[],
      incoming: boolean | undefined,
    ): Observable[] {
      const out: Observable[] = [];
      if (incoming === true) {
        const by = caller ?? (with_.length === 1 ? with_[0] : undefined);
        out.push(...phones(by, "received"));
        for (const who of with_) if (who !== by) out.push(...phones(who, "listed"));
      } else for (const who of with_) out.push(...phones(who, incoming === false ? "looked-up" : "listed"));
      return out;
    }

    function takeAggregates(item: SqliteItem): void {
      const c = indexes(item, ["ZINCOMING", "ZMISSED", "ZVIDEO", "Z_PK"]);
      for (const row of item.rows) {
        const v = row.values;
        const a = { incoming: flag(v[c.ZINCOMING]), video: v[c.ZVIDEO] === 1, missed: v[c.ZMISSED] === 1 };
        aggregates.set(number(v[c.Z_PK]) ?? row.rowid, a, 0);
      }
    }

    function emitCall(
      item: SqliteItem,
      row: Row,
      call: {
        readonly date: unknown;
        readonly incoming: boolean | undefined;
        readonly video: boolean | undefined;
        readonly caller: string | undefined;
        readonly people: readonly string[];
        readonly more: Readonly<Record<string, number | bigint | string | true | undefined>>;
      },
      emit: Emit,
    ): void {
      const at = macSeconds(number(call.date));
      emit({
        kind: "call",
        ...(at ? { at } : {}),
        fields: {
          incoming: call.incoming,
          video: call.video === true ? true : undefined,
          caller: call.caller,
          with: call.people.length > 0 ? call.people : undefined,
          ...call.more,
        },
        observables: observe(call.caller, call.people, call.incoming),
        origin: item.origin(row),
      });
    }

    function takeCalls(item: SqliteItem, emit: Emit): void {
      const c = indexes(item, EVENT);
      for (const row of item.rows) {
        const v = row.values;
        const group = aggregates.get(number(v[c.Z1CALLEVENTS]));
        const caller = text(v[c.ZGROUPCALLCREATORUSERJIDSTRING]);
        const with_ = people.get(number(v[c.Z_PK]) ?? row.rowid) ?? [];
        const incoming = group?.incoming ?? (caller !== undefined && with_.includes(caller) ? true : undefined);
        const more = {
          missed: group?.missed ? (true as const) : undefined,
          duration: number(v[c.ZDURATION]),
          outcome: number(v[c.ZOUTCOME]),
          group: text(v[c.ZGROUPJIDSTRING]),
          received: number(v[c.ZBYTESRECEIVED]),
          sent: number(v[c.ZBYTESSENT]),
          id: text(v[c.ZCALLIDSTRING]),
        };
        emitCall(item, row, { date: v[c.ZDATE], incoming, video: group?.video, caller, people: with_, more }, emit);
      }
    }

    function takeJoinable(item: SqliteItem, emit: Emit): void {
      const c = indexes(item, JOINABLE);
      for (const row of item.rows) {
        const v = row.values;
        const caller = text(v[c.ZCALLCREATORJIDSTRING]) ?? text(v[c.ZFROMJIDSTRING]);
        const with_ = joiners.get(number(v[c.Z_PK]) ?? row.rowid) ?? [];
        const more = {
          joinable: true as const,
          duration: number(v[c.ZDURATION]),
          outcome: number(v[c.ZCURRENTOUTCOME]),
          group: text(v[c.ZGROUPJIDSTRING]),
          received: number(v[c.ZBYTESRECEIVED]),
          sent: number(v[c.ZBYTESSENT]),
          id: text(v[c.ZCALLIDSTRING]),
        };
        const call = { date: v[c.ZDATE], incoming: undefined, video: flag(v[c.ZVIDEO]), caller, people: with_, more };
        emitCall(item, row, call, emit);
      }
    }

    return {
      take(item, emit) {
        if (item.table === "ZWAAGGREGATECALLEVENT") takeAggregates(item);
        else if (item.table === "ZWACDCALLEVENTPARTICIPANT") takeParticipants(item, "Z1PARTICIPANTS", people);
        else if (item.table === "ZWAJOINABLECALLEVENTPARTICIPANT") takeParticipants(item, "Z4PARTICIPANTS", joiners);
        else if (item.table === "ZWACDCALLEVENT") takeCalls(item, emit);
        else takeJoinable(item, emit);
      },
    };
  },
};
