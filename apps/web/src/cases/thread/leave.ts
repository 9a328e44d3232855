/** What leaves a case: a dossier as a zip, a pack in parts. Each asks the consent, and is written down. And a dossier of others, checked. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { mayExport, scopeOf } from "@contraluz/case/consent/gate.ts";
import type { Audience } from "@contraluz/case/consent/types.ts";
import {
  type BagTree,
  bagTree,
  type DossierMade,
  type DossierRefused,
  makeDossier,
  type Trusted,
  trustedFrom,
  type Verified,
  verifyDossier,
} from "@contraluz/case/dossier/index.ts";
import { type CaseDossier, dossierOfCase } from "@contraluz/case/dossier/of-case.ts";
import { REFUSED } from "@contraluz/case/dossier/refused-words.ts";
import { makePack, type PartFolder, writeParts } from "@contraluz/case/pack/index.ts";
import {
  type CaseCheck,
  contextOf,
  latestConsent,
  type OpenVault,
  openCopy,
  refuse,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { type Input, type Lang, type Platform, say } from "@contraluz/core";
import { type CompiledIndicators, RULES } from "@contraluz/detection";
import { type Opened, openInput } from "@contraluz/evidence";
import type { StoredEntry } from "@contraluz/formats/zip/index.ts";
import { type WebFolder, webFolder } from "@contraluz/platform-web";
import { VERSION } from "../../version.ts";
import type { CaseQuestions, DossierAsk, EditionView, PackView } from "../ask.ts";
import { BAG, LIST, ofBytes, ofFile, zipOf } from "./bag-zip.ts";
import { type Chosen, chosenOf, editionView } from "./edition.ts";
import { signedBy } from "./prove.ts";
import { Unsaid } from "./told.ts";
import { DESK } from "./words.ts";

const RECIPIENT = /^age1[0-9a-z]{20,4000}$/;

function audienceOf(to: string, lang: Lang): Audience {
  const name = to.trim();
  if (name === "") throw new Unsaid(say(DESK.noWhom, lang));
  return name === "person" || name === "public" ? { who: name } : { who: "named", name };
}

/** Throws Refused where the consent does not let the pack leave. */
function mayLeave(vault: OpenVault, to: Audience): void {
  const withdrawn = withdrawalOf(vault.state);
  const on = vault.machine.now().slice(0, 10);
  const ask = { what: "pack", edition: "full", to, on, ...(withdrawn ? { withdrawn } : {}) } as const;
  refuse(mayExport(latestConsent(vault.state), ask));
}

function refusal(r: DossierRefused, lang: Lang): Unsaid {
  const file = "where" in r ? (r.where[0]?.file ?? "") : "";
  if (r.why === "name-occurs")
    return new Unsaid(
      ...r.where.slice(0, 10).map((w) => say(REFUSED.nameOccurs, lang, { n: w.text + 1, file: w.file })),
    );
  if (r.why === "packed-export") return new Unsaid(say(REFUSED.packedExport, lang, { file }));
  if (r.why === "nothing-to-withhold")
    return new Unsaid(
      say(DESK.unmet, lang),
      r.where
        .slice(0, 10)
        .map((w) => w.file)
        .join(", "),
    );
  if (r.why === "damaged-result" || r.why === "damaged-evidence")
    return new Unsaid(say(REFUSED.damaged, lang, { file }));
  return new Unsaid(say(REFUSED.otherRecords, lang));
}

function dossierOf(vault: OpenVault, o: DossierAsk, chosen: Chosen | undefined, lang: Lang): Promise<CaseDossier> {
  const never = o.never
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "");
  return dossierOfCase(vault, {
    to: audienceOf(o.to, lang),
    title: o.title.trim(),
    lang,
    at: vault.machine.now(),
    tool: `contraluz ${VERSION}`,
    ...(o.organisation.trim() === "" ? {} : { organisation: o.organisation.trim() }),
    never,
    ...(o.evidence ? { evidence: true } : {}),
    ...(o.tlp === undefined || o.tlp === "" ? {} : { tlp: o.tlp }),
    ...(chosen ? { withhold: chosen } : {}),
    report: {
      artifacts: new Map(ARTIFACTS.map((a) => [a.id, a])),
      rules: new Map(RULES.map((r) => [r.id, r.words.name])),
      fonts: o.fonts,
    },
  });
}

/** Makes the dossier where only this thread reads it; `use` takes what it needs before it is gone. */
async function made<T>(
  vault: OpenVault,
  o: DossierAsk,
  lang: Lang,
  use: (m: {
    readonly bag: WebFolder;
    readonly made: DossierMade;
    readonly of: CaseDossier;
    readonly chosen?: Chosen;
  }) => Promise<T>,
): Promise<T> {
  const { platform } = vault.machine;
  const chosen = chosenOf(o.withhold, vault, lang);
  const of = await dossierOf(vault, o, chosen, lang);
  const bag = webFolder({ scratch: platform.scratch });
  try {
    const made = await makeDossier(of.input, bag, platform);
    if (!made.ok) throw refusal(made, lang);
    return await use({ bag, made, of, ...(chosen ? { chosen } : {}) });
  } finally {
    await bag.close();
  }
}

export function dossierZip(
  vault: OpenVault,
  actor: string,
  o: DossierAsk,
  lang: Lang,
): Promise<CaseQuestions["dossier"]["answer"]> {
  return made(vault, o, lang, async ({ bag, made, of }) => {
    const { edition, stay, without } = of;
    const entries: StoredEntry[] = [];
    for (const name of bag.names()) {
      const { size } = await bag.read(name);
      entries.push(ofFile(`${BAG}${name}`, size, () => bag.read(name)));
    }
    if (o.sign) {
      const list = await bag.read(LIST);
      const proofs = await signedBy(await list.read(0, list.size), o.sign, of.input.at, lang);
      for (const [name, bytes] of proofs) entries.push(ofBytes(`${BAG}${name}`, bytes));
    }
    const blob = await zipOf(entries);
    const data = { edition, tagmanifest: made.tagmanifest, recipient: o.to.trim() };
    await vault.write({ actor, action: "dossier", output: [made.tagmanifest], data });
    return { blob, made, edition, stay, without };
  });
}

/** The same dossier, made to be counted and thrown away: nothing leaves, and nothing is written down. */
export function dossierView(vault: OpenVault, o: DossierAsk, lang: Lang): Promise<EditionView> {
  return made(vault, o, lang, ({ bag, made, of, chosen }) => editionView(vault, bag, made, of.edition, chosen, lang));
}

/** What of a dossier holds. `keys`: texts of public keys and certificates that the reader trusts. */
export async function verifyBag(
  input: Input,
  keys: readonly string[],
  platform: Platform,
  lang: Lang,
  fullInput?: Input,
): Promise<Verified> {
  const all: Trusted[] = [];
  for (const text of keys) {
    const t = trustedFrom(text);
    if (t.minisign.length + t.ssh.length + t.roots.length === 0) throw new Unsaid(say(DESK.badPublicKey, lang));
    all.push(t);
  }
  const trusted = {
    minisign: all.flatMap((t) => t.minisign),
    ssh: all.flatMap((t) => t.ssh),
    roots: all.flatMap((t) => t.roots),
  };
  const trees: Opened[] = [];
  const bagOf = async (from: Input): Promise<BagTree> => {
    const opened = await openInput(from, { platform, report: () => {} }).catch(() => undefined);
    if (opened) trees.push(opened);
    const bag = opened?.tree.access === "seekable" ? await bagTree(opened.tree, platform) : undefined;
    if (!bag) throw new Unsaid(say(DESK.notADossier, lang));
    return bag;
  };
  try {
    const bag = await bagOf(input);
    const full = fullInput ? { full: await bagOf(fullInput) } : {};
    return await verifyDossier(bag, { platform, trusted, ...full });
  } finally {
    for (const t of trees) await t.close();
  }
}

/** Parts in a folder that the person picked; or kept, to be saved one by one. */
function partFolder(kept: Map<string, Blob>, folder: FileSystemDirectoryHandle | undefined): PartFolder {
  if (!folder)
    return {
      read: async (name) => {
        const blob = kept.get(name);
        return blob && new Uint8Array(await blob.arrayBuffer());
      },
      put: async (name, bytes) => void kept.set(name, new Blob([bytes as Uint8Array<ArrayBuffer>])),
      remove: async (name) => void kept.delete(name),
    };
  return {
    async read(name) {
      const handle = await folder.getFileHandle(name).catch(() => undefined);
      const file = await handle?.getFile();
      return file && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined;
    },
    async put(name, bytes) {
      const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await out.write(bytes as Uint8Array<ArrayBuffer>);
      await out.close();
    },
    remove: (name) => folder.removeEntry(name).catch(() => {}),
  };
}

/** What a check reads of a copy of the case, for another lab. */
export async function packEvidence(
  vault: OpenVault,
  actor: string,
  q: CaseQuestions["pack"]["ask"],
  o: Pick<CaseCheck, "cancel" | "progress" | "secret"> & { readonly compiled: CompiledIndicators; readonly lang: Lang },
): Promise<PackView> {
  const to = q.recipients.map((r) => r.trim()).filter((r) => r !== "");
  if (to.length === 0 || !to.every((r) => RECIPIENT.test(r))) throw new Unsaid(say(DESK.noRecipient, o.lang));
  mayLeave(vault, audienceOf(q.to, o.lang));
  const taken = vault.state.evidence.find((e) => e.folder === q.evidence && !e.removed);
  if (!taken) throw new Unsaid(say(DESK.nothingToCheck, o.lang));
  const consent = latestConsent(vault.state)!;
  const { machine } = vault;
  const { lang: _, ...running } = o;
  const pack = await makePack(await openCopy(vault, taken), {
    machine,
    scope: scopeOf(consent),
    context: contextOf(vault.state),
    version: VERSION,
    consent,
    ...running,
  });
  try {
    const kept = new Map<string, Blob>();
    const cancel = o.cancel ? { cancel: o.cancel } : {};
    const parts = await writeParts(pack, to, partFolder(kept, q.folder as FileSystemDirectoryHandle | undefined), {
      machine,
      ...cancel,
    });
    const sums = parts.map((p) => p.sha256);
    await vault.write({
      actor,
      action: "pack-sent",
      data: { id: pack.id, parts: sums, to: [q.to.trim()] },
      output: sums,
    });
    return {
      id: pack.id,
      parts: parts.map((p) => {
        const blob = kept.get(p.name);
        return { name: p.name, size: p.size, ...(blob ? { blob } : {}) };
      }),
      files: pack.head.packed.files,
      bytes: pack.head.packed.bytes,
      leftOut: pack.head.leftOut.files,
    };
  } finally {
    await pack.close();
  }
}
