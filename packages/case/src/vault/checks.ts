/** Checks of a case: run within its consent, kept for ever beside the ones before. @module */
import {
  type Cancel,
  type Context,
  ContraluzError,
  type Input,
  type Problem,
  type Result,
  type Sha256,
} from "@contraluz/core";
import type { CompiledIndicators } from "@contraluz/detection";
import { check, type Progress, recheck } from "@contraluz/engine";
import { encodeStructure, ResultWriter, readResult, recordsName, type StoredFolder } from "@contraluz/store";
import { scopeOf, standing, within } from "../consent/gate.ts";
import type { CheckNote } from "../log/actions.ts";
import { hashText } from "../log/entry.ts";
import { type Carried, carriedReviews } from "../review/carry.ts";
import { nextFolder } from "./copies.ts";
import { refuse } from "./refused.ts";
import { type CaseState, latestConsent, withdrawalOf } from "./state.ts";
import type { OpenVault, Vault } from "./vault.ts";

/** What the person told, as every check of the case is told it. */
export function contextOf(state: Pick<CaseState, "windows" | "known">, asOf = ""): Context {
  return { asOf, custody: state.windows.map((w) => [w.from, w.to] as const), known: state.known };
}

/** Checks that are there, oldest first. */
export function checksOf(state: CaseState): CaseState["checks"] {
  return state.checks.filter((c) => !c.removed);
}

/** A check of a case as any stored result. */
export function storedCheck(vault: Pick<Vault, "files">, name: string): StoredFolder {
  return {
    async read(file) {
      const source = await vault.files.read(`checks/${name}/${file}`);
      if (!source) throw new ContraluzError("case-damaged", `checks/${name}/${file} is not there`);
      return source;
    },
  };
}

/** The result of a check of a case. */
export function resultOfCheck(vault: Pick<Vault, "files">, name: string): Promise<Result> {
  return readResult(storedCheck(vault, name));
}

export function noteOf(name: string, result: Result, resultSha256: string): CheckNote {
  return {
    check: name,
    resultSha256,
    evidence: result.evidence.map((e) => e.id),
    verdict: result.verdict.evidence,
    complete: result.verdict.complete,
    version: result.tool.version,
    indicators: result.indicators.map((s) => s.sha256),
  };
}

export interface CaseCheck {
  readonly actor: string;
  readonly compiled: CompiledIndicators;
  readonly version: string;
  /** Further files of the result, made of it: `report.html`, `run.json`. */
  readonly pages?: (result: Result, json: string) => readonly { readonly name: string; readonly text: string }[];
  /** Ids under which the case took in what is checked. */
  readonly taken?: readonly Sha256[];
  readonly asOf?: string;
  /** `read` where only what is read is at hand, as of a pack; else everything is hashed, so that the id is that of the intake. */
  readonly hash?: "read" | "all";
  readonly asked?: (artifact: string) => boolean;
  readonly workers?: number;
  readonly secret?: (why: Problem) => Promise<Uint8Array | undefined>;
  readonly cancel?: Cancel;
  readonly progress?: (p: Progress) => void;
}

/**
 * Checks evidence for a case. The result is in `checks/NNNN` and in the log when the promise is kept; nothing is left of a check that
 * failed. Throws Refused where no consent allows it, and what `check` throws.
 */
export async function checkInCase(
  vault: OpenVault,
  inputs: readonly Input[],
  o: CaseCheck,
): Promise<{ readonly name: string; readonly result: Result }> {
  const consent = latestConsent(vault.state);
  refuse(standing(consent, vault.machine.now().slice(0, 10), withdrawalOf(vault.state)));
  const name = await nextFolder(vault, "checks");
  const writer = new ResultWriter(await vault.files.stage(`checks/${name}`), vault.machine.platform);
  try {
    const result = await check(inputs, {
      platform: vault.machine.platform,
      compiled: o.compiled,
      writer,
      version: o.version,
      context: contextOf(vault.state, o.asOf),
      scope: scopeOf(consent),
      hash: o.hash ?? "all",
      ...(o.asked ? { asked: o.asked } : {}),
      ...(o.workers === undefined ? {} : { workers: o.workers }),
      ...(o.secret ? { secret: o.secret } : {}),
      ...(o.cancel ? { cancel: o.cancel } : {}),
      ...(o.progress ? { progress: o.progress } : {}),
    });
    const json = `${encodeStructure(result)}\n`;
    for (const page of o.pages?.(result, json) ?? []) await writer.file(page.name, page.text);
    if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    await writer.finish(json);
    const resultSha256 = hashText(vault.machine.platform, json);
    const note = { ...noteOf(name, result, resultSha256), ...(o.taken ? { taken: o.taken } : {}) };
    await vault.write({ actor: o.actor, action: "check", data: note, input: note.evidence, output: [resultSha256] });
    return { name, result };
  } catch (e) {
    await writer.discard().catch(() => {});
    throw e;
  }
}

/** Bytes that are copied at once. */
const COPY = 1 << 20;

/**
 * Compares the records of a check of the case with other signs: a new check beside it, with the decisions that still stand on the same
 * records. Reads no evidence. Throws Refused where the
 * consent does not stand any more, or allows less than that check read, and what `recheck` throws.
 */
export async function recheckInCase(
  vault: OpenVault,
  of: string,
  o: Pick<CaseCheck, "actor" | "compiled" | "version" | "pages" | "asOf" | "cancel">,
): Promise<{ readonly name: string; readonly result: Result; readonly carried: Carried }> {
  const consent = latestConsent(vault.state);
  refuse(standing(consent, vault.machine.now().slice(0, 10), withdrawalOf(vault.state)));
  // Records of what may not be read any more are not kept once more.
  const before = await resultOfCheck(vault, of);
  if (!within(before.scope, scopeOf(consent))) refuse({ code: "wider-check", clause: "data", params: {} });
  const folder = storedCheck(vault, of);
  const { asOf: _, ...told } = contextOf(vault.state);
  const result = await recheck(folder, {
    compiled: o.compiled,
    version: o.version,
    context: { ...told, ...(o.asOf ? { asOf: o.asOf } : {}) },
    ...(o.cancel ? { cancel: o.cancel } : {}),
  });
  const name = await nextFolder(vault, "checks");
  const stage = await vault.files.stage(`checks/${name}`);
  try {
    for (const file of [...Object.keys(result.records).map(recordsName), "index/timeline.bin", "files.sha256"]) {
      const source = await vault.files.read(`checks/${of}/${file}`);
      if (!source) continue;
      for (let at = 0; at < source.size; at += COPY) {
        if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
        await stage.append(file, await source.read(at, COPY));
      }
      await source.close?.();
    }
    const json = `${encodeStructure(result)}\n`;
    const text = (file: string, t: string): Promise<void> => stage.append(file, new TextEncoder().encode(t));
    for (const page of o.pages?.(result, json) ?? []) await text(page.name, page.text);
    await text("result.json", json);
    await stage.commit();
    const resultSha256 = hashText(vault.machine.platform, json);
    const note = { ...noteOf(name, result, resultSha256), of };
    const carried = carriedReviews({ check: of, result: before }, { check: name, result }, vault.state.reviews);
    const { actor } = o;
    await vault.writeAll([
      { actor, action: "recheck", data: note, input: note.evidence, output: [resultSha256] },
      ...carried.reviews.map((data) => ({ actor, action: "review", data }) as const),
    ]);
    return { name, result, carried };
  } catch (e) {
    await stage.discard().catch(() => {});
    throw e;
  }
}
