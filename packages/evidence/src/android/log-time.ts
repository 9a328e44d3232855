/**
 * When intrusion logs were taken off a phone: not before the newest event in them. Nothing else in them tells.
 * Events of DNS and of connections count milliseconds, those of security nanoseconds (android.md 1.4).
 * @module
 */
import { byCodeUnit, type EvidenceTree, type Moment } from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { openRef } from "../open-ref.ts";

/** Files that are looked at, the last ones by name: one a day. And bytes at the end of each. */
const MAX_FILES = 400;
const TAIL = 65_536;
const TIME = /"event_time"\s*:\s*"?(\d{13}|\d{19})\b/g;
/** 2200, in nanoseconds. */
const END = 7_258_118_400_000_000_000n;

const utf8 = new TextDecoder();

/** The newest event in the ends of these files; undefined where none tells its time. */
export async function newestEvent(
  tree: EvidenceTree,
  paths: readonly string[],
  o: MetaOptions,
): Promise<Moment | undefined> {
  let newest: Moment | undefined;
  for (const path of paths.toSorted(byCodeUnit).slice(-MAX_FILES)) {
    stopIfCancelled(o.cancel);
    const file = await tree.find(path);
    if (!file?.ref) continue;
    const { ref } = file;
    const tail = await openOr(
      async () => {
        const source = await openRef(ref, { platform: o.platform, report: () => {} });
        try {
          return utf8.decode(await source.read(Math.max(0, source.size - TAIL), TAIL));
        } finally {
          await source.close?.();
        }
      },
      path,
      () => {}, // whoever reads the file tells
    );
    for (const [, seen] of (tail ?? "").matchAll(TIME)) {
      const ms = seen!.length === 13;
      const utc = BigInt(seen!) * (ms ? 1_000_000n : 1n);
      if (utc > (newest?.utc ?? 0n) && utc < END)
        newest = { utc, seen: seen!, zone: { name: "UTC", from: "stated" }, precision: ms ? "ms" : "ns" };
    }
  }
  return newest;
}
