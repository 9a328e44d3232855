/** `contraluz pack`: what a check reads of some evidence, for another lab and nobody else. @module */
import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { ARTIFACTS } from "@contraluz/artifacts";
import { scopeOf } from "@contraluz/case/consent/gate.ts";
import { type PackFor, type PackKey, packFor, packReceivers } from "@contraluz/case/consent/pack-for.ts";
import { readConsent } from "@contraluz/case/consent/read.ts";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { refusalWords } from "@contraluz/case/consent/words.ts";
import { faultWords } from "@contraluz/case/forms/words.ts";
import { makePack, writeParts } from "@contraluz/case/pack/index.ts";
import { Refused } from "@contraluz/case/vault/index.ts";
import { type Lang, type Scope, say } from "@contraluz/core";
import { inputOf } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { indicatorPaths, loadIndicators } from "../commands/indicators.ts";
import { readAsked, readContext } from "../context.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME } from "../name.ts";
import { newFolder } from "../out.ts";
import { writeOut } from "../pipes.ts";
import { doing } from "../progress.ts";
import { secretOf } from "../secret.ts";
import { printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { W } from "../words.ts";
import { I } from "./inbox-words.ts";
import { nodeMachine, refusedWords } from "./open.ts";
import { partFolder } from "./parts.ts";
import { C } from "./words.ts";

/** The consent in a file. Throws UsageError with all that is wrong with it. */
export function consentFile(path: string, args: Args): Consent {
  const file = resolve(path);
  if (!existsSync(file)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(file) }));
  const read = readConsent(readFileSync(file, "utf8"), new Set(ARTIFACTS.map((a) => a.id)));
  if ("value" in read) return read.value;
  const faults = read.faults.map((f) => `  ${printable(faultWords(f, args.lang))}`).join("\n");
  throw new UsageError(say(I.badConsent, args.lang, { path: printable(file), faults }));
}

/** Without a consent the person packs what is theirs: all of it, or what they ask for. */
function scopeWithout(args: Args): Scope {
  const asked = readAsked(args);
  const artifacts = asked ? ARTIFACTS.map((a) => a.id).filter(asked) : "all";
  return { artifacts, content: args.flags.has("with-content"), evidenceCopies: true };
}

const listed = (names: readonly string[]): string => printable(names.join(", "));

/** `--to age1…`, or `--to "NAME=age1…"`. Throws UsageError for what is neither. */
function keysOf(args: Args, consent: Consent | undefined): readonly PackKey[] {
  const { lang } = args;
  const all = args.all("to");
  if (all.length === 0) {
    const may = consent ? [say(I.mayHave, lang, { may: listed(packReceivers(consent)) })] : [];
    throw new UsageError([say(I.needTo, lang, { cmd: NAME }), ...may].join("\n"));
  }
  return all.map((t) => {
    const m = /^(?:([^=]{1,200})=)?(age1[0-9a-z]{20,4000})$/.exec(t.trim());
    if (!m) throw new UsageError(say(I.badTo, lang, { to: printable(t).slice(0, 80) }));
    const [, name, key] = m;
    return name === undefined ? { key: key! } : { key: key!, name: name.trim() };
  });
}

type Receivers = Extract<PackFor, { readonly ok: true }>;

/** For whom it is, as the consent says. Throws UsageError, or Refused. */
function receiversOf(consent: Consent, keys: readonly PackKey[], on: string, args: Args): Receivers {
  const found = packFor(consent, keys, on);
  if (found.ok) return found;
  const may = listed(found.may);
  if (found.why === "whose") throw new UsageError(say(I.whose, args.lang, { may }));
  if (found.refusal.code !== "not-recipient" && found.refusal.code !== "not-this-recipient")
    throw new Refused(found.refusal);
  const why = printable(refusalWords(found.refusal, args.lang));
  throw new UsageError(`${say(C.refused, args.lang, { why })}\n${say(I.mayHave, args.lang, { may })}`);
}

function receiverLines({ names, also }: Receivers, lang: Lang): readonly string[] {
  const said = say(I.packFor, lang, { names: printable(names.join(", ")) });
  return also.length === 0 ? [said] : [said, say(I.packAlso, lang, { names: printable(also.join(", ")) })];
}

export async function packCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [path] = args.paths;
  if (path === undefined) throw new UsageError(say(W.needPath, lang, { cmd: NAME }));
  if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, lang, { path: printable(resolve(path)) }));
  const named = args.one("consent");
  const consent = named === undefined ? undefined : consentFile(named, args);
  const keys = keysOf(args, consent);
  const to = [...new Set(keys.map((k) => k.key))];
  const scope = consent ? scopeOf(consent) : scopeWithout(args);
  const context = readContext(args);
  const machine = nodeMachine();
  const line = progressLine(process.stderr, args.flags.has("json"));
  const stop = interruption();
  const out = args.one("out");
  try {
    const receivers = consent && receiversOf(consent, keys, machine.now().slice(0, 10), args);
    line.say({ key: "signs", text: say(W.signs, lang) });
    const { compiled } = await loadIndicators(indicatorPaths(args), args, true);
    const secret = secretOf(args, { before: () => line.end(), gaveUp: () => stop.abort() });
    const pack = await stop.within(
      makePack(await inputOf(path), {
        machine,
        scope,
        context,
        compiled,
        version: VERSION,
        secret,
        cancel: stop.signal,
        progress: (p) => {
          const now = doing(p, lang);
          if (now) line.say(now);
        },
        ...(consent ? { consent } : {}),
      }),
    );
    try {
      const folder = out === undefined ? newFolder(`pack-${basename(resolve(path))}`) : resolve(out);
      const progress = (done: number, of: number): void =>
        line.say({ key: "packing", text: say(I.packing, lang, { done, of }) });
      const parts = await writeParts(pack, to, await partFolder(folder), { machine, cancel: stop.signal, progress });
      line.end();
      const { packed, leftOut } = pack.head;
      if (args.flags.has("json"))
        await writeOut(
          `${JSON.stringify({ id: pack.id, folder, parts, packed, leftOut, ...(receivers ? { for: receivers.names } : {}) })}\n`,
        );
      else {
        const mb = Math.max(1, Math.round(packed.bytes / 1e6));
        const made = { n: parts.length, folder: printable(folder), files: packed.files, mb, keys: to.length };
        const rest = leftOut.files === 0 ? [] : [say(I.leftOut, lang, { n: leftOut.files })];
        const whom = receivers ? receiverLines(receivers, lang) : [say(I.noConsent, lang)];
        await writeOut(`${[say(I.packed, lang, made), ...rest, ...whom].join("\n")}\n`);
      }
    } finally {
      await pack.close();
    }
    return EXIT.result;
  } catch (e) {
    throw refusedWords(e, args);
  } finally {
    line.end();
    stop.end();
  }
}
