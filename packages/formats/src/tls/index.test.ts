import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import {
  type ClientHello,
  ja3,
  ja3sText,
  ja3Text,
  ja4,
  ja4Parts,
  looksLikeTls,
  readCertificates,
  readClientHello,
  readServerHello,
  TlsRecords,
} from "./index.ts";

const u16 = (n: number): number[] => [n >> 8, n & 255];
const counted16 = (b: readonly number[]): number[] => [...u16(b.length), ...b];
const letters = (s: string): number[] => Array.from(s, (c) => c.charCodeAt(0));
const extension = (id: number, body: readonly number[]): number[] => [...u16(id), ...counted16(body)];

interface Made {
  readonly ciphers: readonly number[];
  readonly extensions: readonly number[][];
}
function clientHello({ ciphers, extensions }: Made): number[] {
  const zeros = Array<number>(32).fill(0);
  return [3, 3, ...zeros, 0, ...counted16(ciphers.flatMap(u16)), 1, 0, ...counted16(extensions.flat())];
}
const sni = (name: string): number[] => extension(0, counted16([0, ...counted16(letters(name))]));
const numbers = (id: number, list: readonly number[]): number[] => extension(id, counted16(list.flatMap(u16)));
const versions = (list: readonly number[]): number[] => extension(43, [2 * list.length, ...list.flatMap(u16)]);
const alpn = (...list: readonly string[]): number[] =>
  extension(16, counted16(list.flatMap((p) => [p.length, ...letters(p)])));

/** The example of FoxIO's description of JA4, as a hello: Chrome, whose fingerprint is t13d1516h2_8daaf6152771_e5627efa2ab1. */
const CHROME = clientHello({
  ciphers: [
    0xaaaa, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014, 0x9c, 0x9d, 0x2f,
    0x35,
  ],
  extensions: [
    extension(0xdada, []),
    sni("malo.example"),
    extension(23, []),
    extension(0xff01, [0]),
    numbers(10, [0x4a4a, 29, 23, 24]),
    extension(11, [1, 0]),
    extension(35, []),
    alpn("h2", "http/1.1"),
    extension(5, [1, 0, 0, 0, 0]),
    numbers(13, [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601]),
    extension(18, []),
    extension(51, [0, 0]),
    extension(45, [1, 1]),
    versions([0x3a3a, 0x0304, 0x0303]),
    extension(27, [2, 0, 2]),
    extension(0x4469, [0, 3, 2, 104, 50]),
    extension(0x9a9a, [0]),
    extension(21, [0, 0]),
  ],
});
const record = (type: number, body: readonly number[]): number[] => [type, 3, 1, ...counted16(body)];
const handshake = (type: number, body: readonly number[]): number[] => [type, 0, ...u16(body.length), ...body];

function hello(body: readonly number[]): ClientHello {
  return readClientHello(Uint8Array.from(body))!;
}

test("what a client offers, without the values that mean nothing", () => {
  const h = hello(CHROME);
  assert.deepEqual(
    [h.sni, h.alpn, h.versions, h.groups, h.ech],
    ["malo.example", ["h2", "http/1.1"], [0x304, 0x303], [0x4a4a, 29, 23, 24], false],
  );
  assert.equal(
    ja3Text(h),
    "771,4865-4866-4867-49195-49199-49196-49200-52393-52392-49171-49172-156-157-47-53,0-23-65281-10-11-35-16-5-13-18-51-45-43-27-17513-21,29-23-24,0",
  );
});

test("JA4 of the example of its authors", () => {
  assert.equal(ja4(hello(CHROME), "t"), "t13d1516h2_8daaf6152771_e5627efa2ab1");
  assert.equal(ja4(hello(clientHello({ ciphers: [], extensions: [] })), "q"), "q12i000000_000000000000_000000000000");
  const text = "771,47-53-5-10-49161-49162-49171-49172-50-56-19-4,0-10-11,23-24-25,0";
  const old = clientHello({
    ciphers: [47, 53, 5, 10, 49161, 49162, 49171, 49172, 50, 56, 19, 4],
    extensions: [sni("x"), numbers(10, [23, 24, 25]), extension(11, [1, 0])],
  });
  assert.deepEqual([ja3Text(hello(old)), ja3(hello(old))], [text, createHash("md5").update(text).digest("hex")]);
});

test("JA4 without a name, without protocols, of an old version, of odd protocols", () => {
  const first = (extensions: readonly number[][], transport: "t" | "q" = "t"): string =>
    ja4Parts(hello(clientHello({ ciphers: [0x2f], extensions })), transport)[0];
  assert.equal(first([]), "t12i010000");
  assert.equal(first([versions([0x304]), alpn("h3")], "q"), "q13i0102h3");
  assert.equal(first([alpn("x")]), "t12i0101xx");
  assert.equal(first([alpn("\u00ab")]), "t12i0101ab");
});

test("hello messages in records and segments of any size; what follows is encrypted", () => {
  const inner = handshake(1, CHROME);
  const bytes = Uint8Array.from([
    ...record(22, inner.slice(0, 100)),
    ...record(22, inner.slice(100)),
    ...record(20, [1]),
    ...record(23, [1, 2]),
  ]);
  assert.ok(looksLikeTls(bytes));
  for (const step of [1, 3, 50, bytes.length]) {
    const records = new TlsRecords();
    const got: number[] = [];
    for (let at = 0; at < bytes.length; at += step)
      for (const h of records.take(bytes.subarray(at, at + step))) {
        got.push(h.type);
        assert.equal(readClientHello(h.body)?.sni, "malo.example");
      }
    assert.deepEqual([got, records.done], [[1], true], `${step}`);
  }
});

test("what a server takes; a hello again; certificates", () => {
  const zeros = Array<number>(32).fill(0);
  const server = readServerHello(
    Uint8Array.from([
      3,
      3,
      ...zeros,
      0,
      0x13,
      0x01,
      0,
      ...counted16([...extension(43, [3, 4]), ...extension(51, [0])]),
    ]),
  )!;
  assert.deepEqual([server.version, server.legacyVersion, server.cipher, server.retry], [0x304, 0x303, 0x1301, false]);
  assert.equal(ja3sText(server), "771,4865,43-51");
  const random = createHash("sha256").update("HelloRetryRequest").digest();
  assert.equal(readServerHello(Uint8Array.from([3, 3, ...random, 0, 0x13, 0x01, 0]))?.retry, true);
  assert.deepEqual(
    readCertificates(Uint8Array.from([0, 0, 9, 0, 0, 2, 7, 8, 0, 0, 1, 9])).map((c) => [...c]),
    [[7, 8], [9]],
  );
});

test("cut or damaged anywhere: what stands before, or nothing", () => {
  for (let n = 0; n < CHROME.length; n++) {
    const h = readClientHello(Uint8Array.from(CHROME.slice(0, n)));
    if (h?.sni !== undefined) assert.equal(h.sni, "malo.example");
  }
  for (let i = 0; i < CHROME.length; i++) {
    const b = Uint8Array.from(CHROME);
    b[i] = 255;
    readClientHello(b);
    readServerHello(b);
    readCertificates(b);
  }
  const records = new TlsRecords();
  assert.deepEqual([...records.take(new Uint8Array(64).fill(255))], []);
  assert.equal(records.done, true);
});

test("a handshake in a record for each byte is given up, and holds nothing then", () => {
  const records = new TlsRecords();
  const piece = Uint8Array.from(record(22, [1]));
  for (let i = 0; i < 5000 && !records.done; i++)
    for (const _ of records.take(piece)) assert.fail("no message is whole");
  assert.deepEqual([records.done, records.held], [true, 0]);
});
