/** Makes a dossier: every part through one writer, which hashes and looks through each byte. @module */
import {
  ContraluzError,
  encodeJson,
  type FileEntry,
  type Finding,
  type Json,
  type Lang,
  type Platform,
  type Result,
} from "@contraluz/core";
import { htmlReport, roCrate } from "@contraluz/report";
import { encodeStructure } from "@contraluz/store";
import type { Cite } from "../log/actions.ts";
import { BagWriter, LineBuffer } from "./bag.ts";
import { withoutLetter } from "./consent.ts";
import { type CustodyWritten, writeCustody } from "./custody.ts";
import { looksPacked, NameGuard } from "./guard.ts";
import { dossierPage } from "./page.ts";
import { artifactsOf, COMMITMENTS, partOf, SALTS, type WrittenPart, writeFindings, writeRecords } from "./records.ts";
import { isDisclosed, redactedResult } from "./redact.ts";
import { Teller } from "./told.ts";
import type {
  BagFolder,
  Disclosed,
  DossierCheck,
  DossierInput,
  DossierMade,
  DossierRefused,
  ExportView,
  Told,
  Withheld,
} from "./types.ts";
import { verifyText } from "./verify-words.ts";
import { NOTICE, V } from "./words.ts";

export const SCHEMA = "contraluz/dossier@1";
const CHUNK = 1 << 20;
const CHECK_NAME = /^[0-9]{4,8}$/;
const ARTIFACT = /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/;
const RECORDS = /^records\/[a-z0-9][a-z0-9.-]{0,130}\.jsonl$/;
const FINDING = /^[0-9a-z-]{1,64}$/;
const HASH = /^[0-9a-f]{64}$/;
const EXPORT_NAME = /^[a-z0-9][a-z0-9.-]{0,80}$/;

class Refused extends Error {
  readonly refusal: DossierRefused;
  constructor(refusal: DossierRefused) {
    super(refusal.why);
    this.refusal = refusal;
  }
}

interface Making {
  readonly input: DossierInput;
  readonly bag: BagWriter;
  readonly platform: Pick<Platform, "sha256">;
  readonly withheld?: Withheld;
  readonly lists: { readonly sums: LineBuffer; readonly salts: LineBuffer };
}

interface MadeCheck {
  readonly parts: readonly Disclosed[];
  readonly records: ReadonlyMap<string, WrittenPart>;
  readonly findings: ReadonlySet<string>;
  readonly view: ExportView;
}

/** The stored bytes of a file, as they are. */
async function copy(m: Making, c: DossierCheck, from: string, to: string): Promise<void> {
  const source = await c.folder.read(from);
  try {
    for (let at = 0; at < source.size; ) {
      const bytes = await source.read(at, CHUNK);
      if (bytes.length === 0) break;
      at += bytes.length;
      await m.bag.append(to, bytes);
    }
  } finally {
    await source.close?.();
  }
}

/** A stored result may have been written by anybody: what becomes part of a name or a label has the form that ours have. */
function checkNames(c: DossierCheck): void {
  const ok =
    CHECK_NAME.test(c.name) &&
    Object.entries(c.result.records).every(([id, e]) => ARTIFACT.test(id) && RECORDS.test(e.file)) &&
    new Set(Object.values(c.result.records).map((e) => e.file)).size === Object.keys(c.result.records).length &&
    c.result.findings.every((f) => FINDING.test(f.id));
  if (!ok) throw new ContraluzError("usage", "the names in this result are not those of a result");
}

async function writeCheck(m: Making, c: DossierCheck): Promise<MadeCheck> {
  checkNames(c);
  const writing = { ...m, salts: m.input.salts };
  const records = new Map<string, WrittenPart>();
  for (const artifact of artifactsOf(c)) {
    const part = await writeRecords(writing, c, artifact);
    if (part.source !== c.result.records[artifact]!.sha256)
      throw new Refused({ ok: false, why: "damaged-result", where: [{ file: partOf(c.name, artifact) }] });
    records.set(artifact, part);
  }
  const kept: Finding[] = [];
  const keep = (f: Finding, number: number, line: string): boolean => {
    // Asked first: what was named counts as met, whatever else holds it back.
    const named = m.withheld?.({ kind: "finding", check: c.name, id: f.id, number, line }) === true;
    if (named || (m.withheld && !isDisclosed(f, records))) return false;
    kept.push(f);
    return true;
  };
  const findings = await writeFindings(writing, c, keep);
  const root = `data/checks/${c.name}`;
  let result: Result = c.result;
  if (m.withheld) {
    const sums = new Map([...records.keys()].map((a) => [a, m.bag.hashOf(`${root}/${c.result.records[a]!.file}`)]));
    const unnamed = ({ path, name = "" }: FileEntry): boolean =>
      m.withheld?.({ kind: "file", check: c.name, line: encodeJson([path, name]) }) === true;
    result = redactedResult(c.result, records, kept, sums, unnamed);
    await m.bag.text(`${root}/result.json`, `${encodeStructure(result)}\n`);
  } else await copy(m, c, "result.json", `${root}/result.json`);
  const parts = [...records.values()].map(({ part, committed, disclosed }) => ({ part, committed, disclosed }));
  const all = [...parts, findings];
  for (const lang of ["es", "en"] as const) {
    const notice = m.withheld ? noticeOf(all, lang) : undefined;
    const page = htmlReport(result, {
      lang,
      ...m.input.report,
      fingerprint: m.bag.hashOf(`${root}/result.json`),
      ...(notice === undefined ? {} : { notice }),
    });
    await m.bag.text(`${root}/report.${lang}.html`, page);
  }
  const folder = { read: (name: string) => m.bag.read(`${root}/${name}`) };
  const without = new Map([...records].map(([a, p]) => [a, p.withheld]));
  const view = { check: c.name, result, folder, withheld: without };
  return { parts: all, records, findings: new Set(kept.map((f) => f.id)), view };
}

function noticeOf(parts: readonly Disclosed[], lang: Lang): string {
  const missing = (finding: boolean): number =>
    parts.filter((p) => p.part.endsWith("/finding") === finding).reduce((n, p) => n + p.committed - p.disclosed, 0);
  return NOTICE[lang]({ records: missing(false), findings: missing(true) });
}

async function writeExports(m: Making, views: readonly ExportView[], told: Told): Promise<void> {
  const closed = m.withheld !== undefined || (m.input.never ?? []).length > 0;
  for (const e of m.input.exports ?? []) {
    if (!EXPORT_NAME.test(e.name)) throw new TypeError(`not a name of an export: ${e.name}`);
    const name = `data/export/${e.name}`;
    let head = new Uint8Array(0);
    for await (const bytes of await e.make(views, told)) {
      if (head.length < 8) head = new Uint8Array([...head, ...bytes.subarray(0, 8)]);
      if (closed && looksPacked(head)) throw new Refused({ ok: false, why: "packed-export", where: [{ file: name }] });
      await m.bag.append(name, bytes);
    }
    await m.bag.append(name, new Uint8Array(0));
  }
}

/** Files of the evidence, each under its hash. What is withheld could stand in any of them: only a full edition has them. */
async function writeEvidence(m: Making): Promise<number> {
  const done = new Set<string>();
  for (const e of m.withheld ? [] : (m.input.evidence ?? [])) {
    if (!HASH.test(e.sha256)) throw new TypeError(`not a hash: ${e.sha256}`);
    if (done.has(e.sha256)) continue;
    done.add(e.sha256);
    const name = `data/evidence/${e.sha256}`;
    await m.bag.append(name, new Uint8Array(0));
    const source = await e.open();
    try {
      for (let at = 0; at < source.size; ) {
        const bytes = await source.read(at, CHUNK);
        if (bytes.length === 0) break;
        at += bytes.length;
        await m.bag.append(name, bytes);
      }
    } finally {
      await source.close?.();
    }
    if (m.bag.hashOf(name) !== e.sha256)
      throw new Refused({ ok: false, why: "damaged-evidence", where: [{ file: name }] });
  }
  return done.size;
}

/** The pages for people, in both languages. */
async function writePages(
  m: Making,
  views: readonly ExportView[],
  custody: CustodyWritten & { readonly told: Told; readonly shows: (c: Cite) => boolean },
  evidence: number,
): Promise<void> {
  const { input, bag } = m;
  const { told, shows } = custody;
  const { artifacts, fonts } = input.report;
  const seen = new Set(told.incidents.map((i) => i.id));
  const rows = (input.rows ?? []).filter((r) =>
    r.cites.every((c) => ("incident" in c ? seen.has(c.incident) : shows(c))),
  );
  const teller = await Teller.open({ views, told, rows, title: input.title, artifacts, ...(fonts ? { fonts } : {}) });
  const { stories, reviews, incidents } = told;
  const page = {
    title: input.title,
    edition: input.edition.kind,
    checks: input.checks.map((c) => c.name),
    stories,
    reviews,
    incidents,
    timeline: true,
    exports: (input.exports ?? []).map((e) => e.name),
    evidence,
    lines: custody.lines,
    shown: custody.disclosed,
  };
  for (const lang of ["es", "en"] as const) {
    await bag.text(`data/dossier.${lang}.html`, dossierPage(page, lang));
    await bag.text(`data/timeline.${lang}.html`, teller.timeline(lang));
    for (const [name, text] of [
      ["stories", await teller.stories(lang)],
      ["incidents", teller.incidents(lang)],
    ] as const)
      if (text !== undefined) await bag.text(`data/${name}.${lang}.html`, text);
  }
}

/** What each file in `data/` is: there the crate of an RO-Crate in a bag begins (RO-Crate 1.2, appendix on other packaging). */
async function writeCrate(m: Making): Promise<void> {
  const { input, bag } = m;
  const title = input.title === "" ? V.title[input.lang] : input.title;
  const [name, ...version] = input.tool.split(" ");
  const crate = roCrate({
    name: title,
    description: V[input.edition.kind][input.lang],
    published: input.at,
    licence: input.tlp === undefined ? V.noLicence[input.lang] : `TLP:${input.tlp.toUpperCase()}`,
    ...(input.organisation === undefined ? {} : { publisher: input.organisation }),
    tool: { name: name!, version: version.join(" ") },
    files: bag.listed,
  });
  await bag.text("data/ro-crate-metadata.json", crate);
}

const sum = (parts: readonly Disclosed[], k: "committed" | "disclosed"): number => parts.reduce((n, p) => n + p[k], 0);

async function write(m: Making): Promise<DossierMade> {
  const { input, bag } = m;
  const checks: MadeCheck[] = [];
  for (const c of input.checks) checks.push(await writeCheck(m, c));
  // There also if nothing was committed to.
  for (const name of [COMMITMENTS, SALTS]) await bag.append(name, new Uint8Array(0));
  const { edition } = input;
  const full = edition.kind === "redacted" ? edition.of : undefined;
  const commitments = bag.hashOf(COMMITMENTS);
  if (edition.kind === "redacted" && edition.commitments !== undefined && edition.commitments !== commitments)
    throw new Refused({ ok: false, why: "other-records" });
  const byName = new Map(input.checks.map((c, i) => [c.name, checks[i]!]));
  const shows = (c: Cite): boolean => {
    const of = byName.get(c.check);
    if (!of) return false;
    if ("finding" in c) return of.findings.has(c.finding);
    const part = of.records.get(c.artifact);
    return part !== undefined && c.ordinal < part.committed && !part.withheld.has(c.ordinal);
  };
  const log = { ...(m.withheld ? { withheld: m.withheld } : {}), shows };
  const { told, ...custody } = await writeCustody(bag, input.custody, m.platform, log);
  const names = input.checks.map((c) => c.name);
  const views = checks.map((c) => c.view);
  const consent = m.withheld && input.consent !== undefined ? withoutLetter(input.consent) : input.consent;
  if (consent !== undefined) await bag.text("data/consent.json", `${encodeJson(consent)}\n`);
  await writeExports(m, views, told);
  await writePages(m, views, { ...custody, told, shows }, await writeEvidence(m));
  const parts = checks.flatMap((c) => c.parts);
  const facts: Json = {
    schema: SCHEMA,
    title: input.title,
    tool: input.tool,
    at: input.at,
    edition: edition.kind,
    ...(full === undefined ? {} : { full }),
    checks: names,
    parts: parts as unknown as Json,
    custody: custody as unknown as Json,
  };
  await bag.text("data/dossier.json", `${encodeJson(facts)}\n`);
  await writeCrate(m);
  const { payload } = bag;
  for (const lang of ["es", "en"] as const)
    await bag.text(lang === "es" ? "VERIFICAR.md" : "VERIFY.md", verifyText(lang));
  const tagmanifest = await bag.finish([
    ["Bagging-Date", input.at.slice(0, 10)],
    ...(input.organisation === undefined ? [] : [["Source-Organization", input.organisation] as const]),
    ...(input.contact === undefined ? [] : [["Contact-Email", input.contact] as const]),
    ["External-Description", input.title],
    ["Bag-Software-Agent", input.tool],
    ["Contraluz-Edition", edition.kind],
    ...(full === undefined ? [] : [["Contraluz-Full-Tagmanifest", full] as const]),
    ["Contraluz-Commitments", commitments],
    ["Contraluz-Custody-Last", custody.last],
    ["Contraluz-Disclosed", `${sum(parts, "disclosed")} of ${sum(parts, "committed")}`],
    ["Contraluz-Language", input.lang],
    ...(input.tlp === undefined ? [] : [["Contraluz-TLP", input.tlp] as const]),
  ]);
  return { ok: true, tagmanifest, commitments, ...payload, parts };
}

/**
 * Writes a dossier into `folder` and commits it, or discards it and says why there is none.
 * @example
 * const made = await makeDossier(input, await resultFolder("dossier"), platform);
 * if (made.ok) console.log(made.tagmanifest);
 */
export async function makeDossier(
  input: DossierInput,
  folder: BagFolder,
  platform: Pick<Platform, "sha256">,
): Promise<DossierMade | DossierRefused> {
  const guard = (input.never ?? []).length > 0 ? new NameGuard(input.never!) : undefined;
  const bag = new BagWriter(folder, platform, guard);
  const lists = { sums: new LineBuffer(bag, COMMITMENTS), salts: new LineBuffer(bag, SALTS) };
  const withheld = input.edition.kind === "redacted" ? input.edition.withheld : undefined;
  try {
    const made = await write({ input, bag, platform, lists, ...(withheld ? { withheld } : {}) });
    const unmet = (input.edition.kind === "redacted" ? input.edition.unmet?.() : undefined) ?? [];
    if (unmet.length > 0)
      throw new Refused({ ok: false, why: "nothing-to-withhold", where: unmet.map((file) => ({ file })) });
    if (guard && guard.found.length > 0) throw new Refused({ ok: false, why: "name-occurs", where: guard.found });
    await folder.commit();
    return made;
  } catch (e) {
    await folder.discard();
    if (e instanceof Refused) return e.refusal;
    throw e;
  }
}
