/** Logs of programs that look for Bluetooth devices: each time that one was heard, as an advertisement. @module */
import type { RandomAccess } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import { ScanLines, type ScanRow, scanObject } from "@contraluz/formats/ble/index.ts";
import { splitArray } from "@contraluz/formats/json-stream/index.ts";
import { Bluetooth } from "./bluetooth.ts";
import { momentOf } from "./clock.ts";
import type { PacketPlace } from "./conversations.ts";
import type { CaptureRun } from "./index.ts";
import type { CaptureItem } from "./types.ts";

/** Letters of one line: longer ones are no row. */
const MAX_LINE = 65_536;

class Scan {
  readonly #place: PacketPlace = { number: 0, offset: 0, seconds: 0, nanos: 0 };
  readonly #run: CaptureRun;
  readonly #bluetooth: Bluetooth;
  #first: { readonly seconds: number; readonly nanos: number } | undefined;
  #rows = 0;
  #damaged = 0;
  #zoneless = false;

  constructor(run: CaptureRun) {
    this.#run = run;
    this.#bluetooth = new Bluetooth(this.#place, run.file);
  }

  /** `number`: of the line, or of the object, from 1. */
  take(row: ScanRow | undefined, number: number, offset: number): void {
    if (!row) {
      this.#damaged++;
      return;
    }
    const p = this.#place;
    p.number = number;
    p.offset = offset;
    p.seconds = row.seconds;
    p.nanos = row.nanos;
    this.#first ??= { seconds: row.seconds, nanos: row.nanos };
    this.#rows++;
    this.#zoneless ||= row.zoneless;
    this.#bluetooth.scanned(row);
  }

  end(emit: (item: CaptureItem) => void, bytes: number): void {
    const { report, file } = this.#run;
    const ble = this.#bluetooth;
    for (const device of ble.end()) emit(device);
    if (this.#damaged > 0) report({ code: "capture-damaged", found: `${this.#damaged} rows`, lost: "row" });
    if (this.#zoneless) report({ code: "scan-no-zone", lost: "nothing" });
    if (ble.over + ble.dropped > 0)
      report({ code: "capture-limit", expected: "32768 devices of Bluetooth", lost: "row" });
    const first = this.#first;
    emit({
      kind: "end",
      packets: this.#rows,
      bytes,
      ...(first
        ? { first: momentOf(first.seconds, first.nanos), last: momentOf(this.#place.seconds, this.#place.nanos) }
        : {}),
      links: [],
      cut: 0,
      dropped: 0,
      unset: 0,
      jumps: 0,
      secrets: false,
      counts: {},
      origin: { file, at: { packet: this.#place.number, offset: this.#place.offset } },
    });
  }
}

async function runLines(source: RandomAccess, scan: Scan, run: CaptureRun): Promise<void> {
  const reader = new ScanLines();
  const decoder = new TextDecoder();
  let [held, at, number] = [new Uint8Array(0), 0, 0];
  const line = (b: Uint8Array, offset: number): void => {
    number++;
    if (b.length === 0 || (b.length === 1 && b[0] === 0x0d)) return;
    const row = b.length > MAX_LINE ? undefined : reader.line(decoder.decode(b).trimEnd());
    if (row !== "head") scan.take(row, number, offset);
  };
  for await (const chunk of chunksOf(source)) {
    if (run.cancel?.aborted) return;
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const part = chunk.subarray(from, end);
      const whole = held.length > 0 ? joined(held, part) : part;
      line(whole, at + from - held.length);
      held = held.subarray(0, 0);
      from = end + 1;
    }
    // Of a line without an end only so much is kept as shows that it is too long.
    if (held.length <= MAX_LINE) held = joined(held, chunk.subarray(from, from + MAX_LINE + 1));
    at += chunk.length;
    const wait = run.drain?.();
    if (wait) await wait;
  }
  if (held.length > 0) line(held, at - held.length);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

async function runList(source: RandomAccess, scan: Scan, run: CaptureRun): Promise<void> {
  let number = 0;
  for await (const batch of splitArray(chunksOf(source), "", {}, run.report)) {
    if (run.cancel?.aborted) return;
    for (const object of batch) scan.take(scanObject(object), ++number, 0);
    const wait = run.drain?.();
    if (wait) await wait;
  }
}

export async function runScan(
  source: RandomAccess,
  form: "lines" | "list",
  emit: (item: CaptureItem) => void,
  run: CaptureRun,
): Promise<void> {
  const scan = new Scan(run);
  await (form === "lines" ? runLines(source, scan, run) : runList(source, scan, run));
  scan.end(emit, source.size);
}
