/**
 * Stories: what happened, told in sentences that each name the records they rest on. Data alone; `story-text.ts` and `story-html.ts`
 * show it.
 * @module
 */
import type { FileEntry, Finding, Moment, Origin, Result } from "@contraluz/core";
import type { Actions, Cite } from "../log/actions.ts";
import type { TimelineRow } from "../timeline/types.ts";
import { citeKey, isRecordCite } from "./tags.ts";

export type Story = Actions["story"];

/** Bounds: a story is read by people. */
export const SENTENCES_MOST = 2000;
export const SENTENCE_MOST = 4000;
export const CITES_MOST = 100;

/** What a cite leads to. Found again with other tools: file, hash, place. */
export type Cited =
  | {
      readonly cite: Cite;
      readonly kind: "record";
      readonly artifact: string;
      readonly version?: number;
      readonly ordinal: number;
      readonly at?: Moment;
      /** Seconds that were added to its time in the timeline. */
      readonly clock?: number;
      readonly file?: FileEntry;
      /** SHA-256 of the evidence that holds the file. */
      readonly evidence?: string;
      readonly origin: Origin;
      /** The file of records of its result, and its hash. */
      readonly stored?: { readonly file: string; readonly sha256: string };
    }
  | { readonly cite: Cite; readonly kind: "finding"; readonly finding: Finding }
  /** Nothing of the case answers to it. */
  | { readonly cite: Cite; readonly kind: "missing" };

export interface ToldSentence {
  readonly text: string;
  /** Numbers into `sources`, from 1. */
  readonly cites: readonly number[];
}

export interface ToldStory {
  readonly id: string;
  readonly title: string;
  readonly lang: Story["lang"];
  readonly sentences: readonly ToldSentence[];
  /** Each source once, in the order in which it is first cited. */
  readonly sources: readonly Cited[];
  /** Sentences that cite nothing, and cites that lead nowhere: both are shown, none is hidden. */
  readonly bare: number;
  readonly missing: number;
}

/** What answers to cites: the timeline of the case and its results. */
export interface CiteSource {
  row(c: {
    readonly check: string;
    readonly artifact: string;
    readonly ordinal: number;
  }): Promise<TimelineRow | undefined>;
  result(check: string): Pick<Result, "findings" | "evidence" | "records"> | undefined;
}

async function follow(cite: Cite, from: CiteSource): Promise<Cited> {
  const result = from.result(cite.check);
  if (!isRecordCite(cite)) {
    const finding = result?.findings.find((f) => f.id === cite.finding);
    return finding ? { cite, kind: "finding", finding } : { cite, kind: "missing" };
  }
  const row = result && (await from.row(cite));
  if (!result || !row?.record) return { cite, kind: "missing" };
  const { record, file } = row;
  const stored = result.records[cite.artifact];
  const evidence = file && result.evidence[file.evidence]?.id;
  return {
    cite,
    kind: "record",
    artifact: row.artifact,
    ordinal: row.ordinal,
    origin: record.origin,
    ...(record.at ? { at: record.at } : {}),
    ...(row.corrected ? { clock: row.corrected.seconds } : {}),
    ...(file ? { file } : {}),
    ...(evidence === undefined ? {} : { evidence }),
    ...(stored ? { version: stored.version, stored: { file: stored.file, sha256: stored.sha256 } } : {}),
  };
}

/** Follows every cite of a story. */
export async function tellStory(story: Story, from: CiteSource): Promise<ToldStory> {
  const numbers = new Map<string, number>();
  const sources: Cited[] = [];
  const sentences: ToldSentence[] = [];
  for (const s of story.sentences.slice(0, SENTENCES_MOST)) {
    const cites: number[] = [];
    for (const cite of s.cites.slice(0, CITES_MOST)) {
      const key = citeKey(cite);
      let n = numbers.get(key);
      if (n === undefined) {
        n = sources.push(await follow(cite, from));
        numbers.set(key, n);
      }
      if (!cites.includes(n)) cites.push(n);
    }
    sentences.push({ text: s.text.slice(0, SENTENCE_MOST), cites });
  }
  return {
    id: story.id,
    title: story.title,
    lang: story.lang,
    sentences,
    sources,
    bare: sentences.filter((s) => s.cites.length === 0).length,
    missing: sources.filter((s) => s.kind === "missing").length,
  };
}

export type StoryRefusal =
  | { readonly code: "empty" }
  | { readonly code: "too-long"; readonly sentence: number }
  | { readonly code: "bare"; readonly sentence: number }
  | { readonly code: "missing"; readonly sentence: number; readonly cite: Cite };

/** What keeps a story from being written down as told: each sentence rests on something that is there. Sentences count from 1. */
export async function refuseStory(story: Story, from: CiteSource): Promise<StoryRefusal[]> {
  if (story.sentences.length === 0 || story.title.trim() === "") return [{ code: "empty" }];
  const out: StoryRefusal[] = [];
  const known = new Map<string, boolean>();
  for (const [i, s] of story.sentences.entries()) {
    const sentence = i + 1;
    if (sentence > SENTENCES_MOST || s.text.length > SENTENCE_MOST || s.cites.length > CITES_MOST) {
      out.push({ code: "too-long", sentence });
      if (sentence > SENTENCES_MOST) break;
      continue;
    }
    if (s.cites.length === 0) out.push({ code: "bare", sentence });
    for (const cite of s.cites) {
      const key = citeKey(cite);
      if (!known.has(key)) known.set(key, (await follow(cite, from)).kind !== "missing");
      if (!known.get(key)) out.push({ code: "missing", sentence, cite });
    }
  }
  return out;
}
