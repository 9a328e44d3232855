/**
 * ChatStorage.sqlite of WhatsApp: messages, chats, groups and their members. By default a record keeps the links, not the letter.
 *
 * A Core Data store: times are Apple seconds as REAL, columns come and go with versions. ZMESSAGEDATE is the time that the
 * sender's side gave, ZSENTDATE when this phone noted it. Files and previews lie in tables of their own;
 * what a message quotes and its buttons lie in a protobuf message beside the file (ZMETADATA). In a group the sender
 * is the member, ZFROMJID the group. ZTOJID of a message that came in names this phone's own account.
 * Sources: mvt.md 3; columns of iLEAPP's sample (WhatsApp of May 2023) and of MVT's test backup; iLEAPP's notes on which
 * columns older versions lack.
 * @module
 */
import { macSeconds, type Observable, unixSeconds } from "@contraluz/core";
import type { Artifact, Emit, SqliteItem } from "../../artifact.ts";
import { jidObserver } from "../../jid.ts";
import { MAX_LINKS } from "../../links.ts";
import { createLookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { deviceList, writerOf } from "./devices.ts";
import { addLinks } from "./links.ts";
import { createSides, DATA_COLUMNS, MEDIA_COLUMNS } from "./side.ts";
import { fields, words } from "./words.ts";

/** Groups and members held to be joined with chats and messages. */
const MAX_GROUPS = 50_000;
const MAX_MEMBERS = 500_000;

const CHAT = [
  "ZCONTACTJID",
  "ZPARTNERNAME",
  "ZSESSIONTYPE",
  "ZMESSAGECOUNTER",
  "ZLASTMESSAGEDATE",
  "ZARCHIVED",
  "ZHIDDEN",
  "ZREMOVED",
  "Z_PK",
] as const;
const MEMBER = ["ZCHATSESSION", "ZMEMBERJID", "ZISADMIN", "ZISACTIVE", "ZCONTACTNAME", "Z_PK"] as const;
const MESSAGE = [
  "ZTEXT",
  "ZMESSAGEDATE",
  "ZSENTDATE",
  "ZISFROMME",
  "ZMESSAGETYPE",
  "ZGROUPEVENTTYPE",
  "ZMESSAGESTATUS",
  "ZCHATSESSION",
  "ZGROUPMEMBER",
  "ZFROMJID",
  "ZTOJID",
  "ZSTANZAID",
  "Z_PK",
] as const;

/** Tells of a group: whom it names joined, left or was added, and wrote nothing. */
const GROUP_EVENT = 6;
/** Kinds of message that tell of a group or an account, not of what somebody wrote; their event says what happened. */
const EVENT: ReadonlySet<unknown> = new Set([GROUP_EVENT, 10]);

interface Group {
  readonly created: number | bigint | undefined;
  readonly creator: string | undefined;
}

const columnsOf = (item: SqliteItem, names: readonly string[]): number[] => names.map((n) => item.column(n));
const yes = (v: unknown): true | undefined => (v === 1 ? true : undefined);

export const whatsapp: Artifact<"sqlite"> = {
  id: "ios/whatsapp",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: [
      "AppDomainGroup-group.net.whatsapp.WhatsApp.shared/ChatStorage.sqlite",
      "AppDomainGroup-group.net.whatsapp.WhatsAppSMB.shared/ChatStorage.sqlite",
    ],
    want: {
      tables: [
        {
          name: "ZWAGROUPINFO",
          columns: ["ZCHATSESSION", "ZCREATIONDATE", "ZCREATORJID", "ZOWNERJID"],
          lookup: true,
          optional: true,
        },
        { name: "ZWACHATSESSION", columns: CHAT, needs: ["ZCONTACTJID"], lookup: true },
        { name: "ZWAGROUPMEMBER", columns: MEMBER, lookup: true, optional: true },
        { name: "ZWAMEDIAITEM", columns: MEDIA_COLUMNS, lookup: true, optional: true },
        { name: "ZWAMESSAGEDATAITEM", columns: DATA_COLUMNS, lookup: true, optional: true },
        { name: "ZWAMESSAGE", columns: MESSAGE, needs: ["ZTEXT", "ZISFROMME", "ZMESSAGEDATE"] },
        { name: "ZWABLACKLISTITEM", columns: ["ZJID"], optional: true },
        { name: "ZWAPROFILEPICTUREITEM", columns: ["ZJID", "ZPATH"], optional: true },
      ],
    },
  }),
  fields,
  key: {
    message: ["id", "chat"],
    chat: ["chat"],
    member: ["who", "chat"],
    attachment: ["message", "file"],
    blocked: ["who"],
    devices: ["who"],
  },
  observes: [
    ["url", "received"],
    ["domain", "received"],
    ["ip", "received"],
    ["phone", "received"],
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
    ["phone", "listed"],
    ["phone", "looked-up"],
  ],
  words,
  sources: ["WhatsApp ChatStorage.sqlite (Core Data)"],
  parse(run) {
    const groups = createLookup<Group>("ZWAGROUPINFO", MAX_GROUPS, run.problem);
    const members = createLookup<string>("ZWAGROUPMEMBER", MAX_MEMBERS, run.problem);
    const sides = createSides(run);
    const phones = jidObserver();
    const found = new Set<string>();
    /** Addresses of this phone's own account; a phone has one or two. */
    const own = new Set<string>();

    function takeGroups(item: SqliteItem): void {
      const [chat, created, creator, owner] = columnsOf(item, [
        "ZCHATSESSION",
        "ZCREATIONDATE",
        "ZCREATORJID",
        "ZOWNERJID",
      ]);
      for (const { values: v } of item.rows) {
        const by = text(v[creator!]) ?? text(v[owner!]);
        const key = number(v[chat!]);
        if (key !== undefined) groups.set(key, { created: number(v[created!]), creator: by }, by?.length ?? 0);
      }
    }

    function takeChats(item: SqliteItem, emit: Emit): void {
      const [jid, name, type, count, last, archived, hidden, removed, pk] = columnsOf(item, CHAT);
      for (const row of item.rows) {
        const v = row.values;
        const chat = number(v[pk!]) ?? row.rowid;
        const group = groups.get(chat);
        const who = text(v[jid!]);
        const at = macSeconds(number(v[last!]));
        emit({
          kind: "chat",
          ...(at ? { at } : {}),
          fields: {
            chat,
            who,
            type: number(v[type!]),
            messages: number(v[count!]),
            created: macSeconds(group?.created),
            creator: group?.creator,
            archived: yes(v[archived!]),
            hidden: yes(v[hidden!]),
            removed: yes(v[removed!]),
            name: run.content ? text(v[name!]) : undefined,
          },
          observables: [...phones(who, "listed"), ...phones(group?.creator, "listed")],
          origin: item.origin(row),
        });
      }
    }

    function takeMembers(item: SqliteItem, emit: Emit): void {
      const [chat, jid, admin, active, name, pk] = columnsOf(item, MEMBER);
      for (const row of item.rows) {
        const v = row.values;
        const who = text(v[jid!]);
        if (who !== undefined) members.set(number(v[pk!]) ?? row.rowid, who, who.length);
        emit({
          kind: "member",
          fields: {
            chat: number(v[chat!]),
            who,
            admin: yes(v[admin!]),
            left: v[active!] === 0 ? true : undefined,
            name: run.content ? text(v[name!]) : undefined,
          },
          observables: phones(who, "listed"),
          origin: item.origin(row),
        });
      }
    }

    function takeMessages(item: SqliteItem, emit: Emit): void {
      const [body, date, sent, mine, type, event, status, chat, member, from, to, stanza, pk] = columnsOf(
        item,
        MESSAGE,
      );
      for (const row of item.rows) {
        const v = row.values;
        found.clear();
        let all = addLinks(v[body!], found);
        const side = sides.of(number(v[pk!]) ?? row.rowid);
        for (const l of side?.links ?? [])
          if (found.size < MAX_LINKS) found.add(l);
          else all = false;
        if (!all)
          run.problem({
            code: "record-limit",
            origin: item.origin(row),
            found: `> ${MAX_LINKS} links or long text`,
            lost: "bytes",
          });
        const fromMe = v[mine!] === 1;
        const sender = members.get(number(v[member!])) ?? text(v[from!]);
        const target = text(v[to!]);
        const who = fromMe ? target : sender;
        if (!fromMe && target !== undefined && own.size < 8 && phones(target, "listed").length > 0) own.add(target);
        const observables: Observable[] = [];
        const contact = fromMe ? "listed" : "received";
        for (const value of found) observables.push({ type: "url", value, contact });
        const met = v[type!] === GROUP_EVENT ? "listed" : fromMe ? "looked-up" : "received";
        for (const o of phones(who, met)) observables.push(o);
        const at = macSeconds(number(v[date!]));
        const id = text(v[stanza!]);
        const kind = number(v[type!]);
        emit({
          kind: "message",
          ...(at ? { at } : {}),
          fields: {
            from_me: fromMe ? true : undefined,
            who,
            chat: number(v[chat!]),
            links: found.size > 0 ? [...found] : undefined,
            type: kind === 0 ? undefined : kind,
            event: EVENT.has(v[type!]) ? number(v[event!]) : undefined,
            status: number(v[status!]),
            noted: v[sent!] === v[date!] ? undefined : macSeconds(number(v[sent!])),
            file: side?.file,
            id,
            writer: fromMe ? writerOf(id) : undefined,
            text: run.content ? text(v[body!]) : undefined,
          },
          observables,
          origin: item.origin(row),
        });
      }
    }

    function takeBlocked(item: SqliteItem, emit: Emit): void {
      const jid = item.column("ZJID");
      for (const row of item.rows) {
        const who = text(row.values[jid]);
        emit({ kind: "blocked", fields: { who }, observables: phones(who, "listed"), origin: item.origin(row) });
      }
    }

    function takeDevices(item: SqliteItem, emit: Emit): void {
      const [jid, path] = columnsOf(item, ["ZJID", "ZPATH"]);
      for (const row of item.rows) {
        const key = row.values[jid!];
        if (typeof key !== "string" || !key.startsWith("a_")) continue;
        const list = deviceList(row.values[path!]);
        if (!list) continue;
        const who = text(key.slice(2));
        const at = unixSeconds(list.made);
        emit({
          kind: "devices",
          ...(at ? { at } : {}),
          fields: { who, own: who !== undefined && own.has(who) ? true : undefined, devices: list.devices },
          observables: [],
          origin: item.origin(row),
        });
      }
    }

    const takes: Readonly<Record<string, (item: SqliteItem, emit: Emit) => void>> = {
      ZWAGROUPINFO: takeGroups,
      ZWACHATSESSION: takeChats,
      ZWAGROUPMEMBER: takeMembers,
      ZWAMEDIAITEM: sides.take,
      ZWAMESSAGEDATAITEM: sides.take,
      ZWAMESSAGE: takeMessages,
      ZWABLACKLISTITEM: takeBlocked,
      ZWAPROFILEPICTUREITEM: takeDevices,
    };
    return {
      take: (item, emit) => takes[item.table]?.(item, emit),
      end: sides.end,
    };
  },
};
