/** `contraluz case archive`, and a case in the place of an archive's folder: read, searched and corrected sealed. @module */
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import {
  type CaseArchive,
  copiesIn,
  correctInCase,
  coveragesOfCase,
  IndexTooLarge,
  isChecked,
  openCaseIndex,
  partsOfCase,
  readInCase,
} from "@contraluz/archive/in-case/index.ts";
import { correctionsIn } from "@contraluz/archive/open/fill.ts";
import { unopenedIn } from "@contraluz/archive/open/unopened.ts";
import { READ_LIMITS } from "@contraluz/archive/read/index.ts";
import { mayExport } from "@contraluz/case/consent/gate.ts";
import {
  archivesThere,
  type CaseState,
  latestConsent,
  type OpenVault,
  openCopy,
  refuse,
  type Vault,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { type Cancel, ContraluzError, count, type Input, PROBLEMS, type Problem, say } from "@contraluz/core";
import { nodePlatform, spawnThread } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { audienceOf } from "../case/leave.ts";
import { actorOf, caseShown, nodeMachine, readCase, refusedWords, writeCase } from "../case/open.ts";
import { readWorkers } from "../context.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable, progressLine } from "../terminal.ts";
import { CA } from "./case-words.ts";
import { FW } from "./find-words.ts";
import type { Opened } from "./open.ts";
import { after, MAIN, picturesNamed, picturesOf } from "./pictures.ts";
import { RW } from "./read-words.ts";
import { shelvedSql } from "./sql.ts";

type Evidence = CaseState["evidence"][number];

const shownAs = (e: Evidence): string => `${e.folder!.slice("evidence/".length)} ${printable(e.name)}`;

/** The copies that were named, or all that are not of a phone. */
async function wanted(vault: OpenVault, cancel: Cancel, args: Args): Promise<{ read: Evidence[]; phones: Evidence[] }> {
  const { lang } = args;
  const all = copiesIn(vault.state);
  if (all.length === 0) throw new UsageError(say(CA.noCopies, lang, { folder: caseShown(args), cmd: NAME }));
  const known = all.map(shownAs).join(", ");
  const named = args.paths.slice(1);
  const read = named.map((n) => {
    const found = all.find((e) => e.folder === `evidence/${n.padStart(4, "0")}`) ?? all.findLast((e) => e.name === n);
    if (!found) throw new UsageError(say(CA.noSuch, lang, { found: printable(n), known }));
    return found;
  });
  if (named.length > 0) return { read: [...new Set(read)], phones: [] };
  const phones: Evidence[] = [];
  for (const e of all) (await isChecked(vault, e, cancel)) ? phones.push(e) : read.push(e);
  if (read.length === 0) throw new UsageError(say(CA.allChecked, lang, { known }));
  return { read, phones };
}

const pagesIn = ({ coverage: { pages } }: CaseArchive): number =>
  pages.read + pages.poor + pages.unreadable + pages.blank;

function summary(e: Evidence, made: CaseArchive, args: Args): string[] {
  const { lang } = args;
  const { pages, copies } = made.coverage;
  const [read, poor, unreadable, blank] = [pages.read, pages.poor, pages.unreadable, pages.blank].map((n) => count(n));
  const { redaction, layer } = made.found;
  const place = { name: printable(e.name), archive: made.archive, n: pagesIn(made) };
  return [
    say(made.fresh ? CA.read : CA.known, lang, place),
    `  ${say(RW.states, lang, { read: read!, poor: poor!, unreadable: unreadable!, blank: blank! })}`,
    ...(pages.unreadable + pages.poor > 0 ? [`  ${say(RW.unread, lang)}`] : []),
    ...(copies.same + copies.near > 0 ? [`  ${say(RW.copies, lang, { n: count(copies.same + copies.near) })}`] : []),
    ...(redaction > 0 ? [`  ${say(RW.redactions, lang, { n: count(redaction) })}`] : []),
    ...(layer > 0 ? [`  ${say(RW.layers, lang, { n: count(layer) })}`] : []),
  ];
}

/** Reads documents of the case; what was read before is passed over, and an interrupted reading goes on. */
export async function caseArchiveCommand(args: Args): Promise<number> {
  const { lang } = args;
  const stop = interruption();
  const line = progressLine(process.stderr, args.flags.has("json"));
  const told: Problem[] = [];
  const out: string[] = [];
  const json: object[] = [];
  try {
    await writeCase(
      args,
      async (vault) => {
        const { read, phones } = await wanted(vault, stop.signal, args);
        for (const e of read) {
          const made = await readInCase(vault, e, {
            actor: actorOf(args),
            lang: args.one("lang-of-pages") ?? "spa",
            ocr: !args.flags.has("no-ocr"),
            threads: Math.max(1, readWorkers(args) ?? availableParallelism()),
            spawn: () => spawnThread(MAIN, { serves: "documents", heapMb: READ_LIMITS.heapMb }),
            after,
            cancel: stop.signal,
            report: (p) => void (told.length < 100 && told.push(p)),
            progress: (p) =>
              line.say({ key: "reading", text: say(RW.reading, lang), name: p.path, running: count(p.pages) }),
          });
          out.push(...summary(e, made, args));
          json.push({ evidence: e.id, ...made });
        }
        if (phones.length > 0) out.push(say(CA.asPhone, lang, { list: phones.map(shownAs).join(", ") }));
      },
      nodeMachine(nodePlatform({ workers: 0 })),
    );
  } catch (e) {
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    line.end();
    stop.end();
  }
  if (args.flags.has("json")) {
    await writeOut(`${JSON.stringify({ archives: json, problems: told })}\n`);
    return EXIT.result;
  }
  for (const p of told.slice(0, 20)) out.push(`${printable(p.path ?? "")}: ${say(PROBLEMS[p.code], lang)}`);
  out.push(say(CA.next, lang, { folder: caseShown(args), cmd: NAME }));
  await writeOut(`${out.join("\n")}\n`);
  return EXIT.result;
}

/** Text and pictures of documents are evidence: whoever may have a pack may have them. */
function leaveOf(vault: Vault, args: Args): NonNullable<Opened["leave"]> {
  return {
    may() {
      const { state, machine } = vault;
      const withdrawn = withdrawalOf(state);
      const on = machine.now().slice(0, 10);
      const ask = { what: "pack", edition: "full", to: audienceOf(args), on, ...(withdrawn && { withdrawn }) } as const;
      try {
        refuse(mayExport(latestConsent(state), ask));
      } catch (e) {
        throw refusedWords(e, args);
      }
    },
    async note(what, file) {
      const sha256 = createHash("sha256").update(file).digest("hex");
      const data = { format: what, sha256, bytes: file.length };
      await writeCase(args, (open) => open.write({ actor: actorOf(args), action: "export", data, output: [sha256] }));
    },
  };
}

/** The archives of the case that was named, as one. */
export async function openCaseArchive(args: Args, cancel: Cancel): Promise<Opened> {
  const { lang } = args;
  const platform = nodePlatform({ workers: 0 });
  const vault = await readCase(args, nodeMachine(platform));
  if (archivesThere(vault.state).length === 0)
    throw new UsageError(say(CA.noArchive, lang, { folder: caseShown(args), cmd: NAME }));
  const line = progressLine(process.stderr, args.flags.has("json"));
  const progress = (n: number): void => line.say({ key: "pages", text: say(FW.indexing, lang, { n: count(n) }) });
  try {
    const made = await openCaseIndex(vault, shelvedSql, { sha256: platform.sha256, cancel, progress });
    if (!made) throw new ContraluzError("usage", say(FW.noSql, lang));
    let unopened = 0;
    for (const part of await coveragesOfCase(vault)) unopened += await unopenedIn(part);
    return {
      ...made,
      unfinished: archivesThere(vault.state).some((a) => !a.pages),
      unopened,
      leave: leaveOf(vault, args),
      parts: () => partsOfCase(vault),
      async pictures() {
        const named = await picturesNamed(args, cancel);
        if (named) return named;
        const ids = new Set(archivesThere(vault.state).map((a) => a.evidence));
        const inputs: Input[] = [];
        for (const e of copiesIn(vault.state)) if (ids.has(e.id)) inputs.push(await openCopy(vault, e));
        return picturesOf(inputs, platform, cancel);
      },
      corrections: async () => correctionsIn((await partsOfCase(vault)).corrections),
      async correct(make) {
        const written = await writeCase(args, (open) => correctInCase(open, actorOf(args), make));
        if (written === "gone") throw new UsageError(say(CA.gone, lang));
        return written;
      },
    };
  } catch (e) {
    if (e instanceof IndexTooLarge) throw new UsageError(say(CA.tooLarge, lang));
    throw refusedWords(e, args);
  } finally {
    line.end();
  }
}
