/**
 * sms.db: SMS and iMessage. By default a record keeps the links, not the letter.
 *
 * `text` is often NULL since iOS 16: the words are then only in `attributedBody`, a typedstream. A message may have no
 * handle (handle_id 0): it is a record all the same. Dates are ns since 2001 from iOS 11 on, seconds before.
 * Sources: ios.md 2.2, mvt.md 3 and 6 (defect 1).
 * @module
 */
import { macAny, type Observable } from "@contraluz/core";
import { attributedText } from "@contraluz/formats/typedstream/index.ts";
import type { Artifact } from "../../artifact.ts";
import { links, number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Handles (senders) held to be joined with messages. */
const MAX_HANDLES = 200_000;

interface Handle {
  readonly id: string;
  readonly observable: Observable;
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
          { name: "handle", columns: ["ROWID", "id"], lookup: true },
          {
            name: "message",
            columns: [
              "ROWID",
              "guid",
              "text",
              "handle_id",
              "attributedBody",
              "service",
              "date",
              "date_read",
              "is_from_me",
            ],
          },
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
  ],
  words,
  sources: ["Messages sms.db: message, handle", "NeXT typedstream (attributedBody)"],
  parse(run) {
    const handles = new Map<number | bigint, Handle>();
    let over = false;
    return {
      take(item, emit) {
        if (item.table === "handle") {
          const id = item.column("id");
          for (const row of item.rows) {
            const value = text(row.values[id]);
            if (value === undefined) continue;
            if (handles.size >= MAX_HANDLES) {
              if (!over) run.problem({ code: "lookup-limit", found: `handle > ${MAX_HANDLES}`, lost: "nothing" });
              over = true;
              continue;
            }
            handles.set(row.rowid, {
              id: value,
              observable: { type: value.includes("@") ? "email" : "phone", value, contact: "received" },
            });
          }
          return;
        }
        const [guid, body, handleId] = [item.column("guid"), item.column("text"), item.column("handle_id")];
        const [blob, service, date] = [item.column("attributedBody"), item.column("service"), item.column("date")];
        const [read, mine] = [item.column("date_read"), item.column("is_from_me")];
        for (const row of item.rows) {
          const v = row.values;
          let words = v[body];
          let source: string | undefined;
          let found: string[] = typeof words === "string" ? links(words) : [];
          const formatted = v[blob];
          if (formatted instanceof Uint8Array) {
            const rich = attributedText(formatted);
            if (rich) {
              if (typeof words !== "string" || words === "") {
                words = rich.text;
                source = "attributedBody";
                found = links(rich.text);
              }
              for (const l of rich.links) if (!found.includes(l) && found.length < 64) found.push(l);
            } else if (typeof words !== "string") {
              run.problem({ code: "typedstream-damaged", origin: item.origin(row), lost: "row" });
            }
          }
          const fromMe = v[mine] === 1;
          const of = number(v[handleId]);
          const handle = of === undefined ? undefined : handles.get(of);
          const at = macAny(number(v[date]));
          const readAt = macAny(number(v[read]));
          const observables: Observable[] = [];
          const contact = fromMe ? "listed" : "received";
          for (const value of found) observables.push({ type: "url", value, contact });
          if (handle && !fromMe) observables.push(handle.observable);
          emit({
            kind: "message",
            ...(at ? { at } : {}),
            fields: {
              from_me: fromMe,
              handle: handle?.id,
              service: text(v[service]),
              links: found.length > 0 ? found : undefined,
              read: readAt,
              guid: text(v[guid]),
              source,
              text: run.content ? text(words) : undefined,
            },
            observables,
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
