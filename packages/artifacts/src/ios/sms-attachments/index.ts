/**
 * Attachments of SMS and iMessage: the table `attachment` of sms.db, with the message that carried each of them.
 *
 * `filename` is a path on this phone, `~/` standing for /private/var/mobile. `created_date` is in seconds or nanoseconds since
 * 2001. A row may outlive its message; stickers and hidden rows (`hide_attachment`) often have none from the start.
 * Sources: mvt.md 3, ios.md 2.2; schema of sms.db in iOS 14 (MVT test backup) and in the reference generator.
 * @module
 */
import { type Contact, type Moment, macAny, type Observable } from "@contraluz/core";
import { account } from "../../account.ts";
import type { Artifact, Emit, SqliteItem } from "../../artifact.ts";
import { createLookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_HANDLES = 200_000;
const MAX_JOINED = 500_000;

interface Carrier {
  readonly from: string | undefined;
  readonly sent: Moment | undefined;
  readonly mine: boolean;
}

/** Where the file lies; match keys know `~`. */
function observe(path: string | undefined, contact: Contact): Observable[] {
  if (!path) return [];
  return [{ type: "file-path", value: path, contact }];
}

/** The name that the sender gave the file, where the path does not say it. */
function sentName(path: string | undefined, v: unknown): string | undefined {
  const name = text(v);
  return name && !(path?.endsWith(name) === true) ? name : undefined;
}

export const smsAttachments: Artifact<"sqlite"> = {
  id: "ios/sms-attachments",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["HomeDomain/Library/SMS/sms.db"],
    want: {
      tables: [
        { name: "handle", columns: ["ROWID", "id"], needs: ["id"], lookup: true },
        { name: "message_attachment_join", columns: ["message_id", "attachment_id"], lookup: true, optional: true },
        { name: "message", columns: ["ROWID", "handle_id", "date", "is_from_me"], lookup: true },
        {
          name: "attachment",
          columns: [
            "ROWID",
            "guid",
            "created_date",
            "filename",
            "uti",
            "mime_type",
            "transfer_state",
            "is_outgoing",
            "transfer_name",
            "total_bytes",
            "is_sticker",
            "hide_attachment",
          ],
          needs: ["filename"],
          // Not in databases of other tools that hold messages alone.
          optional: true,
        },
      ],
    },
  }),
  fields,
  key: { attachment: ["guid"] },
  observes: [
    ["file-path", "received", ["/private/var/mobile", "/private/var/tmp"]],
    ["file-path", "listed", ["/private/var/mobile", "/private/var/tmp"]],
    ["email", "received"],
    ["phone", "received"],
  ],
  words,
  sources: ["Messages sms.db: attachment, message_attachment_join, message, handle"],
  parse(run) {
    const handles = createLookup<string>("handle", MAX_HANDLES, run.problem);
    /** From an attachment to the row of its message. */
    const joined = createLookup<number | bigint>("message_attachment_join", MAX_JOINED, run.problem);
    const carriers = createLookup<Carrier>("message", MAX_JOINED, run.problem);
    const wanted = new Set<number | bigint>();

    function takeHandles(item: SqliteItem): void {
      const id = item.column("id");
      for (const row of item.rows) {
        const value = text(row.values[id]);
        if (value !== undefined) handles.set(row.rowid, value, value.length);
      }
    }

    function takeJoin(item: SqliteItem): void {
      const [message, attachment] = [item.column("message_id"), item.column("attachment_id")];
      for (const row of item.rows) {
        const [of, id] = [number(row.values[message]), number(row.values[attachment])];
        if (of !== undefined && id !== undefined && joined.set(id, of, 0)) wanted.add(of);
      }
    }

    function takeMessages(item: SqliteItem): void {
      if (wanted.size === 0) return;
      const [handle, date, mine] = [item.column("handle_id"), item.column("date"), item.column("is_from_me")];
      for (const row of item.rows) {
        if (!wanted.has(row.rowid)) continue;
        const v = row.values;
        carriers.set(
          row.rowid,
          { from: handles.get(number(v[handle])), sent: macAny(number(v[date])), mine: v[mine] === 1 },
          0,
        );
      }
    }

    function takeAttachments(item: SqliteItem, emit: Emit): void {
      const [guid, created, filename] = [item.column("guid"), item.column("created_date"), item.column("filename")];
      const [uti, mime, name] = [item.column("uti"), item.column("mime_type"), item.column("transfer_name")];
      const [state, out, size] = [
        item.column("transfer_state"),
        item.column("is_outgoing"),
        item.column("total_bytes"),
      ];
      const [sticker, hidden] = [item.column("is_sticker"), item.column("hide_attachment")];
      const sure =
        item.complete("message") && item.complete("message_attachment_join") && joined.complete && carriers.complete;
      for (const row of item.rows) {
        const v = row.values;
        const of = joined.get(row.rowid);
        const carrier = carriers.get(of);
        const outgoing = v[out] === 1 || (v[out] !== 0 && carrier?.mine === true);
        const path = text(v[filename]);
        const at = macAny(number(v[created])) ?? carrier?.sent;
        const contact = outgoing ? "listed" : "received";
        const observables = observe(path, contact);
        const origin = item.origin(row);
        if (!outgoing) observables.push(...account(carrier?.from, contact));
        emit({
          kind: "attachment",
          ...(at ? { at } : {}),
          fields: {
            path,
            outgoing,
            message: of,
            handle: carrier?.from,
            sent: carrier?.sent,
            // Of a row that was deleted, the message most often was, too.
            orphan: sure && !carrier && origin.state === undefined ? true : undefined,
            name: sentName(path, v[name]),
            uti: text(v[uti]),
            mime: text(v[mime]),
            size: number(v[size]),
            state: number(v[state]),
            sticker: v[sticker] === 1 ? true : undefined,
            hidden: v[hidden] === 1 ? true : undefined,
            guid: text(v[guid]),
          },
          observables,
          origin,
        });
      }
    }

    return {
      take(item, emit) {
        if (item.table === "handle") takeHandles(item);
        else if (item.table === "message_attachment_join") takeJoin(item);
        else if (item.table === "message") takeMessages(item);
        else takeAttachments(item, emit);
      },
    };
  },
};
