/**
 * Words that leave: a message for a person, a letter for a second laboratory, a page for a lawyer. What the answer of a result already
 * says is taken from it; here is what only these three say. `es` is the source.
 * @module
 */
import type { Finding, Lang, Level } from "@contraluz/core";
import type { Tone } from "../answer/words.ts";
import type { GapState } from "../gaps/words.ts";
import { en } from "./en-words.ts";
import { es } from "./es-words.ts";

export interface PersonWords {
  /** `say`: of what; `day`: of which day, or "". */
  readonly title: (say: string, day: string) => string;
  readonly seen: string;
  readonly read: (read: number, partly: number, total: number) => string;
  readonly unseen: (names: string) => string;
  readonly darkSays: string;
  readonly nothingRead: string;
  /** What a thing to look at does not mean. */
  readonly leadSays: string;
  /** That there are questions, and where. */
  readonly questions: (n: number) => string;
  readonly odd: (names: string) => string;
  readonly leadFirst: (asks: boolean) => string;
  readonly callNames: (names: string, feelings: string) => string;
  readonly noLinks: string;
  readonly confirms: (who: string, n: number, of: number) => string;
  readonly dismisses: (who: string, n: number) => string;
  readonly asks: (who: string, n: number) => string;
}

export interface LabWords {
  readonly title: string;
  readonly from: readonly string[];
  readonly ask: string;
  readonly askText: readonly string[];
  readonly have: string;
  readonly evidence: (n: number) => string;
  readonly takenOn: (noun: string, day: string) => string;
  readonly system: (name: string) => string;
  readonly password: (has: boolean) => string;
  readonly idOf: string;
  readonly hashedAll: string;
  readonly hashedRead: string;
  readonly result: string;
  readonly how: string;
  readonly program: string;
  readonly readers: string;
  readonly today: string;
  readonly scope: string;
  readonly scopeAll: string;
  readonly content: (kept: boolean) => string;
  readonly away: string;
  readonly known: string;
  readonly knownCount: (n: number) => string;
  readonly lists: string;
  readonly noLists: string;
  readonly listNo: (n: number) => string;
  readonly builtin: string;
  readonly list: (n: string, date: string) => string;
  readonly noDate: string;
  readonly look: string;
  readonly lookText: string;
  readonly noFindings: string;
  readonly finding: (n: number, level: string) => string;
  readonly number: string;
  readonly sign: string;
  readonly rule: string;
  readonly met: string;
  readonly times: string;
  readonly subject: string;
  readonly custody: string;
  readonly record: (n: number) => string;
  readonly recordsMore: (n: number) => string;
  readonly findingsMore: (n: number) => string;
  readonly noted: (n: number) => string;
  readonly fileNo: (n: number) => string;
  readonly review: string;
  readonly reviewSays: Readonly<Record<"confirm" | "dismiss" | "ask", (who: string) => string>>;
  readonly unseen: string;
  readonly unseenNone: string;
  readonly level: Readonly<Record<Level, string>>;
  readonly saidByOthers: string;
  readonly gap: Readonly<Record<Exclude<GapState, "read">, string>>;
  readonly files: Readonly<Record<"changed" | "gone", (n: number) => string>>;
  readonly problems: (codes: string) => string;
  readonly campaigns: (names: string) => string;
  readonly repeat: string;
  readonly steps: readonly string[];
  readonly evidenceFile: string;
  readonly listFile: (n: number) => string;
  readonly personal: string;
  readonly notHere: string;
  readonly notHereText: readonly string[];
  readonly withNames: string;
  readonly more: (n: number) => string;
}

export interface LawyerWords {
  readonly title: string;
  readonly intro: string;
  readonly found: string;
  readonly says: Readonly<Record<Tone, (name: string, watch: boolean) => string>>;
  readonly saysSecondHand: string;
  readonly state: {
    readonly confirm: (who: string, n: number, of: number) => string;
    readonly dismiss: (who: string, n: number) => string;
    readonly ask: (who: string, n: number) => string;
  };
  readonly notMeans: string;
  readonly not: Readonly<Record<Tone, readonly string[]>>;
  readonly notSecondHand: readonly string[];
  readonly could: string;
  /** Of an attempt, said to somebody else than the person. */
  readonly couldTargeted: readonly string[];
  readonly evidence: string;
  readonly made: string;
  readonly madeWith: (version: string, lists: number) => string;
  readonly levels: string;
  readonly level: (level: Level, n: number) => string;
  readonly custody: string;
  readonly custodyAway: (spans: string) => string;
  readonly custodyText: readonly string[];
  readonly court: string;
  readonly courtAsks: readonly (readonly [ask: string, answer: string])[];
  readonly whoAnswers: (who: string) => readonly [ask: string, answer: string];
  readonly keep: string;
  readonly keepText: readonly string[];
  readonly limits: string;
  readonly seen: (read: number, partly: number, total: number) => string;
  readonly signs: (could: number, not: number) => string;
  readonly noSigns: string;
  readonly limitsText: string;
}

export interface SendWords {
  readonly person: PersonWords;
  readonly lab: LabWords;
  readonly lawyer: LawyerWords;
  readonly contact: Readonly<Record<string, string>>;
  readonly foot: (version: string, state: string) => string;
  readonly byName: (name: string, role: string) => string;
}

/** How a sign met the device, in words of the laboratory; what a finding does not say stays out. */
export function contactWords(f: Finding, lang: Lang): string | undefined {
  const contact = f.params.contact;
  const { contact: words } = SEND[lang];
  return typeof contact === "string" && Object.hasOwn(words, contact) ? words[contact] : undefined;
}

export const SEND: Readonly<Record<Lang, SendWords>> = { es, en };
