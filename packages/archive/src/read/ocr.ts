/** Reads a sheet, in the way up in which most can be read, and says how well. @module */
import type { OcrWord } from "@contraluz/core";
import type { PageLine, PageState, PageWord } from "../pages/index.ts";
import { cleaned } from "./clean.ts";
import { type Ordered, ordered } from "./order.ts";
import { type Gray, type Look, look, spread, turned, turnedBack } from "./sheet.ts";
import { upright } from "./standing.ts";
import { type Straight, straightened } from "./straight.ts";
import type { ReadOptions } from "./types.ts";

export interface SheetText {
  readonly state: PageState;
  readonly confidence: number;
  readonly text: string;
  readonly lines: readonly PageLine[];
  readonly words: readonly PageWord[];
}

/** Mean confidence from which a page counts as read, and from which it counts as poor. */
const GOOD = 80;
const POOR = 55;
/** Confidence at which no other way up is tried. */
const ENOUGH = 70;
/** Ink of a sheet that is taken for blank where nothing is read on it. */
const BLANK_INK = 0.004;
/** Ink of a sheet that nobody needs to read. */
const NO_INK = 0.00002;
/** Part of its squares that is touched from which a sheet is not blank, however little ink there is: faint writing that nobody read. */
const BLANK_SPREAD = 0.04;
/** Letters on a sheet from which its confidence means something. */
const FEW = 12;

interface Attempt {
  readonly quarters: number;
  readonly words: readonly OcrWord[];
  readonly confidence: number;
  readonly letters: number;
}

/** White between two words of a row from which they stand in two cells: widths of a letter. */
const CELL = 3;
/** So much less may be what is read of a table at the second look, in confidence. */
const LESS = 3;

const lettersOf = (t: string): number => t.replace(/[^\p{L}\p{N}]/gu, "").length;

/** Mean of what the reader says of its words, by their letters. */
function weigh(words: readonly OcrWord[], quarters: number): Attempt {
  let [sum, letters] = [0, 0];
  for (const w of words) {
    const n = lettersOf(w.text);
    sum += w.confidence * n;
    letters += n;
  }
  return { quarters, words, letters, confidence: letters === 0 ? 0 : sum / letters };
}

/** Which ways up to try, the likeliest first: lines that lie across need only be turned around. */
function order(l: Look): readonly number[] {
  if (l.across > 1.25) return [0, 2, 1, 3];
  return l.across < 0.8 ? [3, 1, 0, 2] : [0, 3, 1, 2];
}

export async function readSheet(s: Gray, dpi: number, o: ReadOptions): Promise<SheetText> {
  const seen = look(s);
  const clean = cleaned(s);
  const bare = empty(seen) && spread(clean) < BLANK_SPREAD;
  if (bare && seen.ink < NO_INK) return nothing("blank");
  const { ocr } = o.platform;
  if (!ocr) return nothing("unreadable");
  const straight = straightened(clean);
  const { sheet } = straight;
  let best: Attempt | undefined;
  // Lines of columns side by side are told from standing ones only where they lie level.
  for (const quarters of order(sheet === clean ? seen : look(sheet))) {
    const t = turned(sheet, quarters);
    const { words, engine } = await ocr({ ...t, dpi }, o.lang);
    o.engine?.(engine);
    const attempt = weigh(words, quarters);
    if (!best || worth(attempt) > worth(best)) best = attempt;
    if (best.confidence >= ENOUGH && best.letters >= FEW) break;
    // A sheet that is nearly empty has no way up.
    if (bare && attempt.letters < FEW) break;
  }
  best = { ...best!, ...upright(best!, sheet.width, sheet.height) };
  const first = ordered(best.words);
  if (!first.parted) return made(best, first, straight, bare);
  // Taken apart into columns, a table loses cells: it is read again, row by row.
  const t = turned(sheet, best.quarters);
  const again = weigh((await ocr({ ...t, dpi, layout: "block" }, o.lang)).words, best.quarters);
  const better = again.letters > best.letters && again.confidence >= best.confidence - LESS;
  return better ? made(again, ordered(again.words), straight, bare) : made(best, first, straight, bare);
}

/** Hardly any ink, and not black. */
const empty = (l: Look): boolean => l.ink < BLANK_INK && l.mean > 40;

const worth = (a: Attempt): number => Math.max(0, a.confidence - 30) * Math.sqrt(a.letters);

function nothing(state: PageState): SheetText {
  return { state, confidence: 0, text: "", lines: [], words: [] };
}

function made(a: Attempt, { rows }: Ordered, { sheet, back }: Straight, bare: boolean): SheetText {
  const word = (w: OcrWord): PageWord => {
    const box = back(turnedBack([w.x, w.y, w.x + w.w, w.y + w.h], a.quarters, sheet.width, sheet.height));
    return { text: w.text, box, confidence: Math.round(w.confidence) };
  };
  const confidence = Math.round(a.confidence);
  return {
    state: stateOf(a, bare),
    confidence,
    ...joined(
      rows.map((r) => r.map(word)),
      true,
    ),
  };
}

function stateOf(a: Attempt, bare: boolean): PageState {
  const sure = a.words.reduce((n, w) => n + (w.confidence >= 60 ? lettersOf(w.text) : 0), 0);
  if (sure < FEW && bare) return "blank";
  if (a.confidence >= GOOD && a.letters >= FEW) return "read";
  return a.confidence >= POOR && sure >= FEW ? "poor" : "unreadable";
}

/** Words as lines, lines as text. `cells`: two spaces stand where a row leaves more white than words do. */
export function joined(
  lines: readonly (readonly PageWord[])[],
  cells = false,
): Pick<SheetText, "text" | "lines" | "words"> {
  const out = lines
    .filter((l) => l.length > 0)
    .map((words): PageLine => {
      const box = [0, 1, 2, 3].map((i) => (i < 2 ? Math.min : Math.max)(...words.map((w) => w.box[i]!)));
      return {
        text: cells ? spaced(words) : words.map((w) => w.text).join(" "),
        box: box as unknown as PageLine["box"] & object,
        words,
      };
    });
  return { text: out.map((l) => l.text).join("\n"), lines: out, words: out.flatMap((l) => l.words ?? []) };
}

/** Along the longer side of the words, since a sheet may lie on its side. */
function spaced(words: readonly PageWord[]): string {
  let text = "";
  for (const [i, w] of words.entries()) {
    const last = words[i - 1];
    if (last) text += whiteOf(last, w) > CELL ? "  " : " ";
    text += w.text;
  }
  return text;
}

/** White between two words, in widths of their letters. */
function whiteOf(a: PageWord, b: PageWord): number {
  const across = Math.max(b.box[0] - a.box[2], a.box[0] - b.box[2]);
  const down = Math.max(b.box[1] - a.box[3], a.box[1] - b.box[3]);
  const [white, i] = across >= down ? [across, 0] : [down, 1];
  const long = a.box[i + 2]! - a.box[i]! + b.box[i + 2]! - b.box[i]!;
  return (white * (a.text.length + b.text.length)) / Math.max(1, long);
}
