/**
 * Tags by which things are found, and people followed: of which network, whether their owner was near, when they were near whoever captured,
 * and in how many surroundings.
 *
 * Sources: network.md 3(d); Bluetooth Core 5.4; the tags' own formats (`formats/ble`).
 * @module
 */
import { isoUtc } from "@contraluz/core";
import type { Artifact, BleItem, CaptureItem, Emit, ParseRun, Parser, Span } from "../../artifact.ts";
import { text } from "../../text.ts";
import { BTSNOOP, PACKET_LOGGER } from "../places.ts";
import { chainsOf } from "./chains.ts";
import { changesOf, surroundingsOf } from "./surroundings.ts";
import { fields, words } from "./words.ts";

/** Tags of one file that are weighed; addresses and spans of one that are told. */
const [MAX_TAGS, MAX_ADDRESSES, MAX_SPANS] = [5000, 100, 100];
/** Seconds that are no pause. */
const PAUSE = 300;

const iso = (seconds: number): string => isoUtc(BigInt(seconds) * 1_000_000_000n, "s");

function joined(items: readonly BleItem[]): Span[] {
  const out: Span[] = [];
  for (const s of items.flatMap((i) => i.spans).sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1];
    if (last && s[0] - last[1] <= PAUSE) out[out.length - 1] = [last[0], Math.max(last[1], s[1])];
    else out.push(s);
  }
  return out;
}

class Trackers implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #items: BleItem[] = [];

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: CaptureItem): void {
    if (item.kind === "ble") this.#items.push(item);
  }

  #tag(items: readonly BleItem[], changes: readonly number[], emit: Emit): void {
    const [one, end] = [items[0]!, items[items.length - 1]!];
    const tag = one.tag!;
    const spans = joined(items);
    const heard = items.filter((i) => i.mean !== undefined);
    const seen = heard.reduce((n, i) => n + i.seen, 0);
    const last = items.reduce((l, i) => (i.between[1] > l.between[1] ? i : l), end).last;
    emit({
      kind: "tag",
      at: one.first,
      fields: {
        type: tag.type,
        model: tag.model,
        state: tag.state,
        address: one.address,
        addressKind: one.addressKind,
        uncertain: items.length > 1,
        addresses: items.length > 1 ? items.slice(0, MAX_ADDRESSES).map((i) => i.address) : undefined,
        turns: items.length - 1,
        last,
        minutes: items.reduce((n, i) => n + i.tag!.minutes, 0),
        seen: items.reduce((n, i) => n + i.seen, 0),
        ...(heard.length > 0
          ? {
              strongest: Math.max(...heard.map((i) => i.strongest ?? i.mean!)),
              mean: Math.round(heard.reduce((n, i) => n + i.mean! * i.seen, 0) / Math.max(1, seen)),
            }
          : {}),
        ...(tag.state === "near" ? {} : { surroundings: surroundingsOf(spans, changes) }),
        spans: spans.slice(0, MAX_SPANS).map(([from, to]) => `${iso(from)}/${iso(to)}`),
        name: text(one.name),
        connected: items.some((i) => i.connected),
      },
      observables: items
        .slice(0, MAX_ADDRESSES)
        .map((i) => ({ type: "tracker", value: i.address, contact: "present" })),
      origin: one.origin,
    });
  }

  end(emit: Emit): void {
    const tags = this.#items.filter((i) => i.tag);
    if (tags.length > MAX_TAGS)
      this.#run.problem({ code: "record-limit", expected: `<= ${MAX_TAGS} tags`, lost: "row" });
    // Those that were there for long come first where there are too many.
    const weighed = tags.sort((a, b) => b.tag!.minutes - a.tag!.minutes).slice(0, MAX_TAGS);
    const changes = weighed.length > 0 ? changesOf(this.#items) : [];
    for (const chain of chainsOf(weighed)) this.#tag(chain, changes, emit);
  }
}

export const trackers: Artifact<"capture"> = {
  id: "bluetooth/trackers",
  version: 1,
  feed: "capture",
  where: {
    capture: { paths: ["**"], want: { items: ["ble"] } },
    "android-bugreport": { paths: BTSNOOP, want: { items: ["ble"] } },
    androidqf: { paths: BTSNOOP, want: { items: ["ble"] } },
    sysdiagnose: { paths: PACKET_LOGGER, want: { items: ["ble"] } },
  },
  fields,
  key: { tag: ["address"] },
  observes: [["tracker", "present"]],
  words,
  sources: ["network.md 3(d)", "Bluetooth Core 5.4", "draft-ietf-dult-accessory-protocol"],
  parse: (run) => new Trackers(run),
};
