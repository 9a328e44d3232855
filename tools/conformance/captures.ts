/**
 * Captures: the scenes of `gen_capture.py` that show a phone, every format and what is broken; and fields against tshark (names, SNI, JA3,
 * JA3S, hosts) and OpenSSL (hashes of certificates) on every capture of `../shared`. tshark from the path, or named by
 * `CONTRALUZ_TSHARK`. One seed in the ordinary run, three with `--matrix`.
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ArtifactRecord } from "@contraluz/core";
import { type CompiledIndicators, compileIndicators } from "@contraluz/detection";
import { gradeCapture, readScenes } from "./capture-grade.ts";
import { keyedCases } from "./capture-keys.ts";
import { compileFiles, type Examined, examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, Skip, same } from "./runner.ts";
import { filesBelow, SHARED, TESTDATA } from "./shared.ts";
import { fingerprint, TSHARK } from "./tshark.ts";

/** The scenes of a room and of a way belong to rules of their own. */
const SCENES = /^(?:phone|formats|damaged)\//;

/** One seed: each file by itself, as people hand them in. */
function scenes(temp: string, seed: string): Case {
  return {
    name: `captures, scenes of seed ${seed}`,
    async run() {
      const room = join(temp, `captures-${seed}`);
      try {
        const options = ["--scene", "phone", "--scene", "formats", "--damage", "--seed", seed];
        runPython([join(SHARED, "tools/gen_capture.py"), "--out", room, ...options]);
        const expected = readScenes(join(room, "expected.json"));
        const published = filesBelow(join(SHARED, "indicators")).filter((p) => p.endsWith(".stix2"));
        const compiled = await compileFiles([...published, join(room, "indicators.stix2")]);
        let [files, entries, closed] = [0, 0, 0];
        for (const { path } of expected.evidence.filter((e) => SCENES.test(e.path))) {
          const planted = expected.planted.filter((p) => p.where.file === path);
          const x = await open(join(room, path), room, compiled);
          if (!x) {
            // Nothing of it can be read, which the command says.
            same(
              `${path} cannot be opened`,
              planted.filter((p) => p.class === "positive").map((p) => p.id),
              [],
            );
            closed++;
            continue;
          }
          files++;
          entries += gradeCapture(x.result, planted, expected.planted, path);
        }
        return `${files} captures, ${entries} entries, each at its level; ${closed} that hold nothing are told`;
      } finally {
        rmSync(room, { recursive: true, force: true });
      }
    },
  };
}

/** Undefined where it is no evidence for us, which is an error of its own kind. */
async function open(path: string, temp: string, compiled: CompiledIndicators): Promise<Examined | undefined> {
  return await examine(path, { temp, compiled }).catch((e: unknown) => {
    if (e instanceof Error && e.name === "ContraluzError") return undefined;
    throw e;
  });
}

const FIELDS = {
  names: "dns.qry.name",
  sni: "tls.handshake.extensions_server_name",
  ja3: "tls.handshake.ja3",
  ja3s: "tls.handshake.ja3s",
  hosts: "http.host",
  certificates: "tls.handshake.certificate",
} as const;
type Field = keyof typeof FIELDS;
type Seen = Readonly<Record<Field, readonly string[]>>;

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();
const host = (s: string): string => s.toLowerCase().replace(/:\d{1,5}$/, "");
/** tshark prints bytes that are no ASCII as they are, we as DNS writes them; both stand for one place. */
const ascii = (s: string): string =>
  s
    .toLowerCase()
    .replace(/\\\d{3}/g, "?")
    .replace(/\\([^\d])/g, "$1")
    .replace(/[^\x20-\x7e]+|\?+/g, "?");

function theirs(path: string): Seen {
  const fields = Object.entries(FIELDS);
  const wanted = "(dns && !mdns && !llmnr) || tls.handshake || (http.host && tcp)";
  const args = ["-r", path, "-n", "-2", "-o", "tcp.reassemble_out_of_order:TRUE", "-Y", wanted, "-T", "fields"];
  const print = ["-E", "separator=/t", "-E", "aggregator=|", ...fields.flatMap(([, f]) => ["-e", f])];
  const r = spawnSync(TSHARK, [...args, ...print], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (r.error) throw new Skip("no tshark here: name one with CONTRALUZ_TSHARK");
  const seen = Object.fromEntries(fields.map(([k]) => [k, [] as string[]])) as Record<Field, string[]>;
  for (const line of r.stdout.split("\n"))
    for (const [i, cell] of line.split("\t").entries())
      if (cell !== "") seen[fields[i]![0] as Field].push(...cell.split("|"));
  return seen;
}

const texts = (records: readonly ArtifactRecord[], field: string): string[] =>
  records.flatMap((r) => (typeof r.fields[field] === "string" ? [r.fields[field]] : []));

async function ours(x: Examined): Promise<Seen> {
  const [names, hellos, heads] = await Promise.all(["names", "tls", "http"].map((a) => x.records(`network/${a}`)));
  const shown = hellos!.flatMap((r) => r.fields.certificates as readonly { readonly sha256: string }[]);
  return {
    names: [
      ...texts(
        names!.filter((r) => r.kind === "lookup"),
        "name",
      ),
      ...names!.flatMap((r) => (r.kind === "lookups" ? (r.fields.names as readonly string[]) : [])),
    ],
    sni: texts(hellos!, "sni"),
    ja3: texts(hellos!, "ja3"),
    ja3s: texts(hellos!, "ja3s"),
    hosts: texts(
      heads!.filter((r) => r.kind === "request"),
      "host",
    ),
    certificates: shown.map((c) => c.sha256),
  };
}

const plain: Readonly<Record<Field, (s: string) => string>> = {
  names: ascii,
  sni: ascii,
  ja3: (s) => s,
  ja3s: (s) => s,
  hosts: host,
  certificates: (s) => (s.length === 64 && !s.includes(":") ? s : fingerprint(s)),
};

/** Captures of `../shared`, whatever they show. */
export const realCaptures = (): readonly string[] =>
  filesBelow(TESTDATA).filter((p) => /\.(?:pcap|pcapng|cap)(?:\.gz)?$/.test(p));

function fields(temp: string, path: string): Case {
  return {
    name: `capture fields ${path.slice(TESTDATA.length + 1)}`,
    async run() {
      const peer = theirs(path);
      const x = await examine(path, { temp, compiled: await compileIndicators([]) });
      const own = await ours(x);
      const counts: string[] = [];
      for (const f of Object.keys(FIELDS) as Field[]) {
        const [a, b] = [own, peer].map((s) => sorted(s[f].map(plain[f])));
        same(f, a, b);
        if (a!.length > 0) counts.push(`${f} ${a!.length}`);
      }
      return counts.length === 0 ? "nothing to compare, in both" : `as tshark: ${counts.join(", ")}`;
    },
  };
}

export function captureCases(temp: string): readonly Case[] {
  if (!existsSync(join(SHARED, "tools/gen_capture.py"))) return keyedCases(temp);
  return [...keyedCases(temp), scenes(temp, "43"), ...realCaptures().map((path) => fields(temp, path))];
}

export function captureMatrixCases(temp: string): readonly Case[] {
  return ["43", "7", "2026"].map((seed) => scenes(temp, seed));
}
