/**
 * Recordings of mobile networks: every message of LTE RRC and of the core against pycrate, on MobileInsight's logs of real networks and on
 * made-up ones; what is found in the made-up scenes, with three seeds; what is told of real networks.
 *
 * pycrate (PyPI) has to be importable by the `python3` of the path; without it those cases are skipped.
 * @module
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { runCapture } from "@contraluz/artifacts";
import { byCodeUnit } from "@contraluz/core";
import { readRrc } from "@contraluz/formats/lte-rrc/index.ts";
import { readMacLte } from "@contraluz/formats/mac-lte/index.ts";
import { CaptureReader } from "@contraluz/formats/pcap/index.ts";
import { QmdlReader, type RrcLog, readRrcLog } from "@contraluz/formats/qmdl/index.ts";
import { Choice, type UperValue } from "@contraluz/formats/uper/index.ts";
import { examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { filesBelow, TESTDATA } from "./shared.ts";

const TOOLS = join(dirname(fileURLToPath(import.meta.url)), "../radio");
const REAL = join(TESTDATA, "mobile-insight+mobileinsight-core/examples/logs");
const PYCRATE = ["pycrate_asn1rt", "pycrate_mobile"] as const;
const SEEDS = [43, 7, 2026];

interface Compared {
  readonly messages: number;
  readonly equal: number;
  readonly refused: number;
  readonly differs: number;
  readonly differ: readonly unknown[];
}

interface Scene {
  readonly scene: string;
  readonly file: string;
  readonly finds: readonly (readonly [rule: string, level: string, subject: string])[];
  readonly damage?: true;
  readonly messages?: readonly (readonly [kind: string, where: string, hex: string])[] | null;
}

const bytesOf = (path: string): Uint8Array => {
  const b = readFileSync(path);
  return b[0] === 0x1f && b[1] === 0x8b ? gunzipSync(b) : b;
};

/** As `compare_rrc.py` takes it. */
function plain(v: UperValue | undefined): unknown {
  if (v === undefined) return null;
  if (v instanceof Uint8Array) return { "#": Buffer.from(v).toString("hex") };
  if (v instanceof Choice) return { "=": v.name, v: plain(v.value) };
  if (Array.isArray(v)) return v.map(plain);
  if (typeof v === "object" && v !== null)
    return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, plain(x as UperValue)]));
  return v;
}

/** Messages of LTE RRC of a log. */
function logsOf(path: string): RrcLog[] {
  const found: RrcLog[] = [];
  const reader = new QmdlReader(
    (log) => {
      const rrc = log.code === 0xb0c0 ? readRrcLog(log.body) : undefined;
      if (rrc) found.push({ ...rrc, message: rrc.message.slice() });
    },
    () => {},
  );
  reader.take(bytesOf(path));
  reader.end();
  return found;
}

function compareRrc(paths: readonly string[]): Compared {
  const lines = paths.flatMap(logsOf).flatMap(({ channel, message }) => {
    const read = channel === undefined ? undefined : readRrc(channel, message);
    const hex = Buffer.from(message).toString("hex");
    return read ? [JSON.stringify([channel, hex, plain(read.whole), read.damage ?? null])] : [];
  });
  return JSON.parse(runPython([join(TOOLS, "compare_rrc.py")], lines.join("\n"), PYCRATE)) as Compared;
}

/** What stands open in frames of LTE's medium access. */
async function compareAir(): Promise<Compared> {
  const b = bytesOf(join(TESTDATA, "SysSec-KAIST+LTESniffer/pcap_file_example/ltesniffer_ul_mode.pcap"));
  const lines: string[] = [];
  const reader = new CaptureReader(
    {
      packet(p) {
        const mac = readMacLte(p.bytes, p.start, p.end);
        if (mac?.channel === undefined) return;
        const message = p.bytes.subarray(mac.start, mac.end);
        const read = readRrc(mac.channel, message)!;
        lines.push(
          JSON.stringify([mac.channel, Buffer.from(message).toString("hex"), plain(read.whole), read.damage ?? null]),
        );
      },
      note: () => {},
    },
    () => {},
  );
  reader.take(b);
  reader.end();
  return JSON.parse(runPython([join(TOOLS, "compare_rrc.py")], lines.join("\n"), PYCRATE)) as Compared;
}

async function compareNas(paths: readonly string[]): Promise<Compared> {
  const lines: string[] = [];
  for (const path of paths) {
    const b = bytesOf(path);
    const source = { size: b.length, read: async (at: number, n: number) => b.subarray(at, at + n) };
    const sub = {
      want: { items: ["radio"] as const },
      take: (i: Parameters<Parameters<typeof runCapture>[1][number]["take"]>[0]): void => {
        if (i.kind !== "radio" || !i.nas || i.generation !== "4g" || i.nas.security === "service") return;
        const { plain: bytes, ...rest } = i.nas;
        lines.push(JSON.stringify([i.up, Buffer.from(bytes).toString("hex"), rest]));
      },
    };
    await runCapture(source, [sub], { file: 0, report: () => {} });
  }
  return JSON.parse(runPython([join(TOOLS, "compare_nas.py")], lines.join("\n"), PYCRATE)) as Compared;
}

function told(c: Compared): string {
  same("differ", c.differ, []);
  must(c.equal > 0, "nothing was compared");
  return `${c.messages} messages, ${c.equal} equal${c.refused > 0 ? `, ${c.refused} that pycrate refuses` : ""}`;
}

function generate(temp: string, seed: number): { readonly folder: string; readonly scenes: readonly Scene[] } {
  const folder = join(temp, `radio-${seed}`);
  runPython(["-B", join(TOOLS, "gen_radio.py"), "--out", folder, "--seed", String(seed)], "", PYCRATE);
  return { folder, scenes: JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Scene[] };
}

/** What is told of one scene: leads and more, all; notes, those that are expected. */
async function judge(temp: string, folder: string, s: Scene): Promise<void> {
  const { result } = await examine(join(folder, s.file), { temp });
  const findings = result.findings.flatMap((f) =>
    f.rule?.startsWith("radio/") ? [[f.rule, f.level, f.subject] as const] : [],
  );
  const missing = s.finds.filter(
    ([rule, level, subject]) => !findings.some((f) => f[0] === rule && f[1] === level && f[2].startsWith(subject)),
  );
  same(`${s.file}: not found`, missing, []);
  const extra = findings.filter(
    ([rule, level, subject]) =>
      level !== "info" && !s.finds.some((x) => x[0] === rule && x[1] === level && subject.startsWith(x[2])),
  );
  same(`${s.file}: found as well`, extra, []);
  same(`${s.file}: other findings`, result.findings.filter((f) => !f.rule?.startsWith("radio/")).length, 0);
  const damaged = result.problems.some((p) => p.code === "radio-damaged");
  same(`${s.file}: damage is told`, damaged, s.damage === true);
}

/** Real networks: nothing may be more than a note. */
async function ordinary(temp: string): Promise<string> {
  const notes: string[] = [];
  const paths = filesBelow(REAL).filter((p) => p.endsWith(".mi2log"));
  for (const path of paths) {
    const { result } = await examine(path, { temp });
    same(
      path.split("/").pop()!,
      result.findings.filter((f) => f.level !== "info").map((f) => `${f.level} ${f.rule} ${f.subject}`),
      [],
    );
    for (const f of result.findings) notes.push(`${f.rule} ${f.subject}`);
  }
  return `${paths.length} logs; notes: ${[...new Set(notes)].sort(byCodeUnit).join(", ")}`;
}

export function radioCases(temp: string): readonly Case[] {
  const real = filesBelow(REAL).filter((p) => p.endsWith(".mi2log"));
  const made = (seed: number): string[] => {
    const { folder, scenes } = generate(join(temp, "compare"), seed);
    return scenes.filter((s) => s.file.includes(".qmdl") && !s.damage).map((s) => join(folder, s.file));
  };
  return [
    { name: "radio: RRC of real networks, with pycrate", run: () => told(compareRrc(real)) },
    {
      name: "radio: messages of the core of real networks, with pycrate",
      run: async () => told(await compareNas(real)),
    },
    { name: "radio: RRC in LTESniffer's capture, with pycrate", run: async () => told(await compareAir()) },
    { name: "radio: RRC that was made up, with pycrate", run: () => told(compareRrc(made(43))) },
    {
      name: "radio: messages that were made up are those that are read",
      run() {
        const { folder, scenes } = generate(join(temp, "said"), 7);
        let messages = 0;
        for (const s of scenes) {
          if (!s.messages) continue;
          const said = s.messages.filter(([kind]) => kind === "rrc").map(([, channel, hex]) => `${channel} ${hex}`);
          const read = logsOf(join(folder, s.file)).map(
            (l) => `${l.channel} ${Buffer.from(l.message).toString("hex")}`,
          );
          same(s.file, read, said);
          messages += said.length;
        }
        return `${messages} messages on their channels`;
      },
    },
    { name: "radio: messages of the core that were made up", run: async () => told(await compareNas(made(43))) },
    ...SEEDS.map((seed) => ({
      name: `radio: scenes of seed ${seed}`,
      async run() {
        const { folder, scenes } = generate(temp, seed);
        for (const s of scenes) await judge(temp, folder, s);
        return `${scenes.length} recordings, each as expected`;
      },
    })),
    { name: "radio: real networks are told as ordinary", run: () => ordinary(temp) },
    {
      name: "radio: the table of types is what the generator writes",
      run() {
        const now = runPython(["-B", join(TOOLS, "make_rrc_tables.py")], "", PYCRATE);
        const table = join(TOOLS, "../../packages/formats/src/lte-rrc/table.ts");
        must(now === readFileSync(table, "utf8"), "table.ts differs");
        return `${now.split("\n").length} lines`;
      },
    },
  ];
}
