/** A track beside captures: where whoever captured was. @module */
import { type RandomAccess, utcNs } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import { GpxReader } from "@contraluz/formats/gpx/index.ts";
import type { CaptureRun } from "./index.ts";
import type { CaptureItem } from "./types.ts";

export async function runTrack(
  source: RandomAccess,
  emit: (item: CaptureItem) => void,
  run: CaptureRun,
): Promise<void> {
  const reader = new GpxReader(({ utc, seen, latitude, longitude, offset, length }) =>
    emit({
      kind: "position",
      at: utcNs(utc, seen, "s"),
      seconds: Number(utc / 1_000_000_000n),
      latitude,
      longitude,
      origin: { file: run.file, at: { offset, length } },
    }),
  );
  for await (const chunk of chunksOf(source)) {
    if (run.cancel?.aborted) return;
    reader.take(chunk);
    const wait = run.drain?.();
    if (wait) await wait;
  }
  reader.end();
  if (reader.damaged > 0) run.report({ code: "capture-damaged", found: `${reader.damaged} points`, lost: "row" });
}
