import assert from "node:assert/strict";
import { createServer, connect as h2connect } from "node:http2";
import { Duplex, duplexPair } from "node:stream";
import { test } from "node:test";
import type { HttpHead } from "../http/index.ts";
import { unhuff } from "./huffman.ts";
import { Hpack, Http2Heads, looksLikeHttp2 } from "./index.ts";

const hex = (s: string): Uint8Array =>
  Uint8Array.from(s.replace(/\s/g, "").match(/../g) ?? [], (x) => Number.parseInt(x, 16));

test("the examples of the standard: a growing table, with and without Huffman", () => {
  // RFC 7541, C.4: three requests on one connection.
  const hpack = new Hpack();
  assert.deepEqual(hpack.read(hex("828684418cf1e3c2e5f23a6ba0ab90f4ff")), [
    [":method", "GET"],
    [":scheme", "http"],
    [":path", "/"],
    [":authority", "www.example.com"],
  ]);
  assert.deepEqual(hpack.read(hex("828684be5886a8eb10649cbf"))?.at(-1), ["cache-control", "no-cache"]);
  assert.deepEqual(hpack.read(hex("828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf"))?.at(-1), [
    "custom-key",
    "custom-value",
  ]);
  // C.2.1 and C.2.3: texts as they are; one that must not be kept.
  assert.deepEqual(new Hpack().read(hex("400a637573746f6d2d6b65790d637573746f6d2d686561646572")), [
    ["custom-key", "custom-header"],
  ]);
  assert.deepEqual(new Hpack().read(hex("100870617373776f726406736563726574")), [["password", "secret"]]);
});

test("numbers, texts and tables that lie are none", () => {
  for (const bad of [
    "bf",
    "80",
    "ff ff ff ff ff ff ff",
    "3f ff ff ff ff 7f",
    "00 7f ff ff ff 0f",
    "40 0a 63",
    "00 81 00 00",
    "3f e2 ff 7f",
  ])
    assert.equal(new Hpack().read(hex(bad)), undefined, bad);
  // A byte of ones is no padding; the end may not be written.
  assert.equal(unhuff(hex("ffffffff"), 0, 4, 100), undefined);
  assert.equal(unhuff(hex("ff"), 0, 1, 100), undefined);
  assert.equal(unhuff(hex("1f"), 0, 1, 100), "a");
});

/** What Node's own client and server say to each other, in memory. */
async function talk(requests: readonly Record<string, string>[]): Promise<{ up: Uint8Array[]; down: Uint8Array[] }> {
  const [left, right] = duplexPair();
  const [up, down]: [Uint8Array[], Uint8Array[]] = [[], []];
  const tap = (to: Duplex, seen: Uint8Array[]): Duplex => {
    const d = new Duplex({
      read: () => {},
      write(chunk: Buffer, _, done) {
        seen.push(Uint8Array.from(chunk));
        to.write(chunk, done);
      },
      final: (done) => void to.end(done),
    });
    to.on("data", (c: Buffer) => d.push(c));
    to.on("end", () => d.push(null));
    return d;
  };
  const server = createServer((req, res) => {
    req.resume();
    res.setHeader("server", `casa/${req.url}`);
    res.end("x".repeat(40_000));
  });
  server.emit("connection", tap(right, down));
  const session = h2connect("http://casa.example", { createConnection: () => tap(left, up) });
  for (const headers of requests)
    await new Promise<void>((resolve, reject) => {
      const s = session.request(headers);
      s.on("error", reject);
      s.resume();
      s.on("end", resolve);
      s.end();
    });
  session.destroy();
  return { up, down };
}

test("heads of Node's own HTTP/2, in pieces of any size", async () => {
  const long = "{".repeat(25_000);
  const { up, down } = await talk([
    { ":path": "/uno?x=1", "user-agent": "prueba/1", cookie: "secreto=1" },
    { ":path": "/dos", ":method": "POST", "user-agent": "prueba/1", "x-largo": long },
    { ":path": "/tres", "x-otro": "á".normalize("NFD").slice(0, 1) },
  ]);
  const all = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((p) => [...p]));
  assert.ok(looksLikeHttp2(all(up)));
  for (const size of [1, 7, 1000, 1 << 20]) {
    const read = (bytes: Uint8Array): HttpHead[] => {
      const heads: HttpHead[] = [];
      const reader = new Http2Heads((h) => void heads.push(h));
      for (let at = 0; at < bytes.length; at += size) reader.take(bytes.subarray(at, at + size));
      assert.equal(reader.done, false);
      return heads;
    };
    assert.deepEqual(
      read(all(up)).map((h) => [
        h.method,
        h.target,
        h.fields.get("host"),
        h.fields.get("user-agent"),
        h.fields.has("cookie"),
      ]),
      [
        ["GET", "/uno?x=1", "casa.example:80", "prueba/1", false],
        ["POST", "/dos", "casa.example:80", "prueba/1", false],
        ["GET", "/tres", "casa.example:80", undefined, false],
      ],
      `${size}`,
    );
    assert.deepEqual(
      read(all(down)).map((h) => [h.status, h.fields.get("server")]),
      [
        [200, "casa//uno?x=1"],
        [200, "casa//dos"],
        [200, "casa//tres"],
      ],
    );
  }
});

test("damaged anywhere: no throw, and what waits is bounded", async () => {
  const { up } = await talk([{ ":path": "/uno" }]);
  const whole = Uint8Array.from(up.flatMap((p) => [...p]));
  for (let i = 0; i < whole.length; i++) {
    const bad = whole.slice();
    bad[i]! ^= 1 << (i % 8);
    const reader = new Http2Heads(() => {});
    reader.take(bad);
    reader.take(whole);
    assert.ok(reader.held <= 2 * 65_536 + whole.length);
  }
  const reader = new Http2Heads(() => {});
  const frame = Uint8Array.from([0, 0x40, 0, 9, 0, 0, 0, 0, 1, ...new Uint8Array(0x4000)]);
  frame[3] = 1;
  reader.take(frame);
  frame[3] = 9;
  for (let i = 0; i < 100; i++) reader.take(frame);
  assert.deepEqual([reader.done, reader.held], [true, 0]);
});
