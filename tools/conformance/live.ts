/**
 * A phone that is taken live says what AndroidQF's copy of it says: the generator's folder, served by the scripted adbd, taken over
 * ADB and checked, against the folder itself.
 * @module
 */
import { createHash, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { acquire, phoneOf } from "@contraluz/acquire";
import { FakeAdbd } from "@contraluz/acquire/fake-adbd.fixture.ts";
import { fakeTcp } from "@contraluz/acquire/fake-tcp.fixture.ts";
import type { Finding } from "@contraluz/core";
import { adbDirect, newAdbKey } from "@contraluz/platform-node/adb.ts";
import { folderShelf } from "../../apps/cli/src/acquire/folder.ts";
import { examine } from "./examine.ts";
import { livePhone } from "./live-phone.ts";
import { publishedSigns } from "./matrix.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { SHARED } from "./shared.ts";

/** No public certificate: those stand in AndroidQF's list alone, and no APK can carry them. */
const PHONE =
  "--only folder --android 14 --brand samsung --seed 21 --plant predator --plant synthetic --plant rooted --near-miss";

const told = (findings: readonly Finding[]): string[] =>
  findings.map((f) => `${f.level} ${f.rule ?? "sign"} ${f.subject}`).sort();

async function takeLive(folder: string, out: string): Promise<string> {
  const fake = new FakeAdbd(livePhone(folder));
  const tcp = await fakeTcp(fake);
  const adb = await adbDirect({ host: "127.0.0.1", port: tcp.port }, await newAdbKey());
  try {
    const made = await acquire(phoneOf(adb), folderShelf(out), {
      version: "conformance",
      uuid: randomUUID(),
      now: () => new Date().toISOString(),
      sha256() {
        const hash = createHash("sha256");
        return { update: (b) => void hash.update(b), hex: () => hash.digest("hex") };
      },
      apks: "all",
      messages: true,
    });
    same("asked to change something, or unknown", fake.breaches, []);
    return `${made.files} files in ${fake.asked.length} questions`;
  } finally {
    await adb.close();
    await tcp.close();
  }
}

export function liveCases(temp: string): Case[] {
  return [
    {
      name: "a phone taken live as AndroidQF's copy of it",
      async run() {
        const made = join(temp, "live");
        runPython([join(SHARED, "tools/gen_android.py"), "--out", made, ...PHONE.split(" ")], "", ["cryptography"]);
        const top = join(made, "androidqf/folder");
        const folder = join(top, readdirSync(top)[0]!);
        const copy = join(temp, "live-copy");
        const taken = await takeLive(folder, copy);
        const o = { temp, compiled: await publishedSigns() };
        const [theirs, ours] = [await examine(folder, o), await examine(copy, o)];
        const [a, b] = [told(ours.result.findings), told(theirs.result.findings)];
        must(b.length > 20, `${b.length} findings are too few to compare`);
        same(
          "findings of one alone",
          a.filter((f) => !b.includes(f)),
          b.filter((f) => !a.includes(f)),
        );
        same("findings", a, b);
        return `${taken}; ${a.length} findings, the same`;
      },
    },
  ];
}
