/** `contraluz case incident`: what people saw, from a file of one or a table of many; `case incidents`: all of it, with a map. @module */
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { mayKeep } from "@contraluz/case/consent/gate.ts";
import { faultWords } from "@contraluz/case/forms/words.ts";
import type { Mapping } from "@contraluz/case/incidents/columns.ts";
import { MAX_TABLE } from "@contraluz/case/incidents/csv.ts";
import { type Imported, importIncidents } from "@contraluz/case/incidents/import.ts";
import { incidentOf } from "@contraluz/case/incidents/make.ts";
import { readMapping } from "@contraluz/case/incidents/mapping.ts";
import { incidentsHtml, incidentsText } from "@contraluz/case/incidents/page.ts";
import type { Incident } from "@contraluz/case/incidents/types.ts";
import { ROW_PROBLEMS, TABLE_FAULTS } from "@contraluz/case/incidents/words.ts";
import { latestConsent, Refused, withdrawalOf } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { reportFonts } from "../fonts.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { faultsError, formText, writeNew } from "./consent.ts";
import { K } from "./consent-words.ts";
import { actorOf, lineOf, readCase, writeCase } from "./open.ts";
import { C } from "./words.ts";

/** Problems of rows that a terminal shows. */
const SHOWN = 30;

/** One incident, if the file is the form of one; else undefined. */
function single(
  bytes: Uint8Array,
  sha256: () => ReturnType<ReturnType<typeof nodePlatform>["sha256"]>,
  path: string,
  args: Args,
): Incident | undefined {
  if (!path.endsWith(".json") || bytes.length > MAX_TABLE) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof json !== "object" || json === null || Array.isArray(json) || Object.hasOwn(json, "results"))
    return undefined;
  const read = incidentOf(json, sha256, new Date().toISOString().slice(0, 10));
  if ("value" in read) return read.value;
  throw faultsError(
    path,
    read.faults.map((f) => faultWords(f, args.lang)),
    args.lang,
  );
}

function told(r: Imported, args: Args): string[] {
  const { lang } = args;
  const list = r.problems
    .slice(0, SHOWN)
    .map((p) => say(ROW_PROBLEMS[p.code], lang, { row: p.row, column: p.column ?? "", found: p.found ?? "" }));
  return [
    say(K.counts, lang, { rows: r.rows, ...r.left }),
    ...list,
    ...(r.problems.length > SHOWN ? [say(K.more, lang, { n: r.problems.length - SHOWN })] : []),
    ...(r.unused.length > 0 ? [say(K.unused, lang, { list: r.unused.slice(0, SHOWN).join(", ") })] : []),
  ].map((l) => printable(l));
}

/** The mapping of columns that was named, if one was. */
async function mappingOf(args: Args): Promise<Mapping | undefined> {
  const path = args.one("map");
  if (path === undefined) return undefined;
  const read = readMapping(await formText(path));
  if ("value" in read) return read.value;
  const lines = read.faults.map((f) => faultWords(f, args.lang));
  throw faultsError(path, lines, args.lang);
}

export async function incidentCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = args.paths[1];
  if (path === undefined) throw new UsageError(say(C.needRest, lang, { line: lineOf(args) }));
  const { sha256 } = nodePlatform();
  const bytes = await readFile(resolve(path));
  const mapping = await mappingOf(args);
  const one = single(bytes, sha256, path, args);
  const out: string[] = [];
  await writeCase(args, async (vault) => {
    const day = vault.machine.now().slice(0, 10);
    const no = mayKeep(latestConsent(vault.state), "incidents", day, withdrawalOf(vault.state));
    if (no) throw new Refused(no);
    let incidents: readonly Incident[];
    if (one) incidents = [one];
    else {
      const known = new Map(vault.state.incidents.map((i) => [i.incident.id, i.incident]));
      const read = importIncidents(bytes, {
        file: basename(path),
        sha256,
        known,
        ...(mapping ? { mapping } : {}),
      });
      if ("fault" in read) {
        const words = TABLE_FAULTS[read.fault];
        throw new UsageError(`${printable(path)}: ${printable(say(words, lang, { found: read.found ?? "" }))}`);
      }
      incidents = read.incidents;
      out.push(...told(read, args));
    }
    const actor = actorOf(args);
    await vault.writeAll(
      incidents.map((incident) => {
        const from = incident.origin?.sha256;
        return { actor, action: "incident", data: { incident }, ...(from === undefined ? {} : { input: [from] }) };
      }),
    );
    out.unshift(say(K.added, lang, { n: incidents.length }));
  });
  await writeOut(`${out.join("\n")}\n`);
  return EXIT.result;
}

/** All incidents of a case: as text, or as a page with a map (`--html`). */
export async function incidentsCommand(args: Args): Promise<number> {
  const { lang } = args;
  const vault = await readCase(args);
  const incidents = vault.state.incidents.map((i) => i.incident);
  const html = args.one("html");
  if (args.flags.has("json")) await writeOut(`${JSON.stringify(incidents, null, 1)}\n`);
  else if (html === undefined) await writeOut(incidentsText(incidents, { lang, width: width() }));
  else await writeNew(html, incidentsHtml(incidents, { lang, fonts: reportFonts() }), "--html", args);
  return EXIT.result;
}
