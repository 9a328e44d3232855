import assert from "node:assert/strict";
import { test } from "node:test";
import type { HttpHead } from "../http/index.ts";
import { Http3Heads } from "../http3/index.ts";
import { readServerHello } from "../tls/index.ts";
import { type Chain, KeyLog } from "../tls-keys/index.ts";
import { suiteOf } from "../tls-keys/keys.ts";
import { readCertificate } from "../x509/index.ts";
import { eachFrame } from "./frames.ts";
import { QuicSession, readInitial } from "./index.ts";
import { RECORDED, type RecordedQuic } from "./recorded.fixture.ts";
import { PacketKeys } from "./seal.ts";

const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));

interface Datagram {
  readonly up: boolean;
  readonly connection: number;
  readonly bytes: Uint8Array;
}

const datagramsOf = (r: RecordedQuic): Datagram[] =>
  r.datagrams.map((d) => ({
    up: d[0] === ">",
    connection: Number(d[1]),
    bytes: Uint8Array.from(Buffer.from(d.slice(2), "base64")),
  }));

/** What the connections of a recording say, as whoever reads captures asks it. */
function read(datagrams: readonly Datagram[], log: string): { heads: string[]; chains: string[][]; opened: boolean[] } {
  const keys = new KeyLog();
  keys.add(bytes(log));
  const [heads, chains, opened]: [string[], string[][], boolean[]] = [[], [], []];
  for (const connection of [0, 1]) {
    const http = new Http3Heads((up, h: HttpHead) =>
      heads.push(up ? `${h.method} ${h.fields.get("host")}${h.target}` : `${h.status} ${h.fields.get("server")}`),
    );
    const session = new QuicSession(keys, {
      shown: (c: Chain) => void chains.push(c === "packed" ? [c] : c.map((der) => readCertificate(der)!.subject)),
      stream: (up, part) => http.part(up, part),
    });
    let first: Uint8Array | undefined;
    for (const d of datagrams.filter((x) => x.connection === connection)) {
      session.datagram(d.up, d.bytes, 0, d.bytes.length);
      const initial = readInitial(d.bytes, 0, d.bytes.length, d.up ? undefined : first);
      if (d.up && initial?.parts.length) first ??= initial.destination;
      const hello = initial?.parts[0]?.bytes;
      if (hello && d.up && hello[0] === 1) session.client(hello.subarray(4));
      const server = hello && !d.up && hello[0] === 2 ? readServerHello(hello, 4) : undefined;
      if (server) session.server(server);
    }
    opened.push(session.opened);
    assert.ok(session.held < 1 << 16);
  }
  return { heads, chains, opened };
}

const said = (path: string): string[] => [`GET casa.example${path}`, `200 casa${path.split("?")[0]}`];

test("requests, answers and the certificate of HTTP/3: keys that change (AES), what is said before the server answers (ChaCha20)", () => {
  const [changed, early] = RECORDED as [RecordedQuic, RecordedQuic];
  const three = ["/uno?clave=secreta", "/dos", "/tres"].flatMap(said);
  const one = read(datagramsOf(changed), changed.log);
  assert.deepEqual(one, { heads: three, chains: [["CN=casa.example"]], opened: [true, false] });
  const two = read(datagramsOf(early), early.log);
  assert.deepEqual(two, {
    heads: [...three, ...said("/temprano")],
    chains: [["CN=casa.example"]],
    opened: [true, true],
  });
});

test("packets that change their places, or come twice, say the same", () => {
  const { log } = RECORDED[0]!;
  const all = datagramsOf(RECORDED[0]!);
  const whole = read(all, log);
  assert.deepEqual(read([...all, ...all], log).heads, whole.heads);
  // The client's first request before the server's hello was seen.
  const at = all.findIndex((d) => d.up && (d.bytes[0]! & 0x80) === 0);
  const moved = [all[0]!, all[at]!, ...all.slice(1, at), ...all.slice(at + 1)];
  assert.deepEqual(read(moved, log).heads.sort(), [...whole.heads].sort());
});

test("without its secrets, with those of another, and damaged anywhere: nothing that was not said", () => {
  const all = datagramsOf(RECORDED[0]!);
  const { log } = RECORDED[0]!;
  const nothing = { heads: [], chains: [], opened: [false, false] };
  assert.deepEqual(read(all, ""), nothing);
  assert.deepEqual(read(all, RECORDED[1]!.log), nothing);
  const lines = log.trim().split("\n");
  const mixed = lines.map((line, i) => `${line.split(" ").slice(0, 2).join(" ")} ${lines[(i + 1) % 4]!.split(" ")[2]}`);
  assert.deepEqual(read(all, mixed.join("\n")), nothing);
  const whole = new Set(read(all, log).heads);
  for (const [part, d] of all.entries())
    for (let i = part % 5; i < d.bytes.length; i += 29) {
      const bad = all.map((x, k) => (k === part ? { ...x, bytes: x.bytes.slice() } : x));
      bad[part]!.bytes[i]! ^= 1 << (i % 8);
      for (const head of read(bad, log).heads) assert.ok(whole.has(head), `${part} ${i} ${head}`);
    }
});

test("a packet whose bytes all are ones is none, whatever the cipher", () => {
  for (const cipher of [0x1301, 0x1303]) {
    const keys = new PacketKeys(suiteOf(cipher)!, new Uint8Array(32), 1);
    assert.equal(keys.open(new Uint8Array(60).fill(255), 0, 9, 60), undefined);
  }
});

test("frames: each of its own length, and one that is not known ends the reading", () => {
  const seen: [number, number, string][] = [];
  const frames = {
    part: (stream: number, offset: number, b: Uint8Array): void =>
      void seen.push([stream, offset, Buffer.from(b).toString("latin1")]),
  };
  const ranges = [2, 5, 0, 1, 0, 1, 1];
  const b = Uint8Array.from([
    ...[
      0,
      1,
      ...ranges,
      3,
      5,
      0,
      0,
      0,
      1,
      2,
      3,
      4,
      1,
      2,
      3,
      5,
      1,
      2,
      7,
      2,
      9,
      9,
      0x10,
      1,
      0x11,
      1,
      2,
      0x12,
      1,
      0x16,
      1,
    ],
    ...[0x18, 1, 0, 2, 7, 7, ...new Array<number>(16).fill(0), 0x19, 0, 0x1a, ...new Array<number>(8).fill(0), 0x1e],
    ...[0x31, 1, 9, 6, 3, 1, 0x61, 0x0f, 4, 8, 2, 0x62, 0x63, 0x1c, 0, 0, 1, 9, 0x08, 0, 0x64, 0x65],
  ]);
  assert.equal(eachFrame(b, frames), true);
  assert.deepEqual(seen, [
    [-1, 3, "a"],
    [4, 8, "bc"],
    [0, 0, "de"],
  ]);
  for (const bad of [[0x21], [6, 0, 9, 1], [2, 0, 0, 0xbf, 0xff, 0xff, 0xff], [0x08], [0x18, 0, 0, 200]])
    assert.equal(eachFrame(Uint8Array.from(bad), frames), false, String(bad));
});
