import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageChannel, type MessagePort as MessagePortOfNode } from "node:worker_threads";
import { ContraluzError, type Scratch, type WorkerPort } from "@contraluz/core";
import { asking, copiedFile } from "./asking.ts";
import type { ShelfAsk } from "./protocol.ts";
import { keeper, serveShelf } from "./thread.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (b: unknown): string => new TextDecoder().decode(b as Uint8Array);

/** Scratch in memory, which counts what it holds. */
function scratch(): { make: () => Promise<Scratch>; held(): number; closed(): boolean } {
  const parts: Uint8Array[] = [];
  let closed = false;
  const whole = (): Buffer => Buffer.concat(parts);
  return {
    held: () => whole().length,
    closed: () => closed,
    make: async () => ({
      write: async (b) => void parts.push(b.slice()),
      open: () => ({ size: whole().length, read: async (at, n) => new Uint8Array(whole().subarray(at, at + n)) }),
      close: async () => {
        closed = true;
      },
    }),
  };
}

test("a file has its name when it is whole; one that was discarded leaves none", async () => {
  const k = keeper(scratch().make);
  const file = (await k.answer({ op: "create", name: "a/b.txt" })) as number;
  await k.answer({ op: "write", file, bytes: bytes("ho") });
  await k.answer({ op: "write", file, bytes: bytes("la") });
  assert.equal(await k.answer({ op: "size", name: "a/b.txt" }), undefined);
  await k.answer({ op: "done", file });
  assert.equal(text(await k.answer({ op: "read", name: "a/b.txt" })), "hola");
  await assert.rejects(k.answer({ op: "write", file, bytes: bytes("x") }));
  const other = (await k.answer({ op: "create", name: "a/b.txt" })) as number;
  await k.answer({ op: "write", file: other, bytes: bytes("otra") });
  await k.answer({ op: "discard", file: other });
  assert.equal(text(await k.answer({ op: "read", name: "a/b.txt" })), "hola");
  await k.answer({ op: "append", name: "log", bytes: bytes("1\n") });
  await k.answer({ op: "append", name: "log", bytes: bytes("2\n") });
  assert.equal(text(await k.answer({ op: "read", name: "log" })), "1\n2\n");
  assert.deepEqual(await k.answer({ op: "list" }), [
    { path: "a/b.txt", size: 4 },
    { path: "log", size: 4 },
  ]);
  await k.answer({ op: "remove", name: "log" });
  assert.equal(await k.answer({ op: "read", name: "log" }), undefined);
});

test("what is too much for the memory lies in the scratch, and goes with it", async () => {
  const s = scratch();
  const k = keeper(s.make);
  const file = (await k.answer({ op: "create", name: "big" })) as number;
  const block = new Uint8Array(1 << 20).fill(7);
  for (let i = 0; i < 8; i++) await k.answer({ op: "write", file, bytes: block.slice() });
  await k.answer({ op: "done", file });
  assert.ok(s.held() >= 4 << 20, String(s.held()));
  const part = (await k.answer({ op: "bytes", name: "big", offset: (7 << 20) - 1, length: 9 })) as Uint8Array;
  assert.deepEqual([...part], new Array(9).fill(7));
  await k.answer({ op: "close" });
  assert.ok(s.closed());
});

test("without working space the memory has an end, and it is said", async () => {
  const k = keeper(() => Promise.reject(new ContraluzError("scratch-unavailable", "none")));
  const file = (await k.answer({ op: "create", name: "big" })) as number;
  await assert.rejects(async () => {
    for (let i = 0; i < 20; i++) await k.answer({ op: "write", file, bytes: new Uint8Array(64 << 20) });
  }, /no-room/);
});

const portOf = (line: MessagePortOfNode): WorkerPort => ({
  post: (m, transfer) => line.postMessage(m, [...(transfer ?? [])]),
  onMessage: (f) => void line.on("message", f),
  onError() {},
  close: () => line.close(),
});

test("a reader may read bytes of a file, and nothing else", async () => {
  const k = keeper(scratch().make);
  const long = new Uint8Array(300_000).map((_, i) => i % 251);
  // What is handed over is gone: its memory is given back.
  await k.answer({ op: "append", name: "f", bytes: long.slice() });
  let page: ((m: unknown) => void) | undefined;
  const port = { post() {}, onError() {}, close() {}, onMessage: (f: (m: unknown) => void) => void (page = f) };
  serveShelf(port, k, (l) => portOf(l as MessagePortOfNode));
  const { port1, port2 } = new MessageChannel();
  page?.({ reader: port1 });
  try {
    const line = asking(portOf(port2));
    const f = copiedFile(line, "f", long.length);
    for (const [at, n] of [
      [0, 10],
      [131_070, 5],
      [299_999, 10],
      [0, 300_000],
      [300_000, 1],
      [-1, 4],
    ] as const)
      assert.deepEqual(await f.read(at, n), at < 0 ? new Uint8Array(0) : long.slice(at, at + n), `${at} ${n}`);
    const ask: ShelfAsk = { op: "remove", name: "f" };
    const refused = line.ask(ask);
    line.end();
    await assert.rejects(refused);
    assert.equal(await k.answer({ op: "size", name: "f" }), long.length);
  } finally {
    port1.close();
    port2.close();
  }
});
