/**
 * Makes some of the packs of the bench of an inbox. Two processes do so side by side: each pack is a check.
 * `node tools/bench/inbox-packs.ts BACKUP FOLDER RECIPIENT FIRST LAST`
 * @module
 */
import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { makePack, writeParts } from "@contraluz/case/pack/index.ts";
import { BUILTIN_SET, compileIndicators } from "@contraluz/detection";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { nodeMachine } from "../../apps/cli/src/case/open.ts";
import { partFolder } from "../../apps/cli/src/case/parts.ts";

const consentOf = (n: number): Consent => ({
  id: "c1",
  person: { label: `p${n}` },
  organisation: "Bench",
  purpose: "bench",
  artifacts: "all",
  content: false,
  copies: true,
  publication: "none",
  after: "delete",
  recipients: [],
  incidents: false,
  given: { on: "2026-01-01", how: "signed" },
});

/** The same phone under another name; what does not differ is not written again. */
function named(from: string, to: string, n: number): void {
  for (const name of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    const [a, b] = [join(from, name), join(to, name)];
    if (statSync(a).isDirectory()) continue;
    mkdirSync(dirname(b), { recursive: true });
    if (name !== "Info.plist") {
      try {
        linkSync(a, b);
      } catch {
        cpSync(a, b);
      }
      continue;
    }
    const text = readFileSync(a, "latin1");
    const mark = /(<key>Device Name<\/key>\s*<string>)[^<]*/;
    if (!mark.test(text)) throw new Error("the phone has no name in Info.plist");
    writeFileSync(b, text.replace(mark, `$1Phone ${n}`), "latin1");
  }
}

const [backup, folder, recipient, first, last] = process.argv.slice(2) as [string, string, string, string, string];
const compiled = await compileIndicators([BUILTIN_SET]);
const machine = nodeMachine(nodePlatform({ workers: 0 }));
const arrivals = await partFolder(join(folder, "arrivals"));
for (let n = Number(first); n <= Number(last); n++) {
  const phone = join(folder, `phone-${n}`);
  named(backup, phone, n);
  const consent = consentOf(n);
  const pack = await makePack(await inputOf(phone), {
    machine,
    scope: { artifacts: "all", content: false, evidenceCopies: true },
    context: { asOf: "", custody: [], known: [] },
    compiled,
    version: "bench",
    consent,
  });
  await writeParts(pack, [recipient], arrivals, { machine });
  await pack.close();
  rmSync(phone, { recursive: true, force: true });
}
