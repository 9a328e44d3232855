/**
 * What every Platform does alike, as functions that need nothing but a Platform: they run in `node:test`, and in a browser.
 * @module
 */
import type { Platform } from "@contraluz/core";

export interface Case {
  readonly name: string;
  /** Throws where the platform does not do it. */
  run(): Promise<void>;
}

function same(found: unknown, expected: unknown, what: string): void {
  if (found !== expected) throw new Error(`${what}: found ${String(found)}, expected ${String(expected)}`);
}

function sameBytes(found: Uint8Array, expected: Uint8Array, what: string): void {
  same(found.length, expected.length, `${what}, length`);
  for (let i = 0; i < found.length; i++)
    if (found[i] !== expected[i]) throw new Error(`${what}: byte ${i} is ${found[i]}, not ${expected[i]}`);
}

/** Bytes that compress a little; the same for the same seed. */
export function someBytes(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  let x = seed;
  for (let i = 0; i < length; i++) {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    out[i] = i % 16 < 9 ? 97 + (i % 26) : x >>> 24;
  }
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The same in memory that is used again: a piece holds until the one after the next is asked for. */
async function* inTwo(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const two = [new Uint8Array(size), new Uint8Array(size)] as const;
  let turn: 0 | 1 = 0;
  for await (const piece of inPieces(bytes, size)) {
    two[turn].fill(0xdd).set(piece);
    yield two[turn].subarray(0, piece.length);
    turn = turn === 0 ? 1 : 0;
  }
}

type Kind = "gzip" | "deflate-raw";

async function compressed(kind: Kind, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream(kind));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export interface Outcome {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** "" if the stream ended well. */
  readonly error: string;
}

/** Everything that comes out of a stream, and how it ended. */
export async function outcomeOf(
  p: Pick<Platform, "inflate">,
  kind: Kind,
  source: AsyncIterable<Uint8Array>,
): Promise<Outcome> {
  const parts: Uint8Array[] = [];
  let error = "";
  try {
    for await (const piece of p.inflate(kind, source)) parts.push(piece.slice());
  } catch (e) {
    error = e instanceof Error ? e.message : String(e);
  }
  return { bytes: joined(parts), error };
}

const DAMAGED = "the compressed data is damaged";
const SHORT = "the compressed data ends early";
/** What may be lost before damage: what one slice of input opens to. */
const SLICE = 1 << 15;

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const out = bytes.slice();
  out[at]! ^= 0x55;
  return out;
}

function inflateCases(p: Platform): Case[] {
  const text = someBytes(700_000);
  const opens = async (kind: Kind, bytes: Uint8Array, expected: Uint8Array, pieces = SLICE * 4): Promise<void> => {
    const found = await outcomeOf(p, kind, inPieces(bytes, pieces));
    same(found.error, "", "error");
    sameBytes(found.bytes, expected, "opened");
  };
  const breaks = async (kind: Kind, bytes: Uint8Array, error: string, atLeast: number): Promise<void> => {
    const found = await outcomeOf(p, kind, inPieces(bytes, SLICE * 4));
    same(found.error, error, "error");
    if (found.bytes.length < atLeast) throw new Error(`${found.bytes.length} bytes came out, of ${atLeast}`);
    sameBytes(found.bytes, text.subarray(0, found.bytes.length), "what came out");
  };
  const inflate = (name: string, run: () => Promise<void>): Case => ({ name: `inflate: ${name}`, run });
  return [
    inflate("gzip and raw deflate, in pieces of any size", async () => {
      for (const kind of ["gzip", "deflate-raw"] as const) {
        for (const [length, pieces] of [
          [0, 9],
          [1, 1],
          [5000, 1],
          [700_000, 977],
          [700_000, SLICE],
          [700_000, 1 << 20],
        ] as const) {
          const bytes = text.subarray(0, length);
          await opens(kind, await compressed(kind, bytes), bytes, pieces);
        }
      }
    }),
    inflate("from memory that is used again", async () => {
      const gzip = await compressed("gzip", text);
      for (const pieces of [1000, SLICE, SLICE * 3 + 5]) {
        const found = await outcomeOf(p, "gzip", inTwo(gzip, pieces));
        same(found.error, "", "error");
        sameBytes(found.bytes, text, "opened");
      }
    }),
    inflate("a slice that opens to 40 MB", async () => {
      const zeros = new Uint8Array(40_000_000);
      await opens("gzip", await compressed("gzip", zeros), zeros);
    }),
    inflate("several members, empty ones too, whatever the pieces", async () => {
      const [a, b, empty] = await Promise.all(
        [text.subarray(0, 300_000), text.subarray(300_000), new Uint8Array(0)].map((x) => compressed("gzip", x)),
      );
      const all = joined([empty!, a!, empty!, empty!, b!]);
      for (const pieces of [1 << 20, 10_000, 99]) await opens("gzip", all, text, pieces);
    }),
    inflate("zeros behind the end are nothing", async () => {
      const member = await compressed("gzip", text);
      await opens("gzip", joined([member, new Uint8Array(100_000)]), text);
      await opens("gzip", joined([member, new Uint8Array(1)]), text);
      await opens("gzip", joined([member, new Uint8Array(9)]), text, member.length);
    }),
    inflate("behind raw deflate anything may stand", async () => {
      await opens("deflate-raw", joined([await compressed("deflate-raw", text), someBytes(5000)]), text);
    }),
    inflate("other bytes behind a gzip stream are damage", async () => {
      const all = joined([await compressed("gzip", text), someBytes(50)]);
      await breaks("gzip", all, DAMAGED, text.length - 4 * SLICE);
    }),
    inflate("cut short: all that can be read comes, then an error", async () => {
      const member = await compressed("gzip", text);
      for (const cut of [1, 8, 9, 5000]) {
        const lost = cut < 9 ? 0 : cut * 16;
        await breaks("gzip", member.subarray(0, member.length - cut), SHORT, text.length - lost);
      }
      await breaks("gzip", member.subarray(0, 5), SHORT, 0);
      await breaks("gzip", new Uint8Array(0), SHORT, 0);
      await breaks("deflate-raw", new Uint8Array(0), SHORT, 0);
      const raw = await compressed("deflate-raw", text);
      await breaks("deflate-raw", raw.subarray(0, raw.length >> 1), SHORT, text.length * 0.45);
    }),
    inflate("damage costs one slice and what follows it", async () => {
      const member = await compressed("gzip", text);
      await breaks("gzip", flipped(member, 2), DAMAGED, 0);
      await breaks("gzip", flipped(member, member.length - 6), DAMAGED, text.length - 4 * SLICE); // CRC
      await breaks("gzip", flipped(member, member.length - 2), DAMAGED, text.length - 4 * SLICE); // length
    }),
    inflate("a source that fails, fails the stream", async () => {
      const member = await compressed("gzip", text);
      async function* failing(): AsyncGenerator<Uint8Array> {
        yield member.subarray(0, 100_000);
        throw new Error("the disk is gone");
      }
      const found = await outcomeOf(p, "gzip", failing());
      same(found.error, "the disk is gone", "error");
      sameBytes(found.bytes, text.subarray(0, found.bytes.length), "what came out");
      if (found.bytes.length < 100_000) throw new Error(`${found.bytes.length} bytes came out of 100,000`);
    }),
    inflate("whoever stops early closes the source", async () => {
      const member = await compressed("gzip", text);
      let closed = 0;
      async function* source(): AsyncGenerator<Uint8Array> {
        try {
          yield* inPieces(member, 1000);
        } finally {
          closed++;
        }
      }
      for await (const piece of p.inflate("gzip", source())) if (piece.length > 0) break;
      same(closed, 1, "closed");
    }),
  ];
}

/** Ranges around the borders of cipher blocks, pieces of 1 MiB, and the end. */
const RANGES = [
  [0, 1],
  [0, 16],
  [1, 15],
  [15, 2],
  [17, 100],
  [(1 << 20) - 1, 2],
  [(1 << 20) - 17, 40],
  [(1 << 20) + 5, 1 << 20],
  [3, (2 << 20) + 9],
  [(2 << 20) + 90, 1000],
] as const;

function scratchCases(p: Platform): Case[] {
  const scratch = (name: string, run: () => Promise<void>): Case => ({ name: `scratch: ${name}`, run });
  return [
    scratch("what was written can be read at any place", async () => {
      const bytes = someBytes((2 << 20) + 100, 7);
      for (const pieces of [bytes.length, 100_003]) {
        const s = await p.scratch();
        for await (const piece of inPieces(bytes, pieces)) await s.write(piece);
        const source = s.open();
        same(source.size, bytes.length, "size");
        for (const [at, n] of RANGES) {
          const expected = bytes.subarray(at, at + n);
          sameBytes(await source.read(at, n), expected, `${n} bytes at ${at}`);
          const into = new Uint8Array(n + 3).fill(0xdd);
          sameBytes(await source.read(at, n, into), expected, `${n} bytes at ${at}, into memory`);
          sameBytes(into.subarray(expected.length), new Uint8Array(into.length - expected.length).fill(0xdd), "behind");
        }
        for (const at of [-1, bytes.length, bytes.length + 5]) same((await source.read(at, 10)).length, 0, `at ${at}`);
        await s.close();
        await s.close();
      }
    }),
    scratch("what is read is the reader's own, and stays while more is written", async () => {
      const bytes = someBytes(3 << 20, 9);
      const s = await p.scratch();
      await s.write(bytes.subarray(0, 1000));
      const early = s.open();
      const piece = await early.read(10, 100);
      await s.write(bytes.subarray(1000));
      sameBytes(piece, bytes.subarray(10, 110), "read before");
      same(early.size, 1000, "size of the earlier view");
      sameBytes(await early.read(900, 5000), bytes.subarray(900, 1000), "end of the earlier view");
      sameBytes(await s.open().read(0, bytes.length), bytes, "all");
      piece.fill(0);
      sameBytes(await s.open().read(0, 200), bytes.subarray(0, 200), "after a reader wrote into its bytes");
      await s.close();
    }),
    scratch("two at a time, and an empty one", async () => {
      const [a, b, empty] = [await p.scratch(), await p.scratch(), await p.scratch()];
      await a.write(someBytes(2_000_000, 1));
      await b.write(someBytes(2_000_000, 2));
      sameBytes(await a.open().read(0, 2_000_000), someBytes(2_000_000, 1), "the first");
      sameBytes(await b.open().read(0, 2_000_000), someBytes(2_000_000, 2), "the second");
      same((await empty.open().read(0, 10)).length, 0, "bytes of the empty one");
      for (const s of [a, b, empty]) await s.close();
    }),
  ];
}

/** NIST FIPS 180-4 examples, and the empty message. */
const SHA256 = [
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
] as const;

async function sameAsWebCrypto(p: Pick<Platform, "aesCbc">, length: number): Promise<void> {
  const key = await crypto.subtle.importKey("raw", someBytes(32, 5), "AES-CBC", false, ["encrypt", "decrypt"]);
  const iv = someBytes(16, 6);
  const plain = someBytes(length, 8);
  // With padding; without the block of padding it is what a backup holds.
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, plain));
  const around = joined([someBytes(3), sealed.subarray(0, length), someBytes(40)]);
  const cipher = around.subarray(3, 3 + length);
  sameBytes(await p.aesCbc(key as never, iv, cipher), plain, `${length} bytes`);
  sameBytes(cipher, sealed.subarray(0, length), "the cipher text afterwards");
}

/** The part that Node can run of any platform. */
export function cryptoSuite(p: Pick<Platform, "sha256" | "aesCbc">): Case[] {
  return [
    {
      name: "sha256: published examples, in pieces of any size",
      async run() {
        for (const [text, sum] of SHA256) {
          const bytes = new TextEncoder().encode(text);
          for (const pieces of [1, 3, 64, 1000]) {
            const h = p.sha256();
            for await (const piece of inPieces(bytes, pieces)) h.update(piece);
            same(h.hex(), sum, JSON.stringify(text));
          }
        }
      },
    },
    {
      name: "sha256: as WebCrypto has it",
      async run() {
        const bytes = someBytes(1_000_003);
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        const sum = [...digest].map((b) => b.toString(16).padStart(2, "0")).join("");
        for (const pieces of [63, 65_537, bytes.length]) {
          const h = p.sha256();
          for await (const piece of inPieces(bytes, pieces)) h.update(piece);
          same(h.hex(), sum, `pieces of ${pieces}`);
        }
      },
    },
    {
      name: "aesCbc: no padding is looked for, none is taken off, at any length",
      async run() {
        for (let n = 0; n <= 40; n++) await sameAsWebCrypto(p, n * 16);
        for (const length of [65_536, 65_552, 1 << 20]) await sameAsWebCrypto(p, length);
      },
    },
  ];
}

/** `handleOf`: what this platform puts into a `host` FileRef, for a file of these bytes. */
export function platformSuite(p: Platform, handleOf: (bytes: Uint8Array<ArrayBuffer>) => Promise<unknown>): Case[] {
  return [
    ...cryptoSuite(p),
    {
      name: "open: bytes at any place, fewer only at the end, none outside",
      async run() {
        const bytes = someBytes(200_000, 3);
        const source = await p.open(await handleOf(bytes));
        same(source.size, bytes.length, "size");
        for (const [at, n] of [
          [0, 10],
          [5, 0],
          [70_000, 65_536],
          [199_990, 100],
          [0, 200_000],
        ] as const)
          sameBytes(await source.read(at, n), bytes.subarray(at, at + n), `${n} bytes at ${at}`);
        for (const at of [-1, -200_000, 200_000, 1e12]) same((await source.read(at, 10)).length, 0, `at ${at}`);
        await source.close?.();
      },
    },
    ...inflateCases(p),
    ...scratchCases(p),
  ];
}
