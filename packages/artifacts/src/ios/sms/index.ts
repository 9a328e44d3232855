/**
 * sms.db: SMS and iMessage. By default a record keeps the links, not the letter.
 *
 * `text` is often NULL since iOS 16: the words are then only in `attributedBody`, a typedstream. A message may have no
 * handle (handle_id 0): it is a record all the same. Dates are ns since 2001 from iOS 11 on, seconds before. Since iOS 16
 * messages can be edited and unsent (`date_edited`, `date_retracted`, `beside.ts`), and what is deleted stays for a month, named in
 * chat_recoverable_message_join. ROWID is AUTOINCREMENT: a number that is missing was a message once.
 * Sources: ios.md 2.2, mvt.md 3 and 6 (defect 1).
 * @module
 */
import { type Moment, macAny, type Observable, type Origin } from "@contraluz/core";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import { attributedText } from "@contraluz/formats/typedstream/index.ts";
import type { Artifact, ParseRun, SqliteItem } from "../../artifact.ts";
import { links, MAX_LINKS } from "../../links.ts";
import { createLookup, type Lookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { RowCount } from "../../row-count.ts";
import { address, number, text } from "../../text.ts";
import { appleWarning } from "./apple-warning.ts";
import { type Edits, previewLinks, readEdits } from "./beside.ts";
import { fields, words } from "./words.ts";

/** Messages under "recently deleted". */
const MAX_TRASHED = 200_000;
/** Handles (correspondents) held to be joined with messages. */
const MAX_HANDLES = 200_000;

interface Handle {
  readonly id: string;
  /** Who wrote to the phone, and to whom it wrote. A name such as `BANCO` is no account. */
  readonly received: readonly Observable[];
  readonly sent: readonly Observable[];
}

/** What iOS marks in a text by itself, and what leads to no server: numbers, addresses, dates. */
const NO_SERVER = /^(?:x-apple-data-detectors:|[a-z][a-z0-9+-]*:(?!\/\/))/i;

function handleOf(id: string): Handle {
  const type = id.includes("@") ? "email" : /^\+?[0-9]/.test(id) ? "phone" : undefined;
  const of = (contact: Observable["contact"]): Observable[] => (type ? [{ type, value: id, contact }] : []);
  return { id, received: of("received"), sent: of("looked-up") };
}

/** 0 is Apple's "never". */
const isTime = (v: Row["values"][number] | undefined): boolean => number(v) !== undefined && Number(v) !== 0;

interface Body {
  readonly words: string | undefined;
  readonly formatted: boolean;
  readonly warning: string | undefined;
  readonly edits: Edits | undefined;
}

/**
 * The words of a message; `found` gets the links of all its texts, since whoever writes it chooses which of them
 * carries the link.
 */
function readBody(v: Row["values"], at: Columns, found: Set<string>, run: ParseRun, origin: () => Origin): Body {
  const [plain, blob, subject] = [v[at.text], v[at.attributedBody], v[at.subject]];
  const shown = typeof plain === "string" && plain !== "" ? plain : undefined;
  const stored = blob instanceof Uint8Array && blob.length > 0;
  const rich = stored ? attributedText(blob) : undefined;
  if (stored && !rich && shown === undefined)
    run.problem({ code: "typedstream-damaged", origin: origin(), lost: "row" });
  const words = shown ?? rich?.text;
  let all = true;
  if (words !== undefined) all = links(words, found);
  if (rich && rich.text !== words) all = links(rich.text, found) && all;
  if (typeof subject === "string") all = links(subject, found) && all;
  if (v[at.payload_data] !== null) previewLinks(v[at.balloon_bundle_id], v[at.payload_data], found);
  const edited = isTime(v[at.date_edited]) || isTime(v[at.date_retracted]);
  const edits = edited ? readEdits(v[at.message_summary_info], found) : undefined;
  for (const l of rich?.links ?? []) {
    if (l === "" || NO_SERVER.test(l)) continue;
    if (found.size < MAX_LINKS) found.add(address(l)!);
    else all = false;
  }
  if (!all)
    run.problem({ code: "record-limit", origin: origin(), found: `> ${MAX_LINKS} links or long text`, lost: "bytes" });
  // What is shown may differ from what the column says: either can be the warning.
  const warning =
    (words === undefined ? undefined : appleWarning(words)) ??
    (rich && rich.text !== words ? appleWarning(rich.text) : undefined);
  return { words, formatted: shown === undefined && rich !== undefined, warning, edits };
}

const COLUMNS = [
  "ROWID",
  "guid",
  "text",
  "handle_id",
  "subject",
  "attributedBody",
  "service",
  "date",
  "date_read",
  "is_from_me",
  "cache_has_attachments",
  "date_edited",
  "date_retracted",
  "message_summary_info",
  "balloon_bundle_id",
  "payload_data",
] as const;
type Columns = Readonly<Record<(typeof COLUMNS)[number], number>>;

function takeHandles(item: SqliteItem, handles: Lookup<Handle>): void {
  const id = item.column("id");
  for (const row of item.rows) {
    const value = text(row.values[id]);
    if (value !== undefined) handles.set(row.rowid, handleOf(value), value.length);
  }
}

export const sms: Artifact<"sqlite"> = {
  id: "ios/sms",
  version: 2,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["HomeDomain/Library/SMS/sms.db"],
    want: {
      tables: [
        { name: "handle", columns: ["ROWID", "id"], needs: ["id"], lookup: true },
        {
          name: "chat_recoverable_message_join",
          columns: ["message_id", "delete_date"],
          lookup: true,
          optional: true,
        },
        { name: "sqlite_sequence", columns: ["name", "seq"], lookup: true, optional: true },
        { name: "message", columns: COLUMNS, needs: ["text", "attributedBody", "handle_id"] },
      ],
    },
  }),
  fields,
  key: { message: ["guid"], gaps: [] },
  observes: [
    ["url", "received"],
    ["domain", "received"],
    ["ip", "received"],
    ["email", "received"],
    ["phone", "received"],
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
    ["email", "looked-up"],
    ["phone", "looked-up"],
  ],
  words,
  sources: ["Messages sms.db: message, handle", "NeXT typedstream (attributedBody)"],
  parse(run) {
    const handles = createLookup<Handle>("handle", MAX_HANDLES, run.problem);
    const trashed = createLookup<Moment>("chat_recoverable_message_join", MAX_TRASHED, run.problem);
    const found = new Set<string>();
    const count = new RowCount();
    let highest: number | bigint | undefined;
    let last: Origin | undefined;
    let complete: SqliteItem["complete"] | undefined;

    function takeSequence(item: SqliteItem): void {
      const [name, seq] = [item.column("name"), item.column("seq")];
      for (const row of item.rows) if (row.values[name] === "message") highest = number(row.values[seq]);
    }

    function takeTrashed(item: SqliteItem): void {
      const [message, date] = [item.column("message_id"), item.column("delete_date")];
      for (const row of item.rows) {
        const [of, when] = [number(row.values[message]), macAny(number(row.values[date]))];
        if (of !== undefined && when) trashed.set(of, when, 0);
      }
    }

    return {
      take(item, emit) {
        if (item.table === "handle") return takeHandles(item, handles);
        if (item.table === "sqlite_sequence") return takeSequence(item);
        if (item.table === "chat_recoverable_message_join") return takeTrashed(item);
        const at = Object.fromEntries(COLUMNS.map((c) => [c, item.column(c)])) as Columns;
        complete = item.complete;
        const end = item.rows.at(-1);
        if (end && count.take(item.rows)) last = item.origin(end);
        for (const row of item.rows) {
          const v = row.values;
          found.clear();
          const body = readBody(v, at, found, run, () => item.origin(row));
          const fromMe = v[at.is_from_me] === 1;
          const handle = handles.get(number(v[at.handle_id]));
          const date = macAny(number(v[at.date]));
          const observables: Observable[] = [];
          const contact = fromMe ? "listed" : "received";
          for (const value of found) observables.push({ type: "url", value, contact });
          if (handle) observables.push(...(fromMe ? handle.sent : handle.received));
          emit({
            kind: "message",
            ...(date ? { at: date } : {}),
            fields: {
              from_me: fromMe ? true : undefined,
              handle: handle?.id,
              service: text(v[at.service]),
              links: found.size > 0 ? [...found] : undefined,
              read: macAny(number(v[at.date_read])),
              guid: text(v[at.guid]),
              attachments: v[at.cache_has_attachments] === 1 ? true : undefined,
              source: body.formatted ? "attributedBody" : undefined,
              warning: body.warning,
              edited: body.edits && (macAny(number(v[at.date_edited])) ?? macAny(number(v[at.date_retracted]))),
              unsent: body.edits && (body.edits.unsent || isTime(v[at.date_retracted])) ? true : undefined,
              versions: body.edits?.versions || undefined,
              deleted: trashed.get(row.rowid),
              subject: run.content ? text(v[at.subject]) : undefined,
              text: run.content ? text(body.words) : undefined,
            },
            observables,
            origin: item.origin(row),
          });
        }
      },
      end(emit) {
        count.end(highest);
        if (count.missing === 0 || count.odd || !last || complete?.("message") !== true) return;
        emit({
          kind: "gaps",
          fields: {
            rows: count.rows,
            missing: count.missing,
            last: count.last,
            gaps: count.longest().map((g) => [g.after, g.missing]),
          },
          observables: [],
          origin: last,
        });
      },
    };
  },
};
