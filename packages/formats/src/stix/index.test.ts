import assert from "node:assert/strict";
import { test } from "node:test";
import { alternatives, parsePattern, type StixNode } from "./index.ts";

/** The pattern in a short form of the test's own: `a:b=x`, `&`, `|`, `+` for events of their own. */
function short(n: StixNode): string {
  if (n.kind === "comparison")
    return `${n.object}:${n.path.join("/")}${n.op === "unsupported" ? ` ${n.written} ` : n.op}${n.values.join("~")}`;
  const sign = n.kind === "or" ? "|" : n.level === "comparison" ? "&" : "+";
  return `(${n.of.map(short).join(sign)})`;
}

function read(pattern: string): string {
  const p = parsePattern(pattern);
  return "root" in p
    ? short(p.root) + (p.qualifiers.length > 0 ? ` ${p.qualifiers.join(" ")}` : "")
    : `error at ${p.offset}`;
}

const TABLE: readonly (readonly [string, string])[] = [
  ["[domain-name:value = 'x']", "domain-name:value=x"],
  ["[domain-name:value='x']", "domain-name:value=x"],
  ["  [ domain-name:value=\n'x' ]  ", "domain-name:value=x"],
  ["[file:hashes.'SHA-256' = 'ab']", "file:hashes/SHA-256=ab"],
  ["[file:hashes.sha256='ab']", "file:hashes/sha256=ab"],
  ["[app:cert.sha1='AB']", "app:cert/sha1=AB"],
  ["[android-property:name='sys.brand.note']", "android-property:name=sys.brand.note"],
  ["[configuration-profile:id='76DAB334']", "configuration-profile:id=76DAB334"],
  ["[url:value = 'https://x/?a=b&c=d']", "url:value=https://x/?a=b&c=d"],
  ["[file:name = 'it\\'s \\\\ and [x] OR \"y\"']", 'file:name=it\'s \\ and [x] OR "y"'],
  ["[file:path = 'C:\\Windows\\temp']", "file:path=C:\\Windows\\temp"],
  ['[domain-name:value = "x"]', "domain-name:value=x"],
  ["[a:b = '1' OR c:d = '2' OR e:f='3']", "(a:b=1|c:d=2|e:f=3)"],
  ["[a:b = '1' or c:d = '2' and e:f='3']", "(a:b=1|(c:d=2&e:f=3))"],
  ["[(a:b = '1' OR c:d = '2') AND e:f='3']", "((a:b=1|c:d=2)&e:f=3)"],
  ["[a:b='1'] OR [c:d='2']", "(a:b=1|c:d=2)"],
  ["[a:b='1'] AND [c:d='2'] FOLLOWEDBY [e:f='3']", "((a:b=1+c:d=2)+e:f=3)"],
  ["([a:b='1'] OR [c:d='2']) AND [e:f='3']", "((a:b=1|c:d=2)+e:f=3)"],
  ["[a:b='1'] WITHIN 300 SECONDS REPEATS 5 TIMES", "a:b=1 WITHIN REPEATS"],
  ["[a:b='1'] START t'2020-01-01T00:00:00Z' STOP t'2021-01-01T00:00:00Z'", "a:b=1 START"],
  ["[a:b IN ('x', 'y','z')]", "a:bINx~y~z"],
  ["[a:b LIKE '%x%']", "a:b LIKE %x%"],
  ["[a:b NOT MATCHES '^x$']", "a:b NOT MATCHES ^x$"],
  ["[ipv4-addr:value ISSUBSET '10.0.0.0/8']", "ipv4-addr:value ISSUBSET 10.0.0.0/8"],
  ["[a:b != 'x']", "a:b != x"],
  ["[a:b NOT = 'x']", "a:b NOT = x"],
  ["[a:b NOT IN ('x')]", "a:b NOT IN x"],
  ["[a:b == 'x']", "a:b=x"],
  ["[a:b[*].c_d[0] > 5]", "a:b/*/c_d/0 > 5"],
  ["[EXISTS a:b]", "a:b EXISTS "],
  [
    "[network-traffic:dst_ref.value = '1.2.3.4' AND network-traffic:dst_port = 443]",
    "(network-traffic:dst_ref/value=1.2.3.4&network-traffic:dst_port=443)",
  ],
  ["[a:b = true]", "a:b=true"],
  ["", "error at 0"],
  ["[", "error at 1"],
  ["[]", "error at 1"],
  ["[a]", "error at 2"],
  ["[a:b='x'", "error at 8"],
  ["[a:b='x]", "error at 5"],
  ["[a:b='x'] OR", "error at 12"],
  ["[a:b='x'] garbage", "error at 10"],
  ["[a:b 'x']", "error at 5"],
  ["[a:b IN ()]", "error at 9"],
  ["a:b='x'", "error at 0"],
];

test("patterns as they are published", () => {
  for (const [pattern, expected] of TABLE) assert.equal(read(pattern), expected, pattern);
});

test("nesting and size are bounded, and quick", () => {
  const deep = (n: number): string => `${"(".repeat(n)}[a:b='x']${")".repeat(n)}`;
  assert.equal(read(deep(50)), "a:b=x");
  assert.match(read(deep(100_000)), /^error/);
  const wide = `[${Array.from({ length: 50_000 }, (_, i) => `a:b='${i}'`).join(" OR ")}]`;
  const p = parsePattern(wide);
  assert.ok("root" in p && p.root.kind === "or" && p.root.of.length === 50_000);
  assert.match(read(`[${Array.from({ length: 200_000 }, () => "a:b='x'").join(" OR ")}]`), /^error/);
});

function forms(pattern: string): string[] | undefined {
  const p = parsePattern(pattern);
  assert.ok("root" in p);
  return alternatives(p.root)?.map(
    (a) => `${a.oneEvent ? "" : "events "}${a.comparisons.map((c) => c.values.join("~")).join("&")}`,
  );
}

test("alternatives: any one of them meets the pattern", () => {
  assert.deepEqual(forms("[a:b='1' OR a:b='2']"), ["1", "2"]);
  assert.deepEqual(forms("[a:b='1'] OR [a:b='2' AND a:c='3']"), ["1", "2&3"]);
  assert.deepEqual(forms("[(a:b='1' OR a:b='2') AND (a:c='3' OR a:c='4')]"), ["1&3", "1&4", "2&3", "2&4"]);
  assert.deepEqual(forms("[a:b='1'] AND [a:b='2' OR a:b='3']"), ["events 1&2", "events 1&3"]);
  assert.deepEqual(forms("[a:b='1'] FOLLOWEDBY [a:b='2']"), ["events 1&2"]);
});

test("a product that doubles with each part is refused, not built", () => {
  const part = "(a:b='1' OR a:b='2')";
  const p = parsePattern(`[${Array.from({ length: 60 }, () => part).join(" AND ")}]`);
  assert.ok("root" in p);
  assert.equal(alternatives(p.root), undefined);
});

test("300 mutations: a tree or a place, never a throw", () => {
  let x = 0x1234567;
  const random = (n: number): number => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % n;
  };
  const seeds = TABLE.map(([p]) => p).filter((p) => p.length > 8);
  for (let i = 0; i < 300; i++) {
    let s = seeds[random(seeds.length)]!;
    for (let k = random(4); k >= 0; k--) {
      const at = random(s.length + 1);
      const piece = ["'", "\\", "[", "]", "(", ")", " OR ", " AND ", ":", ".", "=", "\u0000", "\ud800", "IN", ","][
        random(15)
      ]!;
      s = s.slice(0, at) + piece + s.slice(at + random(3));
    }
    const p = parsePattern(s);
    if ("root" in p) alternatives(p.root);
    else assert.ok(p.offset >= 0 && p.offset <= s.length, s);
  }
});
