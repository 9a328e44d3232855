/**
 * Feed of captures, and of the logs of a modem (QMDL): frames become packets, packets conversations, and what is said in them messages. One pass; what is kept is bounded.
 * @module
 */
import type { Cancel, Platform, RandomAccess, Report } from "@contraluz/core";
import { besideOf, chunksOf } from "@contraluz/evidence";
import { scanStart } from "@contraluz/formats/ble/index.ts";
import { looksLikeGpx } from "@contraluz/formats/gpx/index.ts";
import { readGsmtap } from "@contraluz/formats/gsmtap/index.ts";
import { newIp, newTransport, readIp, readTransport, TCP, UDP } from "@contraluz/formats/ip/index.ts";
import { newFrame, readLink } from "@contraluz/formats/link/index.ts";
import { readMacLte } from "@contraluz/formats/mac-lte/index.ts";
import { type CaptureNote, CaptureReader, type Packet } from "@contraluz/formats/pcap/index.ts";
import { looksLikeQmdl } from "@contraluz/formats/qmdl/index.ts";
import { type KeyLog, looksLikeKeyLog } from "@contraluz/formats/tls-keys/index.ts";
import type { RadioFrame, RadioReader } from "../radio/reader.ts";
import { Air } from "./air.ts";
import { Bluetooth } from "./bluetooth.ts";
import { momentOf, SET_SINCE } from "./clock.ts";
import { Conversations, type PacketPlace } from "./conversations.ts";
import { Devices } from "./devices.ts";
import { Fragments } from "./fragments.ts";
import { keysOf, runKeys } from "./keys.ts";
import { Positions } from "./positions.ts";
import { runScan } from "./scan.ts";
import { looksLikeReport, runSnooz } from "./snooz.ts";
import { runTrack } from "./track.ts";
import type { CaptureEnd, CaptureItem, CaptureWant } from "./types.ts";

export { KeyLog } from "@contraluz/formats/tls-keys/index.ts";
export type * from "./types.ts";

export interface CaptureSub {
  readonly want: CaptureWant;
  readonly take: (item: CaptureItem) => void;
}

export interface CaptureRun {
  readonly file: number;
  readonly report: Report;
  readonly cancel?: Cancel;
  /** Awaited between pieces where it gives a promise: back-pressure of whoever takes the records. */
  readonly drain?: () => Promise<void> | undefined;
  /** Opens what is compressed within a file: the short log of Bluetooth in a bug report. */
  readonly platform?: Pick<Platform, "inflate">;
  /** Called for a text that may hold such a log and holds none. */
  readonly absent?: () => void;
  /** Keys of TLS of all captures of this check, if the person asked for it: what lies in them or beside them is added. */
  readonly keys?: KeyLog | undefined;
}

/** Seconds by which the clock of a capture may move between two frames. */
const JUMP = 3600;
/** Bytes at the beginning by which the log of a modem is known. */
const QMDL_LOOK = 65_536;
/** A link type that is free for anybody; tools for LTE use it. */
const MAC_LTE = 147;
/** Link types of one file. */
const MAX_LINKS = 100;

class Capture {
  readonly #run: CaptureRun;
  readonly #bySub: ReadonlyMap<CaptureItem["kind"], readonly CaptureSub["take"][]>;
  readonly #place: PacketPlace = { number: 0, offset: 0, seconds: 0, nanos: 0 };
  readonly #frame = newFrame();
  readonly #ip = newIp();
  /** Of a packet that came in parts; and its bytes. Used again for each. */
  readonly #joinedFrame = newFrame();
  readonly #joined = newIp();
  #whole: Uint8Array = new Uint8Array(2048);
  readonly #head = newTransport();
  readonly #fragments = new Fragments();
  readonly #conversations: Conversations;
  readonly #devices: Devices;
  readonly #air: Air;
  readonly #bluetooth: Bluetooth;
  readonly #positions: Positions;
  readonly #links = new Map<number, { packets: number; read: boolean }>();
  /** Of the last frame: nearly all are of one type. */
  #lastLink = -1;
  #lastLinkCount: { packets: number; read: boolean } | undefined;
  readonly #counts = new Map<string, number>();
  /** Messages of a mobile network wait until their tables are loaded, which are large. */
  readonly #waiting: { readonly mac: boolean; readonly bytes: Uint8Array; readonly frame: RadioFrame }[] = [];
  readonly #wantsRadio: boolean;
  #radio: RadioReader | undefined;
  #bytes = 0;
  #cut = 0;
  #dropped = 0;
  #unset = 0;
  /** Frames that no program writes: without a byte, or with a second of more than its parts. */
  #odd = 0;
  #jumps = 0;
  #secrets = false;
  #first: { readonly seconds: number; readonly nanos: number } | undefined;
  #before = 0;

  constructor(subs: readonly CaptureSub[], run: CaptureRun) {
    this.#run = run;
    const by = new Map<CaptureItem["kind"], CaptureSub["take"][]>();
    for (const s of subs)
      for (const kind of s.want.items) {
        const of = by.get(kind);
        if (of) of.push(s.take);
        else by.set(kind, [s.take]);
      }
    this.#bySub = by;
    this.#wantsRadio = by.has("radio") || by.has("radio-signal") || by.has("radio-end");
    this.#devices = new Devices(this.#place, run.file);
    this.#air = new Air(this.#place, run.file);
    this.#bluetooth = new Bluetooth(this.#place, run.file);
    this.#positions = new Positions(run.file);
    this.#conversations = new Conversations(this.#place, {
      file: run.file,
      keys: run.keys,
      emit: (item) => this.emit(item),
      count: (what) => void this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1),
      gsmtap: (b, start, end) => this.#mobile(b, start, end, false),
    });
  }

  emit(item: CaptureItem): void {
    const takes = this.#bySub.get(item.kind);
    if (takes) for (const take of takes) take(item);
  }

  note(n: CaptureNote): void {
    if (n.kind === "secrets") {
      this.#secrets = true;
      if (n.text) this.#run.keys?.add(n.text);
    } else if (n.kind === "dropped") this.#dropped += n.count;
  }

  packet(p: Packet): void {
    const place = this.#place;
    place.number = p.number;
    place.offset = p.offset;
    place.seconds = p.seconds;
    place.nanos = p.nanos;
    this.#bytes += p.length;
    if (p.end - p.start < p.length) this.#cut++;
    if (p.seconds < SET_SINCE) this.#unset++;
    if (p.length === 0 || p.nanos >= 1e9) this.#odd++;
    if (!this.#first) this.#first = { seconds: p.seconds, nanos: p.nanos };
    else if (Math.abs(p.seconds - this.#before) > JUMP) this.#jumps++;
    this.#before = p.seconds;
    if (p.comment !== undefined) {
      const position = this.#positions.of(p);
      if (position) this.emit(position);
    }
    const frame = this.#frame;
    const mobile = p.link === MAC_LTE && readMacLte(p.bytes, p.start, p.end) !== undefined;
    const read = mobile || readLink(p.bytes, p.start, p.end, p.link, frame);
    this.#count(p.link, read);
    if (!read) return;
    if (mobile) {
      this.#mobile(p.bytes, p.start, p.end, true);
      return;
    }
    if (frame.payload === "wifi") this.#air.frame(p, frame, (length) => this.#carried(p, length));
    else if (frame.payload === "ble" || frame.payload === "hci") this.#bluetooth.frame(p, frame);
    else this.#carried(p, p.length);
  }

  /** What a frame carries, `length` bytes of it as sent: a packet of its machines. */
  #carried(p: Packet, length: number): void {
    const frame = this.#frame;
    const ip = frame.payload === "ip" && readIp(p.bytes, frame.start, frame.end, this.#ip) ? this.#ip : undefined;
    this.#devices.frame(p.bytes, frame, ip, length);
    if (ip) this.#internet(p.bytes, p.length - (p.end - p.start));
    else if (frame.payload === "gsm") this.#mobile(p.bytes, frame.start, frame.end, false);
  }

  /** `mac`: a frame of LTE's medium access; else one of GSMTAP. */
  #mobile(b: Uint8Array, start: number, end: number, mac: boolean): void {
    if (!this.#wantsRadio) return;
    const { number, offset, seconds, nanos } = this.#place;
    const origin = { file: this.#run.file, at: { packet: number, offset } };
    this.#waiting.push({ mac, bytes: b.slice(start, end), frame: { seconds, nanos, packet: number, origin } });
  }

  /** Messages of a mobile network that came since the last call. */
  async radio(): Promise<void> {
    if (this.#waiting.length === 0) return;
    if (!this.#radio) {
      const { RadioReader: Reader } = await import("../radio/reader.ts");
      this.#radio = new Reader((item) => this.emit(item));
    }
    for (const { mac, bytes, frame } of this.#waiting.splice(0)) {
      const lte = mac ? readMacLte(bytes, 0, bytes.length) : undefined;
      const head = mac ? undefined : readGsmtap(bytes, 0, bytes.length);
      if (lte) this.#radio.mac(lte, bytes.subarray(lte.start, lte.end), frame);
      if (head) this.#radio.gsmtap(head, bytes.subarray(head.start), frame);
    }
  }

  #count(link: number, read: boolean): void {
    const of = link === this.#lastLink ? this.#lastLinkCount : this.#links.get(link);
    if (of) {
      this.#lastLink = link;
      this.#lastLinkCount = of;
      of.packets++;
      of.read ||= read;
    } else if (this.#links.size < MAX_LINKS) this.#links.set(link, { packets: 1, read });
  }

  /** `missing`: bytes of the frame that were not captured. */
  #internet(b: Uint8Array, missing: number): void {
    const [frame, ip, head] = [this.#frame, this.#ip, this.#head];
    if (ip.protocol !== TCP && ip.protocol !== UDP) return;
    if (ip.fragment) {
      this.#part(b);
      return;
    }
    if (readTransport(b, ip, head)) {
      const length = head.end - head.start + (ip.cut ? missing : 0);
      this.#conversations.packet(b, frame, ip, head, length);
    }
  }

  /** A part of a packet; the last one makes it whole. */
  #part(b: Uint8Array): void {
    const [frame, ip, head] = [this.#frame, this.#ip, this.#head];
    const payload = this.#fragments.take(b, ip, this.#place.seconds);
    if (!payload) return;
    // A packet of its own, with the addresses before its payload.
    const size = ip.version === 4 ? 4 : 16;
    const macs = 2 * size + payload.length;
    if (this.#whole.length < macs + 12) this.#whole = new Uint8Array(Math.max(macs + 12, 2 * this.#whole.length));
    const whole = this.#whole;
    for (let i = 0; i < size; i++) {
      whole[i] = b[ip.source + i]!;
      whole[size + i] = b[ip.target + i]!;
    }
    whole.set(payload, 2 * size);
    for (let i = 0; i < 6; i++) {
      if (frame.source >= 0) whole[macs + i] = b[frame.source + i]!;
      if (frame.target >= 0) whole[macs + 6 + i] = b[frame.target + i]!;
    }
    const own = Object.assign(this.#joined, ip);
    own.source = own.offset = 0;
    own.target = size;
    own.start = 2 * size;
    own.end = macs;
    own.fragment = own.more = false;
    const link = Object.assign(this.#joinedFrame, frame);
    if (frame.source >= 0) link.source = macs;
    if (frame.target >= 0) link.target = macs + 6;
    if (readTransport(whole, own, head)) this.#conversations.packet(whole, link, own, head, head.end - head.start);
  }

  end(packets: number): void {
    this.#conversations.end();
    for (const device of this.#devices.end()) this.emit(device);
    for (const heard of this.#air.end()) this.emit(heard);
    if (this.#bySub.has("ble")) for (const device of this.#bluetooth.end()) this.emit(device);
    this.#radio?.end();
    const { file, report } = this.#run;
    if (packets === 0) report({ code: "capture-damaged", offset: 0, expected: "frames", lost: "file" });
    for (const [link, { packets: of, read }] of this.#links)
      if (!read) report({ code: "capture-link", found: `link type ${link}`, lost: of === packets ? "file" : "row" });
    if (this.#odd > 0) report({ code: "capture-damaged", found: `${this.#odd} frames`, lost: "nothing" });
    if (this.#fragments.lost > 0)
      report({ code: "capture-fragments", found: `${this.#fragments.lost}`, lost: "bytes" });
    const held = this.#counts.get("held-cut");
    if (held !== undefined)
      report({ code: "capture-limit", found: `${held} connections`, expected: "32 MB that wait", lost: "bytes" });
    const heads = this.#counts.get("heads-cut");
    if (heads !== undefined)
      report({
        code: "capture-limit",
        found: `${heads} connections`,
        expected: "16 MB opened with keys",
        lost: "bytes",
      });
    if (this.#counts.has("flows-cut")) report({ code: "capture-limit", expected: "65536 flows at once", lost: "row" });
    if (this.#devices.over > 0) report({ code: "capture-limit", expected: "4096 machines", lost: "row" });
    if (this.#air.over > 0) report({ code: "capture-limit", expected: "4096 transmitters", lost: "row" });
    if (this.#air.damaged > 0) report({ code: "capture-damaged", found: `${this.#air.damaged} frames`, lost: "row" });
    const ble = this.#bluetooth;
    if (ble.over + ble.dropped > 0)
      report({ code: "capture-limit", expected: "32768 devices of Bluetooth", lost: "row" });
    if (ble.damaged > 0) report({ code: "capture-damaged", found: `${ble.damaged} frames of Bluetooth`, lost: "row" });
    const item: CaptureEnd = {
      kind: "end",
      packets,
      bytes: this.#bytes,
      ...(this.#first
        ? {
            first: momentOf(this.#first.seconds, this.#first.nanos),
            last: momentOf(this.#place.seconds, this.#place.nanos),
          }
        : {}),
      links: [...this.#links].sort(([a], [b]) => a - b).map(([link, l]) => ({ link, ...l })),
      cut: this.#cut,
      dropped: this.#dropped,
      unset: this.#unset,
      jumps: this.#jumps,
      secrets: this.#secrets,
      counts: Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1))),
      origin: { file, at: { packet: packets, offset: this.#place.offset } },
    };
    this.emit(item);
    const keys = keysOf(this.#run.keys, this.#secrets, this.#counts, item.origin);
    if (keys) this.emit(keys);
  }
}

/** Reads a capture for all subscribers. False if the file is none. */
export async function runCapture(source: RandomAccess, subs: readonly CaptureSub[], run: CaptureRun): Promise<boolean> {
  const capture = new Capture(subs, run);
  const head = await source.read(0, QMDL_LOOK);
  // What other tools said has places of its own.
  if (looksLikeKeyLog(head)) {
    await runKeys(source, (item) => capture.emit(item), run);
    return true;
  }
  if (besideOf(head)) return true;
  if (looksLikeQmdl(head)) {
    const { runQmdl } = await import("../radio/index.ts");
    return runQmdl(source, (item) => capture.emit(item), run);
  }
  if (looksLikeGpx(head)) {
    await runTrack(source, (item) => capture.emit(item), run);
    return true;
  }
  if (run.platform && looksLikeReport(head)) {
    let packets = 0;
    const packet = (p: Packet): void => {
      packets = p.number;
      capture.packet(p);
    };
    const log = await runSnooz(source, packet, run);
    if (log === "read") capture.end(packets);
    else if (log === "none") run.absent?.();
    return true;
  }
  const scan = scanStart(head);
  if (scan) {
    await runScan(source, scan.form, (item) => capture.emit(item), run);
    return true;
  }
  const reader = new CaptureReader({ packet: (p) => capture.packet(p), note: (n) => capture.note(n) }, run.report);
  for await (const chunk of chunksOf(source)) {
    if (run.cancel?.aborted) return true;
    if (!reader.take(chunk)) break;
    await capture.radio();
    const wait = run.drain?.();
    if (wait) await wait;
  }
  if (!reader.end()) {
    run.report({ code: "capture-damaged", offset: 0, expected: "pcap or pcapng", lost: "file" });
    return false;
  }
  capture.end(reader.packets);
  return true;
}
