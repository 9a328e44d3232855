/**
 * The list of pages that one goes back to in a tab, as WebKit stores it: 4 bytes of a version, then a property list with SessionHistory,
 * SessionHistoryEntries.
 * Sources: WebKit's mac/SessionState and LegacySessionStateCoding (keys); mvt.md 3; MVT's tests and the generator write such blobs.
 * @module
 */
import type { ArtifactRecord, Origin, Report } from "@contraluz/core";
import { asArray, get, parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { address, text } from "./text.ts";
import { seenUrl } from "./web.ts";

/** Pages of one tab: more than anybody goes back through. */
const MAX_ENTRIES = 1000;

/** What a list of pages belongs to. */
export interface Session {
  /** Identifier of the tab. */
  readonly tab: string | undefined;
  readonly private?: boolean | undefined;
  readonly profile: string | undefined;
  /** Keep titles. */
  readonly content: boolean;
  readonly origin: Origin;
}

function entriesOf(bytes: Uint8Array, report: Report): readonly PlistValue[] | undefined {
  let damaged = false;
  const plist = parsePlist(bytes[0] === 0x62 || bytes[0] === 0x3c ? bytes : bytes.subarray(4), () => {
    damaged = true;
  });
  const entries = asArray(get(plist, "SessionHistory", "SessionHistoryEntries"));
  if (damaged) report({ code: "plist-damaged", expected: "pages of a tab", lost: "row" });
  return entries;
}

/** Addresses of one list, each cut once: entries can name one long text many times. */
function addresses(): (v: unknown) => string | undefined {
  const known = new Map<unknown, string | undefined>();
  return (v) => {
    if (typeof v !== "string") return undefined;
    if (!known.has(v)) known.set(v, address(v));
    return known.get(v);
  };
}

/** One record for each page of the list, in its order. What is damaged is a problem. */
export function sessionRecords(blob: unknown, s: Session, problem: Report, emit: (r: ArtifactRecord) => void): void {
  if (!(blob instanceof Uint8Array) || blob.length < 8) return;
  const entries = entriesOf(blob, (p) => problem({ ...p, origin: s.origin })) ?? [];
  if (entries.length > MAX_ENTRIES)
    problem({ code: "record-limit", origin: s.origin, found: `${entries.length} pages in one tab`, lost: "bytes" });
  const cut = addresses();
  for (const e of entries.slice(0, MAX_ENTRIES)) {
    const url = cut(get(e, "SessionHistoryEntryURL"));
    const asked = cut(get(e, "SessionHistoryEntryOriginalURL"));
    if (!url && !asked) continue;
    const other = asked === url ? undefined : asked;
    emit({
      kind: "entry",
      fields: {
        url,
        asked: other,
        title: s.content ? text(get(e, "SessionHistoryEntryTitle")) : undefined,
        tab: s.tab,
        private: s.private,
        profile: s.profile,
      },
      observables:
        other === undefined ? seenUrl(url, "visited") : [...seenUrl(url, "visited"), ...seenUrl(other, "visited")],
      origin: s.origin,
    });
  }
}
