/** STIX patterns and their alternatives. @module */
import { alternatives, parsePattern } from "@contraluz/formats/stix/index.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const utf8 = new TextEncoder();
const patterns = [
  "[domain-name:value = 'x.example']",
  "[file:hashes.'SHA-256' = 'ab' OR domain-name:value IN ('a.example', 'b.example')]",
  "[(a:b = '1' OR c:d = '2') AND e:f[*].g != 3.5] FOLLOWEDBY [x:y LIKE '%z%'] WITHIN 300 SECONDS",
  "([app:cert.sha1='AB'] OR [process:name = 'it\\'s \\\\']) AND [ipv4-addr:value ISSUBSET '10.0.0.0/8']",
  "[a:b NOT MATCHES '^x$' AND EXISTS c:d] START t'2020-01-01T00:00:00Z' STOP t'2021-01-01T00:00:00Z'",
];
const seeds: readonly Parts[] = patterns.map((p) => [utf8.encode(p)]);
const words =
  "[ ] ( ) AND OR NOT FOLLOWEDBY IN LIKE MATCHES EXISTS ' \" = != >= a:b : . [*] t' WITHIN REPEATS START h' b' \\".split(
    " ",
  );
const tokens = words.map((w) => utf8.encode(` ${w} `));

const each = (n: number, f: (i: number) => string, by: string): string =>
  Array.from({ length: n }, (_, i) => f(i)).join(by);
const text =
  (make: () => string): Bomb =>
  () => [utf8.encode(make())];

const bombs: Readonly<Record<string, Bomb>> = {
  "brackets without end": text(() => `[${"(".repeat(2_000_000)}`),
  "observations without end": text(() => `${"(".repeat(2_000_000)}[a:b='1']`),
  "a product that doubles": text(() => `[${each(40, (i) => `(a:b='${i}' OR c:d='${i}')`, " AND ")}]`),
  "alternatives without end": text(() => `[${each(150_000, (i) => `a:b='${i}'`, " OR ")}]`),
  "events without end": text(() => each(150_000, (i) => `[a:b='${i}']`, " OR ")),
  "all at once": text(() => `[${each(150_000, (i) => `a:b='${i}'`, " AND ")}]`),
  "a list without end": text(() => `[a:b IN (${each(400_000, (i) => `'${i}'`, ",")})]`),
  "qualifiers without end": text(() => `[a:b='1']${" WITHIN 5 SECONDS".repeat(100_000)}`),
  "NOT without end": text(() => `[${"NOT ".repeat(500_000)}a:b='1']`),
  "a path without end": text(() => `[a${":b".repeat(10)}${".c[*]".repeat(400_000)}='1']`),
  "a text of backslashes": text(() => `[a:b='${"\\".repeat(3_000_000)}`),
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([bytes], tally) {
    const pattern = new TextDecoder().decode(bytes);
    const p = parsePattern(pattern);
    if (!("root" in p)) {
      tally.problems++;
      if (!(p.offset >= 0 && p.offset <= pattern.length))
        throw new Error(`an error at ${p.offset} of ${pattern.length}`);
      if (p.expected.length > 200) throw new Error("an error of many words");
      return;
    }
    tally.values += 1 + (alternatives(p.root)?.length ?? 0);
  },
  bombs,
};
