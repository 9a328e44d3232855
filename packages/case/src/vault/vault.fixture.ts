/** A case in memory for tests: its consent, its fixed clock, its key. @module */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import type { Platform } from "@contraluz/core";
import { BUILTIN_SET, type CompiledIndicators, compileIndicators } from "@contraluz/detection";
import { nodePlatform } from "@contraluz/platform-node";
import type { Consent } from "../consent/types.ts";
import type { CaseMachine } from "../machine.ts";
import { type MemoryFolder, memoryFolder } from "./folder.fixture.ts";
import { type copyEvidence, createVault, newIdentity, type OpenVault } from "./index.ts";

export const platform: Platform = nodePlatform();
export const machine: CaseMachine = {
  platform,
  now: () => "2026-11-26T03:30:00Z",
  random: (n) => Uint8Array.from(randomBytes(n)),
};
export const CONSENT: Consent = {
  id: "c1",
  person: { label: "p1", name: "Xóchitl Prueba" },
  organisation: "Línea de ayuda",
  purpose: "revisar",
  artifacts: "all",
  content: false,
  copies: true,
  publication: "none",
  after: "delete",
  recipients: [],
  incidents: false,
  given: { on: "2026-11-25", how: "signed" },
};
export const sha = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

export const dir: string = mkdtempSync(join(tmpdir(), "case-"));
export const key: { readonly identity: string; readonly recipient: string } = await newIdentity();
export const compiled: CompiledIndicators = await compileIndicators([BUILTIN_SET]);
after(() => rmSync(dir, { recursive: true }));

export const by = (): { identities: string[] } => ({ identities: [key.identity] });
export const start = (folder: MemoryFolder = memoryFolder()): Promise<OpenVault> =>
  createVault(folder, { title: "siete", lang: "es", actor: "r1", to: { recipients: [key.recipient] } }, machine);
export const note = (v: OpenVault, text: string): Promise<unknown> =>
  v.write({ actor: "r1", action: "note", data: { id: text, text } });
export const consent = (v: OpenVault, c: Consent = CONSENT): Promise<unknown> =>
  v.write({ actor: "r1", action: "consent", data: { consent: c } });

/** A folder of two files, in memory. */
export function memoryTree(files: readonly (readonly [string, Uint8Array])[]): Parameters<typeof copyEvidence>[1] {
  const list = files.map(([path, bytes]) => ({
    path,
    kind: "file" as const,
    size: bytes.length,
    ref: {
      kind: "host" as const,
      size: bytes.length,
      handle: { size: bytes.length, read: async (at: number, n: number) => bytes.slice(at, at + n) },
    },
  }));
  return {
    name: "phone",
    tree: {
      kind: "folder",
      access: "seekable",
      async *files() {
        yield list;
      },
      find: async (p) => list.find((f) => f.path === p),
    },
  };
}
