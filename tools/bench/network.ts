/** `npm run bench -- network`: a capture of 500 MiB with every artifact and rule; tcpdump and tshark beside it where they are. @module */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BenchOptions, Line } from "./cases.ts";
import { SCAN } from "./data.ts";
import { type Figures, measureCheck, measureOther, median, medians } from "./measure.ts";

const GENERATOR = join(dirname(SCAN), "gen_capture.py");
const [MIB, RATE, PEAK] = [500, 500_000, 150e6];
/** Programs are started without a capture, too: what they cost alone is taken off. */
const EMPTY = join(dirname(fileURLToPath(import.meta.url)), "../../samples/journalist/backup");

function mix(o: BenchOptions): { readonly capture: string; readonly signs: string } {
  const size = Math.max(1, Math.round(MIB * o.scale));
  const folder = join(o.data, `mix-${size}`);
  const signs = join(folder, "indicators.stix2");
  if (!existsSync(signs)) {
    const r = spawnSync("python3", [GENERATOR, "--out", folder, "--mix", String(size)], { encoding: "utf8" });
    if (r.status !== 0) throw new Error(`${GENERATOR}: ${r.stderr.slice(-2000)}`);
  }
  return { capture: join(folder, "mix/mix.pcap"), signs };
}

/** Frames of a capture of one order: heads alone are read. */
function packetsOf(path: string): number {
  const b = readFileSync(path);
  let n = 0;
  for (let at = 24; at + 16 <= b.length; at += 16 + b.readUInt32LE(at + 8)) n++;
  return n;
}

/** CPU seconds of another program, or undefined where it is not here. */
function other(program: string, args: readonly string[], runs: number): number | undefined {
  try {
    return median(Array.from({ length: runs }, () => measureOther(program, [...args]).cpu));
  } catch {
    return undefined;
  }
}

export function network(o: BenchOptions): Line[] {
  const { capture, signs } = mix(o);
  const packets = packetsOf(capture);
  const one = ["--workers", "0", "--indicators", signs];
  const [ours, start]: [Figures[], Figures[]] = [[], []];
  for (let i = 0; i < o.runs; i++) {
    ours.push(measureCheck(capture, one));
    start.push(measureCheck(EMPTY, one));
  }
  const [a, zero] = [medians(ours), medians(start)];
  const cpu = Math.max(0.01, a.cpu - zero.cpu);
  const rate = packets / cpu;
  const growth = a.peak - zero.peak;
  const k = (n: number): string => `${Math.round(n / 1000)} k`;
  const lines: Line[] = [
    {
      what: `network, ${k(packets)} packets, every artifact and rule`,
      figure: `${k(rate)} packets per CPU-s (${a.cpu.toFixed(2)} s, of which ${zero.cpu.toFixed(2)} s to start and write a small result)`,
      bar: `>= ${k(RATE)}`,
      good: rate >= RATE,
    },
    {
      what: "network, memory above a small check",
      figure: `${Math.round(growth / 1e6)} MB (${Math.round(a.peak / 1e6)} MB at its peak)`,
      bar: `<= ${PEAK / 1e6} MB`,
      good: growth <= PEAK,
    },
  ];
  const wanted = "dns || tls.handshake || http";
  const fields = [
    "-T",
    "fields",
    "-e",
    "dns.qry.name",
    "-e",
    "tls.handshake.extensions_server_name",
    "-e",
    "http.host",
  ];
  const tshark = process.env.CONTRALUZ_TSHARK ?? "tshark";
  const peers: readonly (readonly [string, string, readonly string[], number])[] = [
    ["tcpdump, text of every packet", process.env.CONTRALUZ_TCPDUMP ?? "tcpdump", ["-nn", "-r", capture], o.runs],
    ["tshark, names alone", tshark, ["-n", "-r", capture, "-Y", wanted, ...fields], 1],
  ];
  for (const [what, program, args, runs] of peers) {
    const theirs = other(program, args, runs);
    const figure =
      theirs === undefined ? "not here" : `${k(packets / theirs)} packets per CPU-s (${theirs.toFixed(1)} s)`;
    lines.push({ what: `network, beside it ${what}`, figure });
  }
  return lines;
}
