/** `contraluz hunt share`: which published signs a lab met, for another organisation: no case, months, counts of phones. @module */
import { say } from "@contraluz/core";
import { labHead, readCases } from "@contraluz/hunt";
import { phonesOf, shareDocument } from "@contraluz/hunt/share/index.ts";
import type { Tlp } from "@contraluz/report";
import { type Args, UsageError } from "../args.ts";
import { writeNew } from "../case/consent.ts";
import { nodeMachine } from "../case/open.ts";
import { EXIT } from "../exit.ts";
import { NAME, typed } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { labFolder, labPath } from "./lab.ts";
import { allowed, fewestOf, leaveTo } from "./leave.ts";
import { huntNamed } from "./links.ts";
import { HSW } from "./share-words.ts";

export async function shareCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = labPath(args);
  const to = leaveTo(args);
  if (!to) throw new UsageError(say(HSW.needWhom, lang));
  const format = args.one("format");
  if (format !== "stix" && format !== "misp") throw new UsageError(say(HSW.needFormat, lang));
  const fewest = fewestOf(args, 1);
  const folder = labFolder(path, args);
  const head = await labHead(folder);
  const hunt = head && (await huntNamed(args, { folder }, args.paths[1]));
  if (!head || !hunt) {
    const line = `${NAME} hunt run ${typed(path) ?? printable(path)}`;
    throw new UsageError(say(HSW.needHunt, lang, { line }));
  }
  const { cases } = await readCases({ folder });
  const may = await allowed(args, { head, machine: nodeMachine() }, cases, "indicators", to);
  const phones = phonesOf(cases.filter(may));
  const tlp = (args.one("tlp") ?? (to.who === "public" ? "clear" : "amber+strict")) as Tlp;
  const by = args.one("by");
  const out = shareDocument(
    format,
    { hunt, cases: phones, asOf: hunt.asOf },
    {
      tlp,
      fewest,
      lang,
      ...(to.who === "public" ? { publicLists: true as const } : {}),
      ...(by === undefined ? {} : { by }),
    },
  );
  process.stderr.write(`${say(HSW.shared, lang, { n: out.written, left: out.withheld })}\n`);
  const file = args.one("output");
  if (file === undefined) await writeOut(out.text);
  else await writeNew(file, out.text, "--output", args);
  return EXIT.result;
}
