/** `npm run bench -- live`: a phone of 3 GB over ADB, against the scripted phone in a process of its own. @module */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { BenchOptions, Line } from "./cases.ts";
import { measureNode } from "./measure.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const MAIN = join(HERE, "../../apps/cli/src/main.ts");
const [PACKAGES, BYTES, BAR] = [300, 3e9, 2e8];

export async function live(o: BenchOptions): Promise<Line[]> {
  const out = mkdtempSync(join(o.data, "live-"));
  const bytes = BYTES * o.scale;
  const phone = spawn(process.execPath, [join(HERE, "fake-phone.ts"), String(PACKAGES), String(bytes)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(phone, "close");
  try {
    const [port] = (await once(createInterface(phone.stdout), "line")) as [string];
    const copy = join(out, "copy");
    const argv = [
      "acquire",
      "android",
      "--connect",
      `127.0.0.1:${port}`,
      "--out",
      copy,
      "--apks",
      "all",
      "--yes",
      "--no-check",
    ];
    const f = measureNode([MAIN, ...argv, "--lang", "en"]);
    const files = readFileSync(join(copy, "hashes.csv"), "utf8").split("\n").length;
    phone.stdin.end();
    const [code] = await ended;
    if (code !== 0) throw new Error("the phone was asked to change something");
    const detail = `${(f.peak / 1e6).toFixed(0)} MB; ${f.cpu.toFixed(1)} CPU-s, ${f.wall.toFixed(0)} s, ${files} files`;
    return [
      {
        what: `live, ${(bytes / 1e9).toFixed(1)} GB of APKs`,
        figure: detail,
        bar: `<= ${BAR / 1e6} MB`,
        good: f.peak <= BAR,
      },
    ];
  } finally {
    phone.stdin.end();
    rmSync(out, { recursive: true, force: true });
  }
}
