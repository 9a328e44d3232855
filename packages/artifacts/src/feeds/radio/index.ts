/** Reads the log of a modem (QMDL) for whoever wants messages of a radio. @module */
import type { Cancel, RandomAccess, Report } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import { QmdlReader } from "@contraluz/formats/qmdl/index.ts";
import { RadioReader } from "./reader.ts";
import type { RadioEnd, RadioItem, RadioSignal } from "./types.ts";

export { RadioReader } from "./reader.ts";

export interface RadioRun {
  readonly file: number;
  readonly report: Report;
  readonly cancel?: Cancel;
  readonly drain?: () => Promise<void> | undefined;
}

/** False if the file has no whole frame. */
export async function runQmdl(
  source: RandomAccess,
  emit: (item: RadioItem | RadioSignal | RadioEnd) => void,
  run: RadioRun,
): Promise<boolean> {
  const radio = new RadioReader(emit);
  const reader = new QmdlReader((log) => {
    const origin = { file: run.file, at: { packet: log.number, offset: log.offset } };
    radio.log(log, { seconds: log.seconds, nanos: log.nanos, packet: log.number, origin });
  }, run.report);
  for await (const chunk of chunksOf(source)) {
    if (run.cancel?.aborted) return true;
    reader.take(chunk);
    const wait = run.drain?.();
    if (wait) await wait;
  }
  const ok = reader.end();
  radio.end();
  return ok;
}
