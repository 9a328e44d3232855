/**
 * `npm run bench -- inbox`: thirty packs of 20 MB, of thirty phones, become cases: opened, copied, checked, compared with what the sender found.
 * The phones are one synthetic phone of the shared generator under thirty names, with a consent each; work is not shared between them.
 * @module
 */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { makePack, writeParts } from "@contraluz/case/pack/index.ts";
import { newIdentity } from "@contraluz/case/vault/index.ts";
import { BUILTIN_SET, compileIndicators } from "@contraluz/detection";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { nodeMachine } from "../../apps/cli/src/case/open.ts";
import { partFolder } from "../../apps/cli/src/case/parts.ts";
import type { BenchOptions, Line } from "./cases.ts";
import { generated } from "./data.ts";
import { measureNode } from "./measure.ts";

const MAIN = join(dirname(fileURLToPath(import.meta.url)), "../../apps/cli/src/main.ts");
const PACKS = 30;
/** Of the generator: what a check reads of such a phone is 20 MB. */
const SCALE = 0.046;
const MINUTES = 10;

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

interface Made {
  readonly arrivals: string;
  readonly key: string;
  readonly bytes: number;
}

async function packs(o: BenchOptions): Promise<Made> {
  const folder = join(o.data, "inbox");
  const [arrivals, key, done] = [join(folder, "arrivals"), join(folder, "identity.txt"), join(folder, "done")];
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(arrivals, { recursive: true });
    const { backup } = generated(o.data, SCALE, undefined, o.python);
    const { identity, recipient } = await newIdentity();
    writeFileSync(key, `${identity}\n`, { mode: 0o600 });
    const compiled = await compileIndicators([BUILTIN_SET]);
    const machine = nodeMachine(nodePlatform({ workers: 0 }));
    for (let n = 1; n <= PACKS; n++) {
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
      await writeParts(pack, [recipient], await partFolder(arrivals), { machine });
      await pack.close();
      rmSync(phone, { recursive: true, force: true });
    }
    writeFileSync(done, "");
  }
  const bytes = readdirSync(arrivals).reduce((n, f) => n + statSync(join(arrivals, f)).size, 0);
  return { arrivals, key, bytes };
}

export async function inbox(o: BenchOptions): Promise<Line[]> {
  const { arrivals, key, bytes } = await packs(o);
  const cases = join(o.data, "inbox-cases");
  const lines: Line[] = [];
  for (const more of [[], ["--workers", "0"]]) {
    rmSync(cases, { recursive: true, force: true });
    const load = loadavg()[0]!;
    const args = ["case", "intake", arrivals, "--cases", cases, "--identity", key, "--no-installed", ...more];
    const f = measureNode([MAIN, ...args]);
    const n = readdirSync(cases).filter((c) => existsSync(join(cases, c, "checks/0001"))).length;
    if (n !== PACKS) throw new Error(`${n} of ${PACKS} packs became a case with a check`);
    const how = more.length === 0 ? `${availableParallelism()} cores` : "one thread";
    lines.push({
      what: `inbox, ${PACKS} packs of ${Math.round(bytes / PACKS / 1e6)} MB, ${how}`,
      figure: `${f.wall.toFixed(0)} s, ${f.cpu.toFixed(0)} CPU s, ${Math.round(f.peak / 1e6)} MB, at a load of ${load.toFixed(1)}`,
      ...(more.length === 0 ? { bar: `${MINUTES} minutes`, good: f.wall < MINUTES * 60 } : {}),
    });
    if (o.runs === 1) break;
  }
  rmSync(cases, { recursive: true, force: true });
  return lines;
}
