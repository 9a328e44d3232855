/** One question to one authority: what is sent, and what becomes of every kind of answer. */
import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { askAuthority } from "./stamp.ts";

let server: Server;
let base: string;
const seen: {
  readonly method: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}[] = [];
const answers: Readonly<Record<string, (r: ServerResponse) => void>> = {
  "/ok": (r) => void r.writeHead(200, { "Content-Type": "application/timestamp-reply" }).end(Buffer.from([1, 2, 3])),
  "/no": (r) => void r.writeHead(403).end(),
  "/away": (r) => void r.writeHead(302, { Location: "/ok" }).end(),
  "/big": (r) => void r.writeHead(200).end(Buffer.alloc(5000)),
  "/packed": (r) => void r.writeHead(200, { "Content-Encoding": "gzip" }).end("x"),
  "/slow": () => {},
  "/cut": (r) => {
    r.writeHead(200, { "Content-Length": "100" }).write("x");
    setTimeout(() => r.destroy(), 20);
  },
};

before(async () => {
  server = createServer((q, r) => {
    const parts: Buffer[] = [];
    q.on("data", (b: Buffer) => parts.push(b));
    q.on("end", () => {
      seen.push({ method: q.method, headers: q.headers, body: Buffer.concat(parts) });
      answers[q.url ?? ""]?.(r);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string) =>
  askAuthority(base + path, Uint8Array.of(9, 8), {
    allow: (u) => u.hostname === "127.0.0.1",
    limits: { whole: 500, bytes: 1000 },
  });

test("a question goes out as it is, and nothing beside it", async () => {
  const got = await ask("/ok");
  assert.ok(got.ok);
  assert.deepEqual([...got.bytes], [1, 2, 3]);
  const { method, headers, body } = seen[0]!;
  assert.equal(method, "POST");
  assert.deepEqual([...body], [9, 8]);
  const { host, connection, ...sent } = headers;
  assert.ok(host && connection);
  assert.deepEqual(sent, {
    "user-agent": "contraluz",
    "content-type": "application/timestamp-query",
    "content-length": "2",
    accept: "application/timestamp-reply",
    "accept-encoding": "identity",
  });
});

test("what is no answer is told apart; no redirect is followed; only what is allowed is asked", async () => {
  for (const [path, why] of [
    ["/no", "status"],
    ["/away", "redirect"],
    ["/big", "too-large"],
    ["/packed", "encoding"],
    ["/slow", "timeout"],
    ["/cut", "truncated"],
  ] as const) {
    const got = await ask(path);
    assert.equal(got.ok ? "ok" : got.why, why, path);
  }
  const n = seen.length;
  for (const url of ["http://example.org/x", "no address"]) {
    const got = await askAuthority(url, Uint8Array.of(1), { allow: (u) => u.protocol === "https:" });
    assert.equal(got.ok ? "ok" : got.why, "redirect");
  }
  const gone = await askAuthority("http://127.0.0.1:1/", Uint8Array.of(1), { allow: () => true });
  assert.equal(gone.ok ? "ok" : gone.why, "unreachable");
  assert.equal(seen.length, n);
});
