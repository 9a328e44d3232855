import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { bundle, compileText, hits, indicator } from "./indicators.fixture.ts";
import { createMatcher } from "./matcher.ts";
import { csvFields } from "./plain.ts";
import { Rows } from "./rows.ts";
import { parseYamlList } from "./yaml-list.ts";

test("a file of noise gives at most 102 problems, and is said to be no list", async () => {
  const { problems } = await compileText("word another\n".repeat(5000), "notes.txt");
  assert.equal(problems.length, 102);
  assert.deepEqual(
    problems.slice(-2).map((p) => p.code),
    ["indicator-file", "problems-limit"],
  );
});

test("prose that names a few signs is no list: a link to a report must not become a sign", async () => {
  const prose = `# How we found it
The report of Amnesty is here, and it is worth reading:
https://www.amnesty.example/report
Thanks to all, and to those who asked not to be named.
`;
  const { compiled, problems } = await compileText(prose, "README.md");
  assert.equal(compiled.sets[0]!.count, 0);
  assert.deepEqual(problems.at(-1), {
    code: "indicator-file",
    found: "1 signs in 3 lines",
    expected: "STIX 2, stalkerware YAML, or a list of signs",
    lost: "file",
  });
  // A sentence with commas and the words of a header is no header either.
  const sentence = "To add an indicator, an email, or a file path to this list, write to us\nfirst, second, third\n";
  assert.equal((await compileText(sentence, "README.md")).compiled.sets[0]!.count, 0);
  const mostly = await compileText("a.example\nb.example\nnot a sign\n", "domains.txt");
  assert.equal(mostly.compiled.sets[0]!.count, 2);
});

test("a file of other kinds says that it is none of ours", async () => {
  for (const [text, name] of [
    ["\u0000\u0001binary", "x.bin"],
    ["{}", "x.json"],
    ['{"iocs":[{"type":"domain"}]}', "x.json"],
    ["", "empty.txt"],
    ["# only comments\n", "c.txt"],
  ] as const) {
    const { compiled, problems } = await compileText(text, name);
    assert.ok(
      problems.some((p) => p.code === "indicator-file"),
      name,
    );
    assert.equal(compiled.sets[0]!.count, 0);
  }
});

/** Types and values read from a list, sorted. */
async function list(text: string, name: string): Promise<string[]> {
  const { compiled, problems } = await compileText(text, name);
  assert.deepEqual(problems, [], name);
  const rows = new Rows(compiled);
  return Array.from(compiled.keyRow, (row) => rows.value(row)).sort();
}

test("plain lists: the type by form, else by the name of the file", async () => {
  assert.deepEqual(
    await list(
      "\ufeffEvil.example\r\n# note\r\n\r\nb[.]evil[.]example # why\r\n195.0.2.1\r\nhxxps://x[.]example/a\n; x\n",
      "domains.txt",
    ),
    ["195.0.2.1", "b.evil.example", "evil.example", "x.example/a"],
  );
  assert.deepEqual(await list("bh\nABSCarryLog\nDiagnostic-2543\n", "processes.txt"), [
    "ABSCarryLog",
    "Diagnostic-2543",
    "bh",
  ]);
  assert.deepEqual(await list("com.Spy.app\nxx.an\n", "package_names.txt"), ["com.spy.app", "xx.an"]);
  assert.deepEqual(await list("roleaccountd.plist\n", "files.txt"), ["roleaccountd.plist"]);
  assert.deepEqual(await list("/private/var/x/y/\n", "file_paths.txt"), ["/private/var/x/y"]);
  assert.deepEqual(await list("user[at]evil[dot]example\n", "emails.txt"), ["user@evil.example"]);
  assert.deepEqual(await list(`${"AB".repeat(32)} \n`, "sha256.txt"), ["ab".repeat(32)]);
  assert.deepEqual(await list("76DAB334-7E17-475D-A5D6-0794EB5818A5\n", "config_profiles.txt"), [
    "76dab334-7e17-475d-a5d6-0794eb5818a5",
  ]);
  assert.deepEqual(await list("sys.brand.note\n", "android_properties.txt"), ["sys.brand.note"]);
  assert.deepEqual(await list("||evil.example^\n.b.example\n*.c.example\n", "blocklist.txt"), [
    "b.example",
    "c.example",
    "evil.example",
  ]);
  assert.deepEqual(await list("0.0.0.0 evil.example\n127.0.0.1 b.example\n", "hosts"), ["b.example", "evil.example"]);
  assert.deepEqual(await list("+52 55 1234 5678\n", "phones.txt"), ["+525512345678"]);
});

test("lists as people write them in Spanish, and as spreadsheets save them", async () => {
  assert.deepEqual(await list("Dominio;Correo;Campaña\nuno.example;A@b.example;X\n;c@d.example;X\n", "señales.csv"), [
    "a@b.example",
    "c@d.example",
    "uno.example",
  ]);
  assert.deepEqual(await list("tipo\tvalor\ndominio\tuno.example\nproceso\tbh\n", "señales.tsv"), [
    "bh",
    "uno.example",
  ]);
  assert.deepEqual(await list("bh\nroleaccountd\n", "procesos.txt"), ["bh", "roleaccountd"]);
  assert.deepEqual(await list("com.espia.app\n", "paquetes.txt"), ["com.espia.app"]);
  assert.deepEqual(await list("/private/var/x/y\n", "rutas.txt"), ["/private/var/x/y"]);
});

test("certificates in a list are no file hashes", async () => {
  const { compiled } = await compileText(`${"ab".repeat(32)}\n`, "package_cert_hashes.txt");
  const m = createMatcher(compiled);
  assert.deepEqual([hits(m, "certificate", "ab".repeat(32)).length, hits(m, "hash", "ab".repeat(32)).length], [1, 0]);
});

test("CSV by its header", async () => {
  assert.deepEqual(
    await list('domain_name,ip_address\n"a.example","191.101.31.25"\n"b.example","195.0.2.2"\n', "indicators.csv"),
    ["191.101.31.25", "195.0.2.2", "a.example", "b.example"],
  );
  assert.deepEqual(await list(`sha256,Description\n${"ab".repeat(32)},"Linux, a sample"\n`, "sha256.csv"), [
    "ab".repeat(32),
  ]);
  const { compiled, problems } = await compileText(
    `SHA256,Package Name,Certificate,Version,App\n${"ab".repeat(32)},com.topspy,${"7F".repeat(20)},9,1TopSpy\n`,
    "samples.csv",
  );
  assert.deepEqual(problems, []);
  assert.deepEqual([...compiled.counts.get("1TopSpy")!.keys()].sort(), ["app-id", "certificate", "hash"]);
  assert.deepEqual(await list("type,indicator,app\ndomain,a.example,X\nip,195.0.2.1,X\n", "network.csv"), [
    "195.0.2.1",
    "a.example",
  ]);
  assert.deepEqual(csvFields('a,"b ""c"", d",,e'), ["a", 'b "c", d', "", "e"]);
});

const YAML = `# families
---
- name: SpyOne
  names:
  - SpyOne
  - 'Spy: One'
  type: stalkerware
  packages:
  - com.spyone   # why
  - "com.spy.two"
  certificates:
  - 31A6ECECD97CF39BC4126B8745CD94A7C30BF81C
  - 1234567890123456789012345678901234567890
  websites:
  - spyone.example
  distribution:
    - dl.spyone.example
    - https://code.example/spyone
    - 178.63.71.15
  c2:
    domains:
    - c2.spyone.example
    ips:
      - 203.0.113.9
    ip: 203.0.113.10

- name: WatchTwo
  type: watchware
  packages: [com.watchtwo, com.watchtwo.kids]
  c2:
    domains: []
`;

test("stalkerware YAML: roles and grades", async () => {
  const { compiled, problems } = await compileText(YAML, "ioc.yaml");
  assert.deepEqual(problems, []);
  const m = createMatcher(compiled);
  const of = (type: "app-id" | "domain" | "ip" | "certificate" | "url", value: string): string[] =>
    m
      .match({ type, value, contact: "resolved" })
      .map((i) => `${i.campaign} ${i.grade} ${i.role}`)
      .sort();
  assert.deepEqual(of("app-id", "com.spy.two"), ["SpyOne stalkerware implant"]);
  assert.deepEqual(of("certificate", "1234567890123456789012345678901234567890"), ["SpyOne stalkerware implant"]);
  assert.deepEqual(of("domain", "www.spyone.example"), ["SpyOne stalkerware vendor"]);
  assert.deepEqual(of("domain", "dl.spyone.example"), ["SpyOne stalkerware server", "SpyOne stalkerware vendor"]);
  assert.deepEqual(of("url", "http://code.example/spyone"), ["SpyOne stalkerware vendor"]);
  for (const ip of ["178.63.71.15", "203.0.113.9", "203.0.113.10"])
    assert.deepEqual(of("ip", ip), ["SpyOne stalkerware server"], ip);
  assert.deepEqual(of("app-id", "com.watchtwo.kids"), ["WatchTwo watchware implant"]);
});

test("a family of which only its shop is known is there, without a sign that could show it", async () => {
  const text =
    "- name: Shop\n  websites:\n  - a.example\n- name: Both\n  websites:\n  - b.example\n  distribution:\n  - b.example\n";
  const { compiled } = await compileText(text, "ioc.yaml");
  assert.deepEqual([...compiled.counts].map(([name, types]) => [name, [...types]]).sort(), [
    ["Both", [["domain", 1]]],
    ["Shop", []],
  ]);
  assert.equal(compiled.sets[0]!.count, 3);
});

test("the YAML reader equals a general one on such files", () => {
  const plain = (v: unknown): unknown => JSON.parse(JSON.stringify(v));
  assert.deepEqual(plain(parseYamlList(YAML, assert.fail)), plain(parse(YAML, { schema: "failsafe" })));
});

test("a map where a list of signs should be costs itself", async () => {
  const { compiled, problems } = await compileText(
    "- name: A\n  packages:\n    c2: x\n  distribution:\n  - a.example\n",
    "ioc.yaml",
  );
  assert.deepEqual([...compiled.counts.get("A")!.keys()], ["domain"]);
  assert.deepEqual(
    problems.map((p) => p.found),
    ["A packages"],
  );
});

test("YAML lines that do not fit give a problem each, the rest is read", async () => {
  const { compiled, problems } = await compileText(
    "- name: A\n  packages:\n  - com.a\n  - {x: y}\n\tbad tab\n  websites: &anchor\n  - *anchor\n  - a.example\n- packages:\n  - com.noname\n- name: B\n  packages:\n  - com.b\n",
    "ioc.yaml",
  );
  assert.ok(problems.length >= 4);
  assert.deepEqual([...compiled.counts.keys()].sort(), ["A", "B"]);
});

test("300 mutations of a bundle, a YAML list, a plain list: only problems", async () => {
  let x = 0x9e3779b9 | 0;
  const random = (n: number): number => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % n;
  };
  const seeds = [
    [
      bundle([
        indicator("[domain-name:value='a.example' OR file:name='x']"),
        indicator("[ipv4-addr:value='198.51.100.0/24']"),
        { type: "malware", id: "malware--1", name: "M" },
      ]),
      "s.stix2",
    ],
    [YAML, "ioc.yaml"],
    ["a.example\nhxxp://b[.]example/x?y\n198.51.100.1\nuser@b.example\n/private/var/x/y\n", "list.txt"],
    ['domain,ip\n"a.example","198.51.100.1"\n', "list.csv"],
  ] as const;
  for (let i = 0; i < 300; i++) {
    const [text, name] = seeds[i % seeds.length]!;
    const bytes = Uint8Array.from(Buffer.from(text));
    for (let k = random(6); k >= 0; k--)
      bytes[random(bytes.length)] = random(2) === 0 ? "\n\t \"'-:,[]{}#&*\\/.@".charCodeAt(random(18)) : random(256);
    const { compiled } = await compileText(
      bytes.subarray(0, random(4) === 0 ? random(bytes.length) : bytes.length),
      name,
    );
    createMatcher(compiled).match({ type: "url", value: "https://a.example/", contact: "visited" });
  }
});

test("hostile texts end quickly", async () => {
  for (const [text, name] of [
    [`- name: ${" ".repeat(500_000)}x`, "a.yaml"],
    [`- name: x\n${"a: {".repeat(50_000)}`, "b.yaml"],
    [`${"\n".repeat(500_000)}x`, "c.txt"],
    [`${"a.".repeat(500_000)}x y`, "domains.txt"],
    [`a.example${" ".repeat(500_000)}`, "urls.txt"],
    [`"${'""'.repeat(200_000)},a\n`, "d.csv"],
    [
      bundle([
        indicator(`[domain-name:value='${"a.".repeat(200_000)}']`),
        indicator(`${"[".repeat(200_000)}`),
        indicator(`[a:b='${"\\".repeat(300_000)}`),
      ]),
      "e.stix2",
    ],
  ] as const) {
    const from = process.cpuUsage();
    await compileText(text, name);
    assert.ok(process.cpuUsage(from).user < 5_000_000, name);
  }
});

test("content decides, not the name", async () => {
  const { compiled } = await compileText(bundle([indicator("[domain-name:value='a.example']")]), "processes.txt");
  assert.deepEqual(hits(createMatcher(compiled), "domain", "a.example"), ["a.example"]);
  const yaml = await compileText(YAML, "domains.txt");
  assert.ok(yaml.compiled.counts.has("SpyOne"));
});

test("a list of sites with the day of their registration is one of ages", async () => {
  const list = "domain,registered\nnuevo.example,2026-03-01\nviejo[.]example,2019-01-02T00:00:00Z\nraro.example,ayer\n";
  const { compiled, problems } = await compileText(list, "nuevos.csv");
  assert.equal(compiled.sets[0]!.count, 2);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["indicator-value"],
  );
  const [one] = createMatcher(compiled).match({ type: "domain", value: "www.nuevo.example", contact: "visited" }, []);
  assert.deepEqual([one!.role, one!.validUntil], ["young", "2027-03-01T00:00:00Z"]);
  // A list of signs may say when it was made.
  const signs = await compileText("domain,created\nmalo.example,2026-03-01\n", "malos.csv");
  const [bad] = createMatcher(signs.compiled).match({ type: "domain", value: "malo.example", contact: "visited" }, []);
  assert.equal(bad!.role, "server");
});
