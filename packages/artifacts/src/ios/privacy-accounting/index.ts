/**
 * Privacy accounting of a dump: which app used location, camera, microphone, contacts or others. The App Privacy Report that a person exports is
 * made of it.
 *
 * SEGB files, one folder for each kind of stream (`…stream.tcc`, `.location`, `.oop`). An entry is a protobuf message: field 1 holds who
 * (1.1: 2 the app, 1 what its name is), an identifier of the use (1.2) and its kind (1.3: in samples each use has one of 2 and one of 3, its
 * beginning and its end); field 2 names the service, `kTCCServiceCamera`. Of entries that iOS deleted the time is left. Times are seconds since
 * 2001. What the folder `tombstone` holds names files that are gone and is not read.
 * Sources: iLEAPP's reader and what it says of a sample of iOS 17 or later; ios.md 2.2.
 * @module
 */
import { macSeconds, type Observable } from "@contraluz/core";
import { readSegb, type SegbEntry } from "@contraluz/formats/segb/index.ts";
import type { Artifact } from "../../artifact.ts";
import { messageFields } from "../../protobuf.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Entries of one file: iOS keeps days. */
const MAX_ENTRIES = 200_000;
const KINDS: Readonly<Record<number, string>> = { 2: "begin", 3: "end" };
const STREAM = /\/com\.apple\.privacy\.accounting\.stream\.?([^/]*)\//;

const utf8 = new TextDecoder();

/** The first value of a field that is bytes. */
function bytesOf(message: Uint8Array | undefined, wanted: number): Uint8Array | undefined {
  if (message) for (const [n, v] of messageFields(message)) if (n === wanted && typeof v !== "number") return v;
  return undefined;
}
function numberOf(message: Uint8Array | undefined, wanted: number): number | undefined {
  if (message) for (const [n, v] of messageFields(message)) if (n === wanted && typeof v === "number") return v;
  return undefined;
}
const said = (b: Uint8Array | undefined): string | undefined =>
  b && b.length > 0 && b.length <= 1024 ? text(utf8.decode(b)) : undefined;

interface Use {
  readonly app: string | undefined;
  readonly service: string | undefined;
  readonly what: string | undefined;
  readonly use: string | undefined;
}

function useOf({ data }: SegbEntry): Use {
  const access = bytesOf(data, 1);
  const id = bytesOf(access, 2);
  return {
    app: said(bytesOf(bytesOf(access, 1), 2)),
    service: said(bytesOf(data, 2)),
    what: KINDS[numberOf(access, 3) ?? 0],
    use: id?.length === 16 ? Array.from(id, (b) => b.toString(16).padStart(2, "0")).join("") : undefined,
  };
}

export const privacyAccounting: Artifact<"bytes"> = {
  id: "ios/privacy-accounting",
  version: 1,
  feed: "bytes",
  where: {
    "ios-filesystem": {
      paths: ["private/var/mobile/Library/PrivacyAccounting/Biome/com.apple.privacy.accounting.stream*/local/*"],
      want: {},
    },
  },
  fields,
  observes: [["app-id", "ran"]],
  words,
  sources: ["PrivacyAccounting/Biome/com.apple.privacy.accounting.stream*: SEGB"],
  parse(run) {
    const stream = text(STREAM.exec(run.path)?.[1]) || undefined;
    return {
      take(item, emit) {
        let left = MAX_ENTRIES;
        for (const e of readSegb(item.bytes, run.problem)) {
          if (left-- <= 0) {
            run.problem({ code: "record-limit", found: `> ${MAX_ENTRIES} entries`, lost: "row" });
            return;
          }
          const use = useOf(e);
          const deleted = e.state === "deleted";
          const at = macSeconds(e.time);
          // Nothing but zeros, and not even a time.
          if (!at && use.app === undefined) continue;
          const observables: Observable[] =
            use.app !== undefined && e.whole ? [{ type: "app-id", value: use.app, contact: "ran" }] : [];
          const origin = item.origin(e.offset, e.data.length);
          emit({
            kind: "access",
            ...(at ? { at } : {}),
            fields: { ...use, stream, gone: deleted || undefined },
            observables,
            origin: deleted ? { ...origin, state: "deleted" } : origin,
          });
        }
      },
    };
  },
};
