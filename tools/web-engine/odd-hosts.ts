/** Hosts on which URL parsers, tables of Unicode and versions of IDNA differ, and what the matcher makes of them. @module */
import type { ObservableType } from "@contraluz/core";
import { compileIndicators, createMatcher, keys, readIndicators, VECTORS } from "@contraluz/detection";

export const ODD: readonly string[] = [
  "straße.example",
  "STRASSE.example",
  "ΒΌΛΟΣ.example",
  "βόλος.example",
  "βολοσ.example",
  "İstanbul.example",
  "ıstanbul.example",
  "ﬁle.example",
  "Ⅷ.example",
  "㎏.example",
  "①②.example",
  "ｅｖｉｌ．example",
  "evil。example",
  "evil｡example",
  "ev\u00adil.example",
  "ev\u200dil.example",
  "नी\u200dली.example",
  "evil\ufe0f.example",
  "👩‍💻.example",
  "☃.example",
  "Å.example",
  "A\u030a.example",
  "\u212b.example",
  "\u1100\u1161\u11a8.example",
  "각.example",
  "مثال.إختبار",
  "例え.テスト",
  "xn--nxasmq6b.example",
  "xn--zzzzzzzzzzzz.example",
  "xn--.example",
  "xn--a-ecp.example",
  "a_b.example",
  "-a-.example",
  "a.b..example",
  "1.2.3.4",
  "1.2.3",
  "0x7f.1",
  "017700000001",
  "4294967296",
  "256.1.1.1",
  "1.2.3.4.",
  "１.２.３.４",
  "[::1]",
  "[::ffff:1.2.3.4]",
  "[1::2%25en0]",
  "ev%69l.example",
  "ev%E2%80%8Bil.example",
  "%ff.example",
  "ev il.example",
  "evil.example\ud800",
  "\u{1e921}.example",
  "\u{10400}.example",
  "ꭰ.example",
  "ẞ.example",
  "ſ.example",
  "K.example",
  "\u0958.example",
  "ⓐ.example",
  "℀.example",
  "\u{1f12f}.example",
  `${"a".repeat(64)}.example`,
  `${"ñ".repeat(60)}.example`,
];

const spellings = (host: string): (readonly [ObservableType, string])[] => [
  ["domain", host],
  ["url", `https://${host}/ñ?q=\ud83d\ude00`],
  ["url", `HTTP://user:p@${host}:8080\\x`],
  ["email", `Ñandú@${host}`],
];

export interface Match {
  readonly type: ObservableType;
  readonly value: string;
  readonly keys: readonly string[];
  /** Type and value of each sign that it meets, of a list of all these hosts and accounts. */
  readonly met: readonly string[];
}

/** What the keys and the matcher say of the vectors and of every spelling. */
export async function oddMatches(): Promise<Match[]> {
  async function* list(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(ODD.flatMap((h) => [h, `ñandú@${h}`, `https://${h}/ñ`, ""]).join("\n"));
  }
  const compiled = await compileIndicators([readIndicators(list(), "odd.txt", () => {})]);
  const matcher = createMatcher(compiled);
  const all = [...VECTORS.map((v) => [v.type, v.value] as const), ...ODD.flatMap(spellings)];
  return all.map(([type, value]) => ({
    type,
    value,
    keys: keys({ type, value }),
    met: matcher.match({ type, value, contact: "visited" }).map((i) => `${i.type} ${i.value}`),
  }));
}
