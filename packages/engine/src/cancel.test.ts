/** Giving up: at any moment, soon, and nothing is left. @module */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { mock, test } from "node:test";
import { ContraluzError, type Platform } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { nodePlatform, resultFolder } from "@contraluz/platform-node";
import { ResultWriter } from "@contraluz/store";
import { backupOf, bigBackup, encryptedSample, fileOf, plainDatabase, typed } from "./backups.fixture.ts";
import {
  CLI,
  countingPlatform,
  fresh,
  memoryFolder,
  pack,
  type RunOptions,
  run,
  SAMPLE,
  WORKER,
} from "./check.fixture.ts";

const SOON = 1000;

/** A platform that calls `at` before each thing that it is asked for. */
function steps(base: Platform, at: () => void): Platform {
  const seen = <T extends object>(o: T, names: readonly (keyof T)[]): T => {
    const out = { ...o };
    for (const n of names) {
      const f = o[n] as (...args: unknown[]) => unknown;
      if (f)
        out[n] = ((...args: unknown[]) => {
          at();
          return f.apply(o, args);
        }) as T[typeof n];
    }
    return out;
  };
  return {
    ...seen(base, ["aesCbc", "spawn"]),
    async open(handle) {
      at();
      return seen(await base.open(handle), ["read"]);
    },
    async scratch() {
      at();
      return seen(await base.scratch(), ["write"]);
    },
  };
}

async function cancelled(work: Promise<unknown>): Promise<void> {
  await assert.rejects(work, (e) => {
    assert.ok(e instanceof ContraluzError, `not ${e instanceof Error ? e.stack : e}`);
    return e.code === "cancelled";
  });
}

const EVIDENCE: readonly (readonly [string, () => string, RunOptions])[] = [
  ["a folder", () => SAMPLE, { hash: "all" }],
  ["an encrypted folder", encryptedSample, { secret: typed }],
  ["a deflated zip", () => pack(SAMPLE, "zip, deflated"), {}],
  ["an encrypted tar.gz", () => pack(encryptedSample(), "tar.gz"), { secret: typed }],
];
for (const [name, evidence, o] of EVIDENCE) {
  test(`${name}: at any of its steps`, async () => {
    const path = evidence();
    let n = 0;
    await run([path], { ...o, platform: steps(nodePlatform(), () => n++) });
    const all = n;
    assert.ok(all > 8);
    for (let k = 0; k <= 12; k++) {
      const stopAt = k === 12 ? all : 1 + Math.floor((k * all) / 12);
      const abort = new AbortController();
      const counting = countingPlatform();
      const folder = memoryFolder();
      let spent = cpu();
      n = 0;
      const platform = steps(counting, () => {
        if (++n !== stopAt) return;
        spent = cpu();
        abort.abort();
      });
      await cancelled(run([path], { ...o, platform, folder, cancel: abort.signal }));
      assert.ok(spent() < SOON, `step ${stopAt} of ${all}: ${spent()} ms`);
      assert.equal(counting.counts.live, 0, `step ${stopAt} of ${all}: everything is closed`);
      assert.equal(folder.committed, false);
      await folder.discard();
    }
  });
}

test("with threads: they end, and nothing is written afterwards", async () => {
  const dir = bigBackup({ messages: 12_000, visits: 12_000, usages: 6000, listed: 100 });
  for (const after of [0, 1, 4, 9]) {
    const abort = new AbortController();
    const folder = memoryFolder();
    const { append } = folder;
    let appended = 0;
    let spent = cpu();
    folder.append = (name, bytes) => {
      if (appended++ === after) {
        spent = cpu();
        abort.abort();
      }
      return append.call(folder, name, bytes);
    };
    const platform = nodePlatform({ worker: WORKER });
    await cancelled(run([dir], { platform, workers: 2, folder, cancel: abort.signal }));
    assert.ok(spent() < SOON);
    await folder.discard();
    // Whatever a thread had still sent would come now, and throw.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
});

test("before it begins", async () => {
  for (const evidence of [SAMPLE, pack(SAMPLE, "tar.gz")])
    await cancelled(run([evidence], { cancel: AbortSignal.abort() }));
});

test("while the person is asked, and while keys are derived", async () => {
  const never = new Promise<undefined>(() => {});
  const abort = new AbortController();
  let spent = cpu();
  setTimeout(() => {
    spent = cpu();
    abort.abort();
  }, 20);
  await cancelled(run([encryptedSample()], { secret: () => never, cancel: abort.signal }));
  assert.ok(spent() < SOON);
  // A derivation that nobody can stop; it is cancelled once it runs.
  const again = new AbortController();
  const derive = mock.method(crypto.subtle, "deriveBits", () => {
    setTimeout(() => {
      spent = cpu();
      again.abort();
    }, 20);
    return never;
  });
  try {
    await cancelled(run([encryptedSample()], { secret: typed, cancel: again.signal }));
    assert.ok(spent() < SOON);
    assert.equal(derive.mock.callCount(), 1);
  } finally {
    derive.mock.restore();
  }
});

test("files that nobody asked for are long: hashing and passing over them stops too", async () => {
  const dir = backupOf([
    fileOf("Library/SMS/sms.db", plainDatabase(1 << 20)),
    fileOf("Media/film.mov", new Uint8Array(90 << 20)),
  ]);
  const half = (read: number, size: number): boolean => read > size / 2;
  for (const evidence of [dir, pack(dir, "tar")]) {
    const abort = new AbortController();
    const counting = countingPlatform();
    let read = 0;
    let since = 0;
    const platform: Platform = {
      ...counting,
      async open(handle) {
        const source = await counting.open(handle);
        return {
          ...source,
          async read(offset, length) {
            if (half(read, 90 << 20)) {
              if (!abort.signal.aborted) abort.abort();
              since += length;
            }
            read += length;
            return source.read(offset, length);
          },
        };
      },
    };
    await cancelled(run([evidence], { platform, hash: "all", cancel: abort.signal }));
    assert.ok(since <= 8 << 20, `${since} bytes were read after the end was asked for`);
    assert.equal(counting.counts.live, 0);
  }
});

test("a result folder on disk goes away with all that was written", async () => {
  const dir = bigBackup({ messages: 6000, visits: 3000, usages: 600, listed: 10 });
  const out = join(fresh(), "deep", "out");
  const platform = nodePlatform({ worker: WORKER });
  const abort = new AbortController();
  const writer = new ResultWriter(await resultFolder(out), platform);
  assert.ok(existsSync(`${out}.partial`));
  const progress = (p: { step: string }): void => {
    if (p.step === "reading") setTimeout(() => abort.abort(), 30);
  };
  await cancelled(run([dir], { platform, writer, workers: 2, cancel: abort.signal, progress }));
  await writer.discard();
  assert.ok(!existsSync(join(out, "..", "..")), "nor the folders above it that were not there");
});

/** After which line, how much later (ms), with which options, on which form of evidence. */
const WHEN = [
  ["Leyendo la lista", 0, ["--workers", "0"], "folder"],
  ["Leyendo Info.plist", 80, ["--workers", "0"], "folder"],
  ["Leyendo Info.plist", 400, ["--workers", "2"], "folder"],
  ["Leyendo Info.plist", 0, ["--hash", "all"], "tar.gz"],
] as const;
test("Ctrl-C on the command line: code 130, no folder, no scratch", async () => {
  const dir = bigBackup({ messages: 40_000, visits: 30_000, usages: 600, listed: 2000 });
  const tar = pack(dir, "tar.gz");
  for (const [line, later, args, form] of WHEN) {
    const tmp = fresh();
    mkdirSync(tmp);
    const out = join(fresh(), "out");
    mkdirSync(join(out, ".."));
    const child = spawn(
      process.execPath,
      [CLI, "check", form === "folder" ? dir : tar, "--out", out, "--lang", "es", ...args],
      {
        env: { PATH: process.env.PATH, TMPDIR: tmp },
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    let said = "";
    let sent = false;
    child.stderr.on("data", (b) => {
      said += b;
      if (sent || !said.includes(line)) return;
      sent = true;
      setTimeout(() => child.kill("SIGINT"), later);
    });
    const ended = await new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? signal)));
    // A shell says 130 for the signal, too.
    assert.ok(ended === 130 || ended === "SIGINT", `${line} ${args}: ended with ${ended}: ${said}`);
    assert.deepEqual(readdirSync(join(out, "..")), [], "no result and no part of one");
    assert.deepEqual(readdirSync(tmp), []);
  }
});
