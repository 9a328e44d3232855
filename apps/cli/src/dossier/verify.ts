/** `contraluz verify`: what of a dossier holds, what fails, what cannot be known. Nothing is written, nothing connects. @module */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Trusted,
  trustedFrom,
  type Verified,
  verifyDossier,
  verifyReport,
} from "@contraluz/case/dossier/index.ts";
import { say } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { W } from "../words.ts";
import { type OpenBag, openBag, pathOf, textOf } from "./bag.ts";
import { D, LINE } from "./words.ts";

/** Keys and certificates that the reader named: a file, or the line of a public key itself. */
async function trustedOf(args: Args): Promise<Trusted> {
  const all: Trusted[] = [];
  for (const value of [...args.all("key"), ...args.all("ca")]) {
    const text = existsSync(resolve(value)) ? await textOf(value, args) : value;
    const t = trustedFrom(text);
    if (t.minisign.length + t.ssh.length + t.roots.length === 0)
      throw new UsageError(say(D.notAKeyGiven, args.lang, { path: printable(value) }));
    all.push(t);
  }
  return {
    minisign: all.flatMap((t) => t.minisign),
    ssh: all.flatMap((t) => t.ssh),
    roots: all.flatMap((t) => t.roots),
  };
}

const CODES: Readonly<Record<Verified["verdict"], number>> = {
  holds: EXIT.result,
  unproven: EXIT.unproven,
  fails: EXIT.fails,
};

export async function verifyCommand(args: Args): Promise<number> {
  const path = pathOf(args, 0, LINE.verify);
  const trusted = await trustedOf(args);
  const platform = nodePlatform();
  const other = args.one("full");
  if (other !== undefined && !existsSync(resolve(other)))
    throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(resolve(other)) }));
  const open: OpenBag[] = [];
  try {
    for (const p of [path, ...(other === undefined ? [] : [resolve(other)])])
      open.push(await openBag(p, args, platform));
    const full = open[1] ? { full: open[1].bag } : {};
    const verified = await verifyDossier(open[0]!.bag, { platform, trusted, ...full });
    const shown = { lang: args.lang, width: width() };
    await writeOut(args.flags.has("json") ? `${JSON.stringify(verified)}\n` : verifyReport(verified, shown));
    return CODES[verified.verdict];
  } finally {
    for (const o of open) await o.close();
  }
}
