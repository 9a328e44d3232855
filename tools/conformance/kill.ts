/**
 * A case whose program is killed (SIGKILL, a real process on a real disk) at some two hundred points of making, filling, taking in,
 * checking and building a dossier: each time the case opens, its chain holds, what was acknowledged is there, no half dossier looks whole,
 * and the next run ends as if nothing had happened.
 * @module
 */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bagTree, makeDossier, type Verified, verifyDossier } from "@contraluz/case/dossier/index.ts";
import { dossierOfCase } from "@contraluz/case/dossier/of-case.ts";
import { takeIn } from "@contraluz/case/inbox/index.ts";
import { followChain } from "@contraluz/case/log/read.ts";
import { makePack, writeParts } from "@contraluz/case/pack/index.ts";
import { newIdentity, openVault, openVaultToWrite, resultOfCheck, type Vault } from "@contraluz/case/vault/index.ts";
import { BUILTIN_SET, type CompiledIndicators, compileIndicators } from "@contraluz/detection";
import { openInput } from "@contraluz/evidence";
import { inputOf, nodePlatform, resultFolder, vaultFolder } from "@contraluz/platform-node";
import { build } from "esbuild";
import { nodeMachine } from "../../apps/cli/src/case/open.ts";
import { arrivalsOf, partFolder, shelfOf } from "../../apps/cli/src/case/parts.ts";
import { dossierFor } from "./kill-dossier.ts";
import type { Case, Group } from "./runner.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Points at which each kind of work is killed. */
const POINTS = 90;

type Work = "case" | "intake" | "dossier";

interface Stage {
  readonly temp: string;
  readonly child: string;
  readonly key: { readonly identity: string; readonly recipient: string };
  readonly evidence: string;
  readonly arrivals: string;
  /** A case with a check, of which dossiers are made. */
  readonly ready: string;
  readonly compiled: CompiledIndicators;
}

const machine = nodeMachine(nodePlatform({ workers: 0 }));
const CONSENT = {
  id: "c1",
  person: { label: "p1" },
  organisation: "Línea de ayuda",
  purpose: "revisar",
  artifacts: ["ios/safari-history"],
  content: false,
  copies: true,
  publication: "none",
  after: "delete",
  recipients: [
    { name: "Lab", what: "dossier" },
    { name: "Lab", what: "pack" },
  ],
  incidents: false,
  given: { on: "2026-01-01", how: "signed" },
} as const;

async function prepare(temp: string): Promise<Stage> {
  const key = await newIdentity();
  const child = join(temp, "child.mjs");
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["tools/conformance/kill-child.ts"],
    outfile: child,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    define: { CONTRALUZ_FONTS: "{}" },
  });
  const evidence = join(temp, "evidence");
  mkdirSync(join(evidence, "a"), { recursive: true });
  writeFileSync(join(evidence, "a/uno.bin"), new Uint8Array(300_000).fill(7));
  writeFileSync(join(evidence, "dos.txt"), "dos");
  const compiled = await compileIndicators([BUILTIN_SET]);
  const arrivals = join(temp, "arrivals");
  const pack = await makePack(await inputOf(join(ROOT, "samples/journalist/backup")), {
    machine,
    scope: { artifacts: CONSENT.artifacts, content: false, evidenceCopies: true },
    context: { asOf: "", custody: [], known: [] },
    compiled,
    version: "t",
    consent: CONSENT,
  });
  await writeParts(pack, [key.recipient], await partFolder(arrivals), { machine, part: 200_000 });
  await pack.close();
  const cases = join(temp, "ready");
  const shelf = shelfOf(cases);
  await takeIn(arrivalsOf(arrivals), shelf, {
    machine,
    identities: [key.identity],
    recipients: [key.recipient],
    actor: "r1",
    lang: "es",
    compiled,
    version: "t",
    workers: 0,
  });
  const ready = join(cases, (await shelf.list())[0]!);
  return { temp, child, key, evidence, arrivals, ready, compiled };
}

/** Runs the child until it dies or ends. True if it ended by itself. */
function run(s: Stage, work: Work, dir: string, count: number): Promise<boolean> {
  mkdirSync(dir, { recursive: true });
  const from = work === "intake" ? s.arrivals : s.evidence;
  if (work === "dossier") cpSync(s.ready, join(dir, "case"), { recursive: true });
  const args = [s.child, work, dir, from, s.key.identity, s.key.recipient, String(count)];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (d: Buffer) => (said += d.toString()));
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (signal === "SIGKILL") resolve(false);
      else if (code === 0) resolve(true);
      else reject(new Error(`the child failed (${code}): ${said.slice(0, 500)}`));
    });
  });
}

const acknowledged = (dir: string): string[] =>
  existsSync(join(dir, "acknowledged")) ? readFileSync(join(dir, "acknowledged"), "utf8").split("\n").slice(0, -1) : [];

function holds(v: Vault, what: string): void {
  if (v.trouble.length > 0) throw new Error(`${what}: ${JSON.stringify(v.trouble)}`);
  const { breaks } = followChain(
    machine.platform,
    v.log.map((e) => e.line),
  );
  if (breaks.length > 0) throw new Error(`${what}: ${JSON.stringify(breaks)}`);
}

/** After a death in the making of a case. */
async function afterCase(s: Stage, dir: string, what: string): Promise<void> {
  const said = acknowledged(dir);
  const folder = vaultFolder(join(dir, "case"));
  const opener = { identities: [s.key.identity] };
  if (!said.includes("created")) {
    // Nothing was promised. If it is a case already, it opens.
    if (await folder.read("case.json").then((x) => x?.close?.().then(() => true)))
      holds(await openVault(folder, opener, machine), what);
    return;
  }
  const v = await openVaultToWrite(folder, opener, machine);
  try {
    holds(v, what);
    const notes = v.state.notes.map((n) => `note ${n.text}`);
    for (const line of said)
      if (line.startsWith("note ") && !notes.includes(line)) throw new Error(`${what}: lost ${line}`);
    const kept = v.state.evidence.map((e) => `evidence ${e.id}`);
    for (const line of said)
      if (line.startsWith("evidence ") && !kept.includes(line)) throw new Error(`${what}: lost ${line}`);
    const folders = existsSync(join(dir, "case/evidence")) ? readdirSync(join(dir, "case/evidence")) : [];
    if (folders.length !== v.state.evidence.length) throw new Error(`${what}: left ${folders.join(" ")}`);
  } finally {
    await v.close();
  }
}

/** After a death while a pack was taken in: the next run ends with one case, one copy, one check. */
async function afterIntake(s: Stage, dir: string, what: string): Promise<void> {
  const shelf = shelfOf(join(dir, "cases"));
  const opener = { identities: [s.key.identity] };
  for (const name of await shelf.list()) holds(await openVault(shelf.folder(name), opener, machine), what);
  await takeIn(arrivalsOf(s.arrivals), shelf, {
    machine,
    identities: [s.key.identity],
    recipients: [s.key.recipient],
    actor: "r1",
    lang: "es",
    compiled: s.compiled,
    version: "t",
    workers: 0,
  });
  let full = 0;
  for (const name of await shelf.list()) {
    const v = await openVault(shelf.folder(name), opener, machine);
    holds(v, what);
    const { checks, evidence } = v.state;
    if (checks.length === 0) continue;
    full++;
    if (checks.length !== 1 || evidence.length !== 1)
      throw new Error(`${what}: ${checks.length} checks, ${evidence.length} copies`);
    await resultOfCheck(v, checks[0]!.check);
  }
  if (full !== 1) throw new Error(`${what}: ${full} cases with a check`);
}

/** What a folder says of itself as a dossier; undefined where there is none to look at. */
async function verdictOf(path: string): Promise<Verified["verdict"] | undefined> {
  if (!existsSync(path)) return undefined;
  const opened = await openInput(await inputOf(path), { platform: machine.platform, report: () => {} }).catch(
    () => undefined,
  );
  try {
    const bag = opened && (await bagTree(opened.tree, machine.platform));
    return bag && (await verifyDossier(bag, { platform: machine.platform })).verdict;
  } finally {
    await opened?.close();
  }
}

/** After a death while a dossier was built: none is there, or a whole one; another one can be made. */
async function afterDossier(s: Stage, dir: string, what: string): Promise<void> {
  const bag = join(dir, "bag");
  if (existsSync(bag) && (await verdictOf(bag)) !== "unproven") throw new Error(`${what}: half a dossier`);
  const half = await verdictOf(`${bag}.partial`);
  // All of it was written, and it was not yet called by its name.
  const whole = half === "unproven" && existsSync(`${bag}.partial/tagmanifest-sha256.txt`);
  if (half !== undefined && half !== "fails" && !whole) throw new Error(`${what}: a half is ${half}`);
  const v = await openVaultToWrite(vaultFolder(join(dir, "case")), { identities: [s.key.identity] }, machine);
  try {
    holds(v, what);
    for (const line of acknowledged(dir))
      if (line.startsWith("dossier ") && !v.state.dossiers.some((d) => line.endsWith(d.tagmanifest)))
        throw new Error(`${what}: lost ${line}`);
    if (v.state.dossiers.length > 0 && !existsSync(bag)) throw new Error(`${what}: noted before it was there`);
    const { input } = await dossierOfCase(v, dossierFor(machine.now()));
    const again = join(dir, "again");
    const made = await makeDossier(input, await resultFolder(again), machine.platform);
    if (!made.ok || (await verdictOf(again)) !== "unproven") throw new Error(`${what}: no second one`);
  } finally {
    await v.close();
  }
}

const AFTER: Readonly<Record<Work, (s: Stage, dir: string, what: string) => Promise<void>>> = {
  case: afterCase,
  intake: afterIntake,
  dossier: afterDossier,
};

/** How many things the whole work does: found by halving, since a child that ends did fewer. */
async function length(s: Stage, work: Work): Promise<number> {
  let [low, high] = [1, 2];
  const ends = async (n: number): Promise<boolean> => {
    const dir = join(s.temp, `length-${work}`);
    rmSync(dir, { recursive: true, force: true });
    return run(s, work, dir, n);
  };
  while (!(await ends(high))) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const mid = Math.floor((low + high) / 2);
    if (await ends(mid)) high = mid;
    else low = mid;
  }
  return high;
}

async function killed(s: Stage, work: Work): Promise<string> {
  const steps = await length(s, work);
  const points = [...new Set(Array.from({ length: POINTS }, (_, i) => Math.floor((i * steps) / POINTS)))];
  const waiting = [...points];
  const one = async (): Promise<void> => {
    for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
      const dir = join(s.temp, `${work}-${n}`);
      if (await run(s, work, dir, n)) throw new Error(`${work} was not killed at ${n} of ${steps}`);
      await AFTER[work](s, dir, `${work} killed at ${n} of ${steps}`);
      rmSync(dir, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, one));
  return `killed at ${points.length} of ${steps} points, each time all that was acknowledged is there`;
}

export const killCases: Group = async (temp): Promise<readonly Case[]> => {
  let stage: Promise<Stage> | undefined;
  const ready = (): Promise<Stage> => {
    const dir = join(temp, "kill");
    mkdirSync(dir, { recursive: true });
    return (stage ??= prepare(dir));
  };
  return [
    { name: "kill -9 while a case is made and filled", run: async () => killed(await ready(), "case") },
    { name: "kill -9 while a pack is taken in and checked", run: async () => killed(await ready(), "intake") },
    { name: "kill -9 while a dossier is built", run: async () => killed(await ready(), "dossier") },
  ];
};
