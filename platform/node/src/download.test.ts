/** A server on loopback that does what servers do wrong. */
import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { type DownloadLimits, download } from "./index.ts";

const BODY = Buffer.from("one.example\n".repeat(2000));
let server: Server;
let base = "";
let asked: { url: string; headers: IncomingHttpHeaders }[] = [];

const PATHS: Readonly<Record<string, RequestListener>> = {
  "/ok": (_, r) => r.setHeader("Last-Modified", "Wed, 08 Apr 2026 10:00:00 GMT").end(BODY),
  "/gzip": (_, r) => r.setHeader("Content-Encoding", "gzip").end(gzipSync(BODY)),
  "/gzip-cut": (_, r) => r.setHeader("Content-Encoding", "gzip").end(gzipSync(BODY).subarray(0, -20)),
  "/gzip-bomb": (_, r) => r.setHeader("Content-Encoding", "gzip").end(gzipSync(Buffer.alloc(20_000_000))),
  "/brotli": (_, r) => r.setHeader("Content-Encoding", "br").end("x"),
  "/gone": (_, r) => r.writeHead(404).end("not here"),
  "/large": (_, r) => r.writeHead(200, { "Content-Length": 10_000_000 }).write("x"),
  "/endless": (_, r) => {
    const more = (): boolean => !r.destroyed && r.write(Buffer.alloc(65_536));
    r.on("drain", more);
    while (more());
  },
  "/cut": (_, r) => {
    r.writeHead(200, { "Content-Length": BODY.length });
    r.write(BODY.subarray(0, 1000), () => r.destroy());
  },
  "/cut-chunked": (_, r) => {
    r.write(BODY.subarray(0, 1000), () => r.destroy());
  },
  "/drip": (_, r) => {
    const timer = setInterval(() => r.write("x"), 20);
    r.on("close", () => clearInterval(timer));
  },
  "/stops": (_, r) => void r.write("one.example\n"),
  "/silent": () => {},
  "/to-ok": (_, r) => r.writeHead(302, { Location: "/ok" }).end(),
  "/to-elsewhere": (_, r) => r.writeHead(302, { Location: base.replace("127.0.0.1", "localhost") }).end(),
  "/to-http": (_, r) => r.writeHead(301, { Location: "http://example.org/" }).end(),
  "/to-file": (_, r) => r.writeHead(301, { Location: "file:///etc/passwd" }).end(),
  "/to-nothing": (_, r) => r.writeHead(301, { Location: "http://[" }).end(),
  "/round": (_, r) => r.writeHead(307, { Location: "/round" }).end(),
};

before(async () => {
  server = createServer((q, r) => {
    asked.push({ url: q.url ?? "", headers: q.headers });
    PATHS[q.url ?? ""]!(q, r);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});

const allow = (u: URL): boolean => u.origin === base;
const LIMITS: Partial<DownloadLimits> = { connect: 1500, idle: 1500, whole: 4000, bytes: 1_000_000 };
async function get(path: string, limits: Partial<DownloadLimits> = {}): Promise<unknown> {
  asked = [];
  const got = await download(base + path, { allow, limits: { ...LIMITS, ...limits } });
  return got.ok ? { bytes: Buffer.from(got.bytes).equals(BODY), modified: got.modified, url: got.url } : got.why;
}

test("a file: its bytes, when it was changed, and nothing of us in the request", async () => {
  assert.deepEqual(await get("/ok"), { bytes: true, modified: "2026-04-08T10:00:00.000Z", url: `${base}/ok` });
  const { host, connection, ...rest } = asked[0]!.headers;
  assert.deepEqual(rest, { "user-agent": "contraluz", accept: "*/*", "accept-encoding": "identity" });
  assert.ok(host !== undefined && connection !== undefined);
  assert.deepEqual(await get("/gzip"), { bytes: true, modified: undefined, url: `${base}/gzip` });
});

test("each thing that goes wrong has its name", async () => {
  for (const [path, why] of [
    ["/gone", "status"],
    ["/large", "too-large"],
    ["/endless", "too-large"],
    ["/gzip-bomb", "too-large"],
    ["/gzip-cut", "encoding"],
    ["/brotli", "encoding"],
    ["/cut", "truncated"],
    ["/cut-chunked", "truncated"],
    ["/stops", "timeout"],
    ["/silent", "timeout"],
    ["/drip", "timeout"],
  ] as const)
    assert.equal(await get(path), why, path);
});

test("redirects: within what is allowed, a few times, and nobody else is asked", async () => {
  assert.deepEqual(await get("/to-ok"), { bytes: true, modified: "2026-04-08T10:00:00.000Z", url: `${base}/ok` });
  for (const path of ["/to-elsewhere", "/to-http", "/to-file", "/to-nothing"]) {
    assert.equal(await get(path), "redirect", path);
    assert.deepEqual(
      asked.map((a) => a.url),
      [path],
    );
  }
  assert.equal(await get("/round"), "redirect");
  assert.equal(asked.length, 4);
  // The first address is asked about too.
  assert.deepEqual(await download("http://example.org/", { allow }), {
    ok: false,
    why: "redirect",
    detail: "example.org",
  });
});

test("nobody there, no such name, given up", async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.on("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const none = await download(`http://127.0.0.1:${port}/`, { allow: () => true, limits: LIMITS });
  assert.deepEqual(none, { ok: false, why: "unreachable", detail: "ECONNREFUSED" });
  const name = await download("https://nobody.invalid/", { allow: () => true, limits: { ...LIMITS, connect: 5000 } });
  assert.ok(!name.ok && name.why === "unreachable", JSON.stringify(name));
  const stopped = await download(`${base}/silent`, { allow, signal: AbortSignal.timeout(50) });
  assert.ok(!stopped.ok && stopped.why === "cancelled");
});

test("https is not spoken to a server that has no certificate of its own", async () => {
  const got = await download(base.replace("http:", "https:"), { allow: () => true, limits: LIMITS });
  assert.ok(!got.ok && got.why === "unreachable", JSON.stringify(got));
  // And the connection is over.
  const socket = connect(Number(new URL(base).port), "127.0.0.1");
  await new Promise((resolve) => socket.on("connect", resolve));
  socket.destroy();
});
