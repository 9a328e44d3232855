/**
 * Work on a case that kills its own process (SIGKILL) before the n-th thing that it does to the disk; what is acknowledged is written to a file
 * first, as a person would have read it on the screen. Run by `kill.ts`, bundled.
 * @module
 */
import { appendFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { makeDossier } from "@contraluz/case/dossier/index.ts";
import { dossierOfCase } from "@contraluz/case/dossier/of-case.ts";
import { takeIn } from "@contraluz/case/inbox/index.ts";
import { copyEvidence, createVault, openVaultToWrite } from "@contraluz/case/vault/index.ts";
import type { ResultFolder, VaultFolder } from "@contraluz/core";
import { BUILTIN_SET, compileIndicators } from "@contraluz/detection";
import { inputOf, nodePlatform, resultFolder, vaultFolder } from "@contraluz/platform-node";
import { nodeMachine } from "../../apps/cli/src/case/open.ts";
import { arrivalsOf } from "../../apps/cli/src/case/parts.ts";
import { dossierFor } from "./kill-dossier.ts";

const [work, dir, evidence, identity, recipient, count] = process.argv.slice(2) as [
  "case" | "intake" | "dossier",
  string,
  string,
  string,
  string,
  string,
];
let left = Number(count);

function step(): void {
  if (left-- <= 0) process.kill(process.pid, "SIGKILL");
}

async function after<T>(work: () => Promise<T>): Promise<T> {
  step();
  return work();
}

/** The folder, dying before one of the things that it does. Inside a file: between its pieces. */
function dying(folder: VaultFolder): VaultFolder {
  const stage = (s: ResultFolder): ResultFolder => ({
    append: (n, b) => after(() => s.append(n, b)),
    read: (n) => s.read(n),
    remove: (n) => after(() => s.remove(n)),
    commit: () => after(() => s.commit()),
    discard: () => s.discard(),
  });
  const pieces = async function* (content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const p of content) {
      step();
      yield p;
    }
    step();
  };
  return {
    ...folder,
    create: (n, c) => after(() => folder.create(n, pieces(c))),
    replace: (n, c) => after(() => folder.replace(n, pieces(c))),
    stage: (n) => after(async () => stage(await folder.stage(n))),
    remove: (n) => after(() => folder.remove(n)),
    destroy: (n) => after(() => folder.destroy(n)),
    lock: () => after(() => folder.lock()),
  };
}

const say = (what: string): void => appendFileSync(join(dir, "acknowledged"), `${what}\n`);
const machine = nodeMachine(nodePlatform({ workers: 0 }));

async function onCase(): Promise<void> {
  const folder = dying(vaultFolder(join(dir, "case")));
  const to = { recipients: [recipient] };
  const v = await createVault(folder, { title: "t", lang: "es", actor: "r1", to }, machine);
  say("created");
  for (const text of ["uno", "dos", "tres"]) {
    await v.write({ actor: "r1", action: "note", data: { id: text, text } });
    say(`note ${text}`);
  }
  const taken = await copyEvidence(v, await inputOf(evidence), { report: () => {} });
  await v.write({ actor: "r1", action: "intake", data: { evidence: [taken], how: "copy" }, input: [taken.id] });
  say(`evidence ${taken.id}`);
  await v.close();
  const again = await openVaultToWrite(folder, { identities: [identity] }, machine);
  await again.write({ actor: "r1", action: "note", data: { id: "cuatro", text: "cuatro" } });
  say("note cuatro");
  await again.close();
}

/** A dossier of the case that lies in the folder already. */
async function dossier(): Promise<void> {
  const v = await openVaultToWrite(dying(vaultFolder(join(dir, "case"))), { identities: [identity] }, machine);
  const { input } = await dossierOfCase(v, dossierFor(machine.now()));
  const bag = await resultFolder(join(dir, "bag"));
  const made = await makeDossier(
    input,
    {
      append: (n, b) => after(() => bag.append(n, b)),
      read: (n) => bag.read(n),
      commit: () => after(() => bag.commit()),
      discard: () => bag.discard(),
    },
    machine.platform,
  );
  if (!made.ok) throw new Error(made.why);
  const data = { edition: "full", tagmanifest: made.tagmanifest, recipient: "Lab" } as const;
  await v.write({ actor: "r1", action: "dossier", data, output: [made.tagmanifest] });
  say(`dossier ${made.tagmanifest}`);
  await v.close();
}

async function intake(): Promise<void> {
  const cases = join(dir, "cases");
  const compiled = await compileIndicators([BUILTIN_SET]);
  await takeIn(
    arrivalsOf(evidence),
    {
      list: async () => {
        try {
          return readdirSync(cases).filter((n) => readdirSync(join(cases, n)).includes("case.json"));
        } catch {
          return [];
        }
      },
      folder: (n) => dying(vaultFolder(join(cases, n))),
    },
    {
      machine,
      identities: [identity],
      recipients: [recipient],
      actor: "r1",
      lang: "es",
      compiled,
      version: "t",
      workers: 0,
      done: (a) => say(`arrival ${a.outcome} ${a.case ?? ""} ${a.check ?? ""}`),
    },
  );
}

await { case: onCase, intake, dossier }[work]();
say("end");
