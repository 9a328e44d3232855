/** The machines of a checked capture, as a person and a script ask for them. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Frame, pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import type { MachinesSeen } from "@contraluz/report";
import { CONTROL, contraluz, folder, type Ran } from "./cli.fixture.ts";

const dir = folder();
const run = (...args: string[]): Promise<Ran> => contraluz(args, { cwd: dir.path });
const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (x) => Number.parseInt(x, 16));

/** A packet of UDP to port 9, from a machine of Hikvision, and from one of Espressif. */
const packet = (mac: string, last: string): Uint8Array =>
  bytes(`ffffffffffff ${mac} 0800 45000020 00000000 40110000 c0a801${last} c0a80101 1000 0009 000c 0000 61626364`);
const FRAMES: readonly Frame[] = [
  { seconds: 1_775_239_200, bytes: packet("4419b6000001", "05") },
  { seconds: 1_775_242_900, bytes: packet("4419b6000001", "05") },
  { seconds: 1_775_242_901, bytes: packet("a4cf12000001", "06") },
];

before(async () => {
  writeFileSync(join(dir.path, "cuarto.pcap"), pcap(FRAMES));
  const { code, err } = await run("check", "cuarto.pcap", "--out", "r", "--workers", "0", "--no-installed");
  assert.equal(code, 0, err);
});
after(() => dir[Symbol.dispose]());

test("in words and as data, under both names of the command", async () => {
  const [es, en, json] = await Promise.all([
    run("aparatos", "r", "--lang", "es"),
    run("machines", "r", "--lang", "en"),
    run("machines", "r", "--json"),
  ]);
  for (const r of [es!, en!, json!]) assert.deepEqual([r.code, r.err], [0, ""]);
  for (const r of [es!, en!]) assert.ok(!CONTROL.test(r.out));
  assert.match(es!.out, /Hikvision \(44:19:b6:00:00:01\)/);
  assert.match(en!.out, /Espressif \(a4:cf:12:00:00:01\)/);
  const { machines } = JSON.parse(json!.out) as MachinesSeen;
  assert.deepEqual(
    machines.map((m) => [m.maker, m.addresses, m.hours.length]),
    [
      ["Hikvision", ["192.168.1.5"], 2],
      ["Espressif", ["192.168.1.6"], 1],
    ],
  );
});
