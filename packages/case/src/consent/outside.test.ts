/**
 * The bar of consent: whatever a person allows, nothing outside of it is read, nothing of it stands in any byte of the result, its
 * report and its exports; content only with consent to it. Random consents over the whole catalogue, on four kinds of evidence.
 */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { type AnyArtifact, ARTIFACTS } from "@contraluz/artifacts";
import { LANGS, type Result, type Scope } from "@contraluz/core";
import type { PlannedFile } from "@contraluz/engine";
import { encryptedSample, typed } from "@contraluz/engine/backups.fixture.ts";
import { countingPlatform, fresh, type Ran, run, SAMPLE } from "@contraluz/engine/check.fixture.ts";
import { androidQf } from "@contraluz/evidence/android/phone.fixture.ts";
import { DOCUMENT_EXPORTS, EXPORTS, FOLDER_EXPORTS, htmlReport, storedRecords, textReport } from "@contraluz/report";
import { readResult } from "@contraluz/store";
import { createRandom, type Random } from "../../../../samples/lib/random.ts";
import { sysdiagnoseFiles } from "../../../../samples/lib/sysdiagnose.ts";
import { CONSENT } from "./consent.fixture.ts";
import { mayRead, scopeOf } from "./gate.ts";
import { DATA_GROUPS } from "./groups.ts";
import type { Consent } from "./types.ts";

const BY_ID = new Map(ARTIFACTS.map((a) => [a.id, a]));

function folderOf(files: Iterable<readonly [string, Uint8Array]>): string {
  const root = fresh();
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return root;
}

type Fields = { readonly [name: string]: unknown };
interface Row {
  readonly kind: string;
  readonly fields: Fields;
}

function rowsOf(ran: Ran, artifact: string): Row[] {
  const text = ran.folder.files.get(ran.result.records[artifact]?.file ?? "")?.toString() ?? "";
  return text.split("\n").flatMap((l) => {
    if (l === "") return [];
    const { kind, ...fields } = JSON.parse(l) as { kind: string };
    return [{ kind, fields: ((fields as { fields?: Fields }).fields ?? fields) as Fields }];
  });
}

/** Texts that stand in records of one place and in nothing else that was read: long enough not to be there by chance. */
function textsOf(v: unknown, out: Set<string>): void {
  if (typeof v === "string") {
    if (v.length >= 9 && !/^\d+$|^\d{4}-\d\d-\d\dT/.test(v)) out.add(v);
  } else if (typeof v === "object" && v !== null) for (const x of Object.values(v)) textsOf(x, out);
}

interface Whole {
  readonly path: string;
  readonly ran: Ran;
  readonly planned: readonly PlannedFile[];
  /** Of each place, texts that stand nowhere else. */
  readonly own: ReadonlyMap<string, readonly string[]>;
  /** Texts of fields that are content. */
  readonly content: readonly string[];
  /** Opened although nothing may be read: what says what the evidence is. */
  readonly always: ReadonlySet<string>;
  readonly open: (o: object) => Promise<Opened>;
}

interface Opened {
  readonly ran: Ran;
  readonly opened: ReadonlySet<string>;
  readonly planned: readonly PlannedFile[];
}

const isContent = (a: AnyArtifact, kind: string, field: string): boolean => a.fields[kind]?.[field]?.content === true;

async function wholeOf(path: string): Promise<Whole> {
  const open = async (o: object): Promise<Opened> => {
    const platform = countingPlatform();
    let planned: readonly PlannedFile[] = [];
    const ran = await run([path], {
      platform,
      secret: typed,
      progress: (p) => {
        if (p.step === "planned") planned = p.files;
      },
      ...o,
    });
    return { ran, planned, opened: new Set([...platform.counts.opened.keys()].map((p) => relative(path, p))) };
  };
  const { ran, planned } = await open({ scope: scopeOf(CONSENT) });
  const none = await open({ scope: scopeOf(undefined) });
  const sets = new Map<string, Set<string>>();
  const content = new Set<string>();
  const plain = new Set<string>();
  for (const a of ARTIFACTS) {
    const own = new Set<string>();
    for (const { kind, fields } of rowsOf(ran, a.id))
      for (const [name, v] of Object.entries(fields)) {
        textsOf(v, own);
        textsOf(v, isContent(a, kind, name) ? content : plain);
      }
    if (own.size > 0) sets.set(a.id, own);
  }
  // What is said of the evidence whatever was allowed, and the signs that it was compared with, belong to no place.
  const anyway = [...none.ran.folder.files.values(), none.ran.json].join("\n") + JSON.stringify(ran.result.indicators);
  const own = new Map<string, string[]>();
  for (const [id, texts] of sets) {
    const others = [...sets].filter(([x]) => x !== id).map(([, s]) => [...s].join("\n"));
    const rest = `${others.join("\n")}\n${anyway}\n${page(none.ran.result)}`;
    own.set(
      id,
      // A number with a plus is the same one without: exports write it either way.
      [...texts].filter((t) => !rest.includes(t.replace(/^\+(?=\d+$)/, ""))),
    );
  }
  const told = [...plain].join("\n");
  return {
    path,
    ran,
    planned,
    own,
    content: [...content].filter((t) => !told.includes(t) && !anyway.includes(t)),
    always: none.opened,
    open,
  };
}

function page(result: Result): string {
  return LANGS.map((lang) => htmlReport(result, { lang, artifacts: BY_ID })).join("\n");
}

/** Every byte that a result, its report and its exports have. */
async function bytesOf(ran: Ran): Promise<string> {
  const parts = [...ran.folder.files].map(([, b]) => b.toString());
  parts.push(ran.json, page(ran.result));
  for (const lang of LANGS)
    parts.push(
      textReport(ran.result, { lang, artifacts: BY_ID, width: 80, color: false, paths: { report: "r", folder: "f" } }),
    );
  const folder = { read: (name: string) => ran.folder.read(name) };
  for (const e of EXPORTS) {
    const stored = await storedRecords(folder, ran.result, e);
    for await (const chunk of e.make(stored.records, ran.result.files).chunks) parts.push(chunk);
    await stored.close();
  }
  for (const e of DOCUMENT_EXPORTS) parts.push(e.make(ran.result).text);
  for (const e of FOLDER_EXPORTS)
    for await (const file of e.make(folder, ran.result).files) {
      parts.push(file.name);
      for await (const chunk of file.chunks) parts.push(chunk);
    }
  return parts.join("\n");
}

/** A consent over a random part of the catalogue: groups, single places, nothing, nearly everything. */
function someConsent(r: Random): Consent {
  const share = r.pick([0, 5, 20, 50, 90]);
  const ids = ARTIFACTS.map((a) => a.id).filter(() => r.below(100) < share);
  const groups = DATA_GROUPS.filter(() => r.below(100) < share / 3);
  return { ...CONSENT, artifacts: [...groups, ...ids], content: r.below(2) === 1, copies: r.below(2) === 1 };
}

async function holds(w: Whole, consent: Consent, options: object = {}): Promise<{ read: number; texts: number }> {
  const scope: Scope = scopeOf(consent);
  const { ran, opened, planned } = await w.open({ scope, ...options });
  const { result } = ran;
  const may = (id: string): boolean => mayRead(consent, id, "2026-11-26") === undefined;
  // Read: files that an allowed place asked for, and what says what the evidence is.
  const files = new Set(planned.map((p) => p.path));
  for (const p of planned) assert.ok(p.artifacts.every(may), p.path);
  for (const p of w.planned) if (files.has(p.path)) assert.ok(p.artifacts.some(may), p.path);
  const allowed = new Set(w.always);
  for (const f of result.files) {
    const name = f.name ?? f.path;
    const main = name.replace(/-(?:wal|journal)$/, "");
    if (files.has(main)) allowed.add(f.path.split("!/")[0]!);
    else assert.ok(w.always.has(f.path.split("!/")[0]!) || f.path === ".", `files[] names ${name}`);
  }
  for (const path of opened) assert.ok(allowed.has(path), `${path} was opened`);
  // Said: what was not allowed is not-consented and has no records.
  for (const c of result.coverage) {
    assert.equal(c.state === "not-consented", !may(c.artifact), c.artifact);
    if (!may(c.artifact)) assert.equal(c.records, 0);
  }
  assert.ok(Object.keys(result.records).every(may));
  for (const f of result.findings)
    assert.ok(
      f.records.every((x) => may(x.artifact)),
      f.id,
    );
  assert.deepEqual(result.scope, scope);
  // Written: no text of a place that was not allowed, no content without consent to it.
  const bytes = await bytesOf(ran);
  // The name of a file that was allowed may say what a list of files says, too.
  const named = result.files.map((f) => `${f.path}\n${f.name ?? ""}`).join("\n");
  let texts = 0;
  for (const [id, own] of w.own)
    if (!may(id))
      for (const t of own) {
        if (named.includes(t)) continue;
        texts++;
        assert.ok(!bytes.includes(t), `${id}: ${t}`);
      }
  if (!consent.content)
    for (const t of w.content) {
      texts++;
      assert.ok(!bytes.includes(t), `content: ${t}`);
    }
  return { read: Object.keys(result.records).length, texts };
}

const EVIDENCE: readonly (readonly [string, () => string])[] = [
  ["a backup", () => SAMPLE],
  ["an encrypted backup", encryptedSample],
  ["a collection of an Android phone", () => folderOf(androidQf())],
  ["a sysdiagnose", () => folderOf(sysdiagnoseFiles())],
];

for (const [name, make] of EVIDENCE)
  test(`nothing outside a consent is read or written: ${name}`, async () => {
    const w = await wholeOf(make());
    const r = createRandom(name.length);
    let [read, texts] = [0, 0];
    for (let i = 0; i < 12; i++) {
      const sum = await holds(w, someConsent(r), i % 4 === 3 ? { hash: "all" } : {});
      read += sum.read;
      texts += sum.texts;
    }
    assert.ok(read > 0 && texts > 10, `${read} places were read, ${texts} texts looked for`);
    await holds(w, { ...CONSENT, artifacts: [] });
    await holds(w, { ...CONSENT, content: false });
  });

test("the stored result of a limited consent reads back as it was", async () => {
  const w = await wholeOf(SAMPLE);
  const { ran } = await w.open({ scope: scopeOf({ ...CONSENT, artifacts: ["web"], content: false }) });
  await ran.folder.append("result.json", new TextEncoder().encode(`${ran.json}\n`));
  const back = await readResult({ read: (n) => ran.folder.read(n) });
  assert.deepEqual(back.scope.artifacts, scopeOf({ ...CONSENT, artifacts: ["web"] }).artifacts);
});
