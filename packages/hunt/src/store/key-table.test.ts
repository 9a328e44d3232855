/** Keys of many records against the plain way to make them: sets of texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Observable } from "@contraluz/core";
import { createRandom } from "../../../../samples/lib/random.ts";
import { keyTexts, storedKey } from "../keys/stored.ts";
import { keyedBy, unkeyed } from "../lab/secret.ts";
import { decodeRows } from "../run/rows.ts";
import { KeyTable } from "./key-table.ts";
import { encodeRows } from "./rows.ts";

type Value = Pick<Observable, "type" | "value">;
interface Key {
  readonly letter: string;
  readonly rows: number[];
  first?: number;
  last?: number;
}

const POOL: readonly Value[] = [
  { type: "domain", value: "a.b.c.example" },
  { type: "domain", value: "A.B.c.example" },
  { type: "domain", value: "c.example" },
  { type: "url", value: "https://a.b.c.example/x/y?z" },
  { type: "url", value: "https://198.51.100.7/x" },
  { type: "ip", value: "198.51.100.7" },
  { type: "ip", value: "2001:db8::1" },
  { type: "file-path", value: "/private/var/db/x/y" },
  { type: "file-path", value: "/private/var/db/x" },
  { type: "process", value: "fifteen-letters" },
  { type: "process", value: "/usr/bin/fifteen-letters" },
  { type: "email", value: "Ana@Correo.example" },
  { type: "app-id", value: "com.a.b:c" },
  { type: "hash", value: "ab".repeat(32) },
  { type: "domain", value: "not a host" },
  { type: "file-path", value: `/${"x/".repeat(300)}end` },
  { type: "url", value: "x".repeat(10_000) },
];

function check(rows: readonly { readonly values: readonly Value[]; readonly at?: number }[], keying = unkeyed): void {
  const expected = new Map<bigint, Key>();
  const table = new KeyTable();
  for (const [row, { values, at }] of rows.entries()) {
    table.add(row, values, at);
    for (const text of new Set(values.flatMap(keyTexts))) {
      const h = keying(storedKey(text));
      let k = expected.get(h);
      if (!k) expected.set(h, (k = { letter: text[0]!, rows: [] }));
      k.rows.push(row);
      if (at === undefined) continue;
      k.first = Math.min(at, k.first ?? at);
      k.last = Math.max(at, k.last ?? at);
    }
  }
  assert.equal(table.size, expected.size);
  let last: bigint | undefined;
  let seen = 0;
  for (const [h, letter, n, list, first, until] of table.batches(keying)) {
    for (let i = 0; i < h!.length; i++) {
      const key = h![i] as bigint;
      assert.ok(last === undefined || key > last, "in order, each once");
      last = key;
      const k = expected.get(key)!;
      const found = [letter![i], n![i], decodeRows(list![i] as Uint8Array, n![i] as number), first![i], until![i]];
      const big = (x: number | undefined): bigint | null => (x === undefined ? null : BigInt(x));
      assert.deepEqual(found, [k.letter, k.rows.length, k.rows, big(k.first), big(k.last)]);
      seen++;
    }
  }
  assert.equal(seen, expected.size);
}

test("every key that occurs, in order, with the rows that have it and when", () => {
  const random = createRandom(3);
  const pick = (): Value[] => Array.from({ length: random.below(4) }, () => POOL[random.below(POOL.length)]!);
  const rows = Array.from({ length: 1000 }, (_, i) => ({
    values: [...pick(), { type: "domain" as const, value: `n${random.below(2000)}.h${random.below(50)}.example` }],
    ...(random.below(3) === 0 ? {} : { at: (i - 500) * 1000 + random.below(5) }),
  }));
  check(rows);
  check(rows, keyedBy(new Uint8Array(32).fill(9)));
  check([]);
  check([{ values: [] }, { values: [POOL[5]!, POOL[5]!], at: -1 }]);
});

test("rows far from each other, and next to each other", () => {
  for (const rows of [[0], [0, 1, 2], [127, 128, 255, 256, 16_384, 2_097_152, 0x7fff_ffff], [0x7fff_ffff]])
    assert.deepEqual(decodeRows(encodeRows(Uint32Array.from(rows)), rows.length), rows);
});

test("a secret makes other keys, the same ones each time, from the unkeyed ones alone", () => {
  const secret = new TextEncoder().encode("0123456789abcdef0123456789abcdef");
  const [a, b] = [keyedBy(secret), keyedBy(secret)];
  const other = keyedBy(new Uint8Array(32));
  const all = new Set<bigint>();
  for (let i = -50n; i < 50n; i++) {
    const h = storedKey(`d:${i}.example`);
    assert.equal(a(h), b(h));
    assert.equal(a(h), a(h), "nothing of a key stays in the hasher");
    assert.notEqual(a(h), other(h));
    all.add(a(h));
  }
  assert.equal(all.size, 100);
  // printf '\x00…\x2a' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
  assert.equal(a(42n), BigInt.asIntN(64, 0x42a672488842589en));
});
