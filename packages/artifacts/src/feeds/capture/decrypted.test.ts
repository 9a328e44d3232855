import assert from "node:assert/strict";
import http2 from "node:http2";
import { test } from "node:test";
import type { Problem, RandomAccess } from "@contraluz/core";
import { block, describeInterface, enhanced, joined, pcap, section } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { KeyLog } from "@contraluz/formats/tls-keys/index.ts";
import { type Crossed, tlsPair } from "@contraluz/formats/tls-keys/tls.fixture.ts";
import { framesOf } from "./crossed.fixture.ts";
import { type CaptureItem, type HttpItem, type KeysItem, runCapture, type TlsItem } from "./index.ts";

const AT = 1_700_000_000;
const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));

async function read(file: Uint8Array, keys?: KeyLog): Promise<{ items: CaptureItem[]; problems: Problem[] }> {
  const source: RandomAccess = { size: file.length, read: async (at, n) => file.slice(at, at + n) };
  const [items, problems]: [CaptureItem[], Problem[]] = [[], []];
  const sub = {
    want: { items: ["tls", "http", "flow", "keys"] as const },
    take: (i: CaptureItem) => void items.push(i),
  };
  await runCapture(source, [sub], { file: 0, report: (p) => problems.push(p), ...(keys ? { keys } : {}) });
  return { items, problems };
}

const logOf = (crossed: Crossed): KeyLog => {
  const log = new KeyLog();
  log.add(bytes(crossed.keyLog));
  return log;
};
const heads = (items: readonly CaptureItem[]): unknown[] =>
  items
    .filter((i): i is HttpItem => i.kind === "http")
    .map((i) => [
      i.head.protocol,
      i.head.target ?? i.head.status,
      i.head.fields.get("host") ?? i.head.fields.get("server"),
      i.decrypted,
    ]);
const shown = (items: readonly CaptureItem[]): unknown[] =>
  items.filter((i): i is TlsItem => i.kind === "tls").map((i) => [i.certificates.map((c) => c.subject), i.decrypted]);
const told = (items: readonly CaptureItem[]): unknown[] =>
  items
    .filter((i): i is KeysItem => i.kind === "keys")
    .map(({ used, connections, opened, failed }) => [used, connections, opened, failed]);

/** A question and its answer over HTTP/1. */
async function http1(version: "TLSv1.2" | "TLSv1.3"): Promise<Crossed> {
  const { crossed, client, server } = tlsPair({ version });
  const answering = await server;
  answering.once("data", () => void answering.write("HTTP/1.1 200 OK\r\nServer: casa\r\nContent-Length: 2\r\n\r\nok"));
  await new Promise<void>((resolve) => {
    client.once("data", () => resolve());
    client.write("GET /uno?secreto=1 HTTP/1.1\r\nHost: casa.example\r\nCookie: secreto\r\n\r\n");
  });
  client.destroy();
  answering.destroy();
  return crossed;
}

for (const version of ["TLSv1.2", "TLSv1.3"] as const)
  test(`HTTP/1 within ${version}: read with the keys, and not without`, async () => {
    const crossed = await http1(version);
    const file = pcap(framesOf(crossed, AT));
    const closed = await read(file);
    assert.deepEqual([heads(closed.items), told(closed.items)], [[], []]);
    const open = await read(file, logOf(crossed));
    assert.deepEqual(heads(open.items), [
      ["HTTP/1.1", "/uno?secreto=1", "casa.example", true],
      ["HTTP/1.1", 200, "casa", true],
    ]);
    assert.deepEqual(told(open.items), [[true, 1, 1, 0]]);
    // What is in the open is told the same; of TLS 1.3 the certificates come besides.
    const rest = (items: readonly CaptureItem[]): readonly unknown[] =>
      items
        .filter((i) => i.kind === "tls" || i.kind === "flow")
        .map((i) => (i.kind === "tls" ? { ...i, certificates: [], decrypted: undefined } : i));
    assert.deepEqual(rest(open.items), rest(closed.items));
    const v13 = version === "TLSv1.3";
    assert.deepEqual(shown(closed.items), [[v13 ? [] : ["CN=casa.example"], undefined]]);
    assert.deepEqual(shown(open.items), [[["CN=casa.example"], v13 ? true : undefined]]);
    assert.deepEqual(open.problems, []);
  });

test("HTTP/2 within TLS 1.3", async () => {
  const { crossed, client, server } = tlsPair({ version: "TLSv1.3", alpn: "h2" });
  const answering = await server;
  const session = http2.performServerHandshake(answering);
  session.on("stream", (stream, headers) => {
    stream.respond({ ":status": 200, server: `casa${headers[":path"]}` });
    stream.end("ok");
  });
  const asking = http2.connect("https://casa.example", { createConnection: () => client });
  for (const path of ["/uno?x=1", "/dos"])
    await new Promise<void>((resolve, reject) => {
      const s = asking.request({ ":path": path, cookie: "secreto" });
      s.on("error", reject);
      s.resume();
      s.on("end", resolve);
    });
  asking.destroy();
  session.destroy();
  const { items } = await read(pcap(framesOf(crossed, AT)), logOf(crossed));
  assert.deepEqual(heads(items), [
    ["HTTP/2", "/uno?x=1", "casa.example:443", true],
    ["HTTP/2", 200, "casa/uno?x=1", true],
    ["HTTP/2", "/dos", "casa.example:443", true],
    ["HTTP/2", 200, "casa/dos", true],
  ]);
});

/** pcapng with a block of secrets. */
function withSecrets(crossed: Crossed, type: number): Uint8Array {
  const text = bytes(crossed.keyLog);
  const body = new Uint8Array(8 + ((text.length + 3) & ~3));
  const v = new DataView(body.buffer);
  v.setUint32(0, type, true);
  v.setUint32(4, text.length, true);
  body.set(text, 8);
  return joined(section(), describeInterface(1), block(10, body), ...framesOf(crossed, AT).map((f) => enhanced(f)));
}

test("keys within a pcapng: used only where it was asked for; other kinds of secrets are none", async () => {
  const crossed = await http1("TLSv1.3");
  const file = withSecrets(crossed, 0x544c534b);
  assert.equal(heads((await read(file, new KeyLog())).items).length, 2);
  const closed = await read(file);
  assert.deepEqual([heads(closed.items), told(closed.items)], [[], [[false, undefined, undefined, undefined]]]);
  assert.deepEqual(heads((await read(withSecrets(crossed, 0x57474b4c), new KeyLog())).items), []);
});

test("a file of keys is told, and read only where it was asked for; keys of others open nothing, which is told", async () => {
  const [crossed, other] = [await http1("TLSv1.2"), await http1("TLSv1.2")];
  const log = new KeyLog();
  const file = await read(bytes(`# x\n${crossed.keyLog}`), log);
  assert.deepEqual([told(file.items), file.problems, log.size], [[[true, 1, undefined, undefined]], [], 1]);
  assert.deepEqual(told((await read(bytes(crossed.keyLog))).items), [[false, undefined, undefined, undefined]]);
  const wrong = new KeyLog();
  wrong.add(bytes(crossed.keyLog.replace(/ [0-9a-f]{96}$/m, ` ${"ab".repeat(48)}`)));
  assert.deepEqual(told((await read(pcap(framesOf(crossed, AT)), wrong)).items), [[true, 1, 0, 1]]);
  assert.deepEqual(told((await read(pcap(framesOf(other, AT)), logOf(crossed))).items), [[true, 1, 0, 0]]);
});

/** The client asks over HTTP/2, and says or hears what is no head. */
async function answered(rest: readonly Uint8Array[]): Promise<{ items: CaptureItem[]; problems: Problem[] }> {
  const { crossed, client, server } = tlsPair({ version: "TLSv1.3", alpn: "h2" });
  const answering = await server;
  let left = rest.reduce((n, b) => n + b.length, 0);
  answering.once("data", () => {
    for (const b of rest) answering.write(b);
  });
  await new Promise<void>((resolve) => {
    client.on("data", (c: Buffer) => {
      left -= c.length;
      if (left <= 0) resolve();
    });
    client.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
  });
  client.destroy();
  answering.destroy();
  return read(pcap(framesOf(crossed, AT)), logOf(crossed));
}

test("what is not read of an opened connection is told: a head that makes no sense, and what comes behind 16 MB", async () => {
  // A frame of fields, which end: `:status 200`.
  const head = Uint8Array.of(0, 0, 1, 1, 4, 0, 0, 0, 1, 0x88);
  const wrong = Uint8Array.of(0, 0, 1, 1, 4, 0, 0, 0, 3, 0x80);
  const lost = (problems: readonly Problem[]): unknown[] => problems.map((p) => [p.code, p.found, p.lost]);
  const whole = await answered([head]);
  assert.deepEqual([heads(whole.items).length, lost(whole.problems)], [1, []]);
  const cut = [["capture-limit", "1 connections", "bytes"]];
  const damaged = await answered([head, wrong, head]);
  assert.deepEqual([heads(damaged.items).length, lost(damaged.problems)], [1, cut]);
  // What a server of mail says first is none of it.
  assert.deepEqual(lost((await answered([bytes("* OK casa.example IMAP4rev1\r\n".repeat(4))])).problems), []);
  const data = Uint8Array.of(0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 1);
  const long = await answered([head, data, new Uint8Array(0xffffff), head]);
  assert.deepEqual([heads(long.items).length, lost(long.problems)], [1, cut]);
});
