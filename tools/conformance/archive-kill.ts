/**
 * `archive read` killed (SIGKILL, a real process on a real disk) again and again in one folder: what is there in the end are the bytes of a run that
 * nobody stopped, so no page is lost and none stands twice. `CONTRALUZ_KILL_OCR=1` with pictures that are read, which takes minutes.
 * @module
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Case, must, same } from "./runner.ts";

const MAIN = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));
const KILLS = 12;

function written(out: string): string {
  const pages = join(out, "pages");
  if (!existsSync(pages)) return "";
  const files = readdirSync(pages).sort();
  return files.map((f) => readFileSync(join(pages, f), "utf8")).join("");
}

const lines = (text: string): number => text.split("\n").length - 1;

/** Reads until it ends, or until so many pages are there: then it is killed. */
async function read(evidence: string, out: string, ocr: boolean, until: number): Promise<"ended" | "killed"> {
  const args = [MAIN, "archive", "read", evidence, "--out", out, "--workers", "2", ...(ocr ? [] : ["--no-ocr"])];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  let over = false;
  const ended = new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => {
      over = true;
      done(code);
    });
  });
  while (!over && lines(written(out)) < until) await wait(5);
  if (!over) child.kill("SIGKILL");
  const code = await ended;
  must(code === 0 || code === null, `archive read ended with ${code}`);
  return code === 0 ? "ended" : "killed";
}

/** @param make the folder of a generated archive, and how many pages it has */
export function killedReading(
  temp: string,
  make: (ocr: boolean) => { readonly folder: string; readonly pages: number },
): Case {
  return {
    name: "archive, killed while it reads: the bytes of one run",
    async run() {
      const ocr = process.env.CONTRALUZ_KILL_OCR === "1";
      const { folder, pages } = make(ocr);
      const evidence = join(folder, "evidence");
      const whole = join(temp, "read-whole");
      await read(evidence, whole, ocr, Number.POSITIVE_INFINITY);
      const expected = written(whole);
      const out = join(temp, "read-killed");
      let kills = 0;
      for (let i = 1; i <= KILLS; i++) {
        const until = Math.floor((i * pages) / (KILLS + 1));
        if ((await read(evidence, out, ocr, until)) === "killed") kills++;
      }
      must((await read(evidence, out, ocr, Number.POSITIVE_INFINITY)) === "ended", "the last run was not to be killed");
      same("pages, byte for byte", written(out), expected);
      must(kills > KILLS / 2, `only ${kills} runs were killed before they ended`);
      return `${kills} kills, ${lines(expected)} pages ${ocr ? "with" : "without"} pictures, the bytes of one run`;
    },
  };
}
