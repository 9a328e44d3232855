/**
 * CASE 1.4 / UCO 1.4 as JSON-LD: one Investigation, each entry of the log of a case as one InvestigativeAction with one ProvenanceRecord
 * of what came of it. Of a result alone: the check as one action.
 *
 * Evidence is told by its hash and size. No name of a file, a device or a person is in it but that of who signs.
 * @module
 */
import { type Json, type Lang, parseIso, type Result, say } from "@contraluz/core";
import { jsonText } from "../share/json-text.ts";
import type { DocumentOutput } from "../share/types.ts";
import { isUuid } from "../share/uuid.ts";
import { SHARED } from "../share/words.ts";
import { CONTEXT, Graph, instant, refs } from "./graph.ts";
import type { CaseOptions, CustodyEntry } from "./types.ts";

export type { CaseOptions, CustodyEntry } from "./types.ts";

const SHA = /^[0-9a-f]{64}$/;
const iso = (text: string): string | undefined => (parseIso(text) === undefined ? undefined : text);

/** What the evidence of a result is: its id is the hash of the file, or of the list of its files. */
function evidenceOf(g: Graph, result: Result, lang: Lang): string[] {
  return result.evidence
    .filter((e) => SHA.test(e.id))
    .map((e) => g.data(e.id, e.bytes, say(SHARED.evidence, lang, { kind: e.acquisition.kind })));
}

function toolOf(g: Graph, version: string): string {
  return g.add(g.id("tool", version), "uco-tool:Tool", {
    "uco-core:name": "Contraluz",
    "uco-tool:toolType": "Forensic",
    "uco-tool:version": version,
  });
}

/** What came of an action, and its record: the exhibit is numbered as the action is. */
function recordOf(g: Graph, number: string, from: readonly string[], to: readonly string[], lang: Lang): string {
  return g.add(g.id("provenance-record", number), "case-investigation:ProvenanceRecord", {
    "uco-core:description": from.length > 0 ? say(SHARED.derived, lang, { n: from.length }) : undefined,
    "case-investigation:exhibitNumber": number,
    "uco-core:object": refs(to),
  });
}

/** One entry of the log. */
function entryOf(
  g: Graph,
  e: CustodyEntry,
  before: string | undefined,
  tool: string | undefined,
  lang: Lang,
): string[] {
  const number = String(e.seq);
  const from = e.input.filter((h) => SHA.test(h)).map((h) => g.data(h));
  const to = e.output.filter((h) => SHA.test(h)).map((h) => g.data(h));
  const record = recordOf(g, number, from, to.length > 0 ? to : from, lang);
  const actor = g.add(g.id("identity", e.actor), "uco-identity:Identity", { "uco-core:name": e.actor });
  const at = iso(e.at);
  const action = g.add(g.id("investigative-action", number), "case-investigation:InvestigativeAction", {
    "uco-core:name": e.action,
    "uco-core:description": say(SHARED.entry, lang, { n: number, data: e.data, prev: e.prev }),
    "uco-action:startTime": at === undefined ? undefined : instant(at),
    "uco-action:endTime": at === undefined ? undefined : instant(at),
    "uco-action:performer": refs([actor]),
    "uco-action:instrument": tool !== undefined && /^(?:re)?check$/.test(e.action) ? refs([tool]) : undefined,
    "uco-action:object": refs(from),
    "uco-action:result": refs([...to, record]),
    "case-investigation:wasInformedBy": before === undefined ? undefined : refs([before]),
  });
  return [action, record, actor, ...from, ...to];
}

/** The check as one action, where there is no log. When it was made is not in a result. */
function checkOf(g: Graph, result: Result, evidence: readonly string[], tool: string, o: CaseOptions): string[] {
  const lang = o.lang ?? "en";
  const out = o.result && SHA.test(o.result.sha256) ? [g.data(o.result.sha256, o.result.size, "result.json")] : [];
  const record = recordOf(g, "1", evidence, out.length > 0 ? out : evidence, lang);
  const performer = o.by ? [g.id("organization", o.by.name)] : [];
  const action = g.add(g.id("investigative-action", "check"), "case-investigation:InvestigativeAction", {
    "uco-core:name": "check",
    "uco-core:description": say(SHARED.check, lang, {
      evidence: result.verdict.evidence,
      complete: result.verdict.complete ? 1 : 0,
      asOf: result.asOf,
    }),
    "uco-action:performer": refs(performer),
    "uco-action:instrument": refs([tool]),
    "uco-action:object": refs(evidence),
    "uco-action:result": refs([...out, record]),
  });
  return [action, record, ...out];
}

/**
 * The investigation of a result, or of a case with its log.
 * @example const { text } = caseUco(result, { by: { name: "Helpline" }, custody: entries });
 */
export function caseUco(result: Result, o: CaseOptions = {}): DocumentOutput {
  const lang = o.lang ?? "en";
  const g = new Graph(o.id ?? result.evidence.map((e) => e.id).join("\n"));
  const tool = toolOf(g, result.tool.version);
  const evidence = evidenceOf(g, result, lang);
  const known = o.by?.id !== undefined && isUuid(o.by.id) ? o.by.id : undefined;
  const lab = o.by
    ? [
        g.add(g.id("organization", o.by.name), "uco-identity:Organization", {
          "uco-core:name": o.by.name,
          "uco-core:description": known === undefined ? undefined : `UUID ${known}`,
        }),
      ]
    : [];
  const of = new Set<string>([...evidence, tool, ...lab]);
  let before: string | undefined;
  for (const e of o.custody ?? []) {
    const made = entryOf(g, e, before, tool, lang);
    before = made[0];
    for (const id of made) of.add(id);
  }
  if (before === undefined) for (const id of checkOf(g, result, evidence, tool, o)) of.add(id);
  g.add(g.id("investigation", "case"), "case-investigation:Investigation", {
    "uco-core:name": o.title ?? say(SHARED.caseName, lang),
    "case-investigation:focus": say(SHARED.focus, lang),
    "uco-core:createdBy": lab.length > 0 ? refs(lab) : undefined,
    "uco-core:object": refs([...of].sort()),
  });
  const nodes = [...g.nodes].sort((a, b) => (a["@id"] < b["@id"] ? -1 : 1));
  return {
    text: jsonText({ "@context": CONTEXT, "@graph": nodes as unknown as Json[] }),
    written: (o.custody ?? []).length || 1,
    withheld: 0,
  };
}
