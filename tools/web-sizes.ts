/** What the parts of the web app weigh, and what each may. `npm run build:web` prints it, a test and the build itself hold it. @module */
import { brotliCompressSync, constants } from "node:zlib";
import type { BuiltWeb } from "./web-build.ts";

const KIB = 1024;

/** One part of the build: what a person loads at once. */
export interface Part {
  readonly name: string;
  readonly files: readonly string[];
  readonly bytes: number;
  /** As a server sends it (Brotli); what is compressed already as it is. */
  readonly sent: number;
  /** The most that it may weigh: as it is sent, the single file as it lies on a stick. */
  readonly bar: number;
}

/** Loaded one by one, when a screen or an act needs them: none may come with the first screen. */
const LATER: readonly (readonly [name: string, files: RegExp, kib: number])[] = [
  ["engine, progress and answer", /^(contraluz_engine|checking|answer)-/, 1024],
  ["guides", /^guide-/, 100],
  ["bench", /^bench-/, 150],
  ["what was heard around", /^air-/, 60],
  ["copying a phone by its cable", /^cable-/, 60],
  ["cases", /^cases-/, 60],
  ["an archive of papers", /^archive-/, 60],
  ["hunts", /^hunt-/, 60],
  ["licences of what others wrote", /^THIRD-PARTY\.txt$/, 60],
  ["what reads papers", /^contraluz_archive-(?:thread|sql|pdf)-/, 1450],
  ["what reads letters", /^contraluz_archive-letters-/, 1400],
  ["letters of Spanish", /^contraluz_archive-spa-/, 2200],
  ["letters of English", /^contraluz_archive-eng-/, 3000],
  ["fonts of the saved report", /^contraluz_fonts-/, 80],
  ["signs of the build", /^contraluz_signs-/, 4096],
];
const FIRST_KIB = 250;
const SINGLE = "contraluz.html";
/** It carries what reads papers, in the page and not in its script: nobody else can bring it to a computer without a network. */
const SINGLE_KIB = 16_384;

/** Bytes of a file as Brotli makes them; fonts are compressed already. */
export function compressed(name: string, body: string | Uint8Array): number {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  if (name.endsWith(".woff2")) return bytes.length;
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
}

/** The parts in the order in which one meets them. */
export function partsOf({ files, first }: BuiltWeb): Part[] {
  const part = (name: string, names: readonly string[], kib: number): Part => ({
    name,
    files: names,
    bytes: names.reduce((n, f) => n + Buffer.byteLength(files.get(f)!), 0),
    sent: names.reduce((n, f) => n + compressed(f, files.get(f)!), 0),
    bar: kib * KIB,
  });
  const rest = [...files.keys()].filter((f) => !first.includes(f) && f !== SINGLE);
  const later = LATER.map(([name, fits, kib]) =>
    part(
      name,
      rest.filter((f) => fits.test(f)),
      kib,
    ),
  );
  const others = rest.filter((f) => !LATER.some(([, fits]) => fits.test(f)));
  return [
    part("first load", first, FIRST_KIB),
    ...later,
    part("shared by them, and small pages", others, 60),
    { ...part(SINGLE, [SINGLE], SINGLE_KIB) },
  ];
}

/** What is heavier than it may be, or comes too early. */
export function overweight(parts: readonly Part[]): string[] {
  const weight = (p: Part): number => (p.name === SINGLE ? p.bytes : p.sent);
  return parts.flatMap((p) => [
    ...(weight(p) > p.bar ? [`${p.name}: ${Math.ceil(weight(p) / KIB)} KiB, at most ${p.bar / KIB}`] : []),
    ...(p.files.length === 0 ? [`${p.name}: is no part of its own`] : []),
  ]);
}

const kib = (n: number): string => `${(n / KIB).toFixed(1).padStart(8)} KiB`;

/** A line a part: files, bytes, as sent, at most. */
export function sizeTable(parts: readonly Part[]): string {
  const lines = parts.map(
    (p) => `${p.name.padEnd(34)}${String(p.files.length).padStart(4)}${kib(p.bytes)}${kib(p.sent)}${kib(p.bar)}`,
  );
  return `${"part".padEnd(34)}${"files".padStart(4)}${"bytes".padStart(11)}${"as sent".padStart(12)}${"at most".padStart(12)}\n${lines.join("\n")}\n`;
}
