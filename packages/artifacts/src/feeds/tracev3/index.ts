/**
 * Feed of the unified logs: log files, clock records and files of texts of one phone, told apart by their bytes. Whatever needs
 * more than one of them comes when the last was read (`LogState.end`).
 * @module
 */
import type { Cancel, RandomAccess, Report } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import { isTimesync, isUuidtext, LogReader, readTimesync, readUuidtext } from "@contraluz/formats/tracev3/index.ts";
import { FileSums, type LogState } from "./state.ts";
import type { LogItem } from "./types.ts";

export { LogState } from "./state.ts";

export interface Tracev3Run {
  readonly file: number;
  readonly path: string;
  readonly report: Report;
  readonly state: LogState;
  /** Words may be kept. */
  readonly content: boolean;
  readonly cancel?: Cancel;
  /** Awaited between pieces where it gives a promise: back-pressure of whoever takes the records. */
  readonly drain?: () => Promise<void> | undefined;
}

/** Bytes of a clock file or a file of texts: real ones have up to some megabytes. */
const MAX_BESIDE = 33_554_432;
const HEAD = 64;

/** `…/0F/DC9E2F4DC9386597171C65E321FFF7`: a file of texts is named by the UUID of its program. */
function uuidOf(path: string): string | undefined {
  const m = /(?:^|\/)([0-9A-F]{2})\/([0-9A-F]{30})$/.exec(path);
  const hex = m && m[1]! + m[2]!;
  return hex
    ? `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    : undefined;
}

async function whole(source: RandomAccess, report: Report): Promise<Uint8Array | undefined> {
  if (source.size <= MAX_BESIDE) return source.read(0, source.size);
  report({ code: "too-large", found: `${source.size}`, expected: `<= ${MAX_BESIDE}`, lost: "file" });
  return undefined;
}

/** Reads one file for all subscribers. Returns false if nothing of it could be read. */
export async function runTracev3(
  source: RandomAccess,
  subs: readonly { take(item: LogItem): void }[],
  run: Tracev3Run,
): Promise<boolean> {
  const { state, report, file } = run;
  const take = (item: LogItem): void => {
    for (const s of subs) s.take(item);
  };
  const head = await source.read(0, HEAD);
  if (isTimesync(head)) {
    const bytes = await whole(source, report);
    if (!bytes) return false;
    if (!state.clock.add(readTimesync(bytes, report)))
      report({ code: "log-limit", found: "clock records", lost: "row" });
    return true;
  }
  const uuid = uuidOf(run.path);
  if (uuid !== undefined || isUuidtext(head)) {
    const bytes = await whole(source, report);
    const texts = bytes && readUuidtext(bytes, report);
    if (!texts) return false;
    if (texts.path === "") return true;
    // Without the name of the file nobody knows which program it is of; that it was there it says.
    if (uuid !== undefined) {
      state.image(uuid, texts.path);
      if (run.content) state.strange.keep(uuid, texts, bytes.length);
    }
    const length = new TextEncoder().encode(texts.path).length;
    take({ kind: "image", uuid: uuid ?? "", path: texts.path, origin: { file, at: { offset: texts.pathAt, length } } });
    return true;
  }
  const sums = new FileSums(state, file, () => reader.place, take, run.content);
  const reader: LogReader = new LogReader(sums, report);
  for await (const piece of chunksOf(source)) {
    if (run.cancel?.aborted) break;
    reader.push(piece);
    const wait = run.drain?.();
    if (wait) await wait;
  }
  reader.end();
  return reader.some;
}
