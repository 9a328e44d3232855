/** Calls, contacts, interactions, attachments of messages, the calendar. @module */
import type { Json } from "@contraluz/core";
import type { RecordObject } from "../record.ts";
import { get, put, table } from "./tables.ts";
import type { MvtEvent, MvtModule, MvtRow, MvtState } from "./types.ts";
import { event, float, instantOf, rawTime, rowNumber, time, timeText, value, word } from "./value.ts";

const calls: MvtModule = {
  slug: "calls",
  plugin: "Calls",
  artifact: "ios/calls",
  kinds: ["call"],
  row: ({ record: r }) => ({
    isodate: time(r.at),
    duration: value(r, "duration"),
    location: value(r, "place"),
    number: value(r, "with"),
    provider: value(r, "service"),
  }),
  events: ({ record: r }) =>
    event(
      r.at,
      "call",
      `${r.fields.outgoing === true ? "To" : "From"} ${word(r, "with")} using ${word(r, "service")} during ${float(value(r, "duration"))} seconds`,
    ),
};

/** Names are kept in one piece, and with consent alone: they stand under `First`. */
const contacts: MvtModule = {
  slug: "contacts",
  plugin: "Contacts",
  artifact: "ios/contacts",
  kinds: ["value"],
  open: () => table<RecordObject>(),
  gather({ record: r }, state) {
    if (r.kind === "person") put(state, r.fields.person, () => r);
  },
  row({ record: r }, state) {
    const person = get<RecordObject>(state, r.fields.person);
    return {
      value: value(r, "value"),
      First: person ? value(person, "name") : null,
      Middle: null,
      Last: null,
      Organization: person ? value(person, "organization") : null,
    };
  },
  events: () => [],
};

/** What interactions are joined with: people by their address, attachments by the interaction that carried them. */
interface Around extends MvtState {
  readonly people: ReturnType<typeof table<RecordObject>>;
  readonly attachments: ReturnType<typeof table<RecordObject>>;
}

const PEOPLE_TIMES = [
  ["first_incoming_sender_date", "first_from", (who: string) => `First incoming interaction from ${who}`],
  ["last_incoming_sender_date", "last_from", (who: string) => `Last incoming interaction from ${who}`],
  [
    "first_incoming_recipient_date",
    "first_beside",
    (who: string) => `First incoming interaction where ${who} was a recipient`,
  ],
  [
    "last_incoming_recipient_date",
    "last_beside",
    (who: string) => `Last incoming interaction where ${who} was a recipient`,
  ],
  ["first_outgoing_recipient_date", "first_to", (who: string) => `First outgoing interaction to ${who}`],
  ["last_outgoing_recipient_date", "last_to", (who: string) => `Last outgoing interaction to ${who}`],
] as const;

const one = (v: unknown): unknown => (Array.isArray(v) ? v[0] : v);

/** `Name (address)`, or the address alone. */
function called(id: unknown, person: RecordObject | undefined): string {
  const name = person?.fields.name;
  return typeof name === "string" && name !== "" ? `${name} (${String(id)})` : String(id);
}

function personOf(id: unknown, state: MvtState): RecordObject | undefined {
  return get<RecordObject>((state as Around).people, id);
}

const NS = 1_000_000_000;

function endOf(r: RecordObject): bigint | undefined {
  const start = instantOf(r.at);
  const lasted = r.fields.lasted;
  if (start === undefined) return undefined;
  return typeof lasted === "number" ? start + BigInt(Math.round(lasted * 1e6)) * 1000n : start;
}

/** `[app] account INCOMING from A to B`. */
function sentence(r: RecordObject, state: MvtState): string {
  const out = r.fields.outgoing === true;
  const [from, to] = [one(r.fields.from), one(r.fields.to)];
  const sender = from === undefined ? "local user" : called(from, personOf(from, state));
  const conversation = r.fields.conversation;
  const receiver =
    to !== undefined ? called(to, personOf(to, state)) : typeof conversation === "string" ? conversation : "local user";
  const account = typeof r.fields.account === "string" ? ` ${r.fields.account}` : "";
  return `[${word(r, "app")}]${account} ${out ? "OUTGOING" : "INCOMING"} from ${out ? "local user" : sender} to ${receiver}`;
}

function interactionEvents(r: RecordObject, state: MvtState): MvtEvent[] {
  const text = sentence(r, state);
  const end = endOf(r);
  const out = event(r.at, "start_date", text);
  if (end !== undefined && end !== instantOf(r.at)) out.push({ at: end, event: "end_date", text });
  const [start, created] = [instantOf(r.at), instantOf(r.fields.created)];
  if (start !== undefined && created !== undefined) {
    const days = Math.round(Number(created - start) / NS / 86_400);
    out.push({
      at: created,
      event: "interactions_creation_date",
      text: `Interaction record created ${days} days after the event: ${text}`,
    });
  }
  return out;
}

function contactEvents(r: RecordObject): MvtEvent[] {
  const who = called(r.fields.identifier, r);
  return [
    ...event(r.at, "contacts_creation_date", `Contact ${who} first recorded in interactionC`),
    ...PEOPLE_TIMES.flatMap(([name, field, words]) => event(r.fields[field], name, words(who))),
  ];
}

function personColumns(person: RecordObject | undefined): MvtRow {
  const of = (name: string): Json => (person ? value(person, name) : null);
  return {
    incoming_recipient_count: of("beside"),
    incoming_sender_count: of("wrote"),
    outgoing_recipient_count: of("written"),
    contacts_creation_date: time(person?.at),
    ...Object.fromEntries(PEOPLE_TIMES.map(([name, field]) => [name, time(person?.fields[field])])),
  };
}

const interactions: MvtModule = {
  slug: "interaction_c",
  plugin: "InteractionC",
  artifact: "ios/interactions",
  kinds: ["interaction", "contact"],
  open: (): Around => ({ people: table<RecordObject>(), attachments: table<RecordObject>() }),
  gather({ record: r }, state) {
    const { people, attachments } = state as Around;
    if (r.kind === "contact") put(people, r.fields.identifier, () => r);
    else if (r.kind === "attachment") put(attachments, r.fields.interaction, () => r);
  },
  row(s, state) {
    const r = s.record;
    if (r.kind === "contact") return undefined;
    const [from, to] = [one(r.fields.from), one(r.fields.to)];
    const [sender, receiver] = [personOf(from, state), personOf(to, state)];
    const carried = get<RecordObject>((state as Around).attachments, rowNumber(s));
    const end = endOf(r);
    const of = (p: RecordObject | undefined, name: string): Json => (p ? value(p, name) : null);
    return {
      start_date: time(r.at),
      end_date: end === undefined ? null : timeText(end),
      bundle_id: value(r, "app"),
      account: value(r, "account"),
      target_bundle_id: value(r, "target"),
      direction: r.fields.outgoing === true ? "OUTGOING" : "INCOMING",
      sender_display_name: of(sender, "name"),
      sender_identifier: (from as Json | undefined) ?? null,
      sender_personid: of(sender, "person"),
      recipient_display_name: of(receiver, "name"),
      recipient_identifier: (to as Json | undefined) ?? null,
      recipient_personid: of(receiver, "person"),
      domain_identifier: value(r, "conversation"),
      is_response: r.fields.response === true ? 1 : 0,
      content: of(carried, "text"),
      uti: of(carried, "kind"),
      attachment_content_url: of(carried, "link"),
      size: of(carried, "size"),
      photo_local_id: of(carried, "photo"),
      ...personColumns(sender),
      interactions_creation_date: time(r.fields.created),
      interaction_content_url: value(r, "link"),
      group_name: value(r, "group"),
      table_id: rowNumber(s),
    };
  },
  events: ({ record: r }, state) => (r.kind === "contact" ? contactEvents(r) : interactionEvents(r, state)),
};

const attachments: MvtModule = {
  slug: "sms_attachments",
  plugin: "SMSAttachments",
  artifact: "ios/sms-attachments",
  kinds: ["attachment"],
  row(s) {
    const r = s.record;
    return {
      attachment_id: rowNumber(s),
      ROWID: rowNumber(s),
      guid: value(r, "guid"),
      created_date: rawTime(r.at),
      start_date: time(r.at),
      filename: value(r, "path"),
      uti: value(r, "uti"),
      mime_type: value(r, "mime"),
      transfer_state: value(r, "state"),
      is_outgoing: r.fields.outgoing === true ? 1 : 0,
      transfer_name: nameOf(r),
      total_bytes: value(r, "size"),
      is_sticker: r.fields.sticker === true ? 1 : 0,
      hide_attachment: r.fields.hidden === true ? 1 : 0,
      phone_number: value(r, "handle"),
      isodate: time(r.at),
      direction: r.fields.outgoing === true ? "sent" : "received",
    };
  },
  events: ({ record: r }) =>
    event(
      r.at,
      "sms_attachment",
      `None: Attachment '${nameOf(r) ?? "None"}' ${r.fields.outgoing === true ? "sent to" : "received from"} ${word(r, "handle")} with ${word(r, "size")} bytes (is_sticker: ${r.fields.sticker === true ? 1 : 0}, has_user_info: None)`,
    ),
};

/** The name that it was sent under; where that is the one of its path it is not kept twice. */
function nameOf(r: RecordObject): string | null {
  const { name, path } = r.fields;
  if (typeof name === "string") return name;
  return typeof path === "string" ? path.slice(path.lastIndexOf("/") + 1) : null;
}

const CALENDAR_TIMES = [
  ["start_date", (r: RecordObject): unknown => r.fields.start],
  ["end_date", (r: RecordObject): unknown => r.fields.end],
  ["last_modified", (r: RecordObject): unknown => r.fields.changed],
  ["creation_date", (r: RecordObject): unknown => r.at],
] as const;

const calendar: MvtModule = {
  slug: "calendar",
  plugin: "Calendar",
  artifact: "ios/calendar",
  kinds: ["event"],
  row(s) {
    const r = s.record;
    const organizer = r.fields.organizer;
    const mail = typeof organizer === "string" && organizer.includes("@");
    return {
      id: rowNumber(s),
      summary: value(r, "summary"),
      description: value(r, "description"),
      all_day: r.fields.all_day === true ? 1 : 0,
      calendar_id: value(r, "calendar"),
      unique_identifier: value(r, "uid"),
      hidden: r.fields.hidden === true ? 1 : 0,
      uuid: value(r, "uuid"),
      ...Object.fromEntries(CALENDAR_TIMES.map(([name, of]) => [name, time(of(r))])),
      participant_email: mail ? (organizer as string) : null,
      participant_phone: !mail && typeof organizer === "string" ? organizer : null,
    };
  },
  events({ record: r }) {
    const by = typeof r.fields.organizer === "string" ? r.fields.organizer : "None";
    const text = `Calendar event ${word(r, "summary")} (${word(r, "description")}) (invitation by ${by})`;
    return CALENDAR_TIMES.flatMap(([name, of]) => event(of(r), name, text));
  },
};

export const PEOPLE: readonly MvtModule[] = [calls, contacts, interactions, attachments, calendar];
