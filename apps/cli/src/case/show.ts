/** `contraluz case show`, `case log`, `case note`, `case status`: what a case holds, and what happened. @module */
import { termOf, termWords } from "@contraluz/case/consent/term.ts";
import { WAITING } from "@contraluz/case/inbox/words.ts";
import { ACTION } from "@contraluz/case/log/words.ts";
import { reasonWords } from "@contraluz/case/review/words.ts";
import { archivesThere, latestConsent, type Vault, withdrawalOf } from "@contraluz/case/vault/index.ts";
import { type Lang, say } from "@contraluz/core";
import { ANSWER } from "@contraluz/report/answer/words.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { aboutPerson, actorOf, caseShown, lineOf, readCase, writeCase } from "./open.ts";
import { C, DECISION } from "./words.ts";

const when = (at: string): string => at.slice(0, 16).replace("T", " ");

/** A heading and its lines; nothing where there are none. */
function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.flatMap((l) => wrap(printable(l), width(), "  "))];
}

/** What can be done with it as it stands. */
function stepsOf(v: Vault, args: Args): readonly string[] {
  const { lang } = args;
  const p = { folder: caseShown(args), cmd: NAME };
  const { state } = v;
  const kept = state.evidence.some((e) => e.folder !== undefined && !e.removed);
  const checks = state.checks.filter((c) => !c.removed);
  if (withdrawalOf(state))
    return [...(kept || checks.length > 0 ? [say(C.stepRemove, lang, p)] : []), say(C.stepPurge, lang, p)];
  const consent = latestConsent(state);
  if (!consent) return [say(C.stepConsent, lang, p)];
  if (termOf(consent, v.machine.now()).state === "over") return [say(C.stepPurge, lang, p)];
  if (checks.length === 0) return kept ? [say(C.stepCheck, lang, p)] : [say(C.stepAdd, lang, p)];
  return [say(C.stepReview, lang, p), say(C.stepWords, lang, p), say(C.stepDossier, lang, p)];
}

function consentLines(v: Vault, lang: Lang): readonly string[] {
  const last = v.state.consents.at(-1);
  if (!last) return [];
  const { consent, withdrawn } = last;
  if (withdrawn) return [`${consent.id} · ${say(ACTION.withdrawal!, lang)} ${when(withdrawn.at)}`];
  const { recipients: to } = consent;
  return [
    `${consent.id} · ${consent.person.label} · ${consent.given.on}`,
    termWords(termOf(consent, v.machine.now()), lang),
    ...(to.length === 0 ? [] : [`${say(C.mayHave, lang)}: ${[...new Set(to.map((r) => r.name))].join(", ")}`]),
  ];
}

/** What was read of documents, and how far. */
function archiveLines(v: Vault, args: Args): readonly string[] {
  const { lang } = args;
  return archivesThere(v.state).map(({ archive, evidence, pages }) => {
    const name = v.state.evidence.find((e) => e.id === evidence)?.name ?? evidence.slice(0, 16);
    if (!pages) return say(C.halfRead, lang, { name, archive, folder: caseShown(args), cmd: NAME });
    const n = pages.read + pages.poor + pages.unreadable + pages.blank;
    return say(C.archive, lang, { name, archive, n, unread: pages.unreadable });
  });
}

function showText(v: Vault, args: Args): string {
  const { state } = v;
  const { lang } = args;
  const gone = (x: { readonly removed?: true }): string => (x.removed ? ` (${say(C.removed, lang)})` : "");
  const withdrawn = withdrawalOf(state) !== undefined;
  const told = aboutPerson(v);
  const person = [
    ...part(
      say(C.windows, lang),
      state.windows.map((w) => `${when(w.from)} – ${when(w.to)} · ${w.why}`),
    ),
    ...part(
      say(C.reviews, lang),
      state.reviews.map(
        (r) =>
          `${r.about.check}/${r.about.finding.slice(0, 8)} · ${say(DECISION[r.decision], lang)} · ${r.reviewer.name}: ${reasonWords(r, lang)}`,
      ),
    ),
    ...part(
      say(C.stories, lang),
      state.stories.map((x) => `${x.id} · ${x.title}`),
    ),
    ...part(
      say(C.incidents, lang),
      state.incidents.map((i) => `${i.incident.at.seen} · ${i.incident.place.name} · ${i.incident.what}`),
    ),
    ...part(
      say(C.notes, lang),
      state.notes.map((n) => `${when(n.at)} ${n.actor}: ${n.text}`),
    ),
  ];
  const body = [
    ...part(say(C.consent, lang), consentLines(v, lang)),
    ...part(
      say(C.evidence, lang),
      state.evidence.map(
        (e) => `${e.name} · ${say(e.how === "copy" ? C.byCopy : C.byHash, lang)}${gone(e)} · ${e.id.slice(0, 16)}…`,
      ),
    ),
    ...part(say(C.archives, lang), archiveLines(v, args)),
    ...part(
      say(C.checks, lang),
      state.checks.map((c) => `${c.check} · ${when(c.at)} · ${ANSWER[lang].short[c.verdict]}${gone(c)}`),
    ),
    ...(withdrawn ? (told > 0 ? ["", ...wrap(say(C.told, lang, { n: told }), width())] : []) : person),
    ...part(
      say(C.left, lang),
      state.dossiers.map(
        (d) => `${when(d.at)} · ${say(ACTION.dossier!, lang)}${d.recipient ? ` · ${d.recipient}` : ""}`,
      ),
    ),
    ...(state.status && !withdrawn
      ? part(`${say(C.waiting, lang)}: ${say(WAITING[state.status.waiting], lang)}`, [
          `${say(C.nextStep, lang)}: ${state.status.next}${state.status.due === undefined ? "" : ` (${state.status.due})`}`,
        ])
      : []),
    ...part(
      say(C.troubleTitle, lang),
      v.trouble.map((t) => `${t.file}: ${t.found}`),
    ),
  ];
  const title = `${say(C.title, lang)} ${v.head.id}${state.title === "" ? "" : `: ${printable(state.title)}`} · ${state.created.slice(0, 10)}`;
  const steps = ["", say(C.whatNow, lang), ...stepsOf(v, args).flatMap((l) => wrap(l, width(), "  "))];
  return `${[...wrap(title, width()), ...(body.length === 0 ? ["", say(C.none, lang)] : body), ...steps].join("\n")}\n`;
}

export async function showCommand(args: Args): Promise<number> {
  const v = await readCase(args);
  const { state, head, trouble } = v;
  await writeOut(
    args.flags.has("json") ? `${JSON.stringify({ ...head, state, trouble }, null, 1)}\n` : showText(v, args),
  );
  return EXIT.result;
}

/** The log, a line an entry; with `--json` the very lines that are chained. */
export async function logCommand(args: Args): Promise<number> {
  const { lang } = args;
  const v = await readCase(args);
  if (args.flags.has("json")) {
    await writeOut(v.log.map((e) => `${e.line}\n`).join(""));
    return EXIT.result;
  }
  const rows = v.log.map(({ head: h }) => {
    const name = ACTION[h.action];
    return `${String(h.seq).padStart(4)}  ${when(h.at)}  ${printable(h.actor)}  ${name ? say(name, lang) : h.action}`;
  });
  const broken = v.trouble.length > 0;
  const head = broken ? say(C.logBroken, lang) : say(C.logHolds, lang, { n: v.log.length });
  const trouble = part(
    say(C.troubleTitle, lang),
    v.trouble.map((t) => `${t.file}: ${t.found}`),
  );
  await writeOut(`${[...wrap(head, width()), ...rows, ...trouble].join("\n")}\n`);
  return EXIT.result;
}

const rest = (args: Args, n: number): string => {
  const text = args.paths[n];
  if (text === undefined || text.trim() === "")
    throw new UsageError(say(C.needRest, args.lang, { line: lineOf(args) }));
  return text;
};

export async function noteCommand(args: Args): Promise<number> {
  const text = rest(args, 1);
  await writeCase(args, async (vault) => {
    const id = `n${vault.state.notes.length + 1}`;
    await vault.write({ actor: actorOf(args), action: "note", data: { id, text } });
  });
  await writeOut(`${say(C.noted, args.lang)}\n`);
  return EXIT.result;
}

const isWaiting = (v: string): v is keyof typeof WAITING => Object.hasOwn(WAITING, v);

/** Whom the case waits for, and what comes next. */
export async function statusCommand(args: Args): Promise<number> {
  const waiting = rest(args, 1);
  const next = rest(args, 2);
  if (!isWaiting(waiting)) throw new UsageError(say(C.needRest, args.lang, { line: lineOf(args) }));
  const due = args.one("due");
  await writeCase(args, async (vault) => {
    const data = { waiting, next, ...(due === undefined ? {} : { due }) };
    await vault.write({ actor: actorOf(args), action: "status", data });
  });
  await writeOut(`${say(C.noted, args.lang)}\n`);
  return EXIT.result;
}
