/**
 * Looks through what arrived: each pack, and each thing in a folder that is called like a case, becomes a check of a case. Nobody needs to
 * sit there: what cannot be done is set aside with its reason, and the next run tries it again. What was taken in is not taken in twice.
 * @module
 */
import { byCodeUnit, ContraluzError, type Input, type RandomAccess, say, type Words } from "@contraluz/core";
import { mayKeep, standing } from "../consent/gate.ts";
import type { TakenEvidence } from "../log/actions.ts";
import { readFront, receivePack } from "../pack/receive.ts";
import { readPartName } from "../pack/types.ts";
import { checkInCase, resultOfCheck } from "../vault/checks.ts";
import { copyEvidence, hashEvidence, openCopy } from "../vault/copies.ts";
import { Refused, refuse } from "../vault/refused.ts";
import { type CaseState, latestConsent, withdrawalOf } from "../vault/state.ts";
import { createVault, type OpenVault, openVault, openVaultToWrite } from "../vault/vault.ts";
import { type Known, knownOf, textOf } from "./known.ts";
import type { Arrival, Arrivals, AsideReason, CaseShelf, IntakeOptions } from "./types.ts";
import { openerOf } from "./types.ts";
import { ASIDE, NEXT } from "./words.ts";

/** What an error means for what arrived. */
export function reasonOf(e: unknown): AsideReason {
  if (e instanceof Refused) return e.refusal.code === "no-consent" ? "no-consent" : "consent-refuses";
  if (!(e instanceof ContraluzError)) return "failed";
  if (e.code === "case-key") return "other-key";
  if (e.code === "pack-damaged") return "damaged";
  if (e.code === "case-damaged" || e.code === "case-busy") return "case-trouble";
  if (e.code.startsWith("evidence-")) return "not-evidence";
  return /-(needed|wrong)$/.test(e.code) ? "needs-secret" : "failed";
}

/** What an error says, in one short line: parts of it may come from whoever sent the pack. */
export function detailOf(e: unknown): string {
  const text = e instanceof Error ? e.message : String(e);
  return text.slice(0, 500).replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
}

function aside(what: string, e: unknown, of?: string): Arrival {
  const detail = detailOf(e);
  return { what, outcome: "aside", why: reasonOf(e), detail, ...(of === undefined ? {} : { case: of }) };
}

/** Evidence of which no check tells, and of which nobody was told that it cannot be checked: something stopped in between. */
function unchecked(state: CaseState): CaseState["evidence"] {
  const done = new Set([
    ...state.checks.flatMap((c) => [...c.evidence, ...(c.taken ?? [])]),
    ...state.problems.map((p) => p.what),
  ]);
  return state.evidence.filter((e) => !done.has(e.id) && !e.removed);
}

/** A folder name for a new case: the label of the person and the day, with a number if there is one of that name. */
export function newName(label: string, day: string, taken: ReadonlySet<string>): string {
  const plain = `${day}-${
    label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 30) || "caso"
  }`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.has(name)) return name;
  }
}

type Checked = Pick<Arrival, "check" | "verdict" | "why" | "detail"> & { readonly outcome?: "aside" };

/** Checks evidence of a case, and says what comes next. What keeps it from being checked is written down, and a person is asked to look. */
async function checkNow(vault: OpenVault, evidence: TakenEvidence, input: Input, o: IntakeOptions): Promise<Checked> {
  const status = (waiting: "us" | "person", next: Words): Promise<unknown> =>
    vault.write({ actor: o.actor, action: "status", data: { waiting, next: say(next, o.lang) } });
  try {
    const { name, result } = await checkInCase(vault, [input], {
      actor: o.actor,
      compiled: o.compiled,
      version: o.version,
      taken: [evidence.id],
      hash: evidence.partial ? "read" : "all",
      ...(o.pages ? { pages: o.pages } : {}),
      ...(o.workers === undefined ? {} : { workers: o.workers }),
      ...(o.cancel ? { cancel: o.cancel } : {}),
      ...(o.progress ? { progress: o.progress } : {}),
    });
    const { evidence: verdict, complete } = result.verdict;
    await status(
      verdict === "unchecked" ? "person" : "us",
      NEXT[verdict === "none-found" && !complete ? "gaps" : verdict],
    );
    return { check: name, verdict };
  } catch (e) {
    if (o.cancel?.aborted) throw e;
    const why = reasonOf(e);
    const detail = detailOf(e);
    await vault.write({ actor: o.actor, action: "problem", data: { what: evidence.id, found: detail } });
    await status("us", ASIDE[why]);
    return { outcome: "aside", why, detail };
  }
}

/** What the sender's check said beside ours. */
async function compareWithSender(
  vault: OpenVault,
  check: string,
  head: { readonly resultSha256: string; readonly version: string; readonly indicators: readonly string[] },
  o: IntakeOptions,
): Promise<void> {
  const mine = vault.state.checks.find((c) => c.check === check)!;
  const result = await resultOfCheck(vault, check);
  const differences: string[] = [];
  if (head.version !== mine.version) differences.push(`version: ${head.version}, ${mine.version}`);
  const own = result.indicators.map((s) => s.sha256);
  if (JSON.stringify(own) !== JSON.stringify(head.indicators)) differences.push("indicators");
  const equal = mine.resultSha256 === head.resultSha256;
  if (!equal && differences.length === 0) differences.push("result");
  await vault.write({ actor: o.actor, action: "reproduced", data: { check, by: "pack", equal, differences } });
}

async function takePack(
  id: string,
  parts: readonly (() => Promise<RandomAccess>)[],
  shelf: CaseShelf,
  known: Known,
  o: IntakeOptions,
): Promise<Arrival> {
  const front = await readFront(parts, o.identities, o.machine.platform);
  if (front.id !== id) throw new ContraluzError("pack-damaged", `its files are called ${id}, and it is ${front.id}`);
  if (!front.consent) return { what: id, outcome: "aside", why: "no-consent" };
  const said = textOf(front.consent);
  const former = known.former.get(said);
  const day = o.machine.now().slice(0, 10);
  refuse(mayKeep(front.consent, "copies", day, former?.withdrawn));
  if (former) return { what: id, outcome: "aside", why: "other-consent", case: former.case };
  const joins = known.consents.get(said) ?? known.evidence.get(front.head.evidence.id);
  const name = joins ?? newName(front.consent.person.label, day, new Set(await shelf.list()));
  const vault =
    joins === undefined
      ? await createVault(
          shelf.folder(name),
          { title: front.consent.person.label, lang: o.lang, actor: o.actor, to: { recipients: o.recipients } },
          o.machine,
        )
      : await openVaultToWrite(shelf.folder(name), openerOf(o), o.machine);
  let kept = joins !== undefined;
  try {
    const { actor } = o;
    if (joins !== undefined) {
      const holds = latestConsent(vault.state);
      refuse(standing(holds, day, withdrawalOf(vault.state)));
      // What a pack brings never takes the place of what the person told the case.
      if (textOf(holds!) !== said) return { what: id, outcome: "aside", why: "other-consent", case: name };
    }
    const got = await receivePack(vault, parts, o.identities, o.cancel, id);
    if (joins === undefined) await vault.write({ actor, action: "consent", data: { consent: front.consent } });
    const has = (from: string, to: string): boolean => vault.state.windows.some((w) => w.from === from && w.to === to);
    for (const [from, to] of got.head.context.custody)
      if (!has(from, to)) await vault.write({ actor, action: "window", data: { from, to, why: "pack" } });
    if (got.head.context.known.length > 0)
      await vault.write({ actor, action: "known", data: { values: got.head.context.known } });
    await vault.write({
      actor,
      action: "intake",
      data: { evidence: [got.taken], how: "copy", from: `pack ${id}` },
      input: [got.taken.id],
    });
    kept = true;
    await vault.write({ actor, action: "pack-received", data: { id, parts: got.sha256 } });
    known.packs.set(id, name);
    known.evidence.set(got.taken.id, name);
    known.consents.set(said, name);
    const checked = await checkNow(vault, got.taken, await openCopy(vault, got.taken), o);
    if (checked.check !== undefined) await compareWithSender(vault, checked.check, got.head, o);
    return { what: id, outcome: joins === undefined ? "new" : "joined", case: name, ...checked };
  } catch (e) {
    // A case that was made for a pack that does not hold is none.
    if (!kept) for (const f of await shelf.folder(name).list("")) if (f !== "lock") await shelf.folder(name).remove(f);
    throw e;
  } finally {
    await vault.close();
  }
}

/** Of a case that is there: checks what something kept from being checked, if there is any. */
async function finishCase(name: string, what: string, shelf: CaseShelf, o: IntakeOptions): Promise<Arrival> {
  const { state } = await openVault(shelf.folder(name), openerOf(o), o.machine);
  if (unchecked(state).every((e) => e.folder === undefined)) return { what, outcome: "known", case: name };
  const vault = await openVaultToWrite(shelf.folder(name), openerOf(o), o.machine);
  try {
    let said: Checked = {};
    for (const e of unchecked(vault.state))
      if (e.folder !== undefined) said = await checkNow(vault, e, await openCopy(vault, e), o);
    return { what, outcome: "joined", case: name, ...said };
  } finally {
    await vault.close();
  }
}

async function takeInto(
  name: string,
  path: string,
  arrivals: Arrivals,
  shelf: CaseShelf,
  o: IntakeOptions,
): Promise<Arrival> {
  const vault = await openVaultToWrite(shelf.folder(name), openerOf(o), o.machine);
  try {
    const day = o.machine.now().slice(0, 10);
    const withdrawn = withdrawalOf(vault.state);
    const consent = latestConsent(vault.state);
    refuse(standing(consent, day, withdrawn));
    const input = await arrivals.input(path);
    const how = { report: () => {}, ...(o.cancel ? { cancel: o.cancel } : {}) };
    const seen = await hashEvidence(input, o.machine, how);
    const had = vault.state.evidence.find((e) => e.id === seen.id);
    if (had && !unchecked(vault.state).includes(had)) return { what: path, outcome: "known", case: name };
    const copies = mayKeep(consent, "copies", day, withdrawn) === undefined;
    const taken = had ?? (copies ? await copyEvidence(vault, input, how) : seen);
    if (!had)
      await vault.write({
        actor: o.actor,
        action: "intake",
        data: { evidence: [taken], how: copies ? "copy" : "hash", from: "inbox" },
        input: [taken.id],
      });
    // Where no copy may be kept, what lies in the inbox is what is checked.
    const from = taken.folder === undefined ? input : await openCopy(vault, taken);
    return { what: path, outcome: "joined", case: name, ...(await checkNow(vault, taken, from, o)) };
  } finally {
    await vault.close();
  }
}

interface PackParts {
  readonly id: string;
  readonly of: number;
  readonly parts: Map<number, string>;
}

/** Packs by id and number of parts, with the parts that are there: whoever calls a file so keeps no pack of that id from coming in. */
function packsOf(names: readonly string[]): Map<string, PackParts> {
  const packs = new Map<string, PackParts>();
  for (const name of names) {
    const p = readPartName(name);
    if (!p) continue;
    const key = `${p.id} ${String(p.of).padStart(4, "0")}`;
    let pack = packs.get(key);
    if (!pack) packs.set(key, (pack = { id: p.id, of: p.of, parts: new Map() }));
    pack.parts.set(p.part, name);
  }
  return packs;
}

/**
 * Takes in everything that can be. Never throws for one arrival: it is set aside. Throws what the folder of arrivals throws.
 * @example for (const a of await takeIn(arrivals, shelf, options)) show(a);
 */
export async function takeIn(arrivals: Arrivals, shelf: CaseShelf, o: IntakeOptions): Promise<readonly Arrival[]> {
  // Two at once would make two cases of one pack.
  const unlock = shelf.lock ? await shelf.lock() : async () => {};
  if (!unlock) throw new ContraluzError("case-busy", "another program takes in what arrived for these cases");
  try {
    return await takeAll(arrivals, shelf, o);
  } finally {
    await unlock();
  }
}

async function takeAll(arrivals: Arrivals, shelf: CaseShelf, o: IntakeOptions): Promise<readonly Arrival[]> {
  const out: Arrival[] = [];
  const add = (a: Arrival): void => {
    out.push(a);
    o.done?.(a);
  };
  const known = await knownOf(shelf, o);
  const top = await arrivals.list("");
  const packs = packsOf(top.map((e) => e.name));
  for (const [, pack] of [...packs].sort(([a], [b]) => byCodeUnit(a, b))) {
    const { id } = pack;
    const had = known.packs.get(id);
    const missing = Array.from({ length: pack.of }, (_, i) => i + 1).filter((n) => !pack.parts.has(n));
    if (had !== undefined)
      add(await finishCase(had, id, shelf, o).catch((e: unknown) => stopped(e, o) ?? aside(id, e, had)));
    else if (missing.length > 0) add({ what: id, outcome: "waiting", missing });
    else {
      const parts = Array.from({ length: pack.of }, (_, i) => () => arrivals.open(pack.parts.get(i + 1)!));
      add(await takePack(id, parts, shelf, known, o).catch((e: unknown) => stopped(e, o) ?? aside(id, e)));
    }
  }
  const cases = new Set(await shelf.list());
  for (const e of top) {
    if (readPartName(e.name) || /^contraluz-[0-9a-f]{16}\.parts\.json$/.test(e.name)) continue;
    if (e.kind === "folder" && cases.has(e.name)) {
      const inside = await arrivals.list(e.name).catch((x: unknown) => {
        add(aside(e.name, x, e.name));
        return [];
      });
      for (const inner of inside) {
        const path = `${e.name}/${inner.name}`;
        add(
          await takeInto(e.name, path, arrivals, shelf, o).catch(
            (x: unknown) => stopped(x, o) ?? aside(path, x, e.name),
          ),
        );
      }
    } else add({ what: e.name, outcome: "aside", why: "no-consent" });
  }
  return out;
}

/** Whoever gave up gave up on all of it. */
function stopped(e: unknown, o: IntakeOptions): undefined {
  if (o.cancel?.aborted) throw e;
  return undefined;
}
