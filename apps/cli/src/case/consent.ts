/** `contraluz case consent`, `case letter`, `case withdraw`: what a person allows, and that they take it back. @module */
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ARTIFACTS } from "@contraluz/artifacts";
import { scopeOf } from "@contraluz/case/consent/gate.ts";
import { isGroup } from "@contraluz/case/consent/groups.ts";
import { type Draft, letterHtml, letterText } from "@contraluz/case/consent/letter.ts";
import { ACT, WHAT } from "@contraluz/case/consent/purge-words.ts";
import { readConsent } from "@contraluz/case/consent/read.ts";
import { termOf, termWords } from "@contraluz/case/consent/term.ts";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { type PurgeItem, purgeNarrowed, purgeWithdrawn } from "@contraluz/case/consent/withdraw.ts";
import { MAX_FORM, parseForm } from "@contraluz/case/forms/fields.ts";
import { faultWords } from "@contraluz/case/forms/words.ts";
import {
  latestConsent,
  type OpenVault,
  removeParts,
  resultOfCheck,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { type Lang, type Scope, say } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { notThere } from "../commands/report.ts";
import { EXIT } from "../exit.ts";
import { reportFonts } from "../fonts.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { K } from "./consent-words.ts";
import { aboutPerson, actorOf, caseShown, lineOf, sure, writeCase } from "./open.ts";
import { C } from "./words.ts";

/** Bytes of a scan of a letter. */
const MAX_LETTER = 200 << 20;

/** The text of a small file that the person named. */
export async function formText(path: string): Promise<string> {
  const bytes = await readFile(resolve(path));
  if (bytes.length > 4 * MAX_FORM) throw new UsageError(`${printable(path)}: ${bytes.length} bytes`);
  return bytes.toString("utf8");
}

export async function writeNew(path: string, text: string, option: string, args: Args): Promise<void> {
  const file = resolve(path);
  await writeFile(file, text, { flag: "wx", mode: 0o600 }).catch((e: unknown) => {
    throw notThere(e, file, option, args);
  });
  process.stderr.write(`${say(K.wrote, args.lang, { path: printable(file) })}\n`);
}

export function faultsError(path: string, lines: readonly string[], lang: Lang): UsageError {
  return new UsageError(
    say(K.faults, lang, { path: printable(path), list: lines.map((l) => `  - ${printable(l)}`).join("\n") }),
  );
}

function needRest(args: Args, at: number): string {
  const path = args.paths[at];
  if (path === undefined) throw new UsageError(say(C.needRest, args.lang, { line: lineOf(args) }));
  return path;
}

/** SHA-256 of the scan of the letter. */
async function letterHash(path: string): Promise<string> {
  const bytes = await readFile(resolve(path));
  if (bytes.length > MAX_LETTER) throw new UsageError(`${printable(path)}: ${bytes.length} bytes`);
  const h = nodePlatform().sha256();
  h.update(bytes);
  return h.hex();
}

/** Things that have to go, one a line. */
export function purgeLines(items: readonly PurgeItem[], args: Args): string[] {
  const { lang } = args;
  const folder = caseShown(args);
  return items.map((i) => {
    const what = say(WHAT[i.what], lang);
    const ref = i.ref.length === 64 ? `${i.ref.slice(0, 16)}…` : i.ref;
    return printable(say(ACT[i.act], lang, { what, ref, at: i.at ?? "", cmd: NAME, folder }));
  });
}

async function scopesOf(vault: OpenVault): Promise<ReadonlyMap<string, Scope>> {
  const out = new Map<string, Scope>();
  for (const c of vault.state.checks)
    if (!c.removed) {
      const result = await resultOfCheck(vault, c.check).catch(() => undefined);
      if (result) out.set(c.check, result.scope);
    }
  return out;
}

function allowedWords(c: Consent, lang: Lang): string {
  if (c.artifacts === "all") return say(K.all, lang);
  const parts = c.artifacts.map((x) => (isGroup(x) ? x : nameOf(x, lang)));
  return parts.length === 0 ? say(K.nothing, lang) : parts.join(", ");
}

function nameOf(id: string, lang: Lang): string {
  const a = ARTIFACTS.find((x) => x.id === id);
  return a ? say(a.words.name, lang) : id;
}

/** Writes a consent down. What a former one allowed and this one does not is listed. */
export async function consentCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = needRest(args, 1);
  const read = readConsent(await formText(path), new Set(ARTIFACTS.map((a) => a.id)));
  if (!("value" in read))
    throw faultsError(
      path,
      read.faults.map((f) => faultWords(f, lang)),
      lang,
    );
  const scan = args.one("letter");
  const hash = scan === undefined ? undefined : await letterHash(scan);
  const { given } = read.value;
  if (hash !== undefined && given.letterSha256 !== undefined && given.letterSha256 !== hash)
    throw new UsageError(say(K.otherLetter, lang));
  const consent: Consent = hash === undefined ? read.value : { ...read.value, given: { ...given, letterSha256: hash } };
  const out = [say(K.recorded, lang, { id: printable(consent.id) })];
  await writeCase(args, async (vault) => {
    const before = latestConsent(vault.state);
    let go = before ? purgeNarrowed(vault.state, consent, await scopesOf(vault)) : [];
    const signed = consent.given.letterSha256;
    await vault.write({
      actor: actorOf(args),
      action: "consent",
      data: { consent },
      ...(signed === undefined ? {} : { input: [signed] }),
    });
    out.push(say(K.mayRead, lang, { list: printable(allowedWords(consent, lang)) }));
    out.push(termWords(termOf(consent, vault.machine.now()), lang));
    if (signed !== undefined) out.push(say(K.letterHash, lang, { hash: signed }));
    else if (consent.given.how === "signed") out.push(say(K.noLetter, lang));
    const parts = go.flatMap((i) => (i.act === "remove" ? [i.ref] : []));
    out.push(...(await removeNow(vault, parts, `consent ${consent.id}`, args)));
    if (go.some((i) => i.act === "forget")) out.push(...(await leaveLabs(vault, `consent ${consent.id}`, args)));
    const labs = new Set(vault.state.labs.map((l) => l.lab));
    go = go.filter((i) =>
      i.act === "remove" ? partsOf(vault).includes(i.ref) : i.act !== "forget" || labs.has(i.ref),
    );
    if (go.length > 0) out.push("", say(K.mustGo, lang), ...purgeLines(go, args).map((l) => `  - ${l}`));
  });
  if (args.flags.has("json")) await writeOut(`${JSON.stringify({ consent: consent.id, scope: scopeOf(consent) })}\n`);
  else await writeOut(`${out.join("\n")}\n`);
  return EXIT.result;
}

/** What a file with part of a consent says; nothing is checked that the letter can leave blank. */
async function draftOf(path: string | undefined): Promise<Draft> {
  if (path === undefined) return {};
  const parsed = parseForm(await formText(path));
  if ("fault" in parsed || typeof parsed.json !== "object" || parsed.json === null) return {};
  const j = parsed.json as { readonly [k: string]: unknown };
  const text = (v: unknown): string | undefined => (typeof v === "string" && v.length <= 2000 ? v : undefined);
  const person = (typeof j.person === "object" && j.person !== null ? j.person : {}) as {
    readonly [k: string]: unknown;
  };
  const draft: { [k: string]: unknown } = {
    person: { label: text(person.label), name: text(person.name) },
    organisation: text(j.organisation),
    purpose: text(j.purpose),
    keepUntil: text(j.keepUntil),
  };
  // The rest only as a whole: half of it would tick a wrong box.
  const whole = readConsent(JSON.stringify({ ...BLANK, ...j }), undefined);
  if ("value" in whole)
    for (const k of [
      "artifacts",
      "content",
      "copies",
      "publication",
      "after",
      "recipients",
      "incidents",
      "compare",
    ] as const)
      if (Object.hasOwn(j, k)) draft[k] = whole.value[k];
  return draft as Draft;
}

const BLANK = {
  id: "c1",
  person: { label: "?" },
  organisation: "?",
  purpose: "?",
  artifacts: [],
  content: false,
  copies: false,
  publication: "none",
  after: "delete",
  recipients: [],
  incidents: false,
  given: { on: "2000-01-01", how: "signed" },
};

/** The letter, to print (`--html`) or as text; blank, or with what a file says already. Needs no case. */
export async function letterCommand(args: Args): Promise<number> {
  const { lang } = args;
  const draft = await draftOf(args.paths[0]);
  const names = (id: string): string => nameOf(id, lang);
  const html = args.one("html");
  if (html === undefined) await writeOut(letterText(draft, { lang, names, width: width() }));
  else {
    await writeNew(html, letterHtml(draft, { lang, names, fonts: reportFonts() }), "--html", args);
    process.stderr.write(`${say(K.print, lang, { cmd: NAME })}\n`);
  }
  return EXIT.result;
}

/** Takes the case out of labs; the lines to say. */
async function leaveLabs(vault: OpenVault, why: string, args: Args): Promise<readonly string[]> {
  if (vault.state.labs.length === 0 && args.one("lab") === undefined) return [];
  return (await import("../hunt/forget.ts")).leaveLabsNow(vault, why, args);
}

/** Parts of the case that are there: copies, checks, and pages that were read of documents. */
function partsOf(vault: OpenVault): string[] {
  const { evidence, checks, archives } = vault.state;
  return [
    ...evidence.flatMap((e) => (e.folder === undefined || e.removed ? [] : [e.folder])),
    ...checks.flatMap((c) => (c.removed ? [] : [`checks/${c.check}`])),
    ...archives.flatMap((a) => (a.removed ? [] : [`archive/${a.archive}`])),
  ];
}

/** Removes them if that was asked for or is agreed to. The lines to say. */
async function removeNow(vault: OpenVault, parts: readonly string[], why: string, args: Args): Promise<string[]> {
  const { lang } = args;
  if (parts.length === 0) return [];
  const list = parts.join(", ");
  if (!args.flags.has("yes") && !(await sure(say(K.removeAsk, lang, { list }))))
    return [say(K.notRemoved, lang, { list })];
  await removeParts(vault, actorOf(args), parts, why);
  return [say(K.removed, lang, { list })];
}

/** Writes down that the person took their consent back, removes copies and checks, and says what else has to go. */
export async function withdrawCommand(args: Args): Promise<number> {
  const { lang } = args;
  const out: string[] = [];
  await writeCase(args, async (vault) => {
    const consent = latestConsent(vault.state);
    if (!consent) throw new UsageError(say(K.noConsent, lang));
    // Said once: with --yes the same command comes again to remove what was left.
    if (!withdrawalOf(vault.state))
      await vault.write({
        actor: actorOf(args),
        action: "withdrawal",
        data: { why: args.paths[1] ?? "", by: consent.person.label },
      });
    out.push(say(K.withdrawn, lang));
    out.push(...(await leaveLabs(vault, "withdrawal", args)));
    out.push(...(await removeNow(vault, partsOf(vault), "withdrawal", args)));
    out.push("", say(K.mustGo, lang), ...purgeLines(purgeWithdrawn(vault.state), args).map((l) => `  - ${l}`));
    const told = aboutPerson(vault);
    if (told > 0) out.push("", say(C.told, lang, { n: told }));
  });
  await writeOut(`${out.join("\n")}\n`);
  return EXIT.result;
}
