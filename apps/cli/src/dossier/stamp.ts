/** `contraluz dossier stamp`: the time of an authority, carried by hand or asked for over https when it is said by name. @module */
import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isOurQuestion, proofName, takeStamp } from "@contraluz/case/dossier/index.ts";
import { WHY } from "@contraluz/case/dossier/words.ts";
import { timestampRequest } from "@contraluz/case/timestamp/index.ts";
import { say } from "@contraluz/core";
import { askAuthority, nodePlatform } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { confirm } from "../confirm.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { addProofs, fileOf, listOf, openBag, pathOf, textOf } from "./bag.ts";
import { labelOf } from "./sign.ts";
import { D, LINE } from "./words.ts";

interface Stamping {
  readonly path: string;
  readonly label: string;
  /** SHA-256 of the list. */
  readonly digest: Uint8Array;
}

/** The question that lies there, or a new one. What is no question of ours about this list is never sent: anything could stand in it. */
async function questionOf(s: Stamping, args: Args): Promise<Uint8Array> {
  const file = join(s.path, proofName(s.label, "tsq"));
  if (!existsSync(file)) return timestampRequest(s.digest, Uint8Array.from(randomBytes(16)));
  const bytes = await fileOf(file, args);
  if (!isOurQuestion(bytes, s.digest)) throw new UsageError(say(D.otherQuestion, args.lang, { path: printable(file) }));
  return bytes;
}

/** Checks an answer before it is put beside the dossier: later nobody could ask again. */
async function keep(s: Stamping, request: Uint8Array, response: Uint8Array, args: Args): Promise<number> {
  const { lang } = args;
  let pem = "";
  for (const file of args.all("ca")) pem += `${(await textOf(file, args)).trimEnd()}\n`;
  const taken = await takeStamp({ label: s.label, digest: s.digest, request, response, pem });
  if (!taken.ok) throw new UsageError(say(D.badStamp, lang, { why: say(WHY[taken.fault], lang) }));
  const { checked, proof } = taken;
  await addProofs(s.path, proof, args);
  const time = checked.time!.replace("T", " ").replace("Z", "");
  const words = [say(D.stamped, lang, { path: printable(s.path), time, authority: printable(checked.authority!) })];
  if (checked.state === "untrusted") words.push(say(WHY["authority-not-given"], lang));
  words.push(say(D.second, lang));
  await writeOut(`${words.join("\n")}\n`);
  return EXIT.result;
}

async function ask(s: Stamping, url: string, args: Args): Promise<number> {
  const { lang } = args;
  if (!URL.canParse(url) || new URL(url).protocol !== "https:") throw new UsageError(say(D.needHttps, lang));
  const { host } = new URL(url);
  const question = say(D.asking, lang, { host });
  if (args.flags.has("yes")) process.stderr.write(`${question.replace(/¿.*$|Go on\?.*$/, "").trim()}\n`);
  else if (process.stdin.isTTY !== true || !(await confirm(question))) throw new UsageError(say(D.notAsked, lang));
  const request = await questionOf(s, args);
  const got = await askAuthority(url, request, { allow: (u) => u.protocol === "https:" });
  if (got.ok) return keep(s, request, got.bytes, args);
  process.stderr.write(
    `${say(D.noAnswer, lang, { host: printable(host), why: printable(`${got.why} ${got.detail}`) })}\n`,
  );
  return EXIT.unchecked;
}

export async function stampCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = pathOf(args, 0, LINE.stamp);
  const [url, answer] = [args.one("tsa"), args.one("answer")];
  if (url === undefined && answer === undefined && !args.flags.has("request"))
    throw new UsageError(say(D.needStamp, lang));
  const label = labelOf(args, "tsa1");
  const open = await openBag(path, args, nodePlatform());
  let digest: Uint8Array;
  try {
    digest = Uint8Array.from(
      createHash("sha256")
        .update(await listOf(open, args))
        .digest(),
    );
  } finally {
    await open.close();
  }
  const s: Stamping = { path, label, digest };
  if (url !== undefined) return ask(s, url, args);
  const request = await questionOf(s, args);
  if (answer !== undefined) return keep(s, request, await fileOf(answer, args), args);
  const name = proofName(label, "tsq");
  await addProofs(path, new Map([[name, request]]), args);
  await writeOut(
    `${say(D.question, lang, { path: printable(join(path, name)), name: `proofs/tagmanifest-sha256.txt.${label}.tsq` })}\n`,
  );
  return EXIT.result;
}
