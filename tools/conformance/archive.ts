/**
 * Documents: sets of `gen_archive.py` read by `archive read`. Every page has its line; redactions and layers at their kind, none besides; pages that
 * nobody can read are said so; copies; and the character error against tesseract's command on the very same sheets, with the CPU of both.
 * The command from the path, or named by `CONTRALUZ_TESSERACT`; fonts from the system, or named by `CONTRALUZ_FONTS`.
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openDocument, type ReadPage } from "@contraluz/archive/read/index.ts";
import type { OcrImage, Platform } from "@contraluz/core";
import { documentKind, openDocuments } from "@contraluz/evidence/documents/index.ts";
import { drawPage, openPdf } from "@contraluz/formats/pdf/index.ts";
import { wrapPicture } from "@contraluz/formats/picture/index.ts";
import { folderInput, nodePlatform } from "@contraluz/platform-node";
import { charactersWrong, type Expected, gradePages } from "./archive-grade.ts";
import { killedReading } from "./archive-kill.ts";
import { runPython } from "./python.ts";
import { type Case, must, Skip } from "./runner.ts";
import { SHARED } from "./shared.ts";

const GENERATOR = join(SHARED, "tools/gen_archive.py");
const seconds = (u: { readonly user: number; readonly system: number }): number => (u.user + u.system) / 1e6;

/** What was promised, with clean-up. */
const MOST_CPU = 3.5;
const DIGITAL = "--pages 150 --level 0 --seed 5 --formats pdf-digital,docx,odt,html,txt,eml,mbox".split(" ");
const scanOptions = (level: string): readonly string[] =>
  `--pages 12 --level ${level} --seed 11 --formats pdf,tiff,jpeg,png`.split(" ");

interface Made {
  readonly folder: string;
  readonly expected: Expected;
}

function generate(temp: string, name: string, options: readonly string[]): Made {
  const folder = join(temp, `archive-${name}`);
  const fonts = process.env.CONTRALUZ_FONTS;
  const more = fonts ? ["--fonts", fonts] : [];
  if (!existsSync(join(folder, "expected.json")))
    runPython([GENERATOR, "--out", folder, "--queries", "5", "--jobs", "1", ...options, ...more], "", ["numpy", "PIL"]);
  return { folder, expected: JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")).truth };
}

/** What reading a page took, and how many ways up were tried. */
interface Effort {
  cpu: number;
  tries: number;
}

/** All pages, in this thread. */
async function read(folder: string, platform: Platform, efforts = new Map<string, Effort>()): Promise<ReadPage[]> {
  let tries = 0;
  const seen: Platform = platform.ocr
    ? {
        ...platform,
        ocr: (image, lang) => {
          tries++;
          return platform.ocr!(image, lang);
        },
      }
    : platform;
  const documents = await openDocuments(await folderInput(join(folder, "evidence")), { platform, report: () => {} });
  const out: ReadPage[] = [];
  for await (const file of documents.files()) {
    const bytes = (await file.bytes()) ?? new Uint8Array(0);
    let before = process.cpuUsage();
    const d = await openDocument(bytes, file.kind, file.path, { platform: seen, lang: "spa", ocr: true });
    for await (const p of d.pages(0, 1e6)) {
      out.push(p);
      efforts.set(`${p.path}:${p.page}`, { cpu: seconds(process.cpuUsage(before)), tries });
      [before, tries] = [process.cpuUsage(), 0];
    }
    await d.close();
  }
  await documents.close();
  return out;
}

/** The sheets of a file as anybody would draw them: nothing is cleaned. */
async function sheetsOf(path: string, platform: Platform): Promise<OcrImage[]> {
  const bytes = new Uint8Array(readFileSync(path));
  const kind = documentKind(bytes.subarray(0, 8192), bytes.length <= 8192);
  const pdf = kind === "pdf" ? bytes : wrapPicture(bytes).pdf;
  if (!pdf) return [];
  const file = await openPdf(pdf, async (name) => platform.support?.(`pdf/${name}`));
  const out: OcrImage[] = [];
  for (let i = 1; i <= file.pages; i++) {
    const page = await file.page(i);
    out.push({ ...drawPage(page), dpi: page.dpi });
  }
  await file.close();
  return out;
}

function textFiles(temp: string): Case {
  return {
    name: "archive, digital documents: pages, redactions, copies",
    async run() {
      const { folder, expected } = generate(temp, "digital", DIGITAL);
      const { ocr: _, ...platform } = nodePlatform({ workers: 0 });
      const graded = gradePages(await read(folder, platform), expected);
      must(graded.wrong < 0.02, `character error ${graded.wrong}`);
      return `${graded.pages} pages, character error ${(graded.wrong * 100).toFixed(2)} %, ${graded.redactions} redactions at their kind, none besides`;
    },
  };
}

/** Where the command is, or none. */
function command(): string {
  const named = process.env.CONTRALUZ_TESSERACT;
  const program = named && named !== "none" ? named : "tesseract";
  if (spawnSync(program, ["--version"]).status !== 0)
    throw new Skip("no tesseract here: name one with CONTRALUZ_TESSERACT");
  return program;
}

function peer(program: string, image: OcrImage): { readonly text: string; readonly cpu: number } {
  const head = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`);
  const env = { ...process.env, OMP_THREAD_LIMIT: "1" };
  // `time` of the shell counts what the child used.
  const script = `TIMEFORMAT='%U %S'; time "$0" - - -l spa --dpi ${image.dpi ?? 200}`;
  const r = spawnSync("bash", ["-c", script, program], {
    input: Buffer.concat([head, image.gray]),
    env,
    maxBuffer: 1 << 26,
  });
  const [user, system] = r.stderr.toString().trim().split("\n").at(-1)!.split(" ").map(Number);
  return { text: r.stdout.toString(), cpu: (user ?? 0) + (system ?? 0) };
}

function scans(temp: string, level: string): Case {
  return {
    name: `archive, scans of level ${level}: pages, layers, redactions, against tesseract's command`,
    async run() {
      const { folder, expected } = generate(temp, `scans-${level}`, scanOptions(level));
      const was = process.env.CONTRALUZ_TESSERACT;
      process.env.CONTRALUZ_TESSERACT = "none";
      const efforts = new Map<string, Effort>();
      const platform = nodePlatform({ workers: 0 });
      let pages: ReadPage[];
      try {
        pages = await read(folder, platform, efforts);
      } finally {
        if (was === undefined) delete process.env.CONTRALUZ_TESSERACT;
        else process.env.CONTRALUZ_TESSERACT = was;
      }
      const graded = gradePages(pages, expected);
      const said = `${graded.pages} pages, character error ${(graded.wrong * 100).toFixed(2)} %, ${graded.states}`;
      const program = command();
      let [n, a, b] = [0, 0, 0];
      const times: number[] = [];
      for (const p of pages.filter((x) => x.from === "ocr" && (x.lines?.length ?? 0) > 0)) {
        const truth = expected.pages.find((t) => t.file === p.path && t.page === p.page);
        const effort = efforts.get(`${p.path}:${p.page}`)!;
        // The command does not try other ways up, and what it cannot read at once costs it nothing.
        if (!truth?.readable || effort.tries !== 1 || p.path.includes("!/")) continue;
        const image = (await sheetsOf(join(folder, "evidence", p.path), platform))[p.page - 1];
        if (!image) continue;
        const other = peer(program, image);
        const wrong = charactersWrong(truth.text, other.text);
        n++;
        a += charactersWrong(truth.text, p.text).wrong;
        b += wrong.wrong;
        if (wrong.wrong * 2 < wrong.of) times.push(effort.cpu / Math.max(0.01, other.cpu));
      }
      times.sort((x, y) => x - y);
      const ratio = times[times.length >> 1] ?? 0;
      must(a <= 1.1 * b + 20, `${a} characters wrong, the command ${b}`);
      must(ratio <= MOST_CPU, `${ratio.toFixed(2)} times the command's processor time`);
      return `${said}; on ${n} sheets characters wrong ${a}, the command ${b}; CPU ${ratio.toFixed(2)} times the command's (median)`;
    },
  };
}

export function archiveCases(temp: string): readonly Case[] {
  if (!existsSync(GENERATOR)) return [];
  const made = (ocr: boolean): { folder: string; pages: number } => {
    const set = ocr ? generate(temp, "scans-0", scanOptions("0")) : generate(temp, "digital", DIGITAL);
    return { folder: set.folder, pages: set.expected.pages.length };
  };
  return [textFiles(temp), killedReading(temp, made), ...["0", "1", "2", "3"].map((level) => scans(temp, level))];
}
