/** The long text form of moments. @module */
import { isoUtc, type Moment } from "@contraluz/core";

/** JSON text of a moment; instants are written as ISO 8601 with the decimals that their precision carries. */
export function encodeMoment(m: Moment): string {
  let s = "{";
  if (m.utc !== undefined) s += `"utc":"${isoUtc(m.utc, m.precision)}",`;
  if (m.wall !== undefined) s += `"wall":${JSON.stringify(m.wall)},`;
  if (m.boot) s += `"boot":{"id":${JSON.stringify(m.boot.id)},"ns":${m.boot.ns}},`;
  s += `"seen":${JSON.stringify(m.seen)},`;
  if (m.zone) s += `"zone":{"name":${JSON.stringify(m.zone.name)},"from":"${m.zone.from}"},`;
  return `${s}"precision":"${m.precision}"}`;
}

/** True for a field that holds a moment: no other value has these two keys. */
export function isMoment(v: unknown): v is Moment {
  return typeof v === "object" && v !== null && "seen" in v && "precision" in v && !(v instanceof Uint8Array);
}
