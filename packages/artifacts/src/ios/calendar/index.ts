/**
 * Calendar.sqlitedb: events and reminders, who invited, and when the phone noted them.
 *
 * CalendarItem.organizer_id points to Participant (entity_type 8 organizer, 7 invitee; owner_id the event), whose name is in
 * Identity. An alarm names its event in `calendaritem_owner_id` (`owner_id` before iOS 12). Times are Apple seconds since 2001;
 * `start_tz` `_float` is a time of no zone: such a start is wall clock, not an instant.
 * Sources: mvt.md 3; schema of the MVT test backup (iOS 14) and of public schema dumps (iOS 11, macOS 26).
 * @module
 */
import { type Contact, isoUtc, type Moment, macSeconds, type Observable } from "@contraluz/core";
import { account } from "../../account.ts";
import type { Artifact, Emit, SqliteItem } from "../../artifact.ts";
import { links } from "../../links.ts";
import { createLookup, type Lookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, number, text } from "../../text.ts";
import { Participants } from "./participants.ts";
import { fields, words } from "./words.ts";

const MAX_ITEMS = 200_000;
const ITEM = [
  "ROWID",
  "summary",
  "description",
  "start_date",
  "start_tz",
  "end_date",
  "all_day",
  "calendar_id",
  "organizer_id",
  "location_id",
  "url",
  "conference_url",
  "last_modified",
  "creation_date",
  "unique_identifier",
  "UUID",
  "hidden",
  "has_recurrences",
  "has_attendees",
  "invitation_status",
] as const;
type Columns = Readonly<Record<(typeof ITEM)[number], number>>;

/** Rows of a small table by their number: the text of one column. */
function takeNames(item: SqliteItem, column: string, into: Lookup<string>): void {
  const at = item.column(column);
  for (const row of item.rows) {
    const name = text(row.values[at]);
    if (name !== undefined) into.set(row.rowid, name, name.length);
  }
}

/** A start or an end: an instant, or a wall clock where the event has no zone. */
function when(v: unknown, floating: boolean): Moment | undefined {
  const m = macSeconds(number(v));
  if (!m || !floating) return m;
  return { wall: isoUtc(m.utc!, m.precision).slice(0, -1), seen: m.seen, precision: m.precision };
}

export const calendar: Artifact<"sqlite"> = {
  id: "ios/calendar",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["HomeDomain/Library/Calendar/Calendar.sqlitedb"],
    want: {
      tables: [
        { name: "Identity", columns: ["display_name", "address"], lookup: true, optional: true },
        {
          name: "Participant",
          columns: [
            "ROWID",
            "entity_type",
            "status",
            "identity_id",
            "owner_id",
            "UUID",
            "email",
            "phone_number",
            "is_self",
            "comment",
            "last_modified",
          ],
          lookup: true,
          optional: true,
        },
        { name: "Alarm", columns: ["calendaritem_owner_id", "owner_id"], lookup: true, optional: true },
        { name: "Store", columns: ["name"], lookup: true, optional: true },
        { name: "Calendar", columns: ["title", "store_id"], lookup: true, optional: true },
        { name: "Location", columns: ["title", "address"], lookup: true, optional: true },
        { name: "CalendarItem", columns: ITEM, needs: ["summary", "start_date"] },
      ],
    },
  }),
  fields,
  key: { event: ["uuid"] },
  observes: [
    ["email", "received"],
    ["phone", "received"],
    ["email", "listed"],
    ["phone", "listed"],
    ["url", "received"],
    ["domain", "received"],
    ["ip", "received"],
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
  ],
  words,
  sources: ["Calendar.sqlitedb: CalendarItem, Participant, Alarm, Calendar, Store, Location"],
  parse(run) {
    const participants = new Participants(run);
    const alarms = createLookup<true>("Alarm", MAX_ITEMS, run.problem);
    const stores = createLookup<string>("Store", MAX_ITEMS, run.problem);
    const calendars = createLookup<{ title: string | undefined; store: number | bigint | undefined }>(
      "Calendar",
      MAX_ITEMS,
      run.problem,
    );
    const places = createLookup<string>("Location", MAX_ITEMS, run.problem);
    const found = new Set<string>();

    function takeAlarms(item: SqliteItem): void {
      const now = item.column("calendaritem_owner_id");
      const owner = now < 0 ? item.column("owner_id") : now;
      for (const row of item.rows) {
        const of = number(row.values[owner]);
        if (of !== undefined) alarms.set(of, true, 0);
      }
    }

    function takeCalendars(item: SqliteItem): void {
      const [title, store] = [item.column("title"), item.column("store_id")];
      for (const row of item.rows) {
        const name = text(row.values[title]);
        calendars.set(row.rowid, { title: name, store: number(row.values[store]) }, name?.length ?? 0);
      }
    }

    function takeItems(item: SqliteItem, emit: Emit): void {
      const at = Object.fromEntries(ITEM.map((c) => [c, item.column(c)])) as Columns;
      for (const row of item.rows) {
        const v = row.values;
        const organizer = participants.organizer(number(v[at.organizer_id]));
        const contact: Contact = organizer && !organizer.self ? "received" : "listed";
        const [summary, description] = [text(v[at.summary]), v[at.description]];
        const place = places.get(number(v[at.location_id]));
        const [url, conference] = [address(v[at.url]), address(v[at.conference_url])];
        found.clear();
        if (url) found.add(url);
        if (conference) found.add(conference);
        for (const words of [summary, description, place]) if (typeof words === "string") links(words, found);
        const observables: Observable[] = account(organizer?.account, contact);
        for (const value of found) observables.push({ type: "url", value, contact });
        const floating = v[at.start_tz] === "_float";
        const noted = macSeconds(number(v[at.creation_date]));
        const of = calendars.get(number(v[at.calendar_id]));
        emit({
          kind: "event",
          ...(noted ? { at: noted } : {}),
          fields: {
            event: row.rowid,
            start: when(v[at.start_date], floating),
            end: when(v[at.end_date], floating),
            changed: macSeconds(number(v[at.last_modified])),
            organizer: organizer?.account,
            own: organizer?.self ? true : undefined,
            alarm: alarms.get(row.rowid),
            meeting_notes: summary === "Meeting" && description === "Notes" ? true : undefined,
            invitees: v[at.has_attendees] === 1 ? true : undefined,
            answer: number(v[at.invitation_status]),
            links: found.size > 0 ? [...found] : undefined,
            all_day: v[at.all_day] === 1 ? true : undefined,
            repeats: v[at.has_recurrences] === 1 ? true : undefined,
            hidden: v[at.hidden] === 1 ? true : undefined,
            calendar: number(v[at.calendar_id]),
            uid: text(v[at.unique_identifier]),
            uuid: text(v[at.UUID]),
            calendar_name: run.content ? of?.title : undefined,
            account: run.content ? stores.get(of?.store) : undefined,
            summary: run.content ? summary : undefined,
            description: run.content ? text(description) : undefined,
            place: run.content ? place : undefined,
          },
          observables,
          origin: item.origin(row),
        });
      }
    }

    return {
      take(item, emit) {
        if (item.table === "Participant") participants.take(item, emit);
        else if (item.table === "Identity") participants.takeIdentities(item);
        else if (item.table === "Alarm") takeAlarms(item);
        else if (item.table === "Store") takeNames(item, "name", stores);
        else if (item.table === "Calendar") takeCalendars(item);
        else if (item.table === "Location") takeNames(item, item.column("title") < 0 ? "address" : "title", places);
        else takeItems(item, emit);
      },
      end: (emit) => participants.rest(emit),
    };
  },
};
