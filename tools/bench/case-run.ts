/**
 * One process of the bench of a case: builds what is missing, or does one thing twice and says what it took.
 * `node tools/bench/case-run.ts FOLDER plain|sealed build|STEP`
 * @module
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  folderIn,
  type IndexStore,
  indexesIn,
  Timeline,
  type TimelineCheck,
  type TimelineFilter,
} from "@contraluz/case/timeline/index.ts";
import { sealedFolder } from "@contraluz/case/vault/sealed-folder.ts";
import { dataKey } from "@contraluz/formats/sealed/index.ts";
import { copyStored, nodePlatform, resultFolder, storedFolder, vaultFolder } from "@contraluz/platform-node";
import { readResult } from "@contraluz/store";
import { RARE_HOST, RARE_WORD } from "./case-data.ts";

const [root, mode, step] = process.argv.slice(2) as [string, "plain" | "sealed", string];
const platform = nodePlatform();
const checks = readdirSync(root).filter((n) => /^\d{4}$/.test(n));
const say = (o: object): void => void process.stdout.write(`${JSON.stringify(o)}\n`);

/** Sealed as a case is, with a key that everybody knows. */
async function sealed(): Promise<ReturnType<typeof sealedFolder>> {
  let salt = 0;
  const random = (n: number): Uint8Array => {
    const bytes = new Uint8Array(n);
    new DataView(bytes.buffer).setUint32(0, ++salt);
    return bytes;
  };
  const machine = { platform, now: () => "2026-11-26T00:00:00Z", random };
  return sealedFolder(vaultFolder(join(root, "sealed")), await dataKey(new Uint8Array(32).fill(7)), machine);
}

const plainIndexes: IndexStore = {
  async read(check) {
    const path = join(root, `index-${check}`);
    return existsSync(path) ? storedFolder(path) : undefined;
  },
  write: (check) => resultFolder(join(root, `index-${check}`)),
  async remove() {},
};

async function open(): Promise<{ checks: TimelineCheck[]; indexes: IndexStore }> {
  const files = mode === "sealed" ? await sealed() : undefined;
  const all: TimelineCheck[] = [];
  for (const check of checks) {
    const folder = files ? folderIn(files, `checks/${check}`) : storedFolder(join(root, check));
    all.push({ check, folder, result: await readResult(folder) });
  }
  return { checks: all, indexes: files ? indexesIn(files) : plainIndexes };
}

async function seal(): Promise<void> {
  const files = await sealed();
  for (const check of checks) {
    if (existsSync(join(root, "sealed/checks", check))) continue;
    const into = await files.stage(`checks/${check}`);
    const names = ["result.json", ...readdirSync(join(root, check, "records")).map((n) => `records/${n}`)];
    await copyStored(join(root, check), into, names);
    await into.commit();
  }
}

interface Took {
  readonly ms: number;
  readonly cpu: number;
}

async function took<T>(f: () => Promise<T>): Promise<Took & { readonly value: T }> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const value = await f();
  const used = process.cpuUsage(cpu);
  return { ms: performance.now() - start, cpu: (used.user + used.system) / 1000, value };
}

const tags = Array.from({ length: 500 }, (_, i) => ({
  cite: { check: "0001", artifact: "ios/sms", ordinal: i * 37 },
  tag: i % 100 === 0 ? "rare" : "seen",
}));
const MID = 1_650_000_000_000_000_000n;
const DAY = 86_400_000_000_000n;
const window =
  (f: TimelineFilter, o = {}) =>
  async (t: Timeline) =>
    `${(await t.page(f, { limit: 100, ...o })).rows.length} rows`;
const count = (f: TimelineFilter) => async (t: Timeline) => {
  const { n, exact } = await t.count(f);
  return `${exact ? "" : "at least "}${n}`;
};
const firstHit = (f: TimelineFilter) => async (t: Timeline) => {
  for await (const rows of t.find(f)) if (rows.length > 0) return `first of ${rows[0]!.artifact}`;
  return "nothing";
};
const allHits = (f: TimelineFilter) => async (t: Timeline) => {
  let n = 0;
  for await (const rows of t.find(f)) n += rows.length;
  return `${n} rows`;
};

const STEPS: Readonly<Record<string, (t: Timeline) => Promise<string>>> = {
  "first window": window({}),
  "last window": window({}, { back: true }),
  "window in the middle": window({ from: MID }),
  "window before the middle": window({ to: MID }, { back: true }),
  "20 windows on": async (t) => {
    let at = (await t.page({ from: MID }, { limit: 100 })).last!;
    for (let i = 0; i < 20; i++) at = (await t.page({}, { limit: 100, after: at })).last!;
    return "2000 rows";
  },
  "time: one day": window({ from: MID, to: MID + DAY }),
  "time: count of a year": count({ from: MID, to: MID + 365n * DAY }),
  "artifact: small": window({ artifacts: ["ios/tcc"] }),
  "artifact: large, in no order": window({ artifacts: ["ios/manifest"], from: MID }),
  "level: match": window({ levels: ["match"] }),
  "level: match, count": count({ levels: ["match"] }),
  "tag: rare": window({ tag: "rare" }),
  "observable: rare": window({ observable: { type: "domain", value: RARE_HOST } }),
  "observable: common": window({ observable: { type: "domain", value: "www.ca0.example" } }),
  "observable: none has it": window({ observable: { type: "domain", value: "nobody.has.example" } }),
  "all together": window({
    observable: { type: "domain", value: RARE_HOST },
    artifacts: ["ios/safari-history"],
    from: MID,
    text: "tejocote",
  }),
  "bars: days": async (t) => `${(await t.histogram({}, "day")).bars.length} bars`,
  "bars: hours of a month": async (t) =>
    `${(await t.histogram({ from: MID, to: MID + 30n * DAY }, "hour")).bars.length} bars`,
  "text: rare, first hit": firstHit({ text: RARE_WORD.toLowerCase() }),
  "text: rare, all hits": allHits({ text: RARE_WORD.toUpperCase() }),
  "text: common, first hit": firstHit({ text: "camion" }),
  "text: three letters that are rare, first hit": firstHit({ text: "xq7" }),
  "text: nobody wrote it": allHits({ text: "zopilotecontraluz" }),
};

if (step === "build") {
  if (mode === "sealed") await seal();
  for (const c of (await open()).checks) {
    const { indexes } = await open();
    if (await indexes.read(c.check)) continue;
    const b = await took(async () => (await Timeline.open({ checks: [c], indexes, platform })).close());
    say({ what: `build ${c.check}`, ...b });
  }
  const folder = (check: string): string =>
    mode === "sealed" ? join(root, "sealed/index", `timeline-${check}`) : join(root, `index-${check}`);
  const bytes = checks.reduce(
    (n, c) => n + readdirSync(folder(c)).reduce((m, f) => m + statSync(join(folder(c), f)).size, 0),
    0,
  );
  say({ what: "size", bytes });
} else {
  const opened = await took(async () => Timeline.open({ ...(await open()), platform, tags }));
  const t = opened.value;
  const cold = step === "open" ? opened : await took(() => STEPS[step]!(t));
  const warm = step === "open" ? opened : await took(() => STEPS[step]!(t));
  say({
    what: step,
    open: opened.ms,
    ms: cold.ms,
    cpu: cold.cpu,
    warm: warm.ms,
    value: step === "open" ? "" : cold.value,
    rss: process.resourceUsage().maxRSS * 1024,
  });
  await t.close();
}
