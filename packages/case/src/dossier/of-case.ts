/** What of a case goes into a dossier, for whom: one rule for the command line and the page. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import type { EvidenceFile, FileRef, Input, Lang, Sha256 } from "@contraluz/core";
import { chunksOf, openRef } from "@contraluz/evidence";
import type { HtmlReportOptions } from "@contraluz/report";
import { mayExport, mayKeep, mayLeave } from "../consent/gate.ts";
import type { Audience, Consent, Refusal, Withdrawal } from "../consent/types.ts";
import { checksOf, resultOfCheck, storedCheck } from "../vault/checks.ts";
import { openCopy } from "../vault/copies.ts";
import { refuse } from "../vault/refused.ts";
import { latestConsent, withdrawalOf } from "../vault/state.ts";
import type { OpenVault } from "../vault/vault.ts";
import { publishableConsent } from "./consent.ts";
import { custodyLeaving, PUBLISHED } from "./custody.ts";
import { dossierExports } from "./exports.ts";
import { saysDevice } from "./redact.ts";
import { saltsOf } from "./salts.ts";
import type { DossierCheck, DossierEvidence, DossierInput, Withholdable } from "./types.ts";
import type { ReadWithhold } from "./withhold.ts";

/** The secret of the salts of a case: every edition of every dossier has the same ones. */
const SECRET = "dossier/salts";
/** Files of the evidence in one dossier: a folder that is being written keeps each of them open. */
const MOST_FILES = 1000;

/** `redacted`: for everybody, of a person who agreed to be named; or one from which somebody chose to hold something back. */
export type CaseEdition = "full" | "redacted" | "anonymous";

export interface CaseDossierOptions {
  readonly to: Audience;
  readonly title: string;
  readonly lang: Lang;
  readonly at: string;
  readonly tool: string;
  readonly organisation?: string;
  readonly tlp?: string;
  readonly never?: readonly string[];
  /** What somebody chose to hold back, beside what this edition withholds in any case. Then none is full. */
  readonly withhold?: Pick<Extract<ReadWithhold, { readonly ok: true }>, "withheld" | "unmet">;
  /** Also the files that the checks read. Refused where the consent allows no copies, or no pack to them. */
  readonly evidence?: boolean;
  readonly report: Pick<HtmlReportOptions, "rules" | "fonts"> & {
    readonly artifacts: ReadonlyMap<string, AnyArtifact>;
  };
}

export interface CaseDossier {
  readonly input: DossierInput;
  readonly edition: CaseEdition;
  /** Checks that read more than is allowed now. */
  readonly stay: readonly string[];
  /** Files that checks read and that are not along: in an archive, or the case keeps no copy. */
  readonly without: number;
}

async function secretOf(vault: OpenVault): Promise<Uint8Array> {
  const fresh = vault.machine.random(32);
  // Nothing happens if there is one.
  await vault.files.create(
    SECRET,
    (async function* () {
      yield fresh;
    })(),
  );
  const source = await vault.files.read(SECRET);
  if (!source) throw new Error("the secret of the salts was not kept");
  const bytes = (await source.read(0, 32)).slice();
  await source.close?.();
  return bytes;
}

/**
 * The random number of a question to a timestamp authority, always the same for one list and one label: the question can be made again
 * when its answer comes, and nobody else can tell it beforehand.
 */
export async function stampNonce(vault: OpenVault, tagmanifest: Sha256, label: string): Promise<Uint8Array> {
  const salt = await saltsOf(await secretOf(vault)).of(`stamp/${tagmanifest}/${label}`);
  return Uint8Array.from(salt.slice(0, 32).match(/../g)!, (x) => Number.parseInt(x, 16));
}

/** Which edition somebody gets: without the name where that was asked for, and for everybody never what says whose phone it is. */
export function editionFor(consent: Consent | undefined, to: Audience): CaseEdition {
  if (to.who === "person") return "full";
  if (consent?.publication === "anonymous") return "anonymous";
  return to.who === "public" ? "redacted" : "full";
}

/** Whether the files of the evidence may go along. */
function evidenceRefused(
  consent: Consent | undefined,
  o: { readonly to: Audience; readonly edition: CaseEdition; readonly on: string; readonly withdrawn?: Withdrawal },
): Refusal | undefined {
  // Nobody can look through evidence for a name.
  if (o.edition !== "full") return { code: "evidence-named", clause: "publication", params: {} };
  const withdrawn = o.withdrawn ? { withdrawn: o.withdrawn } : {};
  const no = mayExport(consent, { what: "pack", edition: "full", to: o.to, on: o.on, ...withdrawn });
  if (no) return no;
  return o.to.who === "person" ? undefined : mayKeep(consent, "copies", o.on, o.withdrawn);
}

async function fileIn(input: Input, path: string): Promise<EvidenceFile | undefined> {
  if ("tree" in input) return input.tree.find(path);
  return { path, kind: "file", size: input.file.size!, ref: input.file };
}

/** The file with that hash. What lies inside an archive is not taken out of it, and the archive holds more than was read. */
async function theFile(
  vault: OpenVault,
  inputs: readonly Input[],
  f: { readonly path: string; readonly size: number; readonly sha256: Sha256 },
): Promise<FileRef | undefined> {
  const { platform } = vault.machine;
  for (const input of inputs) {
    const file = f.path.includes("!/") ? undefined : await fileIn(input, f.path);
    if (file?.kind !== "file" || file.size !== f.size || !file.ref) continue;
    const source = await openRef(file.ref, { platform });
    const hasher = platform.sha256();
    for await (const piece of chunksOf(source)) hasher.update(piece);
    await source.close?.();
    if (hasher.hex() === f.sha256) return file.ref;
  }
  return undefined;
}

/** Files that the checks name, from the copies that the case keeps. Never more than they read: a copy is of the whole phone. */
async function evidenceOf(
  vault: OpenVault,
  checks: readonly DossierCheck[],
): Promise<{ readonly files: readonly DossierEvidence[]; readonly without: number }> {
  const kept = vault.state.evidence.filter((e) => e.folder !== undefined && !e.removed);
  const inputs: Input[] = [];
  for (const e of kept) inputs.push(await openCopy(vault, e));
  const found = new Map<string, DossierEvidence>();
  const lost = new Set<string>();
  for (const { path, size, sha256 } of checks.flatMap((c) => c.result.files)) {
    if (found.has(sha256) || lost.has(sha256)) continue;
    const ref = found.size < MOST_FILES ? await theFile(vault, inputs, { path, size, sha256 }) : undefined;
    if (ref) found.set(sha256, { sha256, open: () => openRef(ref, { platform: vault.machine.platform }) });
    else lost.add(sha256);
  }
  return { files: [...found.values()], without: lost.size };
}

/**
 * What a dossier of this case is made from. Throws Refused where the consent does not let it leave.
 * @example
 * const { input, edition } = await dossierOfCase(vault, { to: { who: "named", name: "Lab" }, title: "", lang, at, tool, report });
 */
export async function dossierOfCase(vault: OpenVault, o: CaseDossierOptions): Promise<CaseDossier> {
  const { to, at, tool, lang } = o;
  const consent = latestConsent(vault.state);
  const withdrawn = withdrawalOf(vault.state);
  const usual = editionFor(consent, to);
  const { withhold } = o;
  const edition: CaseEdition = withhold && usual === "full" ? "redacted" : usual;
  const on = at.slice(0, 10);
  const more = withdrawn ? { withdrawn } : {};
  refuse(mayExport(consent, { what: "dossier", edition: edition === "anonymous" ? edition : "full", to, on, ...more }));
  if (o.evidence) refuse(evidenceRefused(consent, { to, edition, on, ...more }));
  const names = edition === "anonymous" && consent?.person.name !== undefined ? [consent.person.name] : [];
  const checks: DossierCheck[] = [];
  const stay = new Set<string>();
  for (const { check: name } of checksOf(vault.state)) {
    const result = await resultOfCheck(vault, name);
    if (mayLeave(consent, result.scope, to)) stay.add(name);
    else checks.push({ name, folder: storedCheck(vault, name), result });
  }
  const log = vault.log.map((e) => ({ line: e.line, salt: e.salt, text: e.text }));
  // Without a name: also not by what the phone is called, its serial number, or who is named in the log. The person knows their own phone.
  const device = usual === "full" ? () => false : saysDevice(checks.map((c) => c.result));
  const withheld = (w: Withholdable): boolean => {
    // Asked first: what was named counts as met, whatever else holds it back.
    const chosen = withhold?.withheld(w) === true;
    return chosen || (w.kind === "entry" ? !PUBLISHED.has(w.action) || device(w.text) : device(w.line));
  };
  const incidents = to.who === "person" ? "all" : consent?.incidents ? "published" : "none";
  const told = {
    ...(o.organisation === undefined ? {} : { organisation: o.organisation }),
    ...(o.tlp === undefined ? {} : { tlp: o.tlp }),
  };
  const evidence = o.evidence ? await evidenceOf(vault, checks) : undefined;
  // What a check says that stays behind is withheld with all of it.
  const unmet = (): readonly string[] => (withhold?.unmet() ?? []).filter((l) => !stay.has(l.split("/", 1)[0]!));
  const input: DossierInput = {
    title: o.title,
    lang,
    at,
    tool,
    ...told,
    edition: edition === "full" ? { kind: "full" } : { kind: "redacted", withheld, unmet },
    checks,
    custody: custodyLeaving(log, { incidents, without: stay }),
    ...(consent ? { consent: publishableConsent(consent) } : {}),
    exports: dossierExports({
      checks: checks.map((c) => c.name),
      at,
      lang,
      platform: vault.machine.platform,
      ...(o.organisation === undefined ? {} : { by: o.organisation }),
      ...(o.tlp === undefined ? {} : { tlp: o.tlp }),
    }),
    ...(evidence ? { evidence: evidence.files } : {}),
    salts: saltsOf(await secretOf(vault)),
    never: [...names, ...(o.never ?? [])],
    report: o.report,
  };
  return { input, edition, stay: [...stay], without: evidence?.without ?? 0 };
}
