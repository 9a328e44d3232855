/** Devices of Bluetooth as the feed gives them, for tests. @module */
import type { ArtifactRecord, Moment, Problem } from "@contraluz/core";
import type { Artifact, BleItem, CaptureItem, Span } from "../artifact.ts";
import { checkRecords, FILE } from "../artifacts.fixture.ts";

/** 2026-04-03T15:00:00Z */
export const START = 1_775_228_400;

export const at = (minutes: number): Moment => ({
  utc: BigInt(START + minutes * 60) * 1_000_000_000n,
  seen: `${minutes}`,
  precision: "us",
});

/** From one minute to another; `pauses`: minutes in which it was not there. */
export function heard(
  address: string,
  from: number,
  to: number,
  more: Partial<BleItem> = {},
  pauses: readonly Span[] = [],
): BleItem {
  const edges = [from, ...pauses.flat(), to].map((m) => START + m * 60);
  const spans: Span[] = [];
  for (let i = 0; i < edges.length; i += 2) spans.push([edges[i]!, edges[i + 1]!]);
  return {
    kind: "ble",
    address,
    addressKind: "static",
    seen: 10,
    first: at(from),
    last: at(to),
    between: [START + from * 60, START + to * 60],
    spans,
    services: [],
    makers: [],
    connected: false,
    packet: 1,
    origin: { file: FILE, at: { packet: 1, offset: 24 } },
    ...more,
  };
}

export function tag(
  address: string,
  from: number,
  to: number,
  of: Partial<NonNullable<BleItem["tag"]>> = {},
  more: Partial<BleItem> = {},
): BleItem {
  const minutes = Math.round(to - from);
  return heard(address, from, to, {
    tag: { type: "find-my", model: "airtag", state: "away", minutes, ...of },
    ...more,
  });
}

export function records(
  artifact: Artifact<"capture">,
  items: readonly CaptureItem[],
  content = false,
): ArtifactRecord[] {
  const out: ArtifactRecord[] = [];
  const problem = (p: Problem): never => {
    throw new Error(p.code);
  };
  const parser = artifact.parse({ acquisition: { kind: "capture" }, file: FILE, path: "x", content, problem });
  const emit = (r: ArtifactRecord): void => void out.push(r);
  for (const item of items) parser.take(item, emit);
  parser.end?.(emit);
  checkRecords(artifact, out, content);
  return out;
}
