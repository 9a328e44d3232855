/** All cases at one look: what was found, what is missing, how old it is, whom it waits for, what comes next. @module */
import { ContraluzError, type Lang, say, type Verdict } from "@contraluz/core";
import { ANSWER } from "@contraluz/report/answer/words.ts";
import { columns, wrap } from "@contraluz/report/text/wrap.ts";
import { daysBetween } from "@contraluz/report/when.ts";
import { type Term, termOf } from "../consent/term.ts";
import type { CaseMachine } from "../machine.ts";
import { checksOf, resultOfCheck } from "../vault/checks.ts";
import type { Opener } from "../vault/keys.ts";
import { type CaseState, latestConsent, withdrawalOf } from "../vault/state.ts";
import { openVault } from "../vault/vault.ts";
import { nextOf, STEP } from "./next.ts";
import type { CaseShelf } from "./types.ts";
import { TABLE } from "./words.ts";

export interface CaseRow {
  readonly case: string;
  readonly title?: string;
  /** Of the newest check; left out while there is none. */
  readonly verdict?: Verdict["evidence"];
  /** Holes in what could be seen. */
  readonly gaps?: number;
  /** Whole days since it was opened, and since anything happened. */
  readonly days?: number;
  readonly quiet?: number;
  readonly waiting?: NonNullable<CaseState["status"]>["waiting"];
  readonly next?: string;
  readonly due?: string;
  readonly consent?: "none" | "withdrawn" | "standing";
  readonly term?: Term;
  /** It cannot be read: why. */
  readonly trouble?: "locked" | "damaged";
}

/** A row for each case; one that cannot be opened is a row, too. Newest trouble first is the caller's to sort. */
export async function caseRows(shelf: CaseShelf, by: Opener, machine: CaseMachine): Promise<readonly CaseRow[]> {
  const today = machine.now().slice(0, 10);
  const rows: CaseRow[] = [];
  for (const name of await shelf.list()) {
    try {
      const vault = await openVault(shelf.folder(name), by, machine);
      const { state } = vault;
      const last = checksOf(state).at(-1);
      const gaps = last && (await resultOfCheck(vault, last.check).catch(() => undefined))?.verdict.gaps.length;
      const consent = latestConsent(state);
      rows.push({
        case: name,
        title: state.title,
        ...(last ? { verdict: last.verdict } : {}),
        ...(gaps === undefined ? {} : { gaps }),
        days: daysBetween(state.created.slice(0, 10), today) ?? 0,
        quiet: daysBetween(state.last.slice(0, 10), today) ?? 0,
        ...(state.status ? { waiting: state.status.waiting, next: state.status.next } : {}),
        ...(state.status?.due === undefined ? {} : { due: state.status.due }),
        consent: withdrawalOf(state) ? "withdrawn" : consent ? "standing" : "none",
        ...(consent ? { term: termOf(consent, today) } : {}),
        ...(vault.trouble.length > 0 ? { trouble: "damaged" as const } : {}),
      });
    } catch (e) {
      if (!(e instanceof ContraluzError)) throw e;
      rows.push({ case: name, trouble: e.code === "case-key" ? "locked" : "damaged" });
    }
  }
  return rows;
}

/** Days without a change that are worth saying. */
const QUIET = 3;
/** Columns of a name of a case, and what is left at least for what comes next. */
const NAME = 28;
const ROOM = 28;

const pad = (t: string, w: number): string => t + " ".repeat(Math.max(0, w - columns(t)));

/** Cut to so many columns. */
function cut(text: string, most: number): string {
  if (columns(text) <= most) return text;
  let out = "";
  for (const c of text) {
    if (columns(out + c) > most - 1) break;
    out += c;
  }
  return `${out}…`;
}

/** The table as text for a terminal: columns where there is room, two lines or three for each case where there is not. */
export function tableText(
  rows: readonly CaseRow[],
  o: { readonly lang: Lang; readonly width: number; readonly waiting: (w: NonNullable<CaseRow["waiting"]>) => string },
): string {
  const { lang, width } = o;
  if (rows.length === 0) return `${say(TABLE.empty, lang)}\n`;
  const name = (r: CaseRow): string =>
    r.title !== undefined && r.title !== "" && r.title !== r.case ? `${r.case} (${r.title})` : r.case;
  const verdict = (r: CaseRow): string => (r.verdict ? ANSWER[lang].short[r.verdict] : say(TABLE.none, lang));
  const cells = rows.map((r) => [
    cut(name(r), NAME),
    r.trouble ? "–" : verdict(r),
    r.gaps === undefined ? "–" : String(r.gaps),
    r.days === undefined ? "–" : String(r.days),
    r.waiting ? o.waiting(r.waiting) : "–",
    nextOf(r, lang),
  ]);
  const heads = [TABLE.case, TABLE.verdict, TABLE.gaps, TABLE.age, TABLE.waiting, TABLE.next].map((w) => say(w, lang));
  const widths = heads.map((h, i) => Math.max(columns(h), ...cells.map((c) => columns(c[i]!))));
  const first = widths.slice(0, 5).reduce((n, w) => n + w + 2, 0);
  if (first + ROOM <= width) {
    const line = (c: readonly string[]): string[] => {
      const head = c.slice(0, 5).map((x, i) => pad(x, widths[i]! + 2));
      const rest = wrap(c[5] ?? "", width, " ".repeat(first));
      return [head.join("") + (rest[0]?.slice(first) ?? ""), ...rest.slice(1)].map((l) => l.trimEnd());
    };
    return `${[heads, ...cells].flatMap(line).join("\n")}\n`;
  }
  const short = rows.map((r) => {
    const facts = r.trouble
      ? []
      : [
          verdict(r),
          ...(r.gaps === undefined ? [] : [say(STEP.gaps, lang, { n: r.gaps })]),
          ...(r.days === undefined ? [] : [say(STEP.days, lang, { n: r.days })]),
          ...(r.quiet !== undefined && r.quiet >= QUIET ? [say(STEP.quiet, lang, { n: r.quiet })] : []),
          ...(r.waiting ? [say(STEP.waits, lang, { who: o.waiting(r.waiting) })] : []),
        ];
    return [
      ...wrap(name(r), width),
      ...(facts.length === 0 ? [] : wrap(facts.join(" · "), width, "  ")),
      ...wrap(`${say(STEP.next, lang)}: ${nextOf(r, lang)}`, width, "  "),
    ].join("\n");
  });
  return `${short.join("\n\n")}\n`;
}
