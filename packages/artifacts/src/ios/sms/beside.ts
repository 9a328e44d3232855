/**
 * What a message holds beside its text: the preview of a link (`payload_data`) and what it said before it was edited
 * (`message_summary_info`). Whoever writes chooses which of them carries a link.
 *
 * `payload_data` of `com.apple.messages.URLBalloonProvider` is a keyed archive whose texts name the address and those of its
 * pictures. In `message_summary_info`, `ec` maps the number of a part to its versions (`t`: typedstream, `d`: Apple seconds), `rp`
 * lists the parts that were unsent.
 * Sources: observed structure as documented by public readers of chat.db; no sample of a real phone was at hand.
 * @module
 */

import { asArray, asBytes, asDict, asString, get, parsePlist } from "@contraluz/formats/plist/index.ts";
import { attributedText } from "@contraluz/formats/typedstream/index.ts";
import { links } from "../../links.ts";

/** Previews beyond this are pictures. */
const MAX_PAYLOAD = 1_048_576;
const MAX_SUMMARY = 1_048_576;
/** Texts of one preview that are looked at. */
const MAX_TEXTS = 1000;
/** Versions of one message that are read: iOS allows five edits. */
const MAX_VERSIONS = 64;

/** Damage in them costs nothing that the message itself says. */
const silent = (): void => {};

const bytesOf = (v: unknown, max: number): Uint8Array | undefined =>
  v instanceof Uint8Array && v.length > 0 && v.length <= max ? v : undefined;

/** Adds the links of a preview. */
export function previewLinks(balloon: unknown, payload: unknown, into: Set<string>): void {
  const bytes = bytesOf(payload, MAX_PAYLOAD);
  if (!bytes || typeof balloon !== "string" || !balloon.endsWith("URLBalloonProvider")) return;
  let seen = 0;
  // A list can name one long text many times: it is searched once.
  const done = new Set<string>();
  for (const o of asArray(get(parsePlist(bytes, silent), "$objects")) ?? []) {
    const s = asString(o);
    if (s === undefined || done.has(s)) continue;
    done.add(s);
    if (!s.includes("://")) continue;
    if (++seen > MAX_TEXTS) return;
    links(s, into);
  }
}

export interface Edits {
  /** Versions before the present one that are still there. */
  readonly versions: number;
  /** A part of it was unsent. */
  readonly unsent: boolean;
}

/** What is known of edits; `into` gets the links of earlier versions. */
export function readEdits(summary: unknown, into: Set<string>): Edits {
  const bytes = bytesOf(summary, MAX_SUMMARY);
  const root = bytes && parsePlist(bytes, silent);
  let versions = 0;
  for (const part of asDict(get(root, "ec"))?.values() ?? []) {
    for (const version of asArray(part) ?? []) {
      const words = asBytes(get(version, "t"));
      if (!words || versions >= MAX_VERSIONS) continue;
      versions++;
      const text = attributedText(words);
      if (text) links(text.text, into);
      for (const l of text?.links ?? []) links(l, into);
    }
  }
  return { versions, unsent: (asArray(get(root, "rp"))?.length ?? 0) > 0 };
}
