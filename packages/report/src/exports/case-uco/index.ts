/**
 * CASE 1.4 / UCO 1.4 as JSON-LD: one Investigation, each entry of the log of a case as one InvestigativeAction with one ProvenanceRecord
 * of what came of it. Of a result alone: the check as one action.
 *
 * Evidence is told by its hash and size. No name of a file, a device or a person is in it but that of who signs.
 * @module
 */
import { type Json, parseIso, type Result } from "@contraluz/core";
import { jsonText } from "../share/json-text.ts";
import type { DocumentOutput } from "../share/types.ts";
import { isUuid } from "../share/uuid.ts";
import { CONTEXT, Graph, instant, refs } from "./graph.ts";
import type { CaseOptions, CustodyEntry } from "./types.ts";

export type { CaseOptions, CustodyEntry } from "./types.ts";

const SHA = /^[0-9a-f]{64}$/;
const iso = (text: string): string | undefined => (parseIso(text) === undefined ? undefined : text);

/** What the evidence of a result is: its id is the hash of the file, or of the list of its files. */
function evidenceOf(g: Graph, result: Result, kinds: boolean): string[] {
  return result.evidence
    .filter((e) => SHA.test(e.id))
    .map((e) => {
      const kind = kinds ? ` (${e.acquisition.kind})` : "";
      return g.data(e.id, e.bytes, `Evidence that was read${kind}: SHA-256 of the file, or of the list of its files`);
    });
}

function toolOf(g: Graph, version: string): string {
  return g.add(g.id("tool", version), "uco-tool:Tool", {
    "uco-core:name": "Contraluz",
    "uco-tool:toolType": "Forensic",
    "uco-tool:version": version,
  });
}

/** What came of an action, and its record: the exhibit is numbered as the action is. */
function recordOf(g: Graph, number: string, from: readonly string[], to: readonly string[]): string {
  return g.add(g.id("provenance-record", number), "case-investigation:ProvenanceRecord", {
    "uco-core:description": from.length > 0 ? `Derived from ${from.length} item(s)` : undefined,
    "case-investigation:exhibitNumber": number,
    "uco-core:object": refs(to),
  });
}

/** One entry of the log. */
function entryOf(g: Graph, e: CustodyEntry, before: string | undefined, tool: string | undefined): string[] {
  const number = String(e.seq);
  const from = e.input.filter((h) => SHA.test(h)).map((h) => g.data(h));
  const to = e.output.filter((h) => SHA.test(h)).map((h) => g.data(h));
  const record = recordOf(g, number, from, to.length > 0 ? to : from);
  const actor = g.add(g.id("identity", e.actor), "uco-identity:Identity", { "uco-core:name": e.actor });
  const at = iso(e.at);
  const action = g.add(g.id("investigative-action", number), "case-investigation:InvestigativeAction", {
    "uco-core:name": e.action,
    "uco-core:description": `Entry ${number} of the log; what was noted: SHA-256 ${e.data}; entry before: SHA-256 ${e.prev}`,
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
  const out =
    o.result && SHA.test(o.result.sha256) ? [g.data(o.result.sha256, o.result.size, "result.json of the check")] : [];
  const record = recordOf(g, "1", evidence, out.length > 0 ? out : evidence);
  const performer = o.by ? [g.id("organization", o.by.name)] : [];
  const action = g.add(g.id("investigative-action", "check"), "case-investigation:InvestigativeAction", {
    "uco-core:name": "check",
    "uco-core:description": `Evidence: ${result.verdict.evidence}; ${result.verdict.complete ? "complete" : "with gaps"}; as of ${result.asOf}`,
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
  const g = new Graph(o.id ?? result.evidence.map((e) => e.id).join("\n"));
  const tool = toolOf(g, result.tool.version);
  const evidence = evidenceOf(g, result, o.kinds ?? true);
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
    const made = entryOf(g, e, before, tool);
    before = made[0];
    for (const id of made) of.add(id);
  }
  if (before === undefined) for (const id of checkOf(g, result, evidence, tool, o)) of.add(id);
  g.add(g.id("investigation", "case"), "case-investigation:Investigation", {
    "uco-core:name": o.title ?? "Check of a device",
    "case-investigation:focus": "Traces of spyware",
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
