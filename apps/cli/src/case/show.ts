/** `contraluz case show`, `case log`, `case note`, `case status`: what a case holds, and what happened. @module */

import type { Vault } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { ANSWER } from "@contraluz/report/answer/words.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { actorOf, lineOf, readCase, writeCase } from "./open.ts";
import { ACTION, C, WAITING } from "./words.ts";

const when = (at: string): string => at.slice(0, 16).replace("T", " ");

/** A heading and its lines; nothing where there are none. */
function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.flatMap((l) => wrap(printable(l), width(), "  "))];
}

function showText(v: Vault, args: Args): string {
  const { state } = v;
  const { lang } = args;
  const gone = (x: { readonly removed?: true }): string => (x.removed ? ` (${say(C.removed, lang)})` : "");
  const consent = state.consents.at(-1);
  const body = [
    ...part(
      say(C.consent, lang),
      consent
        ? [
            `${consent.consent.id} · ${consent.consent.person.label} · ${consent.consent.given.on}${consent.withdrawn ? ` · ${say(ACTION.withdrawal!, lang)} ${when(consent.withdrawn.at)}` : ""}`,
          ]
        : [],
    ),
    ...part(
      say(C.evidence, lang),
      state.evidence.map(
        (e) => `${e.name} · ${say(e.how === "copy" ? C.byCopy : C.byHash, lang)}${gone(e)} · ${e.id.slice(0, 16)}…`,
      ),
    ),
    ...part(
      say(C.checks, lang),
      state.checks.map((c) => `${c.check} · ${when(c.at)} · ${ANSWER[lang].short[c.verdict]}${gone(c)}`),
    ),
    ...part(
      say(C.windows, lang),
      state.windows.map((w) => `${when(w.from)} – ${when(w.to)} · ${w.why}`),
    ),
    ...part(
      say(C.reviews, lang),
      state.reviews.map((r) => `${r.about.check}/${r.about.finding} · ${r.decision} · ${r.reviewer.name}: ${r.why}`),
    ),
    ...part(
      say(C.incidents, lang),
      state.incidents.map((i) => `${i.incident.at.seen} · ${i.incident.place.name} · ${i.incident.what}`),
    ),
    ...part(
      say(C.notes, lang),
      state.notes.map((n) => `${when(n.at)} ${n.actor}: ${n.text}`),
    ),
    ...(state.status
      ? part(`${say(C.waiting, lang)}: ${say(WAITING[state.status.waiting], lang)}`, [
          `${say(C.nextStep, lang)}: ${state.status.next}`,
        ])
      : []),
    ...part(
      say(C.troubleTitle, lang),
      v.trouble.map((t) => `${t.file}: ${t.found}`),
    ),
  ];
  const title = `${say(C.title, lang)} ${v.head.id}${state.title === "" ? "" : `: ${printable(state.title)}`} · ${state.created.slice(0, 10)}`;
  return `${[title, ...(body.length === 0 ? ["", say(C.none, lang)] : body)].join("\n")}\n`;
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
