import assert from "node:assert/strict";
import { test } from "node:test";
import { looksLikeHttp, readHead } from "./index.ts";

const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));

test("a request, an answer, RTSP, SSDP", () => {
  const asked = readHead(bytes("GET /a?b HTTP/1.1\r\nHost: malo.example\r\nX: 1\r\nX: 2\r\n\r\nbody"));
  assert.ok(asked && asked !== "more");
  assert.deepEqual(
    [asked.method, asked.target, asked.fields.get("host"), asked.fields.get("x")],
    ["GET", "/a?b", "malo.example", "1, 2"],
  );
  assert.equal(asked.length, 53);
  const answer = readHead(bytes('HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="IPCamera"\n\n'));
  assert.ok(answer && answer !== "more");
  assert.deepEqual([answer.status, answer.fields.get("www-authenticate")], [401, 'Basic realm="IPCamera"']);
  for (const [text, method] of [
    ["DESCRIBE rtsp://192.0.2.1/live RTSP/1.0\r\nCSeq: 2\r\n\r\n", "DESCRIBE"],
    ["M-SEARCH * HTTP/1.1\r\nST: ssdp:all\r\n\r\n", "M-SEARCH"],
  ] as const) {
    const head = readHead(bytes(text));
    assert.ok(head && head !== "more" && head.method === method);
  }
});

test("one whose end has not come, and what is none", () => {
  assert.equal(readHead(bytes("GET / HTTP/1.1\r\nHost: a")), "more");
  for (const text of [
    "",
    "hola",
    "GETX / HTTP/1.1\r\n\r\n",
    "GET  HTTP/1.1\r\n\r\n",
    "HTTP/1.1 abc\r\n\r\n",
    `GET /${"x".repeat(40_000)}`,
  ])
    assert.equal(readHead(bytes(text)), undefined, text.slice(0, 30));
  assert.equal(looksLikeHttp(bytes("\u0016\u0003\u0001")), false);
});

test("a head of many fields and long values costs what it is long", () => {
  const head = readHead(bytes(`GET / HTTP/1.1\r\n${"A: b\r\n".repeat(3000)}\r\n`));
  assert.ok(head && head !== "more" && head.fields.get("a")!.length <= 4096);
});
