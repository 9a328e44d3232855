/**
 * What a phone and the network said to each other: who asked for what, what was encrypted and how, rejections and their reasons. Numbers
 * of SIM and phone are left out; of an identity only its kind is told, and the country of the SIM.
 *
 * Messages that come by the thousand and tell nothing (measurements, broadcast that was heard before, calls to other phones) are counted
 * in the record of the log, with everything that was there and is not read.
 * Sources: 3GPP TS 36.331, TS 24.301, TS 24.008, TS 44.018; network.md 3(c).
 * @module
 */
import { isSilentSms, type NasMessage } from "@contraluz/formats/nas/index.ts";
import type { Artifact, CaptureItem, Emit, ParseRun, Parser, RadioEnd, RadioItem } from "../../artifact.ts";
import { broadcastOf, dedicatedOf, sib1Of } from "../rrc-facts.ts";
import { CAUSES } from "./causes.ts";
import { fields, words } from "./words.ts";

/** Messages of one file that become records. A day of a phone has some ten thousand. */
const MAX_MESSAGES = 200_000;
/** Names that are counted. */
const MAX_NAMES = 300;

/** They come by the thousand and say nothing of the network. */
const COMMON: ReadonlySet<string> = new Set([
  "measurementReport",
  "rrcConnectionReconfigurationComplete",
  "dlInformationTransfer",
  "ulInformationTransfer",
  "mib",
  "again",
  "ueCapabilityInformation",
]);

const CIPHERS_2G = ["none", "A5/1", "A5/2", "A5/3", "A5/4", "A5/5", "A5/6", "A5/7"];

type Fields = { [name: string]: string | number | boolean | readonly string[] | undefined };

function ofNas(m: NasMessage): Fields {
  const lte = m.protocol === "EMM";
  const cause = m.cause === undefined ? undefined : (CAUSES[m.cause] ?? `?${m.cause}`);
  const silent =
    (m.type === "downlinkNasTransport" && isSilentSms(m.plain.subarray(3))) ||
    (m.protocol === "SMS" && isSilentSms(m.plain));
  return {
    protocol: m.protocol,
    security: m.security,
    cause: m.cause,
    why: cause,
    identity: m.identity,
    before: m.last,
    home: m.home,
    cipher: m.cipher === undefined ? undefined : lte ? `eea${m.cipher}` : CIPHERS_2G[m.cipher],
    integrity: m.integrity === undefined ? undefined : `eia${m.integrity}`,
    imeisv: m.imeisv,
    ...(m.attach === 6 ? { emergency: true } : {}),
    ...(silent ? { silent: true } : {}),
  };
}

/** Undefined for a message that is only counted. */
function fieldsOf(i: RadioItem): Fields | undefined {
  if (i.nas) return i.again ? undefined : ofNas(i.nas);
  if (!i.rrc || COMMON.has(i.type)) return undefined;
  const sib1 = sib1Of(i.rrc);
  if (sib1)
    return { networks: sib1.networks, tac: sib1.tac, cell: sib1.cell, announced: sib1.blocks, barred: sib1.barred };
  const broadcast = broadcastOf(i.rrc);
  if (broadcast) return { ...broadcast };
  const of = dedicatedOf(i.rrc);
  if (i.type === "paging") return of.imsi === undefined ? undefined : { ...of };
  if (i.type === "rrcConnectionReconfiguration" && Object.keys(of).length === 0) return undefined;
  return { ...of };
}

class Messages implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #counts = new Map<string, number>();
  #records = 0;
  #over = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(i: CaptureItem, emit: Emit): void {
    if (i.kind === "radio") this.#message(i, emit);
    else if (i.kind === "radio-end") this.#log(i, emit);
  }

  #message(i: RadioItem, emit: Emit): void {
    const counted = `${i.generation} ${i.type === "again" ? "broadcast again" : i.type}`;
    const n = this.#counts.get(counted);
    if (n !== undefined || this.#counts.size < MAX_NAMES) this.#counts.set(counted, (n ?? 0) + 1);
    const of = fieldsOf(i);
    if (!of) return;
    if (++this.#records > MAX_MESSAGES) {
      this.#over++;
      return;
    }
    emit({
      kind: "message",
      at: i.at,
      fields: {
        generation: i.generation,
        channel: i.channel.replace(/-Message(?=-|$)/, ""),
        type: i.type,
        direction: i.up ? "up" : "down",
        pci: i.pci,
        earfcn: i.earfcn,
        ...(i.rrc?.damage === undefined ? {} : { damage: i.rrc.damage }),
        ...of,
      },
      observables: [],
      origin: i.origin,
    });
  }

  #log(end: RadioEnd, emit: Emit): void {
    const named = (of: Iterable<readonly [string, number]>): string[] =>
      [...of].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, n]) => `${name}: ${n}`);
    emit({
      kind: "log",
      ...(end.first ? { at: end.first } : {}),
      fields: {
        frames: end.frames,
        messages: end.messages,
        last: end.last,
        unset: end.unset,
        jumps: end.jumps,
        damaged: end.damaged,
        encrypted: end.encrypted,
        twice: end.twice,
        counts: named(this.#counts),
        passed: named(Object.entries(end.passed)),
      },
      observables: [],
      origin: end.origin,
    });
    if (this.#over > 0) {
      const expected = `<= ${MAX_MESSAGES} messages`;
      this.#run.problem({ code: "record-limit", found: `${this.#over} more`, expected, lost: "row" });
    }
  }
}

export const messages: Artifact<"capture"> = {
  id: "radio/messages",
  version: 1,
  feed: "capture",
  where: {
    capture: { paths: ["**"], want: { items: ["radio", "radio-end"] } },
    "radio-capture": { paths: ["log/**"], want: { items: ["radio", "radio-end"] } },
  },
  fields,
  observes: [],
  words,
  sources: ["3GPP TS 36.331", "3GPP TS 24.301", "3GPP TS 24.008", "3GPP TS 44.018", "network.md 3(c)"],
  parse: (run) => new Messages(run),
};
