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
import { openDocuments } from "@contraluz/evidence/documents/index.ts";
import { folderInput, nodePlatform } from "@contraluz/platform-node";
import { charactersWrong, type Expected, gradePages } from "./archive-grade.ts";
import { runPython } from "./python.ts";
import { type Case, must, Skip } from "./runner.ts";
import { SHARED } from "./shared.ts";

const GENERATOR = join(SHARED, "tools/gen_archive.py");
const seconds = (u: { readonly user: number; readonly system: number }): number => (u.user + u.system) / 1e6;

interface Made {
  readonly folder: string;
  readonly expected: Expected;
}

function generate(temp: string, name: string, options: readonly string[]): Made {
  const folder = join(temp, `archive-${name}`);
  const fonts = process.env.CONTRALUZ_FONTS;
  const more = fonts ? ["--fonts", fonts] : [];
  runPython([GENERATOR, "--out", folder, "--queries", "5", "--jobs", "1", ...options, ...more], "", ["numpy", "PIL"]);
  return { folder, expected: JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")).truth };
}

/** All pages, in this thread; `sheets` takes what was handed to the reader of letters. */
async function read(folder: string, platform: Platform, sheets?: OcrImage[]): Promise<ReadPage[]> {
  const seen: Platform = platform.ocr
    ? {
        ...platform,
        ocr: (image, lang) => {
          sheets?.push(image);
          return platform.ocr!(image, lang);
        },
      }
    : platform;
  const documents = await openDocuments(await folderInput(join(folder, "evidence")), { platform, report: () => {} });
  const out: ReadPage[] = [];
  for await (const file of documents.files()) {
    const bytes = (await file.bytes()) ?? new Uint8Array(0);
    const d = await openDocument(bytes, file.kind, file.path, { platform: seen, lang: "spa", ocr: true });
    for await (const p of d.pages(0, 1e6)) out.push(p);
    await d.close();
  }
  await documents.close();
  return out;
}

function textFiles(temp: string): Case {
  return {
    name: "archive, digital documents: pages, redactions, copies",
    async run() {
      const options = [
        "--pages",
        "150",
        "--level",
        "0",
        "--seed",
        "5",
        "--formats",
        "pdf-digital,docx,odt,html,txt,eml,mbox",
      ];
      const { folder, expected } = generate(temp, "digital", options);
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
      const options = ["--pages", "12", "--level", level, "--seed", "11", "--formats", "pdf,tiff,jpeg,png"];
      const { folder, expected } = generate(temp, `scans-${level}`, options);
      const was = process.env.CONTRALUZ_TESSERACT;
      process.env.CONTRALUZ_TESSERACT = "none";
      const sheets: OcrImage[] = [];
      const before = process.cpuUsage();
      let pages: ReadPage[];
      try {
        pages = await read(folder, nodePlatform({ workers: 0 }), sheets);
      } finally {
        if (was === undefined) delete process.env.CONTRALUZ_TESSERACT;
        else process.env.CONTRALUZ_TESSERACT = was;
      }
      const ours = seconds(process.cpuUsage(before));
      const graded = gradePages(pages, expected);
      const said = `${graded.pages} pages, character error ${(graded.wrong * 100).toFixed(2)} %, ${graded.states}`;
      const program = command();
      let [theirs, a, b] = [0, 0, 0];
      for (const p of pages.filter((x) => x.from === "ocr" && (x.lines?.length ?? 0) > 0)) {
        const truth = expected.pages.find((t) => t.file === p.path && t.page === p.page);
        const image = sheets.find((s) => s.width === p.w && s.height === p.h);
        if (!truth?.readable || !image) continue;
        sheets.splice(sheets.indexOf(image), 1);
        const other = peer(program, image);
        theirs += other.cpu;
        a += charactersWrong(truth.text, p.text).wrong;
        b += charactersWrong(truth.text, other.text).wrong;
      }
      must(a <= 1.1 * b + 20, `${a} characters wrong, the command ${b}`);
      return `${said}; characters wrong ${a}, the command ${b}; CPU ${ours.toFixed(1)} s, the command on the sheets it was given ${theirs.toFixed(1)} s`;
    },
  };
}

export function archiveCases(temp: string): readonly Case[] {
  if (!existsSync(GENERATOR)) return [];
  return [textFiles(temp), ...["0", "2"].map((level) => scans(temp, level))];
}
