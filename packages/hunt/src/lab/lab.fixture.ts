/** A lab and a case in memory: Parquet stands as JSON lines, and the power can be cut at any write. */
import { randomBytes } from "node:crypto";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { hashText } from "@contraluz/case/log/entry.ts";
import type { CaseMachine } from "@contraluz/case/machine.ts";
import { type MemoryFolder, memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import { createVault, newIdentity, type OpenVault, openVaultToWrite } from "@contraluz/case/vault/index.ts";
import { type ArtifactRecord, type Result, utcNs } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { encodeRecord, encodeStructure, recordsName } from "@contraluz/store";
import type { Cell, HuntEngine } from "../engine/types.ts";
import type { ParquetFiles } from "../store/types.ts";
import { placeFile } from "./name.ts";

export const machine: CaseMachine = {
  platform: nodePlatform({ workers: 0 }),
  now: () => "2026-11-26T03:30:00Z",
  random: (n) => Uint8Array.from(randomBytes(n)),
};

export const CONSENT: Consent = {
  id: "c1",
  person: { label: "p1" },
  organisation: "Línea de ayuda",
  purpose: "revisar",
  artifacts: "all",
  content: true,
  copies: true,
  publication: "none",
  keepUntil: "2027-01-31",
  after: "delete",
  recipients: [],
  incidents: false,
  compare: true,
  given: { on: "2026-11-25", how: "signed" },
};

/** Says what the message says, and has a link. */
export const SECRET_WORDS = "nos vemos en el mercado";
export const LINK = "https://trampa.example/a";

function message(n: number, more: Partial<ArtifactRecord> = {}): ArtifactRecord {
  return {
    kind: "message",
    at: utcNs(BigInt(1_700_000_000 + n) * 1_000_000_000n, String(n), "s"),
    fields: { handle: "+525512345678", text: `${SECRET_WORDS} ${n} ${LINK}`, guid: `g${n}` },
    observables: [
      { type: "phone", contact: "received", value: "+525512345678" },
      { type: "url", contact: "received", value: LINK },
      { type: "domain", contact: "received", value: `n${n % 7}.example` },
    ],
    origin: { file: n % 2, at: { table: "message", row: n } },
    ...more,
  };
}

const visit = (n: number): ArtifactRecord => ({
  kind: "visit",
  fields: { url: `https://sitio${n}.example/` },
  observables: [{ type: "url", contact: "visited", value: `https://sitio${n}.example/` }],
  origin: { file: 0, at: { table: "history", row: n } },
});

/** A stored result of two artifacts. */
export function resultOf(
  evidence: string,
  count: number,
): { readonly files: Map<string, string>; readonly result: Result } {
  const lists: { readonly [id: string]: readonly ArtifactRecord[] } = {
    "ios/sms": Array.from({ length: count }, (_, n) => message(n)),
    "ios/safari-history": Array.from({ length: 3 }, (_, n) => visit(n)),
  };
  const files = new Map<string, string>();
  const records: Record<string, Result["records"][string]> = {};
  for (const [id, list] of Object.entries(lists)) {
    const file = recordsName(id);
    files.set(file, list.map((r) => `${encodeRecord(r)}\n`).join(""));
    records[id] = { file, version: 1, count: list.length, sha256: "0".repeat(64) };
  }
  const acquisition = { kind: "ios-backup", device: { name: "iPhone de Rosa", imei: "123456789012345" } };
  const result: Result = {
    schema: "contraluz/result@1",
    tool: { name: "contraluz", version: "0.0.0", catalogue: "0".repeat(64) },
    asOf: "2026-11-20T00:00:00Z",
    scope: { artifacts: "all", content: true, evidenceCopies: true },
    context: { asOf: "2026-11-20T00:00:00Z", custody: [["2026-01-01", "2026-01-02"]], known: ["una app"] },
    evidence: [0, 1].map(() => ({ id: evidence, name: "e", hashed: "read", bytes: 0, acquisition })),
    acquisition,
    indicators: [],
    verdict: { evidence: "none-found", complete: true, gaps: [] },
    coverage: [],
    applicability: [],
    findings: [],
    problems: [],
    files: [0, 1].map((n) => ({ evidence: n, path: `f${n}`, size: 0, sha256: "" })),
    records,
  };
  files.set("result.json", `${encodeStructure(result)}\n`);
  return { files, result };
}

export interface MadeCase {
  readonly folder: MemoryFolder;
  open(): Promise<OpenVault>;
  /** A further check, of this evidence; its name. */
  check(evidence: string, count?: number, of?: string): Promise<string>;
}

/** A case with this consent and one check. */
export async function madeCase(consent: Consent = CONSENT): Promise<MadeCase> {
  const folder = memoryFolder();
  const { identity, recipient } = await newIdentity();
  const made = await createVault(
    folder,
    { title: "x", lang: "es", actor: "r1", to: { recipients: [recipient] } },
    machine,
  );
  await made.write({ actor: "r1", action: "consent", data: { consent } });
  await made.close();
  const open = (): Promise<OpenVault> => openVaultToWrite(folder, { identities: [identity] }, machine);
  const check = async (evidence: string, count = 20, of?: string): Promise<string> => {
    const vault = await open();
    const name = String(vault.state.checks.length + 1).padStart(4, "0");
    const { files } = resultOf(evidence, count);
    const stage = await vault.files.stage(`checks/${name}`);
    for (const [file, text] of files) await stage.append(file, Buffer.from(text));
    await stage.commit();
    const note = {
      check: name,
      resultSha256: hashText(machine.platform, files.get("result.json")!),
      evidence: [evidence],
      verdict: "none-found",
      complete: true,
      version: "0.0.0",
      indicators: [],
    } as const;
    if (of === undefined) await vault.write({ actor: "r1", action: "check", data: note });
    else await vault.write({ actor: "r1", action: "recheck", data: { ...note, of } });
    await vault.close();
    return name;
  };
  return { folder, open, check };
}

type Row = readonly Cell[];
const bytes = (v: unknown): unknown =>
  v instanceof Uint8Array ? { bytes: [...v] } : typeof v === "bigint" ? { big: String(v) } : v;
const cell = (v: unknown): Cell => {
  if (typeof v !== "object" || v === null) return v as Cell;
  const { bytes: b, big } = v as { readonly bytes?: number[]; readonly big?: string };
  return big === undefined ? Uint8Array.from(b!) : BigInt(big);
};

/** Rows of a file that `parquetIn` wrote. */
export function rowsIn(folder: MemoryFolder, name: string): Row[] {
  const text = new TextDecoder().decode(folder.files.get(name)!);
  return text.split("\n").flatMap((l) => (l === "" ? [] : [(JSON.parse(l) as unknown[]).map(cell)]));
}

/** Files of rows, in place of Parquet. */
export function parquetIn(folder: MemoryFolder): ParquetFiles {
  return {
    async write(name, _columns, rows) {
      const lines: string[] = [];
      for await (const batch of rows)
        for (let i = 0; i < (batch[0]?.length ?? 0); i++)
          lines.push(`${JSON.stringify(batch.map((c) => bytes(c[i])))}\n`);
      await folder.replace(
        name,
        (async function* () {
          yield new TextEncoder().encode(lines.join(""));
        })(),
      );
    },
    async copy() {
      throw new Error("nobody asks for this here");
    },
  };
}

/** Reads rows and lines of records, as a rebuild asks for them. */
export function engineIn(folder: MemoryFolder): HuntEngine {
  return {
    name: "duckdb",
    version: "0",
    from(table, of) {
      if (!("place" in of)) throw new Error("one check at a time");
      return placeFile(table, of.place.caseId, of.place.checkId);
    },
    async putSigns() {
      throw new Error("nobody asks for this here");
    },
    async *query(sql) {
      const name = / from (\S+) /.exec(sql)![1]!;
      yield rowsIn(folder, name).map((r) => [r[0]!, r[5]!]);
    },
    async close() {},
  };
}
