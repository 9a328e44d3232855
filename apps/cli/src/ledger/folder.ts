/** A ledger on this computer: its file, the texts of its sources beside it, pages of documents, and the case that it cites. @module */
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { isDate } from "@contraluz/archive/ledger/dates.ts";
import {
  type CaseCite,
  checkLedger,
  type LedgerView,
  PageTexts,
  readLedger,
  viewOf,
} from "@contraluz/archive/ledger/index.ts";
import { pagesShown } from "@contraluz/archive/open/shown.ts";
import { resultOfCheck } from "@contraluz/case/vault/checks.ts";
import { archivesThere, openVault, Refused, type Vault } from "@contraluz/case/vault/index.ts";
import { byCodeUnit, type Result, say } from "@contraluz/core";
import { vaultFolder } from "@contraluz/platform-node";
import { pagesAt } from "../archive/parts.ts";
import { type Args, UsageError } from "../args.ts";
import { casePath, nodeMachine } from "../case/open.ts";
import { openerOf } from "../case/opener.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { LW } from "./words.ts";

const LEDGER = "ledger.jsonl";
/** Bytes of a ledger, of one text, and how many texts. */
const MAX_LEDGER = 64 << 20;
const MAX_TEXT = 8 << 20;
const MAX_TEXTS = 20_000;
const TEXTS: ReadonlySet<string> = new Set([".txt", ".md", ".text"]);

/** The path, if something lies there. Throws UsageError if nothing does. */
export function there(path: string, args: Args): string {
  if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
  return path;
}

/** UTF-8, else what Windows wrote in its day. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Texts below a folder; form feeds part their pages. */
async function addTexts(folder: string, texts: PageTexts): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((e) => e.isFile() && TEXTS.has(extname(e.name).toLowerCase()))
    .map((e) => join(e.parentPath, e.name))
    .sort(byCodeUnit)
    .slice(0, MAX_TEXTS);
  for (const path of files) {
    if (statSync(path).size > MAX_TEXT) continue;
    const bytes = await readFile(path);
    const doc = createHash("sha256").update(bytes).digest("hex");
    for (const [i, text] of decode(bytes).split("\f").entries())
      texts.add({ doc, page: i + 1, state: text.trim() === "" ? "blank" : "read", text });
  }
}

async function addPages(path: string, texts: PageTexts, args: Args): Promise<void> {
  const { bad } = await pagesAt(there(resolve(path), args), args, (p) => texts.add(p));
  if (bad > 0) process.stderr.write(`${say(LW.badPages, args.lang, { path: printable(path), n: bad })}\n`);
}

/** The case that answers for cites and quotes: the one at hand, or that was named with `--in-case`. */
async function caseOf(args: Args, open: Vault | undefined): Promise<Vault | undefined> {
  const path = args.one("in-case");
  if (open || path === undefined) return open;
  const folder = vaultFolder(there(resolve(path), args));
  return openVault(folder, await openerOf(args, resolve(path)), nodeMachine());
}

/** Pages of documents that the case holds, while its consent allows them to be read. */
async function addCase(vault: Vault, texts: PageTexts): Promise<void> {
  if (archivesThere(vault.state).length === 0) return;
  const { allowDocuments, partsOfCase } = await import("@contraluz/archive/in-case/index.ts");
  try {
    allowDocuments(vault);
  } catch (e) {
    if (e instanceof Refused) return;
    throw e;
  }
  for await (const batch of pagesShown(await partsOfCase(vault), () => {})) for (const p of batch) texts.add(p);
}

async function citedIn(vault: Vault): Promise<(c: CaseCite) => boolean> {
  const results = new Map<string, Result>();
  for (const { check, removed } of vault.state.checks)
    if (!removed) results.set(check, await resultOfCheck(vault, check));
  const incidents = new Set(vault.state.incidents.map((i) => i.incident.id));
  return (c) => {
    if ("incident" in c) return incidents.has(c.incident);
    const r = results.get(c.check);
    if (!r || (c.evidence !== undefined && !r.evidence.some((e) => e.id === c.evidence))) return false;
    if ("finding" in c) return r.findings.some((f) => f.id === c.finding);
    return Object.hasOwn(r.records, c.artifact) && c.ordinal < r.records[c.artifact]!.count;
  };
}

/** The ledger in a folder, checked, as it was known on a day. `open`: the case that it belongs to. */
export async function ledgerIn(folder: string, args: Args, open?: Vault): Promise<LedgerView> {
  const { lang } = args;
  const path = statSync(there(folder, args)).isDirectory() ? join(folder, LEDGER) : folder;
  if (!existsSync(path)) throw new UsageError(say(LW.noLedger, lang, { path: printable(folder) }));
  if (statSync(path).size > MAX_LEDGER) throw new UsageError(say(LW.tooLarge, lang, { path: printable(path) }));
  const at = args.one("at");
  if (at !== undefined && !(at.length === 10 && isDate(at)))
    throw new UsageError(say(LW.notADay, lang, { day: printable(at) }));
  const read = readLedger(decode(await readFile(path)));
  const texts = new PageTexts();
  await addTexts(resolve(path, ".."), texts);
  for (const p of args.all("pages")) await addPages(p, texts, args);
  const vault = await caseOf(args, open);
  if (vault) await addCase(vault, texts);
  const cited = vault && (await citedIn(vault));
  const checked = checkLedger(read.ledger, { texts, ...(cited ? { cited } : {}) });
  if (read.more > 0) process.stderr.write(`${say(LW.more, lang, { n: read.more })}\n`);
  return viewOf(checked, read.faults, at);
}

/** The ledger that a command names first. */
export const ledgerOf = (args: Args): Promise<LedgerView> => ledgerIn(casePath(args), args);
