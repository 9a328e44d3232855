import assert from "node:assert/strict";
import { test } from "node:test";
import { aside, signChange } from "./change.ts";
import { compileIndicators } from "./compile.ts";
import { readIndicators } from "./readers.ts";
import type { CompiledIndicators } from "./types.ts";

async function list(...lines: readonly string[]): Promise<CompiledIndicators> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(lines.join("\n"));
  }
  return compileIndicators([readIndicators(bytes(), "list.txt", () => {})]);
}

test("signs that came and went, each once, whatever their order", async () => {
  const old = await list("a.example", "b.example", "198.51.100.7", "A.example");
  const now = await list("c.example", "198.51.100.7", "b.example", "https://d.example/x");
  assert.deepEqual(signChange(old, now), { came: 2, went: 1, same: 2 });
  assert.deepEqual(signChange(now, old), { came: 1, went: 2, same: 2 });
  assert.deepEqual(signChange(old, old), { came: 0, went: 0, same: 3 });
  assert.deepEqual(signChange(await list(), now), { came: 4, went: 0, same: 0 });
});

test("a long name of a process is one sign, though it is found by its cut forms too", async () => {
  const of = (name: string): Promise<CompiledIndicators> =>
    compileIndicators([
      {
        meta: { name: "x", source: "", licence: "", date: "" },
        async read(sink) {
          sink.add({ type: "process", value: name });
          sink.add({ type: "process", value: "short" });
          return undefined;
        },
      },
    ]);
  const [a, b] = [await of("a-process-with-a-long-name"), await of("a-process-with-another-name")];
  assert.ok(a.keyRow.length > 2);
  assert.deepEqual(signChange(a, b), { came: 1, went: 1, same: 1 });
});

test("what is kept aside: nothing in it, or most of it gone or replaced", () => {
  assert.equal(aside(undefined, 0, undefined), "empty");
  assert.equal(aside(100, 0, { came: 0, went: 100, same: 0 }), "empty");
  assert.equal(aside(undefined, 5, undefined), undefined);
  assert.equal(aside(100, 49, { came: 0, went: 51, same: 49 }), "shrunk");
  assert.equal(aside(100, 100, { came: 60, went: 60, same: 40 }), "shrunk");
  assert.equal(aside(100, 50, { came: 0, went: 50, same: 50 }), undefined);
  assert.equal(aside(9, 1, { came: 0, went: 8, same: 1 }), undefined);
});
