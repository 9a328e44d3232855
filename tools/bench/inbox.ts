/**
 * `npm run bench -- inbox`: thirty packs of 20 MB, of thirty phones, become cases: opened, copied, checked, compared with what the sender found.
 * The phones are one synthetic phone of the shared generator under thirty names, with a consent each; work is not shared between them.
 * @module
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { newIdentity } from "@contraluz/case/vault/index.ts";
import type { BenchOptions, Line } from "./cases.ts";
import { generated } from "./data.ts";
import { measureNode, sideBySide } from "./measure.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const MAIN = join(HERE, "../../apps/cli/src/main.ts");
const MAKE = join(HERE, "inbox-packs.ts");
const PACKS = 30;
/** Of the generator: what a check reads of such a phone is 20 MB. */
const SCALE = 0.046;
const MINUTES = 10;

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
    const half = PACKS / 2;
    const make = (first: number, last: number): string[] => [MAKE, backup, folder, recipient, `${first}`, `${last}`];
    await sideBySide([make(1, half), make(half + 1, PACKS)]);
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
