/** `contraluz case key`, `case new`, `case share`, `case purge`: who can open a case, from its first day to its last. @module */
import { createVault, purgeCase } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { ownRecipients } from "./identity.ts";
import { actorOf, caseFolder, casePath, caseShown, nodeMachine, sure, writeCase } from "./open.ts";
import { C } from "./words.ts";

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** Shows the public half of the person's key; makes one if there is none. */
export async function keyCommand(args: Args): Promise<number> {
  const { recipients, made } = await ownRecipients(args);
  if (made !== undefined) tell(say(C.keyMade, args.lang, { path: printable(made) }));
  if (process.stdout.isTTY) tell(say(C.keyPublic, args.lang, { recipient: "" }).trimEnd());
  await writeOut(`${recipients.join("\n")}\n`);
  return EXIT.result;
}

/** Who can open it: whoever was named, and the person themself. */
async function recipients(args: Args): Promise<{ readonly all: readonly string[]; readonly made?: string }> {
  const own = await ownRecipients(args);
  const all = [...new Set([...own.recipients, ...args.all("recipient")])];
  return own.made === undefined ? { all } : { all, made: own.made };
}

export async function newCommand(args: Args): Promise<number> {
  const { lang } = args;
  const folder = vaultFolder(casePath(args));
  const { all, made } = await recipients(args);
  if (made !== undefined) tell(`${say(C.keyMade, lang, { path: printable(made) })}\n`);
  const machine = nodeMachine();
  const title = args.one("title") ?? "";
  if ((await folder.list("")).length > 0) throw new UsageError(say(C.notEmpty, lang, { folder: caseShown(args) }));
  const vault = await createVault(folder, { title, lang, actor: actorOf(args), to: { recipients: all } }, machine);
  try {
    const data = { added: all, removed: [] };
    await vault.write({ actor: actorOf(args), action: "recipients", data });
  } finally {
    await vault.close();
  }
  await writeOut(
    `${say(C.made, lang, { folder: caseShown(args), cmd: NAME })}\n${say(C.opens, lang, { n: all.length })}\n`,
  );
  return EXIT.result;
}

/** Sets who can open it from now on: the person, and whoever is named. */
export async function shareCommand(args: Args): Promise<number> {
  const { all } = await recipients(args);
  await writeCase(args, async (vault) => {
    const before = vault.log.flatMap((e) =>
      e.head.action === "recipients" ? [e.data as { added: string[]; removed: string[] }] : [],
    );
    const had = new Set<string>();
    for (const b of before) {
      for (const r of b.added) had.add(r);
      for (const r of b.removed) had.delete(r);
    }
    await vault.rewrap({ recipients: all });
    const added = all.filter((r) => !had.has(r));
    const removed = [...had].filter((r) => !all.includes(r));
    await vault.write({ actor: actorOf(args), action: "recipients", data: { added, removed } });
  });
  await writeOut(`${say(C.shared, args.lang, { n: all.length })}\n`);
  return EXIT.result;
}

export async function purgeCommand(args: Args): Promise<number> {
  const folder = caseFolder(args);
  if (!args.flags.has("yes") && !(await sure(say(C.purgeAsk, args.lang, { folder: caseShown(args) }))))
    throw new UsageError(say(C.kept, args.lang));
  // While its log can be read: it says which labs have its records.
  const { leaveLabsOf } = await import("../hunt/forget.ts");
  const lines = await leaveLabsOf(args, casePath(args));
  await purgeCase(folder, nodeMachine());
  await writeOut(`${[say(C.purged, args.lang), ...lines].join("\n")}\n`);
  return EXIT.result;
}
