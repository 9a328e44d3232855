/** Editions that hold something back: what can be chosen, the list that the choice comes to, and what is left to be seen. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { type DossierMade, type ReadWithhold, readWithhold } from "@contraluz/case/dossier/index.ts";
import type { CaseEdition } from "@contraluz/case/dossier/of-case.ts";
import { labelOf, partOf } from "@contraluz/case/dossier/records.ts";
import type { Cite } from "@contraluz/case/log/actions.ts";
import { tagsOf } from "@contraluz/case/review/tags.ts";
import { readCite } from "@contraluz/case/timeline/index.ts";
import { checksOf, type OpenVault, resultOfCheck } from "@contraluz/case/vault/index.ts";
import { byCodeUnit, type Finding, type Lang, type RandomAccess, type Result, say } from "@contraluz/core";
import { foreignValues } from "@contraluz/report/foreign.ts";
import { inOrder } from "@contraluz/report/order.ts";
import { readResult } from "@contraluz/store";
import type { EditionParts, EditionView, FindingLine, Withholding } from "../ask.ts";
import { Unsaid } from "./told.ts";
import { DESK } from "./words.ts";

/** Findings of one check that a screen lists. */
const MOST = 300;
const MOST_LIST = 1 << 22;

export type Chosen = Extract<ReadWithhold, { readonly ok: true }>;

const nameOf = (id: string, lang: Lang): string => {
  const a = ARTIFACTS.find((x) => x.id === id);
  return a ? say(a.words.name, lang) : id;
};

function lineOf(check: string, f: Finding, lang: Lang): FindingLine {
  const { title } = f.text[lang];
  const label = labelOf({ check, finding: f.id });
  return { label, level: f.level, title, values: foreignValues(f) };
}

const linesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "");

/** Entries that told stories, each with the story that it told. */
function tellings(vault: OpenVault): readonly { readonly id: unknown; readonly label: string }[] {
  const told = vault.log.filter((e) => e.head.action === "story");
  return told.map((e) => ({ id: (e.data as { readonly id?: unknown }).id, label: `entry/${e.head.seq}` }));
}

export async function editionParts(vault: OpenVault, lang: Lang): Promise<EditionParts> {
  const checks: EditionParts["checks"][number][] = [];
  for (const { check } of checksOf(vault.state)) {
    const result = await resultOfCheck(vault, check);
    const places = Object.entries(result.records)
      .filter(([, r]) => r.count > 0)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, r]) => ({ label: partOf(check, id), id, name: nameOf(id, lang), n: r.count }));
    const findings = inOrder(result.findings)
      .slice(0, MOST)
      .map((f) => lineOf(check, f, lang));
    checks.push({ check, places, findings });
  }
  const told = tellings(vault);
  const stories = vault.state.stories.map((s) => ({
    title: s.title,
    labels: told.filter((t) => t.id === s.id).map((t) => t.label),
  }));
  return { checks, stories, tags: tagsOf(vault.state.tags).names };
}

/** `0001/ios.sms/12` as its check and the rest. Not a finding by its number: that is another one in each check. */
const CHECKED = /^([0-9]{4,8})(\/(?!finding\/\d{1,9}$).+)$/;

/** By check, those that were made of it or that it was made of: they hold the same records by the same numbers. */
function copiesOf(state: OpenVault["state"]): (check: string) => readonly string[] {
  const first = new Map<string, string>();
  for (const { check, of } of state.checks) first.set(check, of === undefined ? check : (first.get(of) ?? of));
  const kept = checksOf(state).map((c) => c.check);
  return (check) => kept.filter((c) => c !== check && first.get(c) === (first.get(check) ?? check));
}

/** What was chosen, and the same in checks that hold it once more: whether it is there too is nobody's slip. */
function withCopies(read: Chosen, lines: readonly string[], vault: OpenVault): Chosen {
  const of = copiesOf(vault.state);
  const copies = lines.flatMap((l) => {
    const [, check, rest] = CHECKED.exec(l) ?? [];
    return check === undefined ? [] : of(check).map((c) => `${c}${rest}`);
  });
  if (copies.length === 0) return read;
  const also = readWithhold(copies.join("\n"));
  if (!also.ok) throw new Error("a label of a copy is none");
  const withheld: Chosen["withheld"] = (w) => {
    const chosen = read.withheld(w);
    return also.withheld(w) || chosen;
  };
  return { ...read, withheld };
}

/** The choice as a list that `contraluz dossier redact` would read; undefined where nothing was chosen. Throws Unsaid for a line that is none. */
export function chosenOf(w: Withholding | undefined, vault: OpenVault, lang: Lang): Chosen | undefined {
  if (!w) return undefined;
  const told = tellings(vault);
  const held = new Set(told.filter((t) => w.parts.includes(t.label)).map((t) => t.id));
  // A story may have been told anew since it was chosen.
  const lines = [...w.parts, ...told.filter((t) => held.has(t.id)).map((t) => t.label)];
  for (const typed of linesIn(w.records)) {
    const cite = readCite(typed);
    lines.push(cite ? labelOf({ ...cite, check: cite.check.padStart(4, "0") }) : typed);
  }
  const tags = tagsOf(vault.state.tags);
  const tagged = [...tags.records, ...tags.findings].filter((t) => w.tags.includes(t.tag));
  const kept = new Set(checksOf(vault.state).map((c) => c.check));
  const labels = tagged.map((t) => ({ check: t.cite.check, label: labelOf(t.cite as Cite) }));
  lines.push(...labels.flatMap((t) => (kept.has(t.check) ? [t.label] : [])));
  // A text stands in a line as JSON writes it.
  lines.push(...linesIn(w.texts).map((t) => `text:${JSON.stringify(t).slice(1, -1)}`));
  if (lines.length + labels.length === 0) return undefined;
  const read = readWithhold(lines.join("\n"));
  if (!read.ok) throw new Unsaid(say(DESK.badLabel, lang, { found: lines[read.line - 1] ?? "" }));
  return withCopies(read, [...lines, ...labels.map((t) => t.label)], vault);
}

interface MadeBag {
  names(): readonly string[];
  read(name: string): Promise<RandomAccess>;
}

async function jsonIn(bag: MadeBag, name: string): Promise<unknown> {
  if (!bag.names().includes(name)) return undefined;
  const source = await bag.read(name);
  return source.size > MOST_LIST ? undefined : JSON.parse(new TextDecoder().decode(await source.read(0, source.size)));
}

/** What somebody sees of a dossier that was made. */
export async function editionView(
  vault: OpenVault,
  bag: MadeBag,
  made: DossierMade,
  edition: CaseEdition,
  chosen: Chosen | undefined,
  lang: Lang,
): Promise<EditionView> {
  const places: EditionView["places"][number][] = [];
  const findings: EditionView["findings"][number][] = [];
  for (const { check } of checksOf(vault.state)) {
    const root = `data/checks/${check}`;
    // A check that stays behind is not there at all.
    if (!bag.names().includes(`${root}/result.json`)) continue;
    const whole: Result = await resultOfCheck(vault, check);
    const shown = await readResult({ read: (name) => bag.read(`${root}/${name}`) });
    const left = new Set(shown.findings.map((f) => f.id));
    for (const f of inOrder(whole.findings).slice(0, MOST))
      findings.push({ ...lineOf(check, f, lang), check, shown: left.has(f.id) });
    for (const id of Object.keys(whole.records).sort(byCodeUnit)) {
      const part = made.parts.find((p) => p.part === partOf(check, id));
      if (part && part.committed > 0)
        places.push({ check, name: nameOf(id, lang), shown: part.disclosed, all: part.committed });
    }
  }
  const list = async (name: string): Promise<readonly unknown[]> =>
    ((await jsonIn(bag, `data/${name}.json`)) as unknown[]) ?? [];
  const told = new Set((await list("stories")).map((s) => (s as { readonly id: string }).id));
  const facts = (await jsonIn(bag, "data/dossier.json")) as {
    readonly custody: { readonly lines: number; readonly disclosed: number };
  };
  return {
    edition,
    places,
    findings,
    stories: vault.state.stories.map((s) => ({ title: s.title, shown: told.has(s.id) })),
    incidents: { shown: (await list("incidents")).length, all: vault.state.incidents.length },
    entries: { shown: facts.custody.disclosed, all: facts.custody.lines },
    texts: (chosen?.said() ?? []).map((t) => ({ text: JSON.parse(`"${t.text}"`) as string, n: t.n })),
    bytes: made.bytes,
  };
}
