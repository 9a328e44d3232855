/** To whom something of a lab leaves, and which cases allow it. @module */
import { say } from "@contraluz/core";
import { type Lab, type LabCase, type LeaveTo, mayTell } from "@contraluz/hunt";
import { type Args, UsageError } from "../args.ts";
import { nodeMachine } from "../case/open.ts";
import { printable } from "../terminal.ts";
import { see } from "./see.ts";
import { HSW } from "./share-words.ts";
import { HW } from "./words.ts";

/** `--whom`; undefined if it was not given. */
export function leaveTo(args: Args): LeaveTo | undefined {
  const whom = args.one("whom")?.trim();
  if (whom === undefined || whom === "") return undefined;
  return /^(public|p[uú]blico)$/i.test(whom) ? { who: "public" } : { who: "named", name: whom };
}

/** A case with what its consent says now, as far as that can be seen; undefined if nothing of it may leave. The lab is not written to. */
async function now(c: LabCase, lab: Pick<Lab, "head" | "machine">, args: Args): Promise<LabCase | undefined> {
  if (c.path === undefined) return c;
  const seen = await see(c, lab, args);
  if (seen.state === "elsewhere" || seen.state === "closed")
    process.stderr.write(`${say(HW.unseen[seen.state], args.lang, { id: c.id, path: printable(c.path) })}\n`);
  // Closed: something was written in its log that we cannot read, and it may say no.
  if (seen.state === "purged" || seen.state === "closed") return undefined;
  if (seen.state !== "read") return c;
  const { keepUntil: _, ...rest } = c;
  const { allowed: still, keepUntil, leave } = seen;
  return still ? { ...rest, leave, ...(keepUntil === undefined ? {} : { keepUntil }) } : undefined;
}

/** Which of the cases may be told of. Throws UsageError if none may. */
export async function allowed(
  args: Args,
  lab: Pick<Lab, "head" | "machine">,
  cases: readonly LabCase[],
  what: "indicators" | "records",
  to: LeaveTo,
): Promise<(c: Pick<LabCase, "id">) => boolean> {
  const day = nodeMachine().now().slice(0, 10);
  const ids = new Set<string>();
  for (const noted of cases) {
    // Whom the lab's own note leaves out is not asked: what a consent allows since then comes with `hunt run`.
    if (!mayTell(noted, what, to, lab.head.id, day)) continue;
    const c = await now(noted, lab, args);
    if (c && mayTell(c, what, to, lab.head.id, day)) ids.add(c.id);
  }
  const may = (c: Pick<LabCase, "id">): boolean => ids.has(c.id);
  const n = ids.size;
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
