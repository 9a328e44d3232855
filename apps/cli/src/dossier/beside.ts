/** What goes along with a dossier beside its checks: a ledger of promises and acts, and documents that the case holds. @module */
import { resolve } from "node:path";
import { archiveForDossier } from "@contraluz/archive/in-case/index.ts";
import {
  type CaseCite,
  checkLines,
  ledgerDossierRows,
  ledgerExports,
  withheldActs,
} from "@contraluz/archive/ledger/index.ts";
import { refusalWords } from "@contraluz/case/consent/words.ts";
import type { DossierEvidence, DossierExport, DossierRow, ExportView, Told } from "@contraluz/case/dossier/types.ts";
import { archivesThere, type OpenVault, Refused } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { reportFonts } from "../fonts.ts";
import { daysIn } from "../ledger/beside.ts";
import { ledgerIn } from "../ledger/folder.ts";
import { printable } from "../terminal.ts";
import { D } from "./words.ts";

export interface Beside {
  readonly exports: readonly DossierExport[];
  readonly rows: readonly DossierRow[];
  readonly evidence: readonly DossierEvidence[];
  /** Documents that are not along. */
  readonly without: number;
}

const NOTHING: Beside = { exports: [], rows: [], evidence: [], without: 0 };

/** Whether this edition shows what a line of the ledger rests on. */
function shownIn(views: readonly ExportView[], told: Told): (c: CaseCite) => boolean {
  const byCheck = new Map(views.map((v) => [v.check, v]));
  const incidents = new Set(told.incidents.map((i) => i.id));
  return (c) => {
    if ("incident" in c) return incidents.has(c.incident);
    const v = byCheck.get(c.check);
    if (!v) return false;
    if ("finding" in c) return v.result.findings.some((f) => f.id === c.finding);
    const all = Object.hasOwn(v.result.records, c.artifact) ? v.result.records[c.artifact]!.count : 0;
    return c.ordinal < all && v.withheld?.get(c.artifact)?.has(c.ordinal) !== true;
  };
}

/**
 * The ledger that was named: only one in which nothing fails. Of a case its cites and quotes are looked up there. `strict`: an act that rests
 * on something of the case that the edition does not show makes none.
 */
export async function ledgerBeside(args: Args, vault: OpenVault | undefined, strict: boolean): Promise<Beside> {
  const folder = args.one("ledger");
  if (folder === undefined) return NOTHING;
  const { lang } = args;
  const v = await ledgerIn(resolve(folder), args, vault);
  if (v.faults.length + v.refusals.length > 0) {
    const list = checkLines(v, lang).slice(0, 10).map(printable).join("\n");
    throw new UsageError(say(D.ledgerFails, lang, { list }));
  }
  const by = args.one("by");
  const made = ledgerExports(v, { lang, fonts: reportFonts(), ...(by === undefined ? {} : { publisher: by }) });
  const looked = made.map(
    (e): DossierExport => ({
      ...e,
      make(views, told) {
        const acts = strict ? withheldActs(v.checked, shownIn(views, told)) : [];
        if (acts.length > 0)
          throw new UsageError(say(D.ledgerWithheld, lang, { list: acts.slice(0, 10).map(printable).join(", ") }));
        return e.make(views, told);
      },
    }),
  );
  const rows = ledgerDossierRows(v.checked, v.at, daysIn(args, nodePlatform().zoneOffset));
  return { ...NOTHING, exports: looked, rows: strict ? rows : rows.map((r) => ({ ...r, cites: [] })) };
}

/** Documents of the case, where its evidence may go along. What the consent does not allow is said, and stays. */
export async function archiveBeside(args: Args, vault: OpenVault): Promise<Beside> {
  if (!args.flags.has("with-evidence") || archivesThere(vault.state).length === 0) return NOTHING;
  try {
    return await archiveForDossier(vault, daysIn(args, nodePlatform().zoneOffset));
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    process.stderr.write(`${say(D.noDocuments, args.lang, { why: refusalWords(e.refusal, args.lang) })}\n`);
    return NOTHING;
  }
}
