/** The tesseract of this computer, as a process that is given a picture and nothing else. */
import { spawn } from "node:child_process";
import { ContraluzError, type OcrImage, type OcrText } from "@contraluz/core";
import { pgm, wordsOf } from "./tsv.ts";

/** A page that takes longer is given up. */
const CLOCK_MS = 100_000;
const MOST_BYTES = 1 << 26;

interface Said {
  readonly code: number | null;
  readonly out: string;
}

function run(program: string, args: readonly string[], input?: Uint8Array): Promise<Said> {
  return new Promise((done, fail) => {
    // One thread each: pages are read side by side instead.
    const env = { ...process.env, OMP_THREAD_LIMIT: "1" };
    const child = spawn(program, args, {
      env,
      stdio: ["pipe", "pipe", "pipe"],
      timeout: CLOCK_MS,
      killSignal: "SIGKILL",
    });
    const pieces: Buffer[] = [];
    let size = 0;
    const take = (b: Buffer): void => {
      size += b.length;
      if (size > MOST_BYTES) child.kill("SIGKILL");
      else pieces.push(b);
    };
    child.on("error", fail);
    child.stdout.on("data", take);
    child.stderr.resume();
    // It may end before it has read everything.
    child.stdin.on("error", () => {});
    child.on("close", (code) => done({ code, out: Buffer.concat(pieces).toString("utf8") }));
    child.stdin.end(input);
  });
}

export interface Command {
  readonly engine: string;
  readonly langs: readonly string[];
  read(image: OcrImage, lang: string): Promise<OcrText>;
}

/** Undefined where there is none that answers. */
export async function findCommand(program: string): Promise<Command | undefined> {
  const version = await run(program, ["--version"]).catch(() => undefined);
  const found = /tesseract\s+v?(\d[\w.-]{0,20})/.exec(version?.out ?? "");
  if (version?.code !== 0 || !found) return undefined;
  const engine = `tesseract ${found[1]}`;
  const listed = await run(program, ["--list-langs"]).catch(() => undefined);
  const langs = (listed?.out ?? "").split("\n").map((l) => l.trim());
  return {
    engine,
    langs,
    async read(image, lang) {
      const args = ["-", "-", "-l", lang, "--dpi", String(image.dpi ?? 200)];
      // `PSM_SINGLE_BLOCK`; by itself it looks for columns and blocks.
      if (image.layout === "block") args.push("--psm", "6");
      args.push("tsv");
      const { code, out } = await run(program, args, pgm(image));
      if (code !== 0) throw new ContraluzError("ocr-failed", `tesseract ended with ${code ?? "a signal"}`);
      return { engine, words: wordsOf(out) };
    },
  };
}
