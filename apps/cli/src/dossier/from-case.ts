/** What of a case goes into a dossier, and whether its consent lets it go to whom it is for. @module */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Audience } from "@contraluz/case/consent/types.ts";
import type { DossierInput, DossierMade } from "@contraluz/case/dossier/index.ts";
import {
  type CaseDossier,
  type CaseDossierOptions,
  type CaseEdition,
  dossierOfCase,
} from "@contraluz/case/dossier/of-case.ts";
import { type OpenVault, openVaultToWrite } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { actorOf, nodeMachine, refusedWords } from "../case/open.ts";
import { openerOf } from "../case/opener.ts";
import { pathOf } from "./bag.ts";
import { D, LINE } from "./words.ts";

export function isCase(path: string): boolean {
  return existsSync(join(path, "case.json"));
}

function audienceOf(args: Args): Audience {
  const to = args.one("whom");
  if (to === undefined) throw new UsageError(say(D.needTo, args.lang));
  return to === "public" || to === "person" ? { who: to } : { who: "named", name: to };
}

/** Opens the case to write; the caller lets go of it. Throws UsageError where the consent says no. */
export async function caseInput(
  args: Args,
  shared: Pick<DossierInput, "lang" | "at" | "tool" | "organisation" | "tlp" | "never"> &
    Pick<CaseDossierOptions, "report">,
): Promise<CaseDossier & { readonly vault: OpenVault }> {
  const to = audienceOf(args);
  const path = pathOf(args, 0, LINE.make);
  const vault = await openVaultToWrite(vaultFolder(path), await openerOf(args, path), nodeMachine());
  try {
    const evidence = args.flags.has("with-evidence");
    return { ...(await dossierOfCase(vault, { ...shared, to, title: args.one("subject") ?? "", evidence })), vault };
  } catch (e) {
    await vault.close();
    throw refusedWords(e, args);
  }
}

/** Writes down in the case what was made, and for whom. */
export async function noteDossier(
  vault: OpenVault,
  made: DossierMade,
  edition: CaseEdition,
  args: Args,
): Promise<void> {
  const to = args.one("whom");
  await vault.write({
    actor: actorOf(args),
    action: "dossier",
    output: [made.tagmanifest],
    data: { edition, tagmanifest: made.tagmanifest, ...(to === undefined ? {} : { recipient: to }) },
  });
}
