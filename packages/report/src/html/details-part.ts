/** For whoever checks the check: signs, damage, how it was made, files, fingerprints, and the line to sign. @module */
import { count, type FileEntry, PROBLEMS, type Problem, say } from "@contraluz/core";
import { clip, type Html, html, seen, type Value } from "../safe.ts";
import { daysBetween, daysWords, isoWords } from "../when.ts";
import { cell, type Draw, facts, setName, table } from "./parts.ts";
import { PAGE } from "./words.ts";

/** Files in the list of the page; all of them stand in the result. */
const FILES = 200;
/** Kinds of damage, and places of one kind. */
const KINDS = 50;
const PLACES = 3;
/** Lists of signs, evidences, periods and things known. */
const SETS = 100;
const TOLD = 50;
/** Older signs than this are worth a sentence (days). */
const OLD = 30;

/** Lists of signs with date and age in days, counted to `asOf`. */
export function signsPart(d: Draw): Html {
  const p = PAGE[d.lang];
  const { indicators, asOf } = d.result;
  if (indicators.length === 0) return html`<h2>${p.signsUsed}</h2><p>${p.none}.</p>`;
  const age = (date: string): string => {
    const days = date === "" ? undefined : daysBetween(date, asOf);
    if (days === undefined) return "";
    return days < 0 ? p.future : p.age(daysWords(days, d.lang));
  };
  const rows = indicators
    .slice(0, SETS)
    .map(
      (s) =>
        html`<tr><th scope="row">${setName(s.name, d.lang)}<br><code class="tiny">${s.sha256}</code></th>${cell(p.date, [s.date === "" ? p.noDate : isoWords(s.date, d.lang, true), age(s.date) === "" ? "" : html`<br><span class="tiny">${age(s.date)}</span>`])}${cell(p.signs, count(s.count), "num")}${cell(p.source, [clip(s.source, 240), s.licence === "" ? "" : html`<br><span class="tiny">${p.licence}: ${clip(s.licence)}</span>`])}</tr>`,
    );
  const dated = indicators.map((s) => daysBetween(s.date, asOf)).filter((n) => n !== undefined);
  const newest = dated.length === 0 ? undefined : Math.min(...dated);
  const old = newest !== undefined && newest > OLD ? html`<p>${p.signsOld(daysWords(newest, d.lang))}</p>` : "";
  return html`<h2>${p.signsUsed}</h2>${old}${table(
    [
      [p.list, ""],
      [p.date, ""],
      [p.signs, "num"],
      [p.source, ""],
    ],
    rows,
    "signs",
  )}${indicators.length > SETS ? html`<p class="fine">${p.filesMore(indicators.length - SETS)}</p>` : ""}`;
}

/** Problems in words, the code in small. */
export function problemsPart(d: Draw): Html {
  const p = PAGE[d.lang];
  const groups = new Map<string, Problem[]>();
  for (const x of d.result.problems) {
    const key = `${x.code}\n${x.lost}`;
    const group = groups.get(key);
    if (group) group.push(x);
    else groups.set(key, [x]);
  }
  if (groups.size === 0) return html`<h2>${p.problems}</h2><p>${p.noProblems}</p>`;
  const item = (list: readonly Problem[]): Html => {
    const first = list[0]!;
    const n = list.reduce((sum, x) => sum + (x.count ?? 1), 0);
    const words = Object.hasOwn(PROBLEMS, first.code) ? say(PROBLEMS[first.code], d.lang, {}) : first.code;
    const paths = [...new Set(list.flatMap((x) => (x.path === undefined ? [] : [x.path])))];
    const notes = list.find((x) => x.found !== undefined || x.expected !== undefined);
    const where = paths.slice(0, PLACES).map((x) => html`<br>${seen(x, d.lang)}`);
    const more = paths.length > PLACES ? html`<br><span class="tiny">${p.andMore(paths.length - PLACES)}</span>` : "";
    const found = notes?.found === undefined ? "" : html`<br>${p.foundThere}: ${seen(notes.found, d.lang, 80)}`;
    const expected =
      notes?.expected === undefined ? "" : html`<br>${p.expectedThere}: ${seen(notes.expected, d.lang, 80)}`;
    return html`<tr>${cell(p.damage, [words, where, more])}${cell(p.lostTitle, `${p.lost[first.lost]} · ${p.howMany(n)}`)}<td class="tiny"><code>${first.code}</code>${found}${expected}</td></tr>`;
  };
  const rows = [...groups.values()].slice(0, KINDS).map(item);
  const more = groups.size > KINDS ? html`<p class="fine">${p.filesMore(groups.size - KINDS)}</p>` : "";
  return html`<h2>${p.problems}</h2><p class="read">${p.problemsIntro}</p>${table(
    [
      [p.damage, ""],
      [p.lostTitle, ""],
      [p.code, ""],
    ],
    rows,
    "damage",
  )}${more}`;
}

function made(d: Draw): Html {
  const p = PAGE[d.lang];
  const r = d.result;
  const rows: (readonly [Value, Value])[] = r.evidence
    .slice(0, TOLD)
    .map((e) => [
      p.evidenceRow,
      html`${seen(e.name, d.lang)}<br>${p.bytes(count(e.bytes))}<br><code class="tiny">SHA-256 ${e.id}</code>`,
    ]);
  rows.push([p.asOf, isoWords(r.asOf, d.lang)]);
  rows.push([
    p.version,
    html`${r.tool.name} ${r.tool.version}<br><code class="tiny">SHA-256 ${r.tool.catalogue}</code>`,
  ]);
  rows.push([p.content, r.scope.content ? p.contentYes : p.contentNo]);
  rows.push([p.scope, r.scope.artifacts === "all" ? p.scopeAll : r.scope.artifacts.join(", ")]);
  if (r.context.custody.length > 0) {
    rows.push([
      p.awayWindows,
      r.context.custody
        .slice(0, TOLD)
        .map(([a, b]) => html`${isoWords(a, d.lang, true)} – ${isoWords(b, d.lang, true)}<br>`),
    ]);
  }
  if (r.context.known.length > 0)
    rows.push([p.known, r.context.known.slice(0, TOLD).map((k) => html`${seen(k, d.lang)} `)]);
  return html`<h2 id="made">${p.made}</h2>${facts(rows)}`;
}

function files(d: Draw): Html {
  const p = PAGE[d.lang];
  const all = d.result.files;
  const row = (f: FileEntry): Html =>
    html`<tr>${cell(p.path, [seen(f.path, d.lang), f.name === undefined || f.name === f.path ? "" : html`<br>${seen(f.name, d.lang)}`])}${cell(p.size, p.bytes(count(f.size)), "num")}${cell("SHA-256", html`<code>${f.sha256}</code>`)}</tr>`;
  const list = table(
    [
      [p.path, ""],
      [p.size, "num"],
      ["SHA-256", ""],
    ],
    all.slice(0, FILES).map(row),
    "files",
  );
  return html`<h2>${p.files}</h2><p>${p.filesIntro(all.length)}</p><details><summary>${p.filesList}</summary>${list}${all.length > FILES ? html`<p class="fine">${p.filesMore(all.length - FILES)}</p>` : ""}</details>`;
}

function check(d: Draw, fingerprint: string | undefined): Html {
  const p = PAGE[d.lang];
  const value: Value =
    fingerprint === undefined ? html`<code>sha256sum result.json</code>` : html`<code>${fingerprint}</code>`;
  return html`<h2>${p.check}</h2><ol>${p.checkSteps.map((s) => html`<li>${s}</li>`)}</ol><pre>sha256sum result.json\nsha256sum -- FILE</pre>
<h2>${p.review}</h2>${facts([
    [
      p.resultFingerprint,
      fingerprint === undefined ? [value, html`<br><span class="tiny">${p.fingerprintHow}</span>`] : value,
    ],
    [p.status, p.unconfirmed],
    [p.confirms, html`<div class="signline"></div>`],
  ])}`;
}

/** How it was made, files with fingerprints, how a stranger checks it, and the line for a named person. */
export function detailsPart(d: Draw, fingerprint: string | undefined): Html {
  return html`${made(d)}${files(d)}${check(d, fingerprint)}`;
}
