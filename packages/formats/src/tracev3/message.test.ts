import assert from "node:assert/strict";
import { test } from "node:test";
import {
  composeMessage,
  formatOf,
  LogReader,
  type LogTexts,
  oversizeValues,
  readShared,
  readUuidtext,
  valuesOf,
} from "./index.ts";
import {
  Bytes,
  type MadeEntry,
  makeCatalog,
  makeChunkSet,
  makeFirehose,
  makeLog,
  makeOversize,
  makeShared,
  makeUuidtext,
} from "./log.fixture.ts";

const MAIN = "AB414C1E-C023-3A05-AF22-029CC5E160EA";
const CACHE = "2576AD25-8753-3C11-9308-541E6149A88D";
const OTHER = "0F0D140D-578E-305A-9033-C586C2EE88BF";
const P = { first: 77, second: 80 };

const bytes = (f: (b: Bytes) => Bytes): Uint8Array => f(new Bytes()).bytes;
const number = (n: number | bigint, size: 4 | 8 = 4): Uint8Array =>
  bytes((b) => (size === 8 ? b.u64(n) : b.u32(Number(BigInt.asUintN(32, BigInt(n))))));
const float = (n: number): Uint8Array => new Uint8Array(new Float64Array([n]).buffer);
const str = (s: string): Uint8Array => new TextEncoder().encode(`${s}\0`);
const n = (v: number | bigint, size: 4 | 8 = 4) => ({ kind: "number", bytes: number(v, size) }) as const;
const s = (v: string) => ({ kind: "text", bytes: str(v) }) as const;

test("printf: numbers, signs, bases, widths, precisions", () => {
  const cases: readonly [string, Parameters<typeof composeMessage>[1], string][] = [
    ["%d %i %u %d", [n(-5), n(7), n(-1), n(-1, 8)], "-5 7 4294967295 -1"],
    ["%x %X %#x %#x %p %o", [n(255), n(255), n(255), n(0), n(4096, 8), n(8)], "ff FF 0xff 0 0x1000 10"],
    [
      "[%5d] [%-5d] [%05d] [%+d] [% d] [%.3d] [%6.6d]",
      [n(42), n(42), n(-42), n(42), n(42), n(7), n(1)],
      "[   42] [42   ] [-0042] [+42] [ 42] [007] [000001]",
    ],
    [
      "%llu %lld %hhd",
      [n(2n ** 64n - 1n, 8), n(-(2n ** 63n), 8), { kind: "number", bytes: Uint8Array.of(0xff) }],
      "18446744073709551615 -9223372036854775808 -1",
    ],
    [
      "%f %.2f %e %g %g",
      [56.73828125, 0.5, 12345.678, 0.1, 1e-7].map((v) => ({ kind: "number", bytes: float(v) })),
      "56.738281 0.50 1.234568e+04 0.1 1e-07",
    ],
    ["%c%% %c", [n(0x41), n(0x2d)], "A% -"],
  ];
  for (const [format, values, expected] of cases) assert.equal(composeMessage(format, values), expected);
});

test("texts: precision, width, nothing, what is missing and what is private", () => {
  const precision = { kind: "precision", bytes: number(3) } as const;
  const hidden = { kind: "private", bytes: new Uint8Array(0) } as const;
  const kept = { kind: "private", bytes: str("secreto") } as const;
  assert.equal(
    composeMessage("%s|%.2s|%.*s|%8s|%-8s|", [s("uno"), s("dos"), precision, s("cuatro"), s("x"), s("y")]),
    "uno|do|cua|       x|y       |",
  );
  assert.equal(composeMessage("%*d|%s", [n(4), n(7), s("z")]), "   7|z");
  assert.equal(
    composeMessage("%{private}s %{public}@ %d", [hidden, { kind: "object", bytes: new Uint8Array(0) }]),
    "<private> (null) <decode: missing data>",
  );
  assert.equal(composeMessage("%{private}s", [kept]), "secreto");
  assert.equal(composeMessage("100%% %s %", [s("x")]), "100% x %");
  assert.equal(composeMessage("", [s("x")]), "");
});

test("meanings that say who or where", () => {
  const data = (b: Uint8Array) => ({ kind: "data", bytes: b }) as const;
  const v6 = Uint8Array.of(0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0xf, 0x86, 0xff, 0xfe, 0xe9, 0x5c, 0x16);
  const v4 = Uint8Array.of(16, 2, 0x1f, 0x90, 10, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0);
  const long6 = bytes((b) => b.u8(28, 30, 0, 80, 0, 0, 0, 0).raw(v6).u32(0));
  const uuid = bytes((b) => b.uuid(MAIN));
  assert.equal(composeMessage("%{public,uuid_t}.16P", [{ kind: "precision", bytes: number(16) }, data(uuid)]), MAIN);
  assert.equal(
    composeMessage("%{network:in_addr}d", [{ kind: "number", bytes: Uint8Array.of(127, 0, 0, 1) }]),
    "127.0.0.1",
  );
  assert.equal(composeMessage("%{network:in6_addr}.16P", [data(v6)]), "fe80::f:86ff:fee9:5c16");
  assert.equal(
    composeMessage("%{network:sockaddr}.*P %{sockaddr}P", [n(16), data(v4), data(long6)]),
    "10.0.0.7:8080 fe80::f:86ff:fee9:5c16.80",
  );
  assert.equal(composeMessage("%{bool}d %{BOOL}d", [n(1), n(0)]), "true NO");
  assert.equal(composeMessage("%{private, mask.hash}s", [data(Uint8Array.of(1, 2, 3, 4))]), "<mask.hash: 'AQIDBA=='>");
  assert.equal(composeMessage("%P", [data(Uint8Array.of(1, 255))]), "01ff");
});

test("a format that asks for too much gives a text within bounds", () => {
  assert.ok(composeMessage("%9999d%.9999d", [n(1), n(1)]).length <= 520);
  assert.ok(
    composeMessage(
      "%s".repeat(200),
      Array.from({ length: 200 }, () => s("x".repeat(200))),
    ).length <= 4096,
  );
  assert.ok(composeMessage(`%{${"x".repeat(50_000)}`, []).length <= 4096);
});

const texts: LogTexts = {
  image: (id) =>
    id === MAIN
      ? readUuidtext(makeUuidtext("/usr/libexec/locationd", [{ from: 0x100, texts: ["hola %s %d"] }]), assertNone)
      : id === OTHER
        ? readUuidtext(makeUuidtext("/usr/lib/libother.dylib", [{ from: 0x100, texts: ["otra %d"] }]), assertNone)
        : undefined,
  shared: (id) =>
    id === CACHE
      ? readShared(
          makeShared(2, [
            { path: "/usr/lib/libnetwork.dylib", text: 2 ** 31 + 0x1000, from: 2 ** 31 + 0x100, texts: ["red %u"] },
          ]),
          assertNone,
        )
      : undefined,
};
function assertNone(p: object): void {
  assert.fail(JSON.stringify(p));
}

/** Values: a text of `length` bytes at `offset`, and a number. */
const two = new Bytes().u8(0, 2, 0x22, 4).u16(0).u16(6).u8(0, 4).u32(7).text("mundo").bytes;

test("the format text of an entry, from each kind of file; values public, private, elsewhere", () => {
  const hidden = str("oculto");
  const entries: readonly MadeEntry[] = [
    { flags: 2, format: 0x100, data: new Bytes().u32(1).raw(two).bytes },
    // In the shared cache, beyond 2 GB: the bit above the 31 of the entry stands in its own field.
    { flags: 0x0c, format: 0x100, data: new Bytes().u32(1).u16(1).u8(0, 1, 0, 4).u32(9).bytes },
    { flags: 0x24, format: 0x100, data: new Bytes().u32(1).u16(1).u8(0, 1, 0, 4).u32(8).bytes },
    // By UUID, by address, and without any text of its own.
    { flags: 0x0a, format: 0x100, data: new Bytes().u32(1).uuid(OTHER).u8(0, 1, 0, 4).u32(5).bytes },
    { flags: 0x08, format: 0x100, data: new Bytes().u32(0x8000_0010).u16(1).u8(0, 1, 0, 4).u32(6).bytes },
    { flags: 2, format: 0x8000_0000, data: new Bytes().u32(1).u8(0, 1, 0x22, 4).u16(0).u16(4).text("solo").bytes },
    // A private text that the phone kept.
    {
      flags: 0x102,
      format: 0x100,
      data: new Bytes()
        .u16(4096 - hidden.length)
        .u16(hidden.length)
        .u32(1)
        .u8(0, 2, 0x21, 4)
        .u16(0)
        .u16(7)
        .u8(1, 4)
        .u16(0)
        .u16(0x8000).bytes,
    },
    // Values too large for the entry.
    { flags: 0x802, format: 0x100, data: new Bytes().u32(1).u32(300).u8(0, 0).bytes },
    { kind: 3, flags: 2, format: 0x100, data: new Bytes().u32(1).u32(77).u8(4, 1).bytes },
    { flags: 2, format: 0x999, data: new Bytes().u32(1).u8(0, 0).bytes },
  ];
  const log = makeLog([
    makeCatalog([
      { ...P, pid: 51, main: MAIN, cache: CACHE, images: [{ uuid: OTHER, load: 0x1_8000_0000, size: 4096 }] },
    ]),
    makeChunkSet([makeFirehose(P, 1, entries, hidden), makeOversize({ ...P, reference: 300, values: two })]),
  ]);
  const out: (string | undefined)[] = [];
  const libraries: (string | undefined)[] = [];
  const reader = new LogReader(
    {
      entry: (e) => {
        const found = formatOf(e, texts);
        libraries.push(found?.library);
        out.push(
          found && (e.oversize === 0 ? composeMessage(found.format, valuesOf(e)) : `${found.format} ->${e.oversize}`),
        );
      },
      oversize: (o) => out.push(composeMessage("hola %s %d", oversizeValues(o))),
    },
    assertNone,
  );
  reader.push(log);
  reader.end();
  assert.deepEqual(out, [
    "hola mundo 7",
    "red 9",
    "red 8",
    "otra 5",
    "otra 6",
    "solo",
    "hola oculto <private>",
    "hola %s %d ->300",
    "hola 77 <decode: missing data>",
    undefined,
    "hola mundo 7",
  ]);
  assert.deepEqual(libraries.slice(0, 5), [
    "/usr/libexec/locationd",
    "/usr/lib/libnetwork.dylib",
    "/usr/lib/libnetwork.dylib",
    "/usr/lib/libother.dylib",
    "/usr/lib/libother.dylib",
  ]);
});
