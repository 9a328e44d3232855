/** How a sign that was met is weighed, and the rules. @module */
import { type Contact, count, type Indicator, type Lang, type Params, say } from "@contraluz/core";
import { type AnyRule, levelOf, RULES } from "@contraluz/detection";
import { SAY } from "@contraluz/report/words.ts";
import { code, list, table, text } from "./markdown.ts";
import { CONTACTS, PAGE, ROLES } from "./words.ts";

const CONTACT_ORDER = Object.keys(CONTACTS) as Contact[];
const ROLE_ORDER = Object.keys(ROLES) as Indicator["role"][];

function levels(lang: Lang): string {
  const w = PAGE[lang];
  const rows = ROLE_ORDER.map((role) => [
    `${code(role)} (${ROLES[role][lang]})`,
    ...CONTACT_ORDER.map((c) => {
      const level = levelOf({ role, grade: "spyware" }, c);
      return level === undefined ? "–" : code(level);
    }),
  ]);
  return table([w.sign, ...CONTACT_ORDER.map((c) => `${code(c)} ${CONTACTS[c][lang]}`)], rows);
}

/** What a text with holes says, the holes as their names: `‹process›`. */
const holes = (lang: Lang): Params =>
  new Proxy({} as Params, { get: (_, name) => `‹${String(name).replace(new RegExp(`_${lang}$`), "")}›` });

/** Versions of iOS that are asked about a gate. */
const IOS: readonly number[] = Array.from({ length: 17 }, (_, i) => i + 10);

/** About which versions of iOS a rule says nothing, and why; undefined where it speaks of all. */
function gate(r: AnyRule, lang: Lang): string | undefined {
  const why = (v: number): string | undefined => {
    const words = r.gate?.({ kind: "ios-backup", os: { name: "ios", version: `${v}.0` } });
    return words && say(words, lang);
  };
  const silent = IOS.filter((v) => why(v) !== undefined);
  if (silent.length === 0) return undefined;
  const [first, last] = [silent[0]!, silent.at(-1)!];
  const span = last === IOS.at(-1) ? PAGE[lang].from(`iOS ${first}`) : `iOS ${silent.join(", ")}`;
  return `${span}. ${text(why(first)!)}`;
}

function one(r: AnyRule, lang: Lang): string[] {
  const w = PAGE[lang];
  const { fired, samples, what } = r.baseRate;
  const silent = gate(r, lang);
  return [
    `### ${text(say(r.words.name, lang))} ${code(r.id)}`,
    list([
      `${w.level}: ${code(r.level)} (${SAY[lang].level[r.level]}). ${w.version}: ${r.version}`,
      `${w.title_}: ${text(say(r.words.title, lang, holes(lang)))}`,
      `${w.why}: ${text(say(r.words.why, lang, holes(lang)))}`,
      `${w.otherwise}: ${text(say(r.words.otherwise, lang, holes(lang)))}`,
      `${w.next}: ${text(say(r.words.next, lang, holes(lang)))}`,
      `${w.needs}: ${r.needs.map(code).join(", ")}`,
      ...(silent === undefined ? [] : [`${w.silent}: ${silent}`]),
      `${w.baseRate}: ${fired} / ${samples} (${text(what)})`,
      `${w.budget}: ${count(r.budget)}`,
      `${w.sources}: ${r.sources.map(text).join("; ")}`,
    ]),
  ];
}

export function detectionPart(lang: Lang): string[] {
  const w = PAGE[lang];
  return [
    `## ${w.levels}`,
    w.levelsIntro,
    levels(lang),
    w.levelsThen,
    `## ${w.rules}`,
    w.rulesIntro,
    ...RULES.flatMap((r) => one(r, lang)),
  ];
}
