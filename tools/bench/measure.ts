/** Runs programs and says what they took. CPU seconds of all their threads, peak memory, bytes read. @module */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileCache } from "../../apps/cli/bin/node.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const MAIN = join(HERE, "../../apps/cli/src/main.ts");
// As the command sets it in a clone (`apps/cli/bin/contraluz.js`).
compileCache(HERE);

export interface Figures {
  /** Seconds, user and system. */
  readonly cpu: number;
  /** Bytes. */
  readonly peak: number;
  /** Bytes that the program read from files, its own source too; undefined where the machine does not say. */
  readonly read?: number;
  /** Seconds. */
  readonly wall: number;
}

/** Runs one Node program with the meter. Throws with what it said where it fails. */
export function measureNode(args: readonly string[]): Figures {
  const folder = mkdtempSync(join(tmpdir(), "contraluz-meter-"));
  const meter = join(folder, "figures.json");
  try {
    const start = performance.now();
    const r = spawnSync(process.execPath, ["--import", pathToFileURL(join(HERE, "meter.js")).href, ...args], {
      encoding: "utf8",
      env: { ...process.env, METER: meter },
      maxBuffer: 1 << 28,
    });
    const wall = (performance.now() - start) / 1000;
    if (r.status !== 0) throw new Error(`${args.join(" ")}: ${r.stderr.slice(-2000)}`);
    return { ...(JSON.parse(readFileSync(meter, "utf8")) as Omit<Figures, "wall">), wall };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs Node programs side by side, which is how what is measured is made ready; gives what each said on standard output. Throws with what one
 * of them said where it fails.
 */
export async function sideBySide(programs: readonly (readonly string[])[]): Promise<string[]> {
  return Promise.all(
    programs.map(async (args) => {
      const child = spawn(process.execPath, [...args], { stdio: ["ignore", "pipe", "pipe"] });
      const said = { out: "", err: "" };
      child.stdout.on("data", (b: Buffer) => (said.out += b.toString()));
      child.stderr.on("data", (b: Buffer) => (said.err = (said.err + b.toString()).slice(-2000)));
      const code = await new Promise((done, fail) => child.once("error", fail).once("close", done));
      if (code !== 0) throw new Error(`${args.join(" ")}: ${said.err}`);
      return said.out;
    }),
  );
}

/** `contraluz check` of one backup into `result`. */
export function measureCheckInto(result: string, backup: string, options: readonly string[] = []): Figures {
  const f = measureNode([MAIN, "check", backup, "--out", result, "--lang", "en", ...options]);
  // The runs of the timeline are read once to merge them: bytes of the result, not of the evidence.
  return f.read === undefined ? f : { ...f, read: f.read - statSync(join(result, "index/timeline.bin")).size };
}

/** The same; the result is removed again. */
export function measureCheck(backup: string, options: readonly string[] = []): Figures {
  const folder = mkdtempSync(join(tmpdir(), "contraluz-bench-"));
  try {
    return measureCheckInto(join(folder, "result"), backup, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Python program whose last line says `cpu N s`, as scan.py does. */
export function measurePython(args: readonly string[]): number {
  const r = spawnSync("python3", args, { encoding: "utf8" });
  const cpu = /cpu ([\d.]+) s\s*$/.exec(r.stdout)?.[1];
  if (r.status !== 0 || cpu === undefined) throw new Error(`${args.join(" ")}: ${r.stderr.slice(-2000)}`);
  return Number(cpu);
}

/** Any other program: CPU seconds and peak of it and its children, by the shell's own means. */
export function measureOther(program: string, args: readonly string[]): Pick<Figures, "cpu" | "peak"> {
  const wrapper = `import resource, subprocess, sys
r = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
u = resource.getrusage(resource.RUSAGE_CHILDREN)
print(r.returncode, u.ru_utime + u.ru_stime, u.ru_maxrss * 1024)`;
  // MVT would ask the network for every short link that it finds.
  const env = { ...process.env, MVT_NETWORK_ACCESS_ALLOWED: "false" };
  const r = spawnSync("python3", ["-c", wrapper, program, ...args], { encoding: "utf8", env });
  const [code, cpu, peak] = r.stdout.trim().split(" ").map(Number);
  if (r.status !== 0 || code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code ?? r.status}`);
  return { cpu: cpu!, peak: peak! };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Medians of several figures. */
export function medians(runs: readonly Figures[]): Figures {
  const of = (f: (r: Figures) => number): number => median(runs.map(f));
  const read = runs[0]!.read === undefined ? {} : { read: of((r) => r.read!) };
  return { cpu: of((r) => r.cpu), peak: of((r) => r.peak), wall: of((r) => r.wall), ...read };
}
