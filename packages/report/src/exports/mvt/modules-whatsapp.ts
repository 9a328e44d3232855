/** WhatsApp: messages, chats and hidden numbers stand in one file, contacts in another. @module */
import type { RecordObject } from "../record.ts";
import { put, table } from "./tables.ts";
import type { MvtModule, MvtState } from "./types.ts";
import { event, instantOf, python, rawTime, rowNumber, time, timeText, value, word } from "./value.ts";

/** First and last message of each chat. */
interface Span {
  first: bigint;
  last: bigint;
  count: number;
}

const messages: MvtModule = {
  slug: "whatsapp",
  plugin: "Whatsapp",
  artifact: "ios/whatsapp",
  kinds: ["message", "chat"],
  open: () => table<Span>(),
  gather({ record: r }, state) {
    const at = r.kind === "message" ? instantOf(r.at) : undefined;
    if (at === undefined) return;
    const span = put<Span>(state, r.fields.chat, () => ({ first: at, last: at, count: 0 }));
    if (!span) return;
    span.count++;
    if (at < span.first) span.first = at;
    if (at > span.last) span.last = at;
  },
  row(s, state) {
    const r = s.record;
    return r.kind === "chat" ? chatRow(r, state) : messageRow(r, rowNumber(s));
  },
  events({ record: r }, state) {
    if (r.kind === "chat") return chatEvents(r, state);
    const links = r.fields.links;
    const with_ = Array.isArray(links) && links.length > 0 ? ` - Embedded links: ${links.join(", ")}` : "";
    // Only with consent is there a text; MVT names whom the phone itself wrote to as nobody.
    const from = r.fields.from_me === true ? "None" : word(r, "who");
    return event(r.at, "message", `${python(value(r, "text"))} from ${from}${with_}`);
  },
};

function messageRow(r: RecordObject, row: ReturnType<typeof rowNumber>): ReturnType<MvtModule["row"]> {
  const me = r.fields.from_me === true;
  return {
    Z_PK: row,
    ZISFROMME: me ? 1 : 0,
    ZMESSAGETYPE: r.fields.type === undefined ? 0 : value(r, "type"),
    ZCHATSESSION: value(r, "chat"),
    ZMESSAGEDATE: rawTime(r.at),
    ZFROMJID: me ? null : value(r, "who"),
    ZTOJID: me ? value(r, "who") : null,
    ZSTANZAID: value(r, "id"),
    ZTEXT: value(r, "text"),
    isodate: time(r.at),
    ...(r.fields.links === undefined ? {} : { links: value(r, "links") }),
  };
}

const spanOf = (r: RecordObject, state: MvtState): Span | undefined =>
  (state as ReturnType<typeof table<Span>>).map.get(String(r.fields.chat));

function chatRow(r: RecordObject, state: MvtState): ReturnType<MvtModule["row"]> {
  const span = spanOf(r, state);
  return {
    session_pk: value(r, "chat"),
    contact_jid: value(r, "who"),
    partner_name: value(r, "name"),
    session_type: value(r, "type"),
    archived: r.fields.archived === true ? 1 : 0,
    removed: r.fields.removed === true ? 1 : 0,
    message_counter: value(r, "messages"),
    last_message_date: time(r.at),
    group_creation_date: time(r.fields.created),
    first_stored_message_date: span ? timeText(span.first) : null,
    last_stored_message_date: span ? timeText(span.last) : null,
    stored_message_count: span?.count ?? 0,
    record_type: "chat_session",
  };
}

function chatEvents(r: RecordObject, state: MvtState): ReturnType<MvtModule["events"]> {
  const group = r.fields.type === 1;
  const name = typeof r.fields.name === "string" ? `'${r.fields.name}' (${word(r, "who")})` : word(r, "who");
  const chat = `${group ? "group chat" : "chat"}`;
  const span = spanOf(r, state);
  const within = `WhatsApp ${chat}${group ? "" : " with"} ${name}`;
  return [
    ...event(r.fields.created, "group_created", `WhatsApp ${chat} ${name} was created`),
    ...(span ? [{ at: span.first, event: "chat_first_message", text: `First stored message in ${within}` }] : []),
    ...event(r.at, "chat_last_message", `Last message in ${within}`),
  ];
}

const lids: MvtModule = {
  slug: "whatsapp",
  plugin: "Whatsapp",
  artifact: "ios/whatsapp-lids",
  kinds: ["pair"],
  row: ({ record: r }) => ({
    record_type: "lid_phone_number_pair",
    lid: value(r, "lid"),
    phone_number: value(r, "phone"),
    pair_timestamp: time(r.at),
  }),
  events: ({ record: r }) =>
    event(r.at, "lid_pair_recorded", `WhatsApp associated LID ${word(r, "lid")} with phone number ${word(r, "phone")}`),
};

function who(r: RecordObject): string {
  const name = r.fields.name;
  return typeof name === "string" ? `${word(r, "who")} (${name})` : word(r, "who");
}

/** The three times that WhatsApp offers. */
const TIMERS: Readonly<Record<number, string>> = { 86400: "24 hours", 604800: "7 days", 7776000: "90 days" };

function timerLabel(r: RecordObject): string {
  const timer = r.fields.timer;
  if (typeof timer !== "number" || timer <= 0) return "off";
  return TIMERS[timer] ?? `${timer} seconds`;
}

/** The number: as stored, or as the account is made of it. */
function phoneOf(r: RecordObject): string | null {
  if (typeof r.fields.phone === "string") return r.fields.phone;
  const digits = /^(\d{5,15})@s\.whatsapp\.net$/.exec(word(r, "who"))?.[1];
  return digits === undefined ? null : `+${digits}`;
}

const contacts: MvtModule = {
  slug: "whatsapp_contacts",
  plugin: "WhatsappContacts",
  artifact: "ios/whatsapp-contacts",
  kinds: ["contact"],
  row(s) {
    const r = s.record;
    const timer = r.fields.timer;
    return {
      row_pk: rowNumber(s),
      whatsapp_id: value(r, "who"),
      lid: value(r, "lid"),
      phone_number: phoneOf(r),
      full_name: value(r, "name"),
      user_name: value(r, "user"),
      business_name: value(r, "business"),
      about_text: value(r, "about"),
      disappearing_mode_duration: value(r, "timer"),
      disappearing_mode_timestamp: time(r.fields.timer_set),
      about_timestamp: time(r.fields.about_set),
      about_expiration_timestamp: time(r.fields.about_until),
      last_updated: time(r.at),
      phone_status: value(r, "status"),
      disappearing_mode_label: timerLabel(r),
      disappearing_mode_is_on: typeof timer === "number" && timer > 0,
    };
  },
  events({ record: r }) {
    const about = `WhatsApp about text of ${who(r)}`;
    return [
      ...event(r.at, "contact_last_updated", `WhatsApp contact record for ${who(r)} updated`),
      ...event(r.fields.about_set, "about_changed", `${about} changed to "${word(r, "about")}"`),
      ...event(r.fields.about_until, "about_expiration", `${about} scheduled to expire`),
      ...event(
        r.fields.timer_set,
        "disappearing_mode_set",
        `WhatsApp disappearing messages timer set to '${timerLabel(r)}' for ${who(r)}`,
      ),
    ];
  },
};

export const WHATSAPP: readonly MvtModule[] = [messages, lids, contacts];
