/** To whom something of a lab leaves, and which cases allow it. @module */
import { say } from "@contraluz/core";
import { type Lab, type LabCase, type LeaveTo, mayTell } from "@contraluz/hunt";
import { type Args, UsageError } from "../args.ts";
import { nodeMachine } from "../case/open.ts";
import { printable } from "../terminal.ts";
import { HSW } from "./share-words.ts";

/** `--whom`; undefined if it was not given. */
export function leaveTo(args: Args): LeaveTo | undefined {
  const whom = args.one("whom")?.trim();
  if (whom === undefined || whom === "") return undefined;
  return /^(public|p[uú]blico)$/i.test(whom) ? { who: "public" } : { who: "named", name: whom };
}

/** Which of the cases may be told of. Throws UsageError if none may. */
export function allowed(
  args: Args,
  lab: Pick<Lab, "head">,
  cases: readonly LabCase[],
  what: "indicators" | "records",
  to: LeaveTo,
): (c: Pick<LabCase, "leave" | "keepUntil">) => boolean {
  const today = nodeMachine().now().slice(0, 10);
  const may = (c: Pick<LabCase, "leave" | "keepUntil">): boolean => mayTell(c, what, to, lab.head.id, today);
  const n = cases.filter(may).length;
  if (n === 0) throw new UsageError(say(HSW.nobody, args.lang));
  process.stderr.write(`${say(HSW.part, args.lang, { n, left: cases.length - n })}\n`);
  return may;
}

/** `--fewer`, or what stands for it. */
export function fewestOf(args: Args, least: number): number {
  const text = args.one("fewer");
  if (text === undefined) return 3;
  const n = Number(text);
  if (!/^\d{1,4}$/.test(text) || n < least || n > 1000)
    throw new UsageError(say(HSW.badFewer, args.lang, { found: printable(text), least }));
  return n;
}
