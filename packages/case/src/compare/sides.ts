/** What the two results are, and what to know before their differences are read. @module */
import { isoUtc, type Result } from "@contraluz/core";
import { isOlder } from "@contraluz/detection/versions.ts";
import type { Side, Warning } from "./types.ts";

/** Names that Apple's programs give to the folder of a backup: the id of the device. */
const DEVICE_ID = /^(?:[0-9a-f]{40}|[0-9A-F]{8}-[0-9A-F]{16})$/i;

const takenOf = (r: Result): bigint | undefined => r.acquisition.taken?.utc;

export function sideOf(r: Result): Side {
  const { device, os, taken } = r.acquisition;
  return {
    evidence: r.evidence.map((e) => e.id),
    name: r.evidence.map((e) => e.name).join(", "),
    taken: taken?.utc === undefined ? "" : isoUtc(taken.utc, "s"),
    device: Object.values(device ?? {}).join(" · "),
    system: os ? `${os.name === "ios" ? "iOS" : "Android"} ${os.version}${os.build ? ` (${os.build})` : ""}` : "",
    tool: r.tool.version,
    signs: Object.fromEntries(r.indicators.map((s) => [s.name, s.sha256])),
  };
}

/** Facts of the device that differ: model, name, id. */
function otherPhone(a: Result, b: Result): Warning | undefined {
  const [x, y] = [sideOf(a), sideOf(b)];
  const ids = DEVICE_ID.test(x.name) && DEVICE_ID.test(y.name);
  // A name is the person's to change; the id is not.
  if (ids && x.name.toLowerCase() === y.name.toLowerCase()) return undefined;
  if (ids) return { code: "other-phone", before: x.name, after: y.name };
  if (x.device !== y.device && x.device !== "" && y.device !== "")
    return { code: "other-phone", before: x.device, after: y.device };
  return undefined;
}

export function warningsOf(a: Result, b: Result): Warning[] {
  const out: Warning[] = [];
  const [x, y] = [sideOf(a), sideOf(b)];
  const other = otherPhone(a, b);
  if (other) out.push(other);
  if (x.evidence.some((id) => y.evidence.includes(id))) out.push({ code: "same-evidence" });
  const [t, u] = [takenOf(a), takenOf(b)];
  if (t === undefined || u === undefined) out.push({ code: "no-date" });
  else if (t > u) out.push({ code: "order", before: x.taken, after: y.taken });
  const [v, w] = [a.acquisition.os?.version ?? "", b.acquisition.os?.version ?? ""];
  if (v !== "" && w !== "" && isOlder(w, v)) out.push({ code: "older-system", before: v, after: w });
  if (JSON.stringify(Object.values(x.signs).sort()) !== JSON.stringify(Object.values(y.signs).sort()))
    out.push({ code: "signs" });
  if (a.tool.version !== b.tool.version) out.push({ code: "tool", before: a.tool.version, after: b.tool.version });
  else if (a.tool.catalogue !== b.tool.catalogue) out.push({ code: "catalogue" });
  if (JSON.stringify({ ...a.context, asOf: "" }) !== JSON.stringify({ ...b.context, asOf: "" }))
    out.push({ code: "context" });
  if (JSON.stringify(a.scope) !== JSON.stringify(b.scope)) out.push({ code: "scope" });
  if (a.evidence.length > 1 || b.evidence.length > 1) out.push({ code: "several" });
  return out;
}
