/** What a person writes down in a case: each act is checked by the room that it belongs to. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { mayKeep, standing } from "@contraluz/case/consent/gate.ts";
import { ACT, WHAT } from "@contraluz/case/consent/purge-words.ts";
import { readConsent } from "@contraluz/case/consent/read.ts";
import { termOf, termWords } from "@contraluz/case/consent/term.ts";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { type PurgeItem, purgeNarrowed, purgeWithdrawn } from "@contraluz/case/consent/withdraw.ts";
import { DATE_FAULTS } from "@contraluz/case/dates/words.ts";
import { importIncidents } from "@contraluz/case/incidents/import.ts";
import { readIncident } from "@contraluz/case/incidents/make.ts";
import type { Incident } from "@contraluz/case/incidents/types.ts";
import { ROW_PROBLEMS, TABLE_FAULTS } from "@contraluz/case/incidents/words.ts";
import { readClock, undoClock } from "@contraluz/case/review/clocks.ts";
import { refuseReview } from "@contraluz/case/review/decisions.ts";
import type { CiteSource } from "@contraluz/case/review/stories.ts";
import { tagName } from "@contraluz/case/review/tags.ts";
import { CLOCK_REFUSAL, REVIEW_REFUSAL } from "@contraluz/case/review/words.ts";
import {
  checksOf,
  latestConsent,
  type OpenVault,
  refuse,
  removeParts,
  resultOfCheck,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { readCustody, windowData } from "@contraluz/case/windows/window.ts";
import { type Lang, type Result, type Scope, say } from "@contraluz/core";
import type { CaseAct } from "../ask.ts";
import { storyFrom } from "./stories.ts";
import { Unsaid } from "./told.ts";
import { DESK, faultsOf } from "./words.ts";

/** Bytes of a scan of a letter, and of a table of incidents. */
const MAX_LETTER = 200 << 20;
const MAX_SHOWN = 5;

interface Writing {
  readonly vault: OpenVault;
  readonly actor: string;
  readonly lang: Lang;
  /** What answers to cites. */
  source(): Promise<CiteSource>;
}

async function hashOf(file: File, w: Writing): Promise<string> {
  if (file.size > MAX_LETTER) throw new Unsaid(say(DESK.failed, w.lang));
  const h = w.vault.machine.platform.sha256();
  for (let at = 0; at < file.size; at += 1 << 20)
    h.update(new Uint8Array(await file.slice(at, at + (1 << 20)).arrayBuffer()));
  return h.hex();
}

/** Things that have to go, one a line. */
function purgeLines(items: readonly PurgeItem[], lang: Lang): string[] {
  if (items.length === 0) return [];
  const lines = items.map((i) => {
    if (i.act === "destroy-key") return say(DESK.purge, lang);
    const ref = i.ref.length === 64 ? `${i.ref.slice(0, 16)}…` : i.ref;
    return say(ACT[i.act], lang, { what: say(WHAT[i.what], lang), ref, at: i.at ?? "", cmd: "", folder: "" });
  });
  return [say(DESK.mustGo, lang), ...lines];
}

async function scopesOf(vault: OpenVault): Promise<ReadonlyMap<string, Scope>> {
  const out = new Map<string, Scope>();
  for (const c of vault.state.checks) {
    const result = c.removed ? undefined : await resultOfCheck(vault, c.check).catch(() => undefined);
    if (result) out.set(c.check, result.scope);
  }
  return out;
}

async function writeConsent(a: CaseAct & { act: "consent" }, w: Writing): Promise<string[]> {
  const { vault, actor, lang } = w;
  const read = readConsent(a.form, new Set(ARTIFACTS.map((x) => x.id)));
  if (!("value" in read)) throw new Unsaid(...faultsOf(read.faults, lang));
  const { given } = read.value;
  const hash = a.letter ? await hashOf(a.letter, w) : undefined;
  if (hash !== undefined && given.letterSha256 !== undefined && given.letterSha256 !== hash)
    throw new Unsaid(say(DESK.otherLetter, lang));
  const consent: Consent = hash === undefined ? read.value : { ...read.value, given: { ...given, letterSha256: hash } };
  const signed = consent.given.letterSha256;
  const go = latestConsent(vault.state) ? purgeNarrowed(vault.state, consent, await scopesOf(vault)) : [];
  await vault.write({
    actor,
    action: "consent",
    data: { consent },
    ...(signed === undefined ? {} : { input: [signed] }),
  });
  return [termWords(termOf(consent, vault.machine.now()), lang), ...purgeLines(go, lang)];
}

async function writeWindow(form: string, w: Writing): Promise<string[]> {
  const { vault, actor, lang } = w;
  const today = vault.machine.now().slice(0, 10);
  refuse(standing(latestConsent(vault.state), today, withdrawalOf(vault.state)));
  const read = readCustody(form, today);
  if (!("value" in read)) {
    const dates = (read.dates ?? []).map((d) => say(DATE_FAULTS[d.fault], lang, { found: d.found }));
    const rest = faultsOf(
      read.faults.filter((f) => !read.dates || f.at !== "from"),
      lang,
    );
    throw new Unsaid(...dates, ...rest);
  }
  const { zoneOffset } = vault.machine.platform;
  const data = windowData(read.value, { lang, today, ...(zoneOffset ? { zoneOffset } : {}) });
  await vault.write({ actor, action: "window", data });
  return vault.state.checks.length > 0 ? [say(DESK.again, lang)] : [];
}

async function writeIncidents(list: readonly Incident[], w: Writing): Promise<void> {
  for (const incident of list) {
    const from = incident.origin?.sha256;
    const input = from === undefined ? {} : { input: [from] };
    await w.vault.write({ actor: w.actor, action: "incident", data: { incident }, ...input });
  }
}

async function incidentsIn(file: File, w: Writing): Promise<{ list: readonly Incident[]; said: string[] }> {
  const { vault, lang } = w;
  if (file.size > MAX_LETTER) throw new Unsaid(say(TABLE_FAULTS["too-large"], lang));
  const read = importIncidents(new Uint8Array(await file.arrayBuffer()), {
    file: file.name,
    sha256: vault.machine.platform.sha256,
    known: new Map(vault.state.incidents.map((i) => [i.incident.id, i.incident])),
  });
  if ("fault" in read) throw new Unsaid(say(TABLE_FAULTS[read.fault], lang, { found: read.found ?? "" }));
  const said = [say(DESK.rowsAdded, lang, { n: read.incidents.length })];
  if (read.problems.length > 0) said.push(say(DESK.rowFaults, lang, { n: read.problems.length }));
  for (const { code, ...p } of read.problems.slice(0, MAX_SHOWN))
    said.push(say(ROW_PROBLEMS[code], lang, { row: p.row, column: p.column ?? "", found: p.found ?? "" }));
  return { list: read.incidents, said };
}

async function writeClock(a: Extract<CaseAct, { act: "clock" | "clock-undo" }>, w: Writing): Promise<void> {
  const { vault, actor, lang } = w;
  const results = new Map<string, Result>();
  for (const { check } of checksOf(vault.state)) results.set(check, await resultOfCheck(vault, check));
  const read =
    a.act === "clock" ? readClock(a, (check) => results.get(check)) : undoClock(a.of, a.why, vault.state.clocks);
  if ("refused" in read) throw new Unsaid(say(CLOCK_REFUSAL[read.refused], lang));
  await vault.write({ actor, action: "clock", data: read.data });
}

/** Writes it down; what follows from it, in sentences. Throws Unsaid with what is wrong, Refused where the consent does not allow it. */
export async function writeAct(a: CaseAct, w: Writing): Promise<readonly string[]> {
  const { vault, actor, lang } = w;
  const today = vault.machine.now().slice(0, 10);
  switch (a.act) {
    case "consent":
      return writeConsent(a, w);
    case "withdraw": {
      const consent = latestConsent(vault.state);
      refuse(standing(consent, today, withdrawalOf(vault.state)));
      await vault.write({ actor, action: "withdrawal", data: { why: a.why, by: consent!.person.label } });
      return purgeLines(purgeWithdrawn(vault.state), lang);
    }
    case "window":
      return writeWindow(a.form, w);
    case "incident":
    case "incidents": {
      refuse(mayKeep(latestConsent(vault.state), "incidents", today, withdrawalOf(vault.state)));
      if (a.act === "incidents") {
        const { list, said } = await incidentsIn(a.file, w);
        await writeIncidents(list, w);
        return said;
      }
      const read = readIncident(a.form, vault.machine.platform.sha256, today);
      if (!("value" in read)) throw new Unsaid(...faultsOf(read.faults, lang));
      await writeIncidents([read.value], w);
      return [];
    }
    case "note": {
      const id = `n${vault.state.notes.length + 1}`;
      await vault.write({ actor, action: "note", data: { id, text: a.text.slice(0, 20_000) } });
      return [];
    }
    case "status": {
      const { act: _, ...data } = a;
      await vault.write({ actor, action: "status", data });
      return [];
    }
    case "tag": {
      const tag = tagName(a.tag);
      if (tag === undefined) throw new Unsaid(say(DESK.badTag, lang));
      await vault.write({ actor, action: "tag", data: { about: a.about, tag, on: a.on } });
      return [];
    }
    case "review": {
      const { act: _, ...data } = a;
      const { findings } = await resultOfCheck(vault, a.about.check);
      const no = refuseReview(data, findings);
      if (no) throw new Unsaid(say(REVIEW_REFUSAL[no], lang));
      await vault.write({ actor, action: "review", data });
      return [];
    }
    case "story": {
      const data = await storyFrom(a, vault, await w.source(), lang);
      await vault.write({ actor, action: "story", data });
      return [];
    }
    case "clock":
    case "clock-undo":
      await writeClock(a, w);
      return [];
    case "known":
      await vault.write({ actor, action: "known", data: { values: a.values } });
      return [say(DESK.again, lang)];
    case "remove":
      await removeParts(vault, actor, a.objects, a.why);
      return [];
  }
}
