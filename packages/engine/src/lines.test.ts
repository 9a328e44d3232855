import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { createCollector, createMatcher } from "@contraluz/detection";
import { decodeRecord } from "@contraluz/store";
import { compile } from "./check.fixture.ts";
import { BlockPool, LineBlock } from "./lines.ts";
import { LaneOutput } from "./output.ts";

const record = (n: number, more: Partial<ArtifactRecord> = {}): ArtifactRecord => ({
  kind: "k",
  fields: { n },
  observables: [],
  origin: { file: 0, at: { table: "t", row: n } },
  ...more,
});

test("a record that cannot be written leaves nothing behind: neither half a line nor a number", async () => {
  const block = new LineBlock(new BlockPool());
  const broken = record(2, { fields: { a: 1, b: { seen: "x", precision: "s", utc: "no" } as never } });
  block.add(record(1));
  assert.throws(() => block.add(broken));
  block.add(record(3));
  const { bytes, rows } = block.take()!;
  const lines = new TextDecoder().decode(bytes).split("\n").filter(Boolean).map(decodeRecord);
  assert.deepEqual([rows, lines.map((r) => r.fields.n)], [2, [1, 3]]);
});

test("the span of a place is that of what stands in it; an instant beyond 64 bits stands at the end of the timeline", async () => {
  const matcher = createMatcher(await compile([]));
  const times: bigint[] = [];
  const out = new LaneOutput(
    () => createCollector(matcher, []),
    { records: () => undefined, times: (_, t) => void times.push(...t) },
    {},
  );
  const emit = out.emitter("ios/sms");
  const at = (utc: bigint) => ({ utc, seen: "x", precision: "s" as const });
  emit(record(1, { at: at(100n) }));
  emit(record(2, { at: at(10n ** 20n) }));
  emit(
    record(3, {
      at: at(5n),
      origin: { file: 0, state: "deleted", at: { table: "t", page: 1, in: "free", offset: 0 } },
    }),
  );
  const { stats } = (await out.finish()).get("ios/sms")!;
  assert.deepEqual([stats.from!.utc, stats.to!.utc, stats.deleted], [100n, 10n ** 20n, 1]);
  assert.deepEqual(times, [100n, 2n ** 63n - 1n, 5n]);
});
