/** A report that may be published, as Markdown and as a page. @module */
import { paper } from "@contraluz/case/paper/paper.ts";
import { type Lang, parseIso, say, type Words } from "@contraluz/core";
import { KEY_LETTER } from "@contraluz/detection/indicators/keys.ts";
import { cell, table } from "@contraluz/report/html/parts.ts";
import type { ReportFonts } from "@contraluz/report/html/style.ts";
import { type Html, html, plain, seen } from "@contraluz/report/safe.ts";
import { dayWords } from "@contraluz/report/when.ts";
import { LETTER } from "../links/words.ts";
import type { Count, PublicCampaign, PublicReport, PublicSign } from "./types.ts";
import { ACTIVE, SW } from "./words.ts";

/** Letters of a value by others. */
const VALUE = 200;

interface Row {
  readonly value: string;
  readonly kind: string;
  readonly list: string;
  readonly phones: string;
}

/** A part of the report: what both renderings say. `foreign`: names by others that its sentences hold. */
interface Part {
  readonly title: string;
  readonly deep?: true;
  readonly said: readonly string[];
  readonly rows?: readonly Row[];
}

const phonesWords = (n: Count, lang: Lang): string =>
  typeof n === "number" ? say(SW.phones, lang, { n }) : say(SW.fewer, lang, { n: n.fewerThan });

/** `marzo de 2026` */
function monthWords(month: string, lang: Lang): string {
  const utc = parseIso(`${month}-01`);
  return utc === undefined ? month : dayWords(utc, lang).replace(lang === "es" ? /^1 de / : /^1 /, "");
}

const kindWords = (letter: string, lang: Lang): string => {
  const words: Words | undefined = LETTER[letter];
  return words ? say(words, lang) : letter;
};

function signRow(s: PublicSign, lang: Lang, months: boolean): Row {
  const when = months && s.months ? `; ${spanWords(s.months, lang)}` : "";
  return {
    value: s.value,
    kind: kindWords(KEY_LETTER[s.type] ?? "", lang),
    list: `${s.list.publisher}: ${s.list.name}`,
    phones: `${phonesWords(s.phones, lang)}${when}`,
  };
}

const spanWords = (m: { readonly first: string; readonly last: string }, lang: Lang): string =>
  m.first === m.last ? monthWords(m.first, lang) : `${monthWords(m.first, lang)} – ${monthWords(m.last, lang)}`;

function monthsSaid(m: PublicCampaign["months"], lang: Lang): string[] {
  if (!m) return [];
  const [first, last] = [monthWords(m.first, lang), monthWords(m.last, lang)];
  return [first === last ? say(SW.oneMonth, lang, { month: first }) : say(SW.months, lang, { first, last })];
}

function campaignPart(c: PublicCampaign, lang: Lang): Part {
  const names = c.names.map((n) => plain(n, lang, VALUE)).join(", ");
  return {
    title: say(SW.campaign, lang, { name: c.name }),
    said: [
      say(SW.size, lang, { phones: phonesWords(c.phones, lang) }),
      ...monthsSaid(c.months, lang),
      say(ACTIVE[c.activity], lang),
      ...(names === "" ? [] : [say(SW.names, lang, { names })]),
      ...(c.basis === "rare" ? [say(SW.onlyRare, lang)] : []),
      ...(c.withheld > 0 ? [say(SW.withheld, lang, { n: c.withheld })] : []),
    ],
    rows: [
      ...c.signs.map((s) => signRow(s, lang, false)),
      ...c.values.map((v) => ({
        value: v.value,
        kind: kindWords(v.letter, lang),
        list: "–",
        phones: phonesWords(v.phones, lang),
      })),
    ],
  };
}

function partsOf(r: PublicReport, lang: Lang): Part[] {
  const groups = typeof r.smaller === "number" ? [say(SW.groups, lang, { n: r.smaller })] : [];
  return [
    ...r.campaigns.map((c) => campaignPart(c, lang)),
    {
      title: say(SW.allSigns, lang),
      said: [
        ...(r.signs.length === 0 ? [say(SW.noSigns, lang)] : []),
        ...(r.withheldSigns > 0 ? [say(SW.withheldSigns, lang, { n: r.withheldSigns })] : []),
      ],
      rows: r.signs.map((s) => signRow(s, lang, true)),
    },
    {
      title: say(SW.method, lang),
      said: [
        say(SW.how, lang, { fewest: r.fewest }),
        ...groups.map((g) => say(SW.smaller, lang, { groups: g })),
        say(SW.notProof, lang),
        say(SW.notAll, lang),
      ],
    },
  ];
}

function introOf(r: PublicReport, lang: Lang): string[] {
  return [
    say(SW.intro, lang, { phones: phonesWords(r.phones, lang) }),
    say(SW.tlp, lang, { tlp: r.tlp.toUpperCase() }),
    ...(r.campaigns.length === 0 ? [say(SW.none, lang)] : []),
  ];
}

const headOf = (r: PublicReport, lang: Lang): string => {
  const month = monthWords(r.month, lang);
  return r.by === undefined ? month : say(SW.by, lang, { name: plain(r.by, lang, VALUE), month });
};

const HEADS: readonly (keyof Row)[] = ["value", "kind", "list", "phones"];
const HEAD_WORDS: Readonly<Record<keyof Row, Words>> = {
  value: SW.value,
  kind: SW.kind,
  list: SW.list,
  phones: SW.seen,
};

/** What Markdown would read as its own (CommonMark 0.31, section 2.4), and the bars of tables; a value is no link. */
function md(text: string, lang: Lang): string {
  return plain(text, lang, VALUE)
    .replace(/[\\`*_{}[\]()#+!|<>~&]/g, (c) => `\\${c}`)
    .replace(/^(\s*)([-=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

/** A value as code: nothing in it is a link or markup. */
function mdCode(text: string, lang: Lang): string {
  const shown = plain(text, lang, VALUE).replaceAll("|", "\\|");
  return shown.includes("`") ? md(text, lang) : `\`${shown}\``;
}

/** The report as Markdown (CommonMark, with the tables of GitHub). */
export function publicMarkdown(r: PublicReport, lang: Lang): string {
  const lines = [`# ${say(SW.title, lang)}`, "", md(headOf(r, lang), lang), ""];
  for (const t of introOf(r, lang)) lines.push(t, "");
  for (const p of partsOf(r, lang)) {
    lines.push(`## ${p.title}`, "");
    for (const t of p.said) lines.push(md(t, lang).replaceAll("\\(", "(").replaceAll("\\)", ")"), "");
    if (!p.rows || p.rows.length === 0) continue;
    lines.push(
      `| ${HEADS.map((h) => say(HEAD_WORDS[h], lang)).join(" | ")} |`,
      `|${HEADS.map(() => " --- ").join("|")}|`,
    );
    for (const row of p.rows)
      lines.push(`| ${mdCode(row.value, lang)} | ${row.kind} | ${md(row.list, lang)} | ${md(row.phones, lang)} |`);
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function rowHtml(row: Row, lang: Lang): Html {
  const label = (h: keyof Row): string => say(HEAD_WORDS[h], lang);
  return html`<tr>${cell(label("value"), seen(row.value, lang))}${cell(label("kind"), row.kind)}${cell(label("list"), row.list)}${cell(label("phones"), row.phones)}</tr>`;
}

/** The report as one page: no script, nothing loaded. */
export function publicHtml(r: PublicReport, lang: Lang, fonts?: ReportFonts): string {
  const heads = HEADS.map((h) => [say(HEAD_WORDS[h], lang), ""] as const);
  const parts = partsOf(r, lang).map((p) => {
    const rows = p.rows ?? [];
    const said = p.said.map((t) => html`<p>${t}</p>`);
    return html`<h2>${p.title}</h2><div class="read">${said}</div>${
      rows.length === 0
        ? undefined
        : table(
            heads,
            rows.map((row) => rowHtml(row, lang)),
          )
    }`;
  });
  const intro = introOf(r, lang).map((t) => html`<p>${t}</p>`);
  const title = say(SW.title, lang);
  return paper(html`<h1>${title}</h1><div class="read">${intro}</div>${parts}`, {
    lang,
    title,
    head: headOf(r, lang),
    foot: title,
    ...(fonts ? { fonts } : {}),
  });
}
