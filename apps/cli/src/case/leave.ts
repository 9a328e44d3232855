/** What leaves a case goes through its consent, and is written down. @module */
import { createHash } from "node:crypto";
import { mayExport, mayLeave as mayLeaveCheck } from "@contraluz/case/consent/gate.ts";
import type { Audience, Edition, Share } from "@contraluz/case/consent/types.ts";
import { reasonWords } from "@contraluz/case/review/words.ts";
import {
  latestConsent,
  openVault,
  openVaultToWrite,
  refuse,
  resultOfCheck,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { vaultFolder } from "@contraluz/platform-node";
import type { ReviewDecision } from "@contraluz/report";
import type { Args } from "../args.ts";
import type { CaseCheckRef } from "../commands/stored.ts";
import { actorOf, nodeMachine, refusedWords } from "./open.ts";
import { openerOf } from "./opener.ts";

/** Whom `--share-with` names. */
export function audienceOf(args: Args): Audience {
  const who = args.one("share-with") ?? "person";
  return who === "person" || who === "public" ? { who } : { who: "named", name: who };
}

/**
 * Throws UsageError, with the clause, where the consent of the case does not let it leave. Nothing is asked of what is no case. `checks`: whose
 * records are in it, if not that of `of` alone.
 */
export async function mayLeave(
  args: Args,
  of: CaseCheckRef | undefined,
  what: Share,
  edition: Edition,
  checks?: readonly string[],
): Promise<void> {
  if (!of) return;
  const machine = nodeMachine();
  const vault = await openVault(vaultFolder(of.path), await openerOf(args, of.path), machine);
  const withdrawn = withdrawalOf(vault.state);
  const ask = {
    what,
    edition,
    to: audienceOf(args),
    on: machine.now().slice(0, 10),
    ...(withdrawn ? { withdrawn } : {}),
  };
  try {
    const consent = latestConsent(vault.state);
    refuse(mayExport(consent, ask));
    for (const check of checks ?? [of.check])
      refuse(mayLeaveCheck(consent, (await resultOfCheck(vault, check)).scope, ask.to));
  } catch (e) {
    throw refusedWords(e, args);
  }
}

/** What named people decided about the findings of a check of a case; nothing of what is no case. */
export async function decisionsOf(args: Args, of: CaseCheckRef | undefined): Promise<readonly ReviewDecision[]> {
  if (!of) return [];
  const vault = await openVault(vaultFolder(of.path), await openerOf(args, of.path), nodeMachine());
  return vault.state.reviews
    .filter((r) => r.about.check === of.check)
    .map((r) => ({
      finding: r.about.finding,
      decision: r.decision,
      why: reasonWords(r, args.lang),
      reviewer: r.reviewer,
    }));
}

/** Hashes what is written, to be noted when all of it is out. */
export class Leaving {
  readonly #hash = createHash("sha256");
  #bytes = 0;

  take(text: string): void {
    this.#hash.update(text);
    this.#bytes += Buffer.byteLength(text);
  }

  /** Writes down what left. */
  async note(args: Args, of: CaseCheckRef | undefined, format: string): Promise<void> {
    if (!of) return;
    const vault = await openVaultToWrite(vaultFolder(of.path), await openerOf(args, of.path), nodeMachine());
    try {
      const data = { format: `${format} ${of.check}`, sha256: this.#hash.digest("hex"), bytes: this.#bytes };
      await vault.write({ actor: actorOf(args), action: "export", data, output: [data.sha256] });
    } finally {
      await vault.close();
    }
  }
}
