/** `contraluz case clock`: a clock that was wrong, said with its reason, listed, taken back. @module */
import { type ClockSaid, readClock, undoClock } from "@contraluz/case/review/clocks.ts";
import { CLOCK_REFUSAL } from "@contraluz/case/review/words.ts";
import { type CaseState, checksOf, resultOfCheck } from "@contraluz/case/vault/index.ts";
import { type Result, say } from "@contraluz/core";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { actorOf, checkNamed, lineOf, readCase, writeCase } from "./open.ts";
import { TW } from "./timeline-words.ts";
import { C } from "./words.ts";

const PLACE = /^(\d{1,8})(?:\/([a-z0-9-]{1,60}\/[a-z0-9-]{1,60}))?$/;

function lineOfClock(c: CaseState["clocks"][number], args: Args): string {
  const place = c.artifact === undefined ? c.check : `${c.check}/${c.artifact}`;
  return printable(say(TW.clockLine, args.lang, { seq: c.seq, place, seconds: c.seconds, by: c.actor, why: c.why }));
}

/** What was typed; `why` may be several words without quotes. */
function said(args: Args): ClockSaid {
  const [, place, way, minutes, ...why] = args.paths;
  const m = PLACE.exec(place ?? "");
  if (!m || (way !== "fast" && way !== "slow"))
    throw new UsageError(say(C.needRest, args.lang, { line: lineOf(args) }));
  const artifact = m[2] === undefined ? {} : { artifact: m[2] };
  return { check: m[1]!, ...artifact, way, minutes: minutes ?? "", why: why.join(" ") };
}

/** Without more than the case: the corrections that stand. */
export async function clockCommand(args: Args): Promise<number> {
  const { lang } = args;
  const revoke = args.one("revoke");
  if (args.paths.length < 2 && revoke === undefined) {
    const { clocks } = (await readCase(args)).state;
    const lines = clocks.map((c) => lineOfClock(c, args));
    await writeOut(`${lines.length === 0 ? say(TW.noClocks, lang) : lines.join("\n")}\n`);
    return EXIT.result;
  }
  const typed = revoke === undefined ? said(args) : undefined;
  await writeCase(args, async (vault) => {
    const results = new Map<string, Result>();
    if (typed) for (const { check } of checksOf(vault.state)) results.set(check, await resultOfCheck(vault, check));
    const read = typed
      ? readClock({ ...typed, check: checkNamed(vault, typed.check, args) }, (check) => results.get(check))
      : undoClock(Number(revoke), args.paths.slice(1).join(" "), vault.state.clocks);
    if ("refused" in read) throw new UsageError(say(CLOCK_REFUSAL[read.refused], lang));
    await vault.write({ actor: actorOf(args), action: "clock", data: read.data });
  });
  await writeOut(`${say(C.noted, lang)}\n`);
  return EXIT.result;
}
