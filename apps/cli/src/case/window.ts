/** `contraluz case window`: the phone was out of its owner's hands; and the sheet to fill in by hand. @module */
import { standing } from "@contraluz/case/consent/gate.ts";
import { DATE_FAULTS } from "@contraluz/case/dates/words.ts";
import { faultWords } from "@contraluz/case/forms/words.ts";
import { latestConsent, refuse, withdrawalOf } from "@contraluz/case/vault/index.ts";
import { custodyFormHtml, custodyFormText } from "@contraluz/case/windows/form.ts";
import { readCustody, WHYS, windowData } from "@contraluz/case/windows/window.ts";
import { say } from "@contraluz/core";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { reportFonts } from "../fonts.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { faultsError, formText, writeNew } from "./consent.ts";
import { K } from "./consent-words.ts";
import { actorOf, lineOf, nodeMachine, writeCase } from "./open.ts";
import { C } from "./words.ts";

/** A file with the form, or what was typed: `case window CASE FROM TO --why inspected`. */
async function told(args: Args, today: string): Promise<{ readonly text: string; readonly name: string }> {
  const [, first, second] = args.paths;
  if (first === undefined) throw new UsageError(say(C.needRest, args.lang, { line: lineOf(args) }));
  if (first.endsWith(".json")) return { text: await formText(first), name: first };
  const option = (name: string, key = name): object => {
    const v = args.one(name);
    return v === undefined ? {} : { [key]: v };
  };
  const form = {
    from: first,
    ...(second === undefined ? {} : { to: second }),
    why: args.one("why") ?? WHYS.at(-1),
    ...option("zone"),
    ...option("where"),
    ...option("who"),
  };
  return { text: JSON.stringify(form), name: `${first} ${second ?? today}` };
}

export async function windowCommand(args: Args): Promise<number> {
  const { lang } = args;
  const machine = nodeMachine();
  const today = machine.now().slice(0, 10);
  const { text, name } = await told(args, today);
  const read = readCustody(text, today);
  if (!("value" in read)) {
    const lines = [
      ...(read.dates ?? []).map((d) => say(DATE_FAULTS[d.fault], lang, { found: d.found })),
      ...read.faults.filter((f) => read.dates === undefined || f.at !== "from").map((f) => faultWords(f, lang)),
    ];
    throw faultsError(name, lines, lang);
  }
  const { zoneOffset } = machine.platform;
  const data = windowData(read.value, { lang, today, ...(zoneOffset ? { zoneOffset } : {}) });
  await writeCase(args, async (vault) => {
    refuse(standing(latestConsent(vault.state), today, withdrawalOf(vault.state)));
    await vault.write({ actor: actorOf(args), action: "window", data });
  });
  const [from, to] = [printable(data.from), printable(data.to)];
  await writeOut(`${say(K.window, lang, { from, to })}\n${say(K.windowAgain, lang)}\n`);
  return EXIT.result;
}

/** The sheet, to print (`--html`) or as text. Needs no case. */
export async function windowFormCommand(args: Args): Promise<number> {
  const { lang } = args;
  const html = args.one("html");
  if (html === undefined) await writeOut(custodyFormText({ lang, width: width() }));
  else await writeNew(html, custodyFormHtml({ lang, fonts: reportFonts() }), "--html", args);
  return EXIT.result;
}
