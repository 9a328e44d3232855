import assert from "node:assert/strict";
import { test } from "node:test";
import { Http3Heads, Qpack } from "./index.ts";
import { STATIC } from "./static.ts";

const hex = (s: string): Uint8Array =>
  Uint8Array.from(s.replace(/\s/g, "").match(/../g) ?? [], (x) => Number.parseInt(x, 16));

const SITE = "c00f7777772e6578616d706c652e636f6d c10c2f73616d706c652f70617468";
const HEAD = hex("0381 10 11");

test("the examples of the standard: a growing table, and heads that wait for it", () => {
  // RFC 9204, appendix B.
  const q = new Qpack();
  assert.deepEqual(q.head(hex("0000 510b 2f69 6e64 6578 2e68 746d 6c")), [[":path", "/index.html"]]);
  q.allowed = 220;
  assert.equal(q.head(HEAD), "later");
  q.instructions(hex(`3fbd01 ${SITE}`));
  assert.deepEqual(q.head(HEAD), [
    [":authority", "www.example.com"],
    [":path", "/sample/path"],
  ]);
  q.instructions(hex("4a 637573746f6d2d6b6579 0c637573746f6d2d76616c7565"));
  const later = hex("0500 80 c1 81");
  assert.equal(q.head(later), "later");
  q.instructions(hex("02"));
  const third = [
    [":authority", "www.example.com"],
    [":path", "/"],
    ["custom-key", "custom-value"],
  ];
  assert.deepEqual(q.head(later), third);
  // One more pushes out the oldest.
  q.instructions(hex("810d637573746f6d2d76616c756532"));
  assert.deepEqual(q.head(later), third, "what the head needs is still there");
  assert.equal(q.head(HEAD), undefined, "and what the first one needs is gone");
});

test("both know 99 fields; instructions in pieces; what is damaged ends it", () => {
  assert.deepEqual([STATIC.length, STATIC[1], STATIC[98]], [99, [":path", "/"], ["x-frame-options", "sameorigin"]]);
  const q = new Qpack();
  q.allowed = 220;
  for (const b of hex(`3fbd01 ${SITE}`)) q.instructions(Uint8Array.of(b));
  assert.equal((q.head(HEAD) as unknown[]).length, 2);
  for (const bad of ["80", "c0ff", "05", "3fffffff7f", "ff", "7fffffffff7f"]) {
    const other = new Qpack();
    other.instructions(hex(bad));
    assert.ok(other.broken || other.held > 0, bad);
    assert.equal(other.head(hex("0300 80")), "later");
  }
  for (const bad of ["", "00", "0000 ff40", "0000 5fff", "ff ff ff ff ff 00", "0000 51 8f ff"])
    assert.equal(q.head(hex(bad)), undefined, bad);
});

/** As a connection tells it. */
function heads(parts: readonly (readonly [up: boolean, stream: number, offset: number, hex: string])[]): string[] {
  const out: string[] = [];
  const h = new Http3Heads((up, head) =>
    out.push(up ? `${head.method} ${head.fields.get("host")}${head.target}` : `${head.status}`),
  );
  for (const [up, stream, offset, text] of parts) h.part(up, { stream, offset, bytes: hex(text) });
  assert.ok(h.held < 1 << 17);
  return out;
}

const GET = "0000 d1 d7 500f7777772e6578616d706c652e636f6d c1";
const frame = (block: string): string =>
  `01 ${(block.replace(/\s/g, "").length / 2).toString(16).padStart(2, "0")} ${block}`;

test("a request and its answer: frames in pieces and out of their order, others passed over, one head for each stream", () => {
  const asked = frame(GET).replace(/\s/g, "");
  assert.deepEqual(heads([[true, 0, 0, asked]]), ["GET www.example.com/"]);
  const cut: [boolean, number, number, string][] = [];
  for (let i = 0; i < asked.length; i += 2) cut.unshift([true, 0, i / 2, asked.slice(i, i + 2)]);
  assert.deepEqual(heads(cut), ["GET www.example.com/"]);
  // A frame that means nothing; an answer that says that the true one comes; trailers.
  const answer = `21 02 6161 ${frame("0000 d8")} ${frame("0000 d9")} ${frame("0000 da")}`;
  assert.deepEqual(heads([[false, 4, 0, answer]]), ["103", "200"]);
  assert.deepEqual(
    heads([
      [true, 1, 0, asked],
      [true, 3, 0, asked],
      [false, 2, 0, asked],
    ]),
    [],
  );
});

test("heads that wait for the table of their side, whose size the other side says", () => {
  const head = frame("0381 10 11");
  const encoder = `02 3fbd01 ${SITE}`;
  assert.deepEqual(
    heads([
      [true, 0, 0, head],
      [false, 3, 0, "00 04 03 01 40dc"],
      [true, 2, 0, encoder],
    ]),
    [],
    "a head without method is none",
  );
  const whole = frame("0381 d1 d7 10 11");
  assert.deepEqual(
    heads([
      [true, 0, 0, whole],
      [false, 3, 0, "00 04 03 01 40dc"],
      [true, 2, 0, encoder],
    ]),
    ["GET www.example.com/sample/path"],
  );
  assert.deepEqual(
    heads([
      [true, 2, 0, encoder],
      [true, 0, 0, whole],
    ]),
    ["GET www.example.com/sample/path"],
    "where the other side was not heard, the first word of this one counts",
  );
});

test("a head or an instruction that comes in hundreds of pieces is given up: each is joined with what waits", () => {
  const h = new Http3Heads(() => assert.fail());
  h.part(true, { stream: 0, offset: 0, bytes: hex("01 80010000") });
  for (let i = 0; i < 1000; i++) h.part(true, { stream: 0, offset: 5 + i, bytes: Uint8Array.of(0) });
  assert.deepEqual([h.lost, h.held], [1, 0]);
  const q = new Qpack();
  q.instructions(hex("3fbd01 c0 7f8001"));
  for (let i = 0; i < 1000; i++) q.instructions(Uint8Array.of(0x61));
  assert.deepEqual([q.broken, q.held], [true, 0]);
});
