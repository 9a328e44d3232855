/** Captures with keys of TLS, and with what other tools said, from end to end. */
import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { framesOf } from "@contraluz/artifacts/feeds/capture/crossed.fixture.ts";
import { compileIndicators, readIndicators } from "@contraluz/detection";
import { pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { type Crossed, IDENTITY, tlsPair } from "@contraluz/formats/tls-keys/tls.fixture.ts";
import { fresh, pack, type Ran, records, run } from "./check.fixture.ts";

const AT = 1_772_000_000;

async function asked(path: string): Promise<Crossed> {
  const { crossed, client, server } = tlsPair({ version: "TLSv1.3" });
  const answering = await server;
  answering.once("data", () => void answering.write("HTTP/1.1 204 No Content\r\n\r\n"));
  await new Promise<void>((resolve) => {
    client.once("data", () => resolve());
    client.write(`GET ${path} HTTP/1.1\r\nHost: casa.example\r\nCookie: galleta\r\n\r\n`);
  });
  client.destroy();
  answering.destroy();
  return crossed;
}

/** As PiRogue leaves it, the keys behind the captures that they open. */
async function folder(): Promise<{ path: string; secrets: readonly string[] }> {
  const [one, two] = [await asked("/uno?clave=secreta"), await asked("/dos")];
  const path = fresh();
  mkdirSync(join(path, "assets"), { recursive: true });
  writeFileSync(join(path, "a.pcap"), pcap(framesOf(one, AT)));
  writeFileSync(join(path, "b.pcap"), pcap(framesOf(two, AT + 900, 50_000)));
  writeFileSync(join(path, "sslkeylog.txt"), one.keyLog + two.keyLog);
  writeFileSync(
    join(path, "assets/alerts.json"),
    '{"high": [{"title": "Aviso", "description": "d", "host": "malo.example", "level": "High", "id": "IOC-03"}], "moderate": [], "low": []}',
  );
  const secrets = (one.keyLog + two.keyLog).split(/\s+/).filter((x) => x.length >= 64 && /^[0-9a-f]+$/.test(x));
  return { path, secrets };
}

const OPEN = { artifacts: "all", content: false, evidenceCopies: false, keys: true } as const;
const paths = (ran: Ran): string[] =>
  (records(ran)["records/network.http.jsonl"] ?? "")
    .split("\n")
    .flatMap((line) => /"host":"casa\.example","path":"([^"]*)"/.exec(line)?.[1] ?? []);
const keys = (ran: Ran): number =>
  ran.result.findings.filter((f) => f.rule === "network/hidden" && f.subject === "keys").length;

test("without leave keys are told and not used; with it they open what they can, in every container", async () => {
  const { path, secrets } = await folder();
  const closed = await run([path]);
  assert.deepEqual([paths(closed), keys(closed)], [[], 1]);
  assert.ok(!Object.hasOwn(closed.result.scope, "keys"));
  for (const input of [path, pack(path, "zip, deflated"), pack(path, "tar.gz")]) {
    const open = await run([input], { scope: OPEN });
    assert.deepEqual([paths(open), keys(open)], [["/uno", "/dos"], 0], input);
    assert.equal(open.result.scope.keys, true);
    assert.deepEqual(open.result.problems, []);
    const all = [open.json, ...Object.values(records(open))].join("\n");
    for (const secret of secrets.filter((_, i) => i % 2 === 1))
      assert.ok(!all.includes(secret), "a secret in a result");
    for (const word of ["galleta", "secreta"]) assert.ok(!all.includes(word), word);
  }
});

test("a certificate that TLS 1.3 encrypts is a sign, and odd, once keys show it", async () => {
  const { path } = await folder();
  const sha256 = new X509Certificate(IDENTITY.cert).fingerprint256.replaceAll(":", "").toLowerCase();
  const set = readIndicators(
    (async function* () {
      yield new TextEncoder().encode(`certificate,campaign\n${sha256},Prueba\n`);
    })(),
    "prueba.csv",
    () => {},
  );
  const compiled = await compileIndicators([set]);
  assert.equal(compiled.sets[0]?.count, 1);
  const met = async (scope: typeof OPEN | undefined): Promise<unknown[]> =>
    (await run([path], { compiled, ...(scope ? { scope } : {}) })).result.findings
      .filter((f) => f.indicator || f.rule === "network/odd-certificate")
      .map((f) => [f.level, f.rule ?? f.indicator!.value]);
  assert.deepEqual(await met(undefined), []);
  assert.deepEqual(await met(OPEN), [
    ["targeted", sha256],
    ["info", "network/odd-certificate"],
  ]);
});

test("what a tool said is a note of its own, met by no sign, and no gap where nobody said anything", async () => {
  const { path } = await folder();
  const { result } = await run([path]);
  assert.deepEqual(
    result.findings.filter((f) => f.rule === "network/reported").map((f) => [f.level, f.subject, f.params.hosts]),
    [["info", "TinyCheck/SpyGuard 1", "malo.example"]],
  );
  const reason = (id: string): string | undefined => result.coverage.find((c) => c.artifact === id)?.reason;
  assert.deepEqual(["network/alerts", "network/names"].map(reason), ["second-hand", undefined]);
  assert.deepEqual(
    result.verdict.gaps.filter((g) => g.about.startsWith("network/")).map((g) => g.about),
    [],
  );
});
