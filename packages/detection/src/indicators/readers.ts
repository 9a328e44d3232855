/** Opens a file of signs by its content: STIX, stalkerware YAML, or a plain list. @module */
import { LIMITS, type Problem, type Report } from "@contraluz/core";
import { readPlainList } from "./plain.ts";
import { readStix } from "./stix.ts";
import type { IndicatorSource, SetMeta } from "./types.ts";
import { looksLikeYaml, MAX_YAML, readStalkerwareYaml } from "./yaml.ts";

/** Bytes that are looked at to tell formats apart. */
const HEAD = 4096;

/**
 * Passes on the first problems of a file and counts the rest: a file that is no list must not fill the report. That it is
 * none is said in any case.
 */
export function bounded(report: Report): { report: Report; finish(): void } {
  let n = 0;
  return {
    report(p: Problem) {
      if (p.lost === "file" || ++n <= LIMITS.problems) report(p);
    },
    finish() {
      if (n > LIMITS.problems) report({ code: "problems-limit", found: String(n - LIMITS.problems), lost: "nothing" });
    },
  };
}

/** The first bytes, and the whole again. */
async function peek(
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array>; close(): Promise<void> }> {
  const it = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let done = false;
  while (length < HEAD && !done) {
    const r = await it.next();
    if (r.done) done = true;
    else {
      // The memory of a piece may be used again once the next is asked for.
      first.push(r.value.slice());
      length += r.value.length;
    }
  }
  const head = new Uint8Array(Math.min(length, HEAD));
  let at = 0;
  for (const p of first) {
    if (at >= HEAD) break;
    head.set(p.subarray(0, HEAD - at), at);
    at += p.length;
  }
  async function* all(): AsyncIterable<Uint8Array> {
    try {
      yield* first;
      while (!done) {
        const r = await it.next();
        if (r.done) return;
        yield r.value;
      }
    } finally {
      await it.return?.();
    }
  }
  return { head, all: all(), close: async () => void (await it.return?.()) };
}

async function wholeText(source: AsyncIterable<Uint8Array>, max: number): Promise<string> {
  const decoder = new TextDecoder("utf-8");
  let text = "";
  for await (const chunk of source) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > max) return text;
  }
  return text + decoder.decode();
}

/**
 * A set of signs from a file. Content decides what it is; the name only hints at the type of lines of a plain list, and
 * names the set. It is read when it is compiled; where `source` throws, so does `compileIndicators`.
 * @example const set = readIndicators(readFileStream(path), "pegasus.stix2", (p) => problems.push(p));
 */
export function readIndicators(
  source: AsyncIterable<Uint8Array>,
  name: string,
  report: Report,
  meta?: Partial<SetMeta> & { readonly campaign?: string },
): IndicatorSource {
  const { campaign, ...stated } = meta ?? {};
  return {
    meta: { name, source: "", licence: "", date: "", ...stated },
    async read(sink) {
      const problems = bounded(report);
      const { head, all, close } = await peek(source);
      const text = new TextDecoder("utf-8").decode(head).replace(/^\ufeff/, "");
      let found: Partial<SetMeta> | undefined;
      if (head.includes(0)) {
        await close();
        problems.report({
          code: "indicator-file",
          found: "a binary file",
          expected: "STIX 2, stalkerware YAML, or a list of signs",
          lost: "file",
        });
      } else if (/^\s*[{[]/.test(text) && !/^\s*\[[^\]{"\s]*\]/.test(text))
        found = await readStix(all, sink, problems.report);
      else if (looksLikeYaml(text)) readStalkerwareYaml(await wholeText(all, MAX_YAML), sink, problems.report);
      else await readPlainList(all, name, sink, problems.report, campaign);
      problems.finish();
      return { ...found, ...stated };
    },
  };
}
