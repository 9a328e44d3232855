/** The made-up archive of `gen_archive.py` as text files: its pages as they lie on the disk, and the truth beside them. @module */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@contraluz/archive/pages/types.ts";
import { pythonWith, runPython } from "./python.ts";
import { Skip } from "./runner.ts";
import { SHARED } from "./shared.ts";

export interface TrueEntity {
  readonly type: string;
  readonly printed: string;
  /** By code point. */
  readonly span: readonly [number, number];
  readonly value?: string;
  readonly person?: string;
  readonly redaction?: string;
}

export interface TruePage {
  readonly id: string;
  readonly file: string;
  readonly page: number;
  readonly type: string;
  readonly date: string;
  readonly text: string;
  readonly entities: readonly TrueEntity[];
}

export interface TrueSource {
  readonly page: string;
  readonly file: string;
  readonly n: number;
  readonly quote: string;
}

export interface TrueLedger {
  readonly claims: readonly {
    readonly id: string;
    readonly speaker: { readonly name: string; readonly office: string; readonly body: string };
    readonly said_on: string;
    readonly quote: string;
    readonly kind: string;
    readonly scope: { readonly actor: string; readonly subject: string; readonly place: string };
    readonly holds_from: string;
    readonly holds_until: string;
    readonly sources: readonly TrueSource[];
    readonly state: string;
  }[];
  readonly acts: readonly {
    readonly id: string;
    readonly actor: string;
    readonly what: string;
    readonly on: string;
    readonly status: string;
    readonly sources: readonly TrueSource[];
  }[];
  readonly links: readonly {
    readonly claim: string;
    readonly act: string;
    readonly relation: string;
    readonly why: string;
    readonly independent_sources: number;
  }[];
  readonly bad: readonly {
    readonly what: "claim" | "link" | "state";
    readonly record: Readonly<Record<string, unknown>>;
    readonly expect: string;
    readonly source_of?: string;
  }[];
}

export interface MadeArchive {
  readonly truth: { readonly ledger: TrueLedger; readonly pages: readonly TruePage[] };
  /** What lies on the disk, by path and page. */
  page(file: string, page: number): Page;
}

const NEEDS = ["numpy", "PIL"];

/** Bytes of a text file as text: UTF-8, else what Windows wrote in its day. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Makes it once for these arguments below `temp`. */
export function madeArchive(temp: string, seed: string, pages: string): MadeArchive {
  const room = join(temp, `archive-${seed}-${pages}`);
  if (!existsSync(join(room, "expected.json"))) {
    if (!pythonWith(...NEEDS)) throw new Skip(`no Python 3 with ${NEEDS.join(", ")} here`);
    const options = ["--seed", seed, "--pages", pages, "--formats", "txt", "--jobs", "1"];
    runPython([join(SHARED, "tools/gen_archive.py"), "--out", room, ...options], "", NEEDS);
  }
  const { truth } = JSON.parse(readFileSync(join(room, "expected.json"), "utf8")) as Pick<MadeArchive, "truth">;
  const files = new Map<string, { doc: string; pages: string[] }>();
  return {
    truth,
    page(file, page) {
      let f = files.get(file);
      if (!f) {
        const bytes = readFileSync(join(room, "evidence", file));
        const doc = createHash("sha256").update(bytes).digest("hex");
        files.set(file, (f = { doc, pages: decode(bytes).replaceAll("\r\n", "\n").split("\f") }));
      }
      const text = (f.pages[page - 1] ?? "").replace(/^\n+|\n+$/g, "");
      return { doc: f.doc, path: file, page, state: text === "" ? "blank" : "read", from: "text", text };
    },
  };
}
