/** What processes below this one cost: CPU, memory. Linux. @module */
import { readdirSync, readFileSync } from "node:fs";

/** Of `/proc/PID/stat`, on every Linux. */
const TICKS = 100;
const PAUSE_MS = 50;

export interface Cost {
  readonly seconds: number;
  readonly cpu: number;
  /** Largest process, MB. */
  readonly peak: number;
  /** All processes together, MB, as far as they do not share them. */
  readonly all: number;
  /** The same by what a process is: Chromium's `renderer` (the page and its threads), `browser`, `gpu-process`, `utility`. */
  readonly kinds: ReadonlyMap<string, KindCost>;
}

export interface KindCost {
  readonly cpu: number;
  readonly peak: number;
  /** Largest process of that kind, MB, without what it shares with others: its own memory. */
  readonly own: number;
}

/** The processes below `root`, which is left out. */
function below(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "latin1");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const out: number[] = [];
  for (let from = [root]; from.length > 0; ) {
    from = [...parents].filter(([, parent]) => from.includes(parent)).map(([pid]) => pid);
    out.push(...from);
  }
  return out;
}

interface Seen {
  readonly kind: string;
  readonly before: number;
  cpu: number;
  peak: number;
  own: number;
  ownPeak: number;
}

function kindOf(pid: number): string {
  const type = /--type=([\w-]+)/.exec(readFileSync(`/proc/${pid}/cmdline`, "latin1"))?.[1];
  return type ?? "browser";
}

/** Of each turn this long they run. */
const TURN_MS = 10;

/**
 * `f` while all processes below this one run a `rate`-th of the time: a slower computer. The throttling of the browser's own tools
 * slows the page and hardly its threads (Chromium 153: 7 times and 2.4 times, of 6).
 */
export async function slowed(rate: number, f: () => Promise<unknown>): Promise<void> {
  if (rate <= 1) return void (await f());
  const signal = (name: "SIGSTOP" | "SIGCONT"): void => {
    for (const pid of below(process.pid)) {
      try {
        process.kill(pid, name);
      } catch {
        // It has ended meanwhile.
      }
    }
  };
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const work = { done: false };
  const turns = async (): Promise<void> => {
    while (!work.done) {
      signal("SIGSTOP");
      await pause(TURN_MS * (rate - 1));
      signal("SIGCONT");
      await pause(TURN_MS);
    }
  };
  await Promise.all([f().finally(() => (work.done = true)), turns()]);
}

/** Watches the processes that run below this one while `f` does. */
export async function watched(f: () => Promise<unknown>): Promise<Cost> {
  const seen = new Map<number, Seen>();
  let [peak, all] = [0, 0];
  const look = (first = false): void => {
    let sum = 0;
    for (const pid of below(process.pid)) {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const cpu = (Number(fields[11]) + Number(fields[12])) / TICKS;
        const status = readFileSync(`/proc/${pid}/status`, "latin1");
        const megabytes = (name: string): number =>
          Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0) / 1024;
        let s = seen.get(pid);
        if (!s) seen.set(pid, (s = { kind: kindOf(pid), before: first ? cpu : 0, cpu, peak: 0, own: 0, ownPeak: 0 }));
        s.cpu = cpu;
        s.peak = Math.max(s.peak, megabytes("VmRSS"));
        s.own = megabytes("RssAnon");
        s.ownPeak = Math.max(s.ownPeak, s.own);
        sum += s.own;
        peak = Math.max(peak, s.peak);
      } catch {
        // It has ended meanwhile.
      }
    }
    all = Math.max(all, sum);
  };
  look(true);
  const timer = setInterval(look, PAUSE_MS);
  const started = performance.now();
  try {
    await f();
  } finally {
    clearInterval(timer);
    look();
  }
  const kinds = new Map<string, KindCost>();
  for (const s of seen.values()) {
    const k = kinds.get(s.kind) ?? { cpu: 0, peak: 0, own: 0 };
    const [most, own] = [Math.max(k.peak, s.peak), Math.max(k.own, s.ownPeak)];
    kinds.set(s.kind, { cpu: k.cpu + s.cpu - s.before, peak: most, own });
  }
  const cpu = [...kinds.values()].reduce((n, k) => n + k.cpu, 0);
  return { seconds: (performance.now() - started) / 1000, cpu, peak, all, kinds };
}
