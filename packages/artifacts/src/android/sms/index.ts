/**
 * SMS and MMS of `adb backup`: JSON lists, stored as zlib streams. By default a record keeps the links, not the letter.
 *
 * Dates are texts: milliseconds since 1970 of an SMS, seconds of an MMS. Which way a message went is said by `type` and by `msg_box`
 * (1 received, 2 sent, 3 draft, 4 to be sent, 5 not sent, 6 waiting); of an MMS without a box by `m_type` (132 was fetched). `date_sent`
 * says nothing of it. Addresses of an MMS have a role: 137 wrote it, 151, 130 and 129 are those to whom.
 * Sources: android.md 1.3; AOSP TelephonyBackupAgent (keys), Telephony.TextBasedSmsColumns, PduHeaders (roles, types).
 * @module
 */
import { type Moment, type Observable, unixSeconds } from "@contraluz/core";
import type { Artifact, Emit, JsonItem, ParseRun, Place } from "../../artifact.ts";
import { of } from "../../json.ts";
import { links, MAX_LINKS } from "../../links.ts";
import { said, text } from "../../text.ts";
import { unixFine } from "../../web.ts";
import { fields, words } from "./words.ts";

const FOLDER = "backup/apps/com.android.providers.telephony/d_f";
const place: Place<"json"> = {
  paths: [`${FOLDER}/*_sms_backup`, `${FOLDER}/*_mms_backup`],
  want: { packed: "zlib" },
};

const BOXES: ReadonlyMap<string, string> = new Map([
  ["1", "received"],
  ["2", "sent"],
  ["3", "draft"],
  ["4", "sent"],
  ["5", "sent"],
  ["6", "sent"],
]);
const [FETCHED, SENT] = ["132", "128"];
const [FROM, TO, CC, BCC] = [137, 151, 130, 129];
/** Stands for the phone's own number. */
const OWN = "insert-address-token";
/** People of one group message. */
const MAX_PEOPLE = 200;

/** A count that is stored as a text. */
function count(v: unknown): number | undefined {
  if (typeof v === "number") return Number.isSafeInteger(v) ? v : undefined;
  return typeof v === "string" && /^-?\d{1,15}$/.test(v) ? Number(v) : undefined;
}

interface People {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const addressOf = (v: unknown): string[] => {
  const a = said(v);
  return a === undefined || a === OWN ? [] : [a];
};

/** Who wrote an MMS, and to whom. */
function peopleOf(message: unknown): People {
  const [from, to]: [string[], string[]] = [[], []];
  const list = of(message, "mms_addresses");
  for (const a of Array.isArray(list) ? list.slice(0, MAX_PEOPLE) : []) {
    const role = count(of(a, "type"));
    if (role === FROM) from.push(...addressOf(of(a, "address")));
    else if (role === TO || role === CC || role === BCC) to.push(...addressOf(of(a, "address")));
  }
  return { from, to };
}

function recipients(message: unknown): string[] {
  const list = of(message, "recipients");
  return Array.isArray(list) ? list.slice(0, MAX_PEOPLE).flatMap(addressOf) : [];
}

interface Message {
  readonly service: "SMS" | "MMS";
  readonly direction: string | undefined;
  readonly people: readonly string[];
  readonly at: Moment | undefined;
  readonly sent: Moment | undefined;
  readonly body: string | undefined;
  readonly subject: string | undefined;
}

function smsOf(message: unknown): Message {
  const time = (key: string): Moment | undefined => unixFine(count(of(message, key)));
  const address = addressOf(of(message, "address"));
  return {
    service: "SMS",
    direction: BOXES.get(String(of(message, "type"))),
    people: address.length > 0 ? address : recipients(message),
    at: time("date"),
    sent: time("date_sent"),
    body: text(of(message, "body")),
    subject: undefined,
  };
}

function mmsOf(message: unknown): Message {
  const time = (key: string): Moment | undefined => unixSeconds(count(of(message, key)));
  const type = String(of(message, "m_type"));
  const known = type === FETCHED ? "received" : type === SENT ? "sent" : undefined;
  const direction = BOXES.get(String(of(message, "msg_box"))) ?? known;
  const { from, to } = peopleOf(message);
  const others = to.length > 0 ? to : recipients(message);
  return {
    service: "MMS",
    direction,
    people: direction === "received" && from.length > 0 ? from : others.length > 0 ? others : from,
    at: time("date"),
    sent: time("date_sent"),
    body: text(of(message, "mms_body")),
    subject: said(of(message, "sub")),
  };
}

/** An account that wrote, or to which was written. A name such as `BANCO` is none. */
function account(value: string, contact: Observable["contact"]): Observable[] {
  const type = value.includes("@") ? "email" : /^\+?[0-9]/.test(value) ? "phone" : undefined;
  return type ? [{ type, value, contact }] : [];
}

function take(item: JsonItem, run: ParseRun, emit: Emit): void {
  for (const [i, element] of item.elements.entries()) {
    const mms = ["msg_box", "m_type", "mms_addresses"].some((k) => of(element, k) !== undefined);
    const m = mms ? mmsOf(element) : smsOf(element);
    const origin = item.origin(String(item.first + i));
    if (m.people.length === 0 && m.at === undefined && m.body === undefined) {
      run.problem({ code: "artifact-value", origin, found: "no message", lost: "row" });
      continue;
    }
    const found = new Set<string>();
    const whole = of(element, mms ? "mms_body" : "body");
    let all = typeof whole !== "string" || links(whole, found);
    if (m.subject !== undefined) all = links(m.subject, found) && all;
    if (!all) run.problem({ code: "record-limit", origin, found: `> ${MAX_LINKS} links or long text`, lost: "bytes" });
    const own = m.direction === "sent" || m.direction === "draft";
    const contact = own ? "listed" : "received";
    emit({
      kind: "message",
      ...(m.at ? { at: m.at } : {}),
      fields: {
        address: m.people[0],
        others: m.people.length > 1 ? m.people.slice(1) : undefined,
        direction: m.direction,
        service: m.service,
        links: found.size > 0 ? [...found] : undefined,
        sent: m.sent,
        read: count(of(element, "read")) === 1 ? true : undefined,
        subject: run.content ? m.subject : undefined,
        text: run.content ? m.body : undefined,
      },
      observables: [
        ...[...found].map((value): Observable => ({ type: "url", value, contact })),
        ...m.people.flatMap((p) => account(p, own ? "looked-up" : "received")),
      ],
      origin,
    });
  }
}

export const androidSms: Artifact<"json"> = {
  id: "android/sms",
  version: 1,
  feed: "json",
  where: { androidqf: place, "adb-backup": place },
  fields,
  observes: [
    ["url", "received"],
    ["domain", "received"],
    ["ip", "received"],
    ["phone", "received"],
    ["email", "received"],
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
    ["phone", "looked-up"],
    ["email", "looked-up"],
  ],
  words,
  sources: ["adb backup: com.android.providers.telephony/d_f/*_sms_backup, *_mms_backup", "AOSP TelephonyBackupAgent"],
  parse: (run) => ({
    take: (item, emit) => take(item, run, emit),
  }),
};
