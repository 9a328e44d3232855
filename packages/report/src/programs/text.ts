/** The list of programs that any place saw, as text for a terminal. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import { type Lang, type Moment, say, type Words } from "@contraluz/core";
import { plain } from "../safe.ts";
import { wrap } from "../text/wrap.ts";
import { dayWords, instant } from "../when.ts";
import type { Program, Programs, Sight } from "./programs.ts";
import { P, PN } from "./words.ts";

export interface ProgramsTextOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly artifacts: readonly AnyArtifact[];
}

/** Letters of a name or path that are shown. */
const SHOWN = 200;

function days(first: Moment | undefined, last: Moment | undefined, lang: Lang): string {
  const [a, b] = [instant(first), instant(last)];
  if (a === undefined || b === undefined) return "";
  const [from, to] = [dayWords(a, lang, true), dayWords(b, lang, true)];
  return from === to ? from : `${from} – ${to}`;
}

/** All programs, those that one place only saw first. */
export function programsText(seen: Programs, o: ProgramsTextOptions): string {
  const { lang } = o;
  const width = Math.min(100, o.width);
  const names = new Map<string, string>(o.artifacts.map((a) => [a.id, say(a.words.name, lang)]));
  const out = [say(P.title, lang), ""];
  if (seen.programs.length === 0) return `${[...out, say(P.none, lang)].join("\n")}\n`;
  const sightWords = (s: Sight): string => {
    const when = days(s.first, s.last, lang);
    return when === "" ? (names.get(s.artifact) ?? s.artifact) : `${names.get(s.artifact) ?? s.artifact} (${when})`;
  };
  const program = (p: Program): void => {
    const mark = p.ran ? "" : ` (${say(P.there, lang)})`;
    const [path, ...more] = p.paths.map((x) => plain(x, lang, SHOWN));
    out.push(...wrap(`${path ?? plain(p.name, lang, SHOWN)}${mark}`, width, "  "));
    for (const other of more) out.push(...wrap(other, width, "  "));
    out.push(...wrap(p.sights.map(sightWords).join(" · "), width, "      "));
  };
  out.push(`${say(P.sources, lang)}:`);
  for (const s of seen.sources)
    out.push(...wrap(`${names.get(s.artifact) ?? s.artifact}: ${say(PN.source, lang, s)}`, width, "  - "));
  out.push("", ...wrap(say(P.caveat, lang), width));
  const parts: readonly (readonly [Words, (p: Program) => boolean])[] = [
    [P.alone, (p) => p.sights.length === 1 && !p.app],
    [P.shared, (p) => p.sights.length > 1 && !p.app],
    [P.apps, (p) => p.app],
  ];
  for (const [words, belongs] of parts) {
    const some = seen.programs.filter(belongs);
    if (some.length === 0) continue;
    out.push("", `${say(words, lang)}:`);
    for (const p of some) program(p);
  }
  if (seen.over > 0) out.push("", ...wrap(say(PN.over, lang, { n: seen.over }), width));
  return `${out.join("\n")}\n`;
}
