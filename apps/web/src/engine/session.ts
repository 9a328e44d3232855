/**
 * One check and its result, in the engine's thread: from the files that were chosen to windows of rows. When the thread ends,
 * nothing of it is left.
 * @module
 */
import { ARTIFACTS } from "@contraluz/artifacts";
import { ContraluzError, type Input, type Platform, type Problem, type Result, type WorkerPort } from "@contraluz/core";
import { BUILTIN_SET, type CompiledIndicators, compileIndicators, readIndicators } from "@contraluz/detection";
import { check, type OpenedResult, openStored, recheck } from "@contraluz/engine";
import { type WebFolder, webFolder } from "@contraluz/platform-web";
import { airSeen } from "@contraluz/report/air/air.ts";
import { encodeStructure, ResultWriter, readResult, type StoredFolder } from "@contraluz/store";
import type { BenchQuestions } from "../bench/ask.ts";
import { type BenchThread, benchThread } from "../bench/thread/bench.ts";
import { fieldsOf } from "../bench/thread/fields.ts";
import type { CaseAsk } from "../cases/ask.ts";
import { caseDesk, type Desk } from "../cases/thread/desk.ts";
import { VERSION } from "../version.ts";
import { type EvidenceBytes, evidenceBytes } from "./bytes.ts";
import { inputOf } from "./input.ts";
import { allNames } from "./names.ts";
import { placesOf } from "./parts.ts";
import type { Asking, Done, Failure, FromEngine, Order, Questions, Signs, Step, ToEngine } from "./protocol.ts";
import { reportHtml, resultZip, wordsToSend } from "./save.ts";
import { stepTeller } from "./steps.ts";
import { deviceOf, threadsFor } from "./threads.ts";

const CHUNK = 1 << 20;

/** A result that can be asked. */
interface Kept {
  readonly result: Result;
  readonly fingerprint: string;
  readonly folder: StoredFolder;
  /** What it was compared with; not known of a saved result. */
  readonly compiled?: CompiledIndicators;
  names(): Promise<readonly string[]>;
  readonly bench: BenchThread;
  readonly bytes: EvidenceBytes;
  close(): Promise<void>;
}

/** A list that was dropped in, and holds no sign that we can read. Its message is its name. */
class NoSigns extends Error {}

async function* unpacked(packed: string): AsyncGenerator<Uint8Array> {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  yield bytes;
}

async function* bytesOf(signs: Signs, platform: Platform): AsyncGenerator<Uint8Array> {
  if ("packed" in signs) return yield* platform.inflate("deflate-raw", unpacked(signs.packed));
  for (let at = 0; at < signs.file.size; at += CHUNK)
    yield new Uint8Array(await signs.file.slice(at, at + CHUNK).arrayBuffer());
}

/** The built-in signs, those of the build and those that were dropped in. Half a list must not look like a list: throws. */
async function loadSigns(
  list: readonly Signs[],
  platform: Platform,
): Promise<{ compiled: CompiledIndicators; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report = (name: string) => (p: Problem) => void problems.push({ ...p, path: p.path ?? name });
  const compiled = await compileIndicators([
    BUILTIN_SET,
    ...list.map((s) => readIndicators(bytesOf(s, platform), s.name, report(s.name))),
  ]);
  const empty = list.find((_, i) => compiled.sets[i + 1]?.count === 0);
  if (empty) throw new NoSigns(empty.name);
  return { compiled, problems };
}

/** What a person is told of a password that is needed. */
function askingOf(why: Problem): Asking {
  const part = why.lost === "evidence" ? {} : ({ part: true } as const);
  const wrong = why.code.endsWith("-wrong");
  if (why.code.startsWith("adb-")) return { wrong, of: "android", ...part };
  if (!why.code.startsWith("age-")) return { wrong, ...part };
  return { wrong, of: why.expected === "identity" ? "key" : "passphrase", ...part };
}

/** Only the files that findings name: a page needs no list of thousands. */
function briefly(result: Result): Result {
  const files: Result["files"][number][] = new Array(result.files.length);
  for (const f of result.findings)
    for (const r of f.records) {
      const file = result.files[r.origin.file];
      if (file) files[r.origin.file] = file;
    }
  return { ...result, files };
}

/** The text of `result.json`, and its fingerprint. */
function textOf(result: Result, platform: Platform): { json: string; fingerprint: string } {
  const json = `${encodeStructure(result)}\n`;
  const sha = platform.sha256();
  sha.update(new TextEncoder().encode(json));
  return { json, fingerprint: sha.hex() };
}

/** The same folder with another `result.json`: records and index stay as they are. */
function withResult(folder: StoredFolder, json: string): StoredFolder {
  const bytes = new TextEncoder().encode(json);
  const source = { size: bytes.length, read: async (at: number, n: number) => bytes.subarray(at, at + n) };
  return { read: async (name) => (name === "result.json" ? source : folder.read(name)) };
}

function failureOf(e: unknown): Failure {
  if (e instanceof NoSigns) return { code: "no-signs", message: e.message };
  const code = e instanceof ContraluzError ? e.code : "bug";
  const problem = e instanceof ContraluzError ? e.problem : undefined;
  return { code, message: e instanceof Error ? e.message : String(e), ...(problem ? { problem } : {}) };
}

/** Serves one page over `port`. `now`: milliseconds of any clock. */
export function serveSession(port: WorkerPort, platform: Platform, now: () => number): void {
  const post = (m: FromEngine): void => port.post(m);
  let cancel = new AbortController();
  let desk: Desk | undefined;
  let kept: Kept | undefined;
  let giveSecret: ((bytes: Uint8Array | undefined) => void) | undefined;
  const waiting = new Map<number, (file: File | undefined) => void>();
  let nextNeed = 0;

  const need = (index: number): Promise<File | undefined> =>
    new Promise((resolve) => {
      const id = nextNeed++;
      waiting.set(id, resolve);
      post({ type: "need", id, index });
    });

  async function keep(k: Omit<Kept, "bench" | "bytes">, inputs: readonly Input[], stored: boolean): Promise<void> {
    const bytes = evidenceBytes(stored ? [] : inputs, k.result, platform);
    // Of a case one check after the other is looked at.
    await kept?.bytes.close();
    await kept?.close();
    kept = { ...k, bench: benchThread(k.folder, k.result, fieldsOf, now), bytes };
    post({ type: "done", done: await doneOf(kept) });
  }

  async function doneOf(k: Kept): Promise<Done> {
    let bytes = 0;
    for (const name of await k.names()) bytes += (await k.folder.read(name)).size;
    return {
      result: briefly(k.result),
      fileCount: k.result.files.length,
      bytes,
      fingerprint: k.fingerprint,
      names: allNames(),
      stored: k.compiled === undefined,
    };
  }

  /** Judges the stored records again: nothing of the evidence is read. */
  async function judgeAgain(k: Kept, { known, finding }: Questions["known"]["ask"]): Promise<Done> {
    const { compiled } = k;
    if (!compiled) throw new ContraluzError("usage", "no compiled signs");
    const judge = (all: readonly string[]): Promise<Result> =>
      recheck(k.folder, { compiled, version: VERSION, context: { known: all } });
    const named = await judge(known);
    // A list of certificates, or a thing without a name, has nothing to be known by: its number answers.
    const result = named.findings.some((f) => f.id === finding) ? await judge([...known, finding]) : named;
    const { json, fingerprint } = textOf(result, platform);
    kept = { ...k, result, fingerprint, folder: withResult(k.folder, json) };
    return doneOf(kept);
  }

  async function openSaved(stored: OpenedResult): Promise<void> {
    const result = await readResult(stored.folder);
    const source = await stored.folder.read("result.json");
    const sha = platform.sha256();
    for (let at = 0; at < source.size; at += CHUNK) sha.update(await source.read(at, CHUNK));
    const { folder, names, close } = stored;
    await keep({ result, fingerprint: sha.hex(), folder, names, close }, [], true);
  }

  async function run(order: Order): Promise<void> {
    const input = inputOf(order, need);
    const stored = await openStored(input, { platform });
    if (stored) return openSaved(stored);
    const ids = ARTIFACTS.map((a) => a.id);
    const places = placesOf(order.parts, ids);
    post({ type: "step", step: { step: "signs" } });
    const { compiled, problems } = await loadSigns(order.signs, platform);
    const folder: WebFolder = webFolder({ scratch: platform.scratch });
    try {
      const writer = new ResultWriter(folder, platform);
      const made = await check([input], {
        platform,
        compiled,
        writer,
        version: VERSION,
        context: order.context,
        scope: {
          artifacts: places,
          content: order.content,
          evidenceCopies: false,
          ...(order.keys ? { keys: true } : {}),
        },
        // A copy of a phone is read over a line that this thread has.
        workers: order.copy ? 0 : threadsFor(deviceOf(navigator)),
        cancel: cancel.signal,
        secret: (why) => secret(why),
        progress: stepTeller((step: Step) => post({ type: "step", step }), {
          places: ids,
          allowed: (id) => places === "all" || places.includes(id),
          now,
        }),
      });
      const result = problems.length === 0 ? made : { ...made, problems: [...problems, ...made.problems] };
      const { json, fingerprint } = textOf(result, platform);
      await writer.finish(json);
      const close = (): Promise<void> => folder.close();
      await keep({ result, fingerprint, folder, compiled, names: async () => folder.names(), close }, [input], false);
    } catch (e) {
      await folder.close();
      throw e;
    }
  }

  function secret(why: Problem): Promise<Uint8Array | undefined> {
    return new Promise((resolve) => {
      giveSecret = resolve;
      post({ type: "password", ...askingOf(why) });
    });
  }

  /** Cases, once somebody asks for them. */
  const deskNow = (): Desk =>
    (desk ??= caseDesk({
      machine: {
        platform,
        now: () => `${new Date().toISOString().slice(0, 19)}Z`,
        random: (n) => crypto.getRandomValues(new Uint8Array(n)),
      },
      step: (step) => post({ type: "step", step }),
      now,
      async compile(signs) {
        try {
          const { compiled, problems } = await loadSigns(signs, platform);
          return { compiled, problems: problems.length };
        } catch (e) {
          if (e instanceof NoSigns) return { empty: e.message };
          throw e;
        }
      },
      secret,
      input: (chosen) => inputOf({ chosen }, need),
      begin: () => (cancel = new AbortController()).signal,
      keep: (k, inputs) => keep({ ...k, close: async () => {} }, inputs, false),
    }));

  async function answer(m: Extract<ToEngine, { type: "ask" }>): Promise<unknown> {
    if (m.what === "case") return deskNow().answer(m.ask as CaseAsk);
    if (!kept) throw new ContraluzError("usage", "no result");
    const { result, fingerprint } = kept;
    switch (m.what) {
      case "bytes":
        return kept.bytes.read(m.ask as Questions["bytes"]["ask"]);
      case "known":
        return judgeAgain(kept, m.ask as Questions["known"]["ask"]);
      case "air":
        return airSeen(kept.folder, result);
      case "report": {
        const { lang, fonts } = m.ask as Questions["report"]["ask"];
        return new Blob([reportHtml(result, fingerprint, lang, fonts)], { type: "text/html" });
      }
      case "words":
        return wordsToSend(result, { ...(m.ask as Questions["words"]["ask"]), fingerprint });
      case "zip": {
        const { lang, fonts } = m.ask as Questions["zip"]["ask"];
        return resultZip(kept.folder, await kept.names(), reportHtml(result, fingerprint, lang, fonts));
      }
      default:
        return kept.bench.answer(m.what, m.ask as BenchQuestions[keyof BenchQuestions]["ask"]);
    }
  }

  port.onMessage((raw) => {
    const m = raw as ToEngine;
    switch (m.type) {
      case "desk":
        post({ type: "names", names: allNames() });
        return;
      case "check":
        post({ type: "names", names: allNames() });
        run(m.order).catch((e: unknown) => post({ type: "failed", failure: failureOf(e) }));
        return;
      case "password":
        giveSecret?.(m.bytes);
        giveSecret = undefined;
        return;
      case "file":
        waiting.get(m.id)?.(m.file);
        waiting.delete(m.id);
        return;
      case "cancel":
        cancel.abort();
        giveSecret?.(undefined);
        return;
      case "ask":
        answer(m).then(
          (value) => post({ type: "answer", id: m.id, answer: value }),
          (e: unknown) => post({ type: "refused", id: m.id, message: failureOf(e).message }),
        );
        return;
      case "close":
        cancel.abort();
        Promise.resolve(kept?.bytes.close())
          .then(() => kept?.close())
          .then(() => desk?.close())
          .finally(() => post({ type: "closed" }));
    }
  });
}
