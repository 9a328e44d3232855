/**
 * Logs and packets of a mobile network become messages. One state for a file: broadcast that was heard before is told as that, and what a
 * message carries (of the core, within one of the radio) is a message of its own, once.
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Generation, Gsmtap } from "@contraluz/formats/gsmtap/index.ts";
import { field, list, path, type RrcMessage, readRrc } from "@contraluz/formats/lte-rrc/index.ts";
import type { MacLte } from "@contraluz/formats/mac-lte/index.ts";
import { type NasMessage, readEps, readLayer3 } from "@contraluz/formats/nas/index.ts";
import {
  ACCESS_LOG,
  type DiagLog,
  LOG_NAMES,
  NEIGHBOUR_LOG,
  readAccessLog,
  readGsmLog,
  readNasLog,
  readRrcLog,
  readSignalLog,
  readUmtsNasLog,
  SERVING_LOG,
} from "@contraluz/formats/qmdl/index.ts";
import { momentOf, SET_SINCE } from "../capture/clock.ts";
import { Lapdm } from "./lapdm.ts";
import type { RadioEnd, RadioItem, RadioPlace, RadioSignal } from "./types.ts";

/** Different broadcasts that are remembered. */
const MAX_HEARD = 20_000;
/** Messages of the core that are remembered, and for how many seconds: the log has the second copy within a blink. */
const MAX_RECENT = 32;
const RECENT = 3;
/** Seconds by which a clock may go forth between two frames. */
const JUMP = 3600;
/** Names of what was passed over. */
const MAX_NAMES = 200;
/** Metres of one step of timing advance: TS 36.211, 4 (16 parts of 30.72 MHz, there and back); TS 45.010 (half a bit of 2G). */
const STEP = { "4g": 78.125, "2g": 550 } as const;
/** A phone reports strength in decibels above -140 dBm (TS 36.133, 9.1.4). */
const REPORTED = -140;

/** When and where a frame was. */
export interface RadioFrame {
  readonly seconds: number;
  readonly nanos: number;
  readonly packet: number;
  readonly origin: Origin;
}

export class RadioReader {
  readonly #emit: (item: RadioItem | RadioSignal | RadioEnd) => void;
  readonly #heard = new Set<string>();
  readonly #recent: { readonly seconds: number; readonly inside: boolean; readonly key: string }[] = [];
  readonly #passed = new Map<string, number>();
  readonly #lapdm = new Lapdm();
  #frames = 0;
  #messages = 0;
  #unset = 0;
  #jumps = 0;
  #damaged = 0;
  #encrypted = 0;
  #twice = 0;
  #before: number | undefined;
  #first: Moment | undefined;
  #last: RadioFrame | undefined;
  /** The cell that was heard last on a channel of its own: where a message of the core belongs. */
  #place: RadioPlace = {};

  constructor(emit: (item: RadioItem | RadioSignal | RadioEnd) => void) {
    this.#emit = emit;
  }

  get frames(): number {
    return this.#frames;
  }

  #frame(f: RadioFrame): void {
    this.#frames++;
    if (f.seconds < SET_SINCE) this.#unset++;
    // Two logs of a modem may come a little late.
    if (this.#before !== undefined && (f.seconds < this.#before - 60 || f.seconds > this.#before + JUMP)) this.#jumps++;
    this.#before = f.seconds;
    this.#first ??= momentOf(f.seconds, f.nanos);
    this.#last = f;
  }

  /** It is there, and is not read further. */
  #pass(name: string): void {
    const n = this.#passed.get(name);
    if (n !== undefined || this.#passed.size < MAX_NAMES) this.#passed.set(name, (n ?? 0) + 1);
  }

  /** A log of Qualcomm's port. */
  log(log: DiagLog, f: RadioFrame): void {
    this.#frame(f);
    const name = LOG_NAMES[log.code] ?? `log ${log.code.toString(16).toUpperCase()}`;
    if (log.code === 0xb0c0) {
      const rrc = readRrcLog(log.body);
      if (!rrc) this.#bad(name);
      else if (rrc.channel === undefined) this.#pass(`${name} ${rrc.version}/${rrc.pdu}`);
      else this.#rrc(rrc.channel, rrc.message, { pci: rrc.pci, earfcn: rrc.earfcn }, f);
    } else if ([0xb0e2, 0xb0e3, 0xb0ec, 0xb0ed].includes(log.code)) {
      const message = readNasLog(log.body);
      if (message) this.#nas(readEps(message, true), (log.code & 1) === 1, this.#place, f, false);
      else this.#bad(name);
    } else if (log.code === 0x713a) {
      const nas = readUmtsNasLog(log.body);
      if (nas) this.#layer3("3g", "NAS", nas.message, nas.up, {}, f);
      else this.#bad(name);
    } else if (log.code === 0x512f) {
      const rr = readGsmLog(log.body);
      if (rr) this.#layer3("2g", rr.channel, withoutLength(rr.message), rr.up, {}, f);
      else this.#bad(name);
    } else if (log.code === SERVING_LOG || log.code === NEIGHBOUR_LOG) this.#strengths(log, name, f);
    else if (log.code === ACCESS_LOG) this.#advances(log.body, name, f);
    else this.#pass(name);
  }

  #strengths(log: DiagLog, name: string, f: RadioFrame): void {
    const cells = readSignalLog(log.code, log.body);
    if (cells === "damaged") this.#bad(name);
    else if (cells === "version") this.#pass(`${name} ${log.body[0]}`);
    else for (const { pci, earfcn, signal, serving } of cells) this.#signal({ pci, earfcn }, { signal, serving }, f);
  }

  #advances(b: Uint8Array, name: string, f: RadioFrame): void {
    const steps = readAccessLog(b);
    if (steps === "damaged") this.#bad(name);
    else if (steps === "version") this.#pass(`${name} ${b[5] ?? b[0]}`);
    // The log does not say of which cell: of the one to which the phone talks.
    else
      for (const n of steps) this.#signal(this.#place, { metres: Math.ceil((n + 1) * STEP["4g"]), serving: true }, f);
  }

  #signal(
    place: RadioPlace,
    of: Pick<RadioSignal, "signal" | "metres" | "serving">,
    f: RadioFrame,
    generation: Generation = "4g",
  ): void {
    const at = momentOf(f.seconds, f.nanos);
    this.#emit({
      kind: "radio-signal",
      at,
      seconds: f.seconds,
      packet: f.packet,
      generation,
      ...place,
      ...of,
      origin: f.origin,
    });
  }

  #bad(name: string): void {
    this.#damaged++;
    this.#pass(`${name}, damaged`);
  }

  /** A packet of GSMTAP; `b` begins behind its head. */
  gsmtap(head: Gsmtap, b: Uint8Array, f: RadioFrame): void {
    this.#frame(f);
    const place: RadioPlace = { earfcn: head.arfcn, short: true };
    const signal = head.signal === 0 ? undefined : head.signal;
    if (head.type === 0x0d && head.channel !== undefined) this.#rrc(head.channel, b, place, f, signal);
    else if (head.type === 0x12) this.#nas(readEps(b), head.up, this.#place, f, false);
    else if (head.type === 0x01) this.#um(head, b, f);
    else this.#pass(head.name);
  }

  /** A frame of 2G. */
  #um(head: Gsmtap, b: Uint8Array, f: RadioFrame): void {
    const channel = head.subtype & 0x7f;
    const place = { earfcn: head.arfcn };
    if (head.signal < 0 && !head.up) this.#signal(place, { signal: head.signal, serving: false }, f, "2g");
    if (!WITH_HEAD.has(channel)) {
      this.#layer3("2g", head.name.slice(7), b.length > 1 ? b.subarray(1) : undefined, head.up, place, f);
      return;
    }
    // On the slow channel two bytes of layer 1 stand first: the power, and how far away the phone is.
    const slow = (head.subtype & 0x80) !== 0;
    if (slow && !head.up && b.length > 2 && b[1]! < 64)
      this.#signal(place, { metres: (b[1]! + 1) * STEP["2g"], serving: true }, f, "2g");
    const key = `${head.arfcn} ${head.slot} ${head.part} ${head.subtype} ${head.up}`;
    const joined = this.#lapdm.take(key, b, slow ? 2 : 0, f.seconds);
    if (joined === "part") return;
    this.#layer3("2g", head.name.slice(7), joined, head.up, place, f);
  }

  /** A frame of LTE's medium access: which cell it is of, nobody wrote down. */
  mac(head: MacLte, b: Uint8Array, f: RadioFrame): void {
    this.#frame(f);
    if (head.channel === undefined) this.#pass("LTE MAC");
    else this.#rrc(head.channel, b, {}, f);
  }

  #rrc(channel: string, bytes: Uint8Array, place: RadioPlace, f: RadioFrame, signal?: number): void {
    const broadcast = /^(?:BCCH|PCCH|MCCH|SC-MCCH)/.test(channel);
    if (broadcast && !channel.startsWith("PCCH")) {
      const key = `${place.pci} ${place.earfcn} ${channel} ${latin(bytes)}`;
      if (this.#heard.has(key)) {
        // A new frame number makes each master block another one: only the first of a cell is read.
        this.#say({ ...place, channel, type: "again", again: true }, f, signal);
        if (signal !== undefined && signal < 0) this.#signal(place, { signal, serving: false }, f);
        return;
      }
      if (this.#heard.size < MAX_HEARD) this.#heard.add(key);
    }
    const rrc = readRrc(channel, bytes);
    if (!rrc) {
      this.#pass(`LTE RRC ${channel}`);
      return;
    }
    if (rrc.damage) this.#damaged++;
    if (!broadcast) this.#place = place;
    this.#say({ ...place, channel, type: rrc.name, rrc }, f, signal);
    const reported = reportedOf(rrc);
    if (reported !== undefined) this.#signal(place, { signal: reported + REPORTED, serving: true }, f);
    else if (signal !== undefined && signal < 0 && !channel.startsWith("UL-"))
      this.#signal(place, { signal, serving: !broadcast }, f);
    for (const bytes of carried(rrc)) {
      const nas = readEps(bytes);
      if (nas) this.#nas(nas, channel.startsWith("UL-"), place, f, true);
    }
  }

  #say(
    of: RadioPlace & { channel: string; type: string; rrc?: RrcMessage; again?: true },
    f: RadioFrame,
    signal: number | undefined,
  ): void {
    this.#messages++;
    this.#emit({
      kind: "radio",
      at: momentOf(f.seconds, f.nanos),
      packet: f.packet,
      generation: "4g",
      up: of.channel.startsWith("UL-"),
      ...of,
      ...(signal === undefined ? {} : { signal }),
      origin: f.origin,
    });
  }

  #nas(nas: NasMessage | undefined, up: boolean, place: RadioPlace, f: RadioFrame, inside: boolean): void {
    if (!nas) {
      if (!inside) this.#bad("LTE NAS");
      return;
    }
    // What is encrypted within a message of the radio stands beside it, opened, if the modem was asked.
    if (nas.type === "encrypted") {
      this.#encrypted++;
      return;
    }
    // Of one that was signed, a log has zeros at the end, as many as stood before it.
    const key = `${up} ${latin(nas.plain).replace(/\0{1,16}$/, "")}`;
    while (this.#recent.length > 0 && f.seconds - this.#recent[0]!.seconds > RECENT) this.#recent.shift();
    const same = this.#recent.findIndex((r) => r.inside !== inside && r.key === key);
    if (same >= 0) {
      this.#recent.splice(same, 1);
      this.#twice++;
      return;
    }
    if (this.#recent.length >= MAX_RECENT) this.#recent.shift();
    this.#recent.push({ seconds: f.seconds, inside, key });
    this.#message("4g", "NAS", nas, up, place, f);
  }

  #layer3(
    generation: Generation,
    channel: string,
    b: Uint8Array | undefined,
    up: boolean,
    place: RadioPlace,
    f: RadioFrame,
  ): void {
    const nas = b && readLayer3(b);
    if (!nas) {
      this.#pass(`${generation === "2g" ? "GSM" : "UMTS"} ${channel}`);
      return;
    }
    if (nas.type.startsWith("systemInformation")) {
      const key = `${generation} ${place.earfcn} ${latin(nas.plain)}`;
      const again = this.#heard.has(key);
      if (!again && this.#heard.size < MAX_HEARD) this.#heard.add(key);
      this.#message(generation, channel, nas, up, place, f, again);
    } else this.#message(generation, channel, nas, up, place, f);
  }

  #message(
    generation: Generation,
    channel: string,
    nas: NasMessage,
    up: boolean,
    place: RadioPlace,
    f: RadioFrame,
    again = false,
  ): void {
    this.#messages++;
    this.#emit({
      kind: "radio",
      at: momentOf(f.seconds, f.nanos),
      packet: f.packet,
      generation,
      channel,
      up,
      type: nas.type,
      nas,
      ...(again ? { again } : {}),
      ...place,
      origin: f.origin,
    });
  }

  /** The file is over. */
  end(): void {
    const last = this.#last;
    if (!last) return;
    const open = this.#lapdm.lost + this.#lapdm.open;
    if (open > 0) this.#passed.set("GSM, parts of messages", open);
    this.#emit({
      kind: "radio-end",
      frames: this.#frames,
      messages: this.#messages,
      ...(this.#first ? { first: this.#first } : {}),
      last: momentOf(last.seconds, last.nanos),
      unset: this.#unset,
      jumps: this.#jumps,
      passed: Object.fromEntries([...this.#passed].sort(([a], [b]) => (a < b ? -1 : 1))),
      damaged: this.#damaged,
      encrypted: this.#encrypted,
      twice: this.#twice,
      origin: last.origin,
    });
  }
}

/** Bytes as a text that is a key. */
function latin(b: Uint8Array): string {
  let out = "";
  for (const v of b) out += String.fromCharCode(v);
  return out;
}

/** System information in a log has its length before it (TS 44.006, pseudo length: two low bits 01). */
function withoutLength(b: Uint8Array): Uint8Array {
  return b.length > 2 && (b[0]! & 3) === 1 && (b[1]! & 15) === 6 && (b[0]! & 15) !== 5 ? b.subarray(1) : b;
}

/** Channels of GSM whose frames have a head of LAPDm (address, control, length). */
const WITH_HEAD: ReadonlySet<number> = new Set([6, 7, 8, 9, 10]);

/** How strongly a phone says that it receives its own cell: 0 to 97. */
function reportedOf(m: RrcMessage): number | undefined {
  if (m.name !== "measurementReport") return undefined;
  const of = path(m.value, "criticalExtensions", "c1", "measurementReport-r8", "measResults", "measResultPCell");
  const n = field(of, "rsrpResult");
  return typeof n === "number" && n > 0 && n < 97 ? n : undefined;
}

/** Messages of the core that one of the radio carries. */
function carried(m: RrcMessage): Uint8Array[] {
  const v = m.value;
  const of = (...way: readonly string[]): readonly unknown[] => [path(v, "criticalExtensions", ...way)];
  const found: unknown[] = [];
  if (m.name === "dlInformationTransfer")
    found.push(...of("c1", "dlInformationTransfer-r8", "dedicatedInfoType", "dedicatedInfoNAS"));
  else if (m.name === "ulInformationTransfer")
    found.push(...of("c1", "ulInformationTransfer-r8", "dedicatedInfoType", "dedicatedInfoNAS"));
  else if (m.name === "rrcConnectionSetupComplete")
    found.push(...of("c1", "rrcConnectionSetupComplete-r8", "dedicatedInfoNAS"));
  else if (m.name === "rrcConnectionReconfiguration") {
    const r8 = path(v, "criticalExtensions", "c1", "rrcConnectionReconfiguration-r8");
    found.push(...list(field(r8, "dedicatedInfoNASList")));
  }
  return found.filter((b): b is Uint8Array => b instanceof Uint8Array);
}
