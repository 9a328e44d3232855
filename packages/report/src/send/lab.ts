/**
 * A letter for a second laboratory: what there is, with which hashes, versions and lists, which findings and records to look at, how to
 * repeat it, what was not seen. Without names of the evidence unless they are asked for: paths, subjects and serials can be personal.
 * @module
 */
import { count, type Finding, type Lang, type RecordRef, type Result } from "@contraluz/core";
import { BUILTIN_SET } from "@contraluz/detection/indicators/builtin.ts";
import { kindOf } from "../answer/answer.ts";
import { isSecondHand } from "../answer/second-hand.ts";
import type { GapState } from "../gaps/words.ts";
import { inOrder } from "../order.ts";
import { placeWords } from "../origin/origin.ts";
import { clip } from "../safe.ts";
import { dayWords, instant, isoWords, momentWords } from "../when.ts";
import { decided, type ReviewDecision } from "./review.ts";
import type { Block, Line, Part, Sheet, Span } from "./sheet.ts";
import { contactWords, type LabWords, SEND } from "./words.ts";

export interface LabOptions {
  readonly lang: Lang;
  readonly reviews: readonly ReviewDecision[];
  /** SHA-256 of `result.json`. */
  readonly fingerprint?: string;
  /** Also names, subjects and paths of the evidence. */
  readonly personal: boolean;
}

/** What is told of each kind; all of it stands in the result. */
const FINDINGS = 20;
const RECORDS = 3;
const SETS = 12;
const EVIDENCE = 12;
const PLACES = 16;
const CODES = 12;
const NAME = 60;
const sha = (s: string): Line => ["SHA-256 ", { code: s }];

function listed(names: readonly string[], most: number, lang: Lang): string {
  const head = names
    .slice(0, most)
    .map((n) => clip(n, NAME))
    .join(", ");
  return names.length > most ? `${head} ${SEND[lang].lab.more(names.length - most)}` : head;
}

/** What was handed in, each with its hash. */
export function evidenceRows(
  result: Result,
  lang: Lang,
  personal: boolean,
): readonly (readonly [string, readonly Line[]])[] {
  const w = SEND[lang].lab;
  return result.evidence.slice(0, EVIDENCE).map((e, i) => {
    const taken = instant(e.acquisition.taken);
    const noun = kindOf({ acquisition: e.acquisition }, lang).noun;
    const { os, encrypted } = e.acquisition;
    const facts = [
      w.takenOn(noun, taken === undefined ? "" : dayWords(taken, lang)),
      `${count(e.bytes)} bytes`,
      ...(os ? [w.system(clip([os.name, os.version, os.build].filter(Boolean).join(" "), NAME))] : []),
      ...(encrypted === undefined ? [] : [w.password(encrypted)]),
      e.hashed === "all" ? w.hashedAll : w.hashedRead,
    ];
    const named: Line[] = personal ? [[{ foreign: e.name }]] : [];
    return [w.evidence(i + 1), [...named, facts.join(" · "), sha(e.id)]] as const;
  });
}

function have(result: Result, o: LabOptions): Part {
  const w = SEND[o.lang].lab;
  const print: Line = o.fingerprint === undefined ? [{ code: "sha256sum result.json" }] : sha(o.fingerprint);
  return {
    title: w.have,
    blocks: [
      { kind: "facts", rows: [...evidenceRows(result, o.lang, o.personal), [w.result, [print]]] },
      { kind: "text", line: w.idOf },
    ],
  };
}

function how(result: Result, o: LabOptions): Part {
  const w = SEND[o.lang].lab;
  const { custody, known } = result.context;
  const scope = result.scope.artifacts;
  const rows: [string, readonly Line[]][] = [
    [w.program, [`${result.tool.name} ${clip(result.tool.version, NAME)}`]],
    [w.readers, [sha(result.tool.catalogue)]],
    [w.today, [[{ code: clip(result.asOf, NAME) }]]],
    [w.scope, [scope === "all" ? w.scopeAll : listed(scope, PLACES, o.lang), w.content(result.scope.content)]],
  ];
  if (custody.length > 0)
    rows.push([
      w.away,
      custody.slice(0, SETS).map((span) => span.map((day) => clip(isoWords(day, o.lang), NAME)).join(" – ")),
    ]);
  if (known.length > 0) rows.push([w.known, [w.knownCount(known.length)]]);
  return { title: w.how, blocks: [{ kind: "facts", rows }] };
}

function lists(result: Result, lang: Lang): Part {
  const w = SEND[lang].lab;
  const all = result.indicators;
  const rows = all.slice(0, SETS).map((s, i) => {
    const name: Line = s.name === BUILTIN_SET.meta.name ? w.builtin : [{ foreign: clip(s.name, NAME) }];
    const date = s.date === "" ? w.noDate : clip(isoWords(s.date, lang), NAME);
    return [w.listNo(i + 1), [name, w.list(count(s.count), date), sha(s.sha256)]] as const;
  });
  const more: Block[] = all.length > SETS ? [{ kind: "text", line: w.findingsMore(all.length - SETS) }] : [];
  return {
    title: w.lists,
    blocks: rows.length === 0 ? [{ kind: "text", line: w.noLists }] : [{ kind: "facts", rows }, ...more],
  };
}

function recordLine(r: RecordRef, result: Result, o: LabOptions): readonly Line[] {
  const w = SEND[o.lang].lab;
  const file = result.files[r.origin.file];
  const place = placeWords(r.origin, o.lang);
  const key: Span[] = place.foreign !== undefined && o.personal ? [" ", { foreign: place.foreign }] : [];
  const where = [place.place, place.exact].filter(Boolean).join(", ");
  const path: Span[] = file && o.personal ? [" ", { foreign: file.name ?? file.path }] : [];
  return [
    [{ code: `${r.artifact} ${r.ordinal}` }, ` · ${momentWords(r.at, o.lang)}`],
    [`${w.fileNo(r.origin.file)}, ${where}`, ...key, ...path],
    ...(file && file.sha256 !== "" ? [sha(file.sha256)] : []),
  ];
}

function finding(
  f: Finding,
  i: number,
  result: Result,
  d: ReviewDecision | undefined,
  o: LabOptions,
): readonly Block[] {
  const w = SEND[o.lang].lab;
  const set = f.indicator ? result.indicators[f.indicator.set] : undefined;
  const from = [f.indicator?.campaign, set?.name].flatMap((x) => (x === undefined ? [] : [clip(x, NAME)]));
  const rows: [string, readonly Line[]][] = [[w.number, [[{ code: f.id }]]]];
  if (f.indicator)
    rows.push([
      w.sign,
      [
        [`${f.indicator.type} `, { code: clip(f.indicator.value, 200) }],
        ...(from.length > 0 ? [from.join(" · ")] : []),
      ],
    ]);
  else if (f.rule !== null) rows.push([w.rule, [[{ code: f.rule }]]]);
  const met = contactWords(f, o.lang);
  if (met !== undefined) rows.push([w.met, [met]]);
  if (o.personal) rows.push([w.subject, [[{ foreign: f.subject }]]]);
  if (d) {
    const who = SEND[o.lang].byName(clip(d.reviewer.name, NAME), clip(d.reviewer.role, NAME));
    rows.push([w.review, [w.reviewSays[d.decision](who), ...(o.personal ? [[{ foreign: d.why }]] : [])]]);
  }
  const shown = f.records.slice(0, RECORDS);
  shown.forEach((r, n) => {
    rows.push([w.record(n + 1), recordLine(r, result, o)]);
  });
  const more = f.count - shown.length;
  if (more > 0) rows.push([w.times, [w.recordsMore(more)]]);
  return [
    { kind: "head", line: w.finding(i + 1, isSecondHand(f) ? w.saidByOthers : w.level[f.level]) },
    { kind: "facts", rows },
    ...(f.window === "custody" ? [{ kind: "text", line: w.custody } as const] : []),
  ];
}

function look(result: Result, o: LabOptions): Part {
  const w = SEND[o.lang].lab;
  const decisions = decided(result, o.reviews);
  const weighed = inOrder(result.findings.filter((f) => f.level !== "info"));
  const noted = result.findings.length - weighed.length;
  const tail: Block[] = [];
  if (weighed.length > FINDINGS) tail.push({ kind: "text", line: w.findingsMore(weighed.length - FINDINGS) });
  if (noted > 0) tail.push({ kind: "text", line: w.noted(noted) });
  return {
    title: w.look,
    blocks: [
      { kind: "text", line: weighed.length === 0 ? w.noFindings : w.lookText },
      ...weighed.slice(0, FINDINGS).flatMap((f, i) => finding(f, i, result, decisions.get(f.id), o)),
      ...tail,
    ],
  };
}

/** Places and rules by what is missing, each by its id: a laboratory looks it up. */
function missing(result: Result, w: LabWords): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<Exclude<GapState, "read">, string[]>();
  const places = result.coverage.map((c) => ({ about: c.artifact, state: c.state }));
  for (const { about, state } of [...result.verdict.gaps, ...places]) {
    if (state === "read") continue;
    const group = groups.get(state) ?? [];
    if (!group.includes(about)) group.push(about);
    groups.set(state, group);
  }
  return [...groups].map(([state, ids]) => [w.gap[state], ids]);
}

/** What the list of hashes of whoever collected the evidence says. */
const HASHES = [
  ["changed", "androidqf-hash-different"],
  ["gone", "androidqf-hash-missing"],
] as const;

function unseen(result: Result, o: LabOptions): Part {
  const w = SEND[o.lang].lab;
  const rows = missing(result, w).map(([state, ids]) => [state, [listed(ids, PLACES, o.lang)]] as const);
  const codes = [...new Set(result.problems.map((p) => p.code))];
  const zero = result.applicability.filter((a) => a.total > 0 && a.couldMatch === 0).map((a) => a.campaign);
  const lines: string[] = HASHES.flatMap(([state, code]) => {
    const n = result.problems.filter((p) => p.code === code).length;
    return n === 0 ? [] : [w.files[state](n)];
  });
  if (codes.length > 0) lines.push(w.problems(listed(codes, CODES, o.lang)));
  if (zero.length > 0) lines.push(w.campaigns(listed(zero, PLACES, o.lang)));
  return {
    title: w.unseen,
    blocks: [
      rows.length === 0 ? { kind: "text", line: w.unseenNone } : { kind: "facts", rows },
      ...lines.map((line): Block => ({ kind: "text", line })),
    ],
  };
}

/** Shell words of a date that cannot be anything but one. */
const DATE = /^[0-9TZ:.+-]{4,40}$/;

function repeat(result: Result, o: LabOptions): Part {
  const w = SEND[o.lang].lab;
  const { asOf, scope, context } = result;
  const windows = context.custody.filter(([a, b]) => DATE.test(a) && DATE.test(b)).slice(0, SETS);
  const check = [
    `contraluz check ${w.evidenceFile} --out R --no-installed`,
    ...result.indicators
      .slice(0, SETS)
      .flatMap((s, i) => (s.name === BUILTIN_SET.meta.name ? [] : [`--indicators ${w.listFile(i + 1)}`])),
    ...(DATE.test(asOf) ? [`--as-of ${asOf}`] : []),
    ...windows.map(([a, b]) => `--custody ${a}/${b}`),
    ...(scope.content ? ["--with-content"] : []),
    ...(result.evidence.some((e) => e.hashed === "all") ? ["--hash all"] : []),
  ];
  const first = inOrder(result.findings)[0];
  return {
    title: w.repeat,
    blocks: [
      { kind: "list", ordered: true, items: w.steps.map((what) => ({ what })) },
      {
        kind: "commands",
        lines: [
          `sha256sum ${w.evidenceFile}`,
          check.join(" "),
          "sha256sum R/result.json",
          ...(first && /^[0-9a-f]{4,64}$/.test(first.id) ? [`contraluz explain R ${first.id}`] : []),
        ],
      },
      ...(context.known.length > 0 || context.home !== undefined ? [{ kind: "text", line: w.personal } as const] : []),
    ],
  };
}

/** The letter, in one language. */
export function labSheet(result: Result, o: LabOptions): Sheet {
  const w = SEND[o.lang].lab;
  return {
    lang: o.lang,
    title: w.title,
    parts: [
      { blocks: [{ kind: "blanks", names: w.from }] },
      { title: w.ask, blocks: [{ kind: "list", ordered: false, items: w.askText.map((what) => ({ what })) }] },
      have(result, o),
      how(result, o),
      lists(result, o.lang),
      look(result, o),
      unseen(result, o),
      repeat(result, o),
      {
        title: w.notHere,
        blocks: o.personal
          ? [{ kind: "text", line: w.withNames }]
          : [{ kind: "list", ordered: false, items: w.notHereText.map((what) => ({ what })) }],
      },
    ],
  };
}
