/** Made-up pages for tests, and what a build needs. @module */
import { createHash } from "node:crypto";
import type { Problem } from "@contraluz/core";
import type { BuildOptions } from "./index/index.ts";
import type { Page, PageLine } from "./pages/types.ts";

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A page of a file of its own, unless `more` says otherwise. */
export const page = (path: string, text: string, more: Partial<Page> = {}): Page => ({
  doc: sha(path),
  path,
  page: 1,
  state: "read",
  from: "ocr",
  text,
  ...more,
});

/** Lines of 20 px letters, one below the other, each word with its box. */
export function boxed(texts: readonly string[]): readonly PageLine[] {
  return texts.map((text, row) => {
    const y: readonly [number, number] = [row * 40, row * 40 + 30];
    let at = 0;
    const words = (text === "" ? [] : text.split(" ")).map((w) => {
      const x = at * 20;
      at += w.length + 1;
      return { text: w, box: [x, y[0], x + w.length * 20, y[1]] as const, confidence: 91 };
    });
    return { text, box: [0, y[0], text.length * 20, y[1]] as const, ...(words.length > 0 && { words }) };
  });
}

/** JSONL in pieces of a few bytes, as streams cut it. */
export async function* jsonl(values: readonly unknown[], piece = 7): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(values.map((v) => (typeof v === "string" ? v : JSON.stringify(v))).join("\n"));
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

export function buildOptions(): BuildOptions & { readonly problems: Problem[] } {
  const problems: Problem[] = [];
  return {
    problems,
    report: (p) => void problems.push(p),
    sha256: () => {
      const hash = createHash("sha256");
      return { update: (b) => void hash.update(b), hex: () => hash.digest("hex") };
    },
  };
}
