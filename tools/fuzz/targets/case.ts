/** Cases that somebody wrote who has a key of them: whatever stands in the sealed files, the case opens, and what is lost is named. */
import { scopeOf } from "@contraluz/case/consent/gate.ts";
import { termOf } from "@contraluz/case/consent/term.ts";
import { purgeDue } from "@contraluz/case/consent/withdraw.ts";
import { caseRows, tableText } from "@contraluz/case/inbox/table.ts";
import type { TakenEvidence } from "@contraluz/case/log/actions.ts";
import { encodeEntry, hashText, type Line } from "@contraluz/case/log/entry.ts";
import type { CaseMachine } from "@contraluz/case/machine.ts";
import { tagsOf } from "@contraluz/case/review/tags.ts";
import { memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import {
  contextOf,
  createVault,
  latestConsent,
  newIdentity,
  openCopy,
  openVault,
  openVaultToWrite,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { readyKey, unwrapKey } from "@contraluz/case/vault/keys.ts";
import { ContraluzError, encodeJson, type Json, type VaultFolder } from "@contraluz/core";
import { openRef } from "@contraluz/evidence/open-ref.ts";
import { sealBytes } from "@contraluz/formats/sealed/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { makeDice } from "../dice.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Tally, Target } from "../target.ts";

const platform = nodePlatform({ workers: 0 });
const salts = makeDice(8, 8);
const machine: CaseMachine = {
  platform,
  now: () => "2026-11-26T03:30:00Z",
  random: (n) => Uint8Array.from({ length: n }, () => salts.below(256)),
};
const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const HASH = "ab".repeat(32);
const COPY: TakenEvidence = { id: HASH, name: "respaldo", bytes: 8, files: 2, folder: "evidence/0001" };

/** What a case of some days holds, as (action, data). */
const DEEDS: readonly (readonly [string, Json])[] = [
  ["created", { title: "siete", lang: "es" }],
  ["actor", { label: "r1", name: "Ana", role: "revisora" }],
  [
    "consent",
    {
      consent: {
        id: "c1",
        person: { label: "p1" },
        organisation: "Línea",
        purpose: "revisar",
        artifacts: ["messages", "ios/sms"],
        content: false,
        copies: true,
        publication: "anonymous",
        keepUntil: "2027-05-01",
        after: "delete",
        recipients: [{ name: "Lab", what: "dossier" }],
        incidents: true,
        given: { on: "2026-11-25", how: "signed" },
      },
    },
  ],
  ["intake", { evidence: [COPY as unknown as Json], how: "copy", from: "pack 0123456789abcdef" }],
  ["window", { from: "2026-11-20T09:00:00", to: "2026-11-20T17:59:59", why: "inspected" }],
  ["known", { values: ["perfil del trabajo", "otra"] }],
  [
    "check",
    {
      check: "0001",
      resultSha256: HASH,
      evidence: [HASH],
      verdict: "none-found",
      complete: false,
      version: "1",
      indicators: [],
    },
  ],
  ["tag", { about: [{ check: "0001", artifact: "ios/sms", ordinal: 3 }], tag: "raro", on: true }],
  [
    "review",
    {
      about: { check: "0001", finding: "f1" },
      decision: "ask",
      why: "por ver",
      reviewer: { name: "Ana", role: "revisora" },
    },
  ],
  ["status", { waiting: "person", next: "llamar", due: "2026-12-01" }],
  ["pack-received", { id: "0123456789abcdef", parts: [HASH] }],
  ["problem", { what: HASH, found: "evidence-unknown" }],
  ["removed", { objects: ["evidence/0009", "checks/0009"], why: "ya no" }],
  ["withdrawal", { why: "ya no", by: "p1" }],
];
const LIST = [
  { path: "a", kind: "dir" },
  { path: "a/uno.txt", kind: "file", offset: 0, size: 5, sha256: HASH, modified: 1_700_000_000_000 },
  { path: "b.txt", kind: "file", offset: 5, size: 3, sha256: HASH },
];
const BYTES = text("hola\nxyz");
const ABOUT = { kind: "ios-backup", was: { sha256: HASH, size: 100, layers: ["gzip", "tar"] } };

const { identity, recipient } = await newIdentity();
const seed = memoryFolder();
await (
  await createVault(seed, { title: "t", lang: "es", actor: "r1", to: { recipients: [recipient] } }, machine)
).close();
const by = { identities: [identity] };
const key = await readyKey(await unwrapKey(seed.files.get("keys.age")!, by));

/** case.json, about.json, files.jsonl, then data of the entries with its action before it. */
const PARTS: Parts = [
  seed.files.get("case.json")!,
  text(encodeJson(ABOUT)),
  text(LIST.map((l) => `${JSON.stringify(l)}\n`).join("")),
  ...DEEDS.map(([action, data]) => text(`${action} ${encodeJson(data)}`)),
];

/** Entries as a hostile program writes them: the chain holds, whatever the data is. */
function entries(parts: Parts): string[] {
  let last: string | undefined;
  return parts.map((p, i) => {
    const [, action = "", data = ""] = /^(\S*) ?([\s\S]*)$/.exec(new TextDecoder().decode(p)) ?? [];
    const salt = "0".repeat(64);
    const head: Line = {
      seq: i + 1,
      prev: last === undefined ? "0".repeat(64) : hashText(platform, last),
      at: "2026-11-26T03:30:00Z",
      actor: "r1",
      action: action as Line["action"],
      input: [],
      output: [],
      data: hashText(platform, salt + data),
    };
    last = encodeJson(head as unknown as Json);
    return encodeEntry({ line: last, salt, text: data, head, data: {} } as never);
  });
}

async function folderOf(parts: Parts, raw: boolean): Promise<Map<string, Uint8Array>> {
  const [head, about, list, ...deeds] = parts;
  const files = new Map<string, Uint8Array>([
    ["keys.age", seed.files.get("keys.age")!],
    ["case.json", head!],
  ]);
  const put = async (name: string, bytes: Uint8Array): Promise<void> =>
    void files.set(name, await sealBytes(key, name, machine.random(16), bytes));
  await put("evidence/0001/about.json", about!);
  await put("evidence/0001/files.jsonl", list!);
  await put("evidence/0001/bytes", BYTES);
  const lines = raw ? deeds.map((d) => new TextDecoder().decode(d)) : entries(deeds);
  for (const [i, l] of lines.entries()) await put(`log/${String(i + 1).padStart(8, "0")}.json`, text(l));
  // Where the last line says what it is, the end of the log is known, and what no entry speaks of may be tidied up.
  const end = raw ? "" : hashText(platform, (JSON.parse(lines.at(-1)!) as { line: string }).line);
  await put("log/last.json", text(encodeJson({ seq: lines.length, line: end })));
  return files;
}

/** Reads a copy from its beginning to its end; what it refuses is counted. */
async function readCopy(vault: Awaited<ReturnType<typeof openVault>>, e: TakenEvidence, tally: Tally): Promise<void> {
  try {
    const input = await openCopy(vault, e);
    if (!("tree" in input)) return;
    for await (const batch of input.tree.files())
      for (const f of batch) {
        tally.values++;
        if (!f.ref) continue;
        const source = await openRef(f.ref, { platform, report: tally.report });
        if ((await source.read(0, source.size)).length !== f.size) throw new Error(`${f.path} is short`);
        await source.close?.();
      }
  } catch (x) {
    if (!(x instanceof ContraluzError) || x.code === "usage") throw x;
    tally.problems++;
  }
}

async function drive(parts: Parts, tally: Tally): Promise<void> {
  const files = await folderOf(parts.slice(0, -1), parts.at(-1)![0] === 0);
  const folder: VaultFolder = memoryFolder(files);
  const shelf = { list: async () => ["uno"], folder: () => folder };
  const rows = await caseRows(shelf, by, machine);
  for (const width of [40, 120]) tableText(rows, { lang: "es", width, waiting: (w) => w });
  const vault = await openVault(folder, by, machine);
  const { state, trouble, log } = vault;
  tally.values += log.length;
  tally.problems += trouble.length;
  const named = new Set(trouble.map((t) => t.file));
  const there = new Set(log.map((e) => `log/${String(e.head.seq).padStart(8, "0")}.json`));
  for (const f of files.keys())
    if (/^log\/\d/.test(f) && !there.has(f) && !named.has(f)) throw new Error(`${f} was lost, and nobody was told`);
  const consent = latestConsent(state);
  scopeOf(consent);
  if (consent) termOf(consent, "2026-11-26");
  purgeDue(state, "2026-11-26", withdrawalOf(state));
  contextOf(state);
  tagsOf(state.tags);
  for (const e of state.evidence) if (e.folder !== undefined) await readCopy(vault, e, tally);
  const w = await openVaultToWrite(folder, by, machine);
  await w.write({ actor: "r2", action: "note", data: { id: "n", text: "después" } });
  await w.close();
  const again = await openVault(folder, by, machine);
  if (again.state.notes.at(-1)?.text !== "después") throw new Error("what was written is not there");
}

export const target: Target = {
  make(dice) {
    const out = [...PARTS];
    for (let n = dice.length(3); n > 0; n--) {
      const at = dice.below(out.length);
      out[at] = mutate({ seeds: [[out[at]!]] }, dice)[0]!;
    }
    // One in eight: entries as they come, without a chain.
    return [...out, Uint8Array.of(dice.below(8))];
  },
  drive,
  refuses: true,
};
