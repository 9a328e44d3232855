/** A lab and its cases in memory, on a disk whose power can be cut at any write, and one who does jobs there. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { Consent } from "@contraluz/case/consent/types.ts";
import type { CaseMachine } from "@contraluz/case/machine.ts";
import { type MemoryFolder, memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import { newIdentity } from "@contraluz/case/vault/index.ts";
import type { VaultFolder } from "@contraluz/core";
import { BUILTIN_SET, compileIndicators } from "@contraluz/detection";
import { addCase, createLab, openLabToWrite, type ParquetFiles } from "@contraluz/hunt";
import { type Item, KnownCases, type Worker } from "@contraluz/hunt/jobs/index.ts";
import { inputOf, nodePlatform } from "@contraluz/platform-node";

export const CONSENT: Consent = {
  ...{ id: "c1", person: { label: "ana" }, organisation: "Línea de prueba", purpose: "revisar" },
  ...{ artifacts: ["ios/sms"], content: false, copies: true, publication: "none", after: "delete", recipients: [] },
  ...{ incidents: false, compare: true, given: { on: "2026-11-25", how: "signed" } },
};
export const ID = "0123456789abcdef0123456789abcdef";
export const ITEM: Item = { id: ID, kind: "dump", what: "respaldo" };

export const key: { readonly identity: string; readonly recipient: string } = await newIdentity();
export const compiled: Awaited<ReturnType<typeof compileIndicators>> = await compileIndicators([BUILTIN_SET]);

/** A folder in another one, with a lock of its own. */
function inside(root: MemoryFolder, prefix: string, locks: Set<string>): VaultFolder {
  const at = (name: string): string => (name === "" ? prefix : `${prefix}/${name}`);
  return {
    list: (name) => root.list(at(name)),
    read: (name) => root.read(at(name)),
    ref: (name) => root.ref(at(name)),
    create: (name, content) => root.create(at(name), content),
    replace: (name, content) => root.replace(at(name), content),
    stage: (name) => root.stage(at(name)),
    remove: (name) => root.remove(at(name)),
    destroy: (name) => root.destroy(at(name)),
    async lock() {
      if (locks.has(prefix)) return undefined;
      locks.add(prefix);
      return async () => void locks.delete(prefix);
    },
  };
}

/** Counts rows instead of writing Parquet. */
const counting = (lab: VaultFolder): ParquetFiles => ({
  copy: () => assert.fail("nothing is packed here"),
  async write(name, _columns, rows) {
    let n = 0;
    for await (const batch of rows) n += batch[0]?.length ?? 0;
    await lab.replace(
      name,
      (async function* () {
        yield new TextEncoder().encode(String(n));
      })(),
    );
  },
});

export interface World {
  readonly root: MemoryFolder;
  readonly lab: VaultFolder;
  readonly cases: () => Promise<string[]>;
  readonly caseFolder: (name: string) => VaultFolder;
  readonly worker: Worker;
  readonly machine: CaseMachine;
}

/** One that works, on a computer of which `files` is the disk; `hours` go by between two of them. */
export async function worldOf(
  files: Map<string, Uint8Array>,
  backup: string,
  hours: number,
  consent = CONSENT,
): Promise<World> {
  const root = memoryFolder(files);
  const locks = new Set<string>();
  const machine: CaseMachine = {
    platform: nodePlatform({ workers: 0 }),
    now: () => `2026-11-26T${String(hours).padStart(2, "0")}:00:00Z`,
    random: (n) => Uint8Array.from(randomBytes(n)),
  };
  const lab = inside(root, "lab", locks);
  if (!files.has("lab/lab.json")) await createLab(lab, machine);
  const labId = (JSON.parse(Buffer.from(files.get("lab/lab.json")!).toString()) as { id: string }).id;
  const cases = async (): Promise<string[]> =>
    (await root.list("cases")).filter((n) => files.has(`cases/${n}/case.json`));
  const caseFolder = (name: string): VaultFolder => inside(root, `cases/${name}`, locks);
  const shelf = { list: cases, folder: caseFolder, lock: () => inside(root, "cases", locks).lock() };
  const options: Worker["options"] = {
    ...{ machine, identities: [key.identity], recipients: [key.recipient], actor: "r1", lang: "es" as const },
    ...{ compiled, version: "t", workers: 0 },
  };
  const worker: Worker = {
    labId,
    folder: lab,
    arrivals: { list: async () => [], open: async () => assert.fail(), input: () => inputOf(backup) },
    shelf,
    known: new KnownCases(shelf, options),
    options,
    items: new Map([[ID, ITEM]]),
    consentOf: async () => consent,
    toLab: async (vault) => {
      const open = await openLabToWrite(lab, machine);
      try {
        const { added } = await addCase({ lab: open, files: counting(lab), vault, actor: "r1" });
        return added.length > 0 ? "added" : "known";
      } finally {
        await open.close();
      }
    },
    pause: async () => {},
    policy: { tries: 3, crashes: 3, wait: 1, longest: 1 },
  };
  return { root, lab, cases, caseFolder, worker, machine };
}
