/**
 * sms.db: SMS and iMessage. By default a record keeps the links, not the letter.
 *
 * `text` is often NULL since iOS 16: the words are then only in `attributedBody`, a typedstream. A message may have no
 * handle (handle_id 0): it is a record all the same. Dates are ns since 2001 from iOS 11 on, seconds before.
 * Sources: ios.md 2.2, mvt.md 3 and 6 (defect 1).
 * @module
 */
import { macAny, type Observable, type Origin } from "@contraluz/core";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import { attributedText } from "@contraluz/formats/typedstream/index.ts";
import type { Artifact, ParseRun, SqliteItem } from "../../artifact.ts";
import { links, MAX_LINKS } from "../../links.ts";
import { createLookup, type Lookup } from "../../lookup.ts";
import { address, number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

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

interface Body {
  readonly words: string | undefined;
  readonly formatted: boolean;
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
  for (const l of rich?.links ?? []) {
    if (l === "" || NO_SERVER.test(l)) continue;
    if (found.size < MAX_LINKS) found.add(address(l)!);
    else all = false;
  }
  if (!all)
    run.problem({ code: "record-limit", origin: origin(), found: `> ${MAX_LINKS} links or long text`, lost: "bytes" });
  return { words, formatted: shown === undefined && rich !== undefined };
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
  version: 1,
  feed: "sqlite",
  where: {
    "ios-backup": {
      paths: ["HomeDomain/Library/SMS/sms.db"],
      want: {
        tables: [
          { name: "handle", columns: ["ROWID", "id"], needs: ["id"], lookup: true },
          { name: "message", columns: COLUMNS, needs: ["text", "attributedBody", "handle_id"] },
        ],
      },
    },
  },
  fields,
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
    const found = new Set<string>();
    return {
      take(item, emit) {
        if (item.table === "handle") return takeHandles(item, handles);
        const at = Object.fromEntries(COLUMNS.map((c) => [c, item.column(c)])) as Columns;
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
              from_me: fromMe,
              handle: handle?.id,
              service: text(v[at.service]),
              links: found.size > 0 ? [...found] : undefined,
              read: macAny(number(v[at.date_read])),
              guid: text(v[at.guid]),
              attachments: v[at.cache_has_attachments] === 1 ? true : undefined,
              source: body.formatted ? "attributedBody" : undefined,
              subject: run.content ? text(v[at.subject]) : undefined,
              text: run.content ? text(body.words) : undefined,
            },
            observables,
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
