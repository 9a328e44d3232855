/**
 * Reports whose body is an object: JSON since iOS 15, a property list in some.
 *
 * A crash (bug_type 309, 308, 385 …): `procName`, `procPath`, `pid`, `parentProc`, `procLaunch`, `captureTime`, `exception{type,signal}`,
 * `termination{indicator}`, `coalitionName`, `usedImages[{path,uuid,source}]`. A memory report (298): `processes[{name,pid,uuid,reason}]`. A
 * stackshot (288) or panic (210): `processByPid{"73":{procname,pid,userID}}`, `panicString`.
 * Sources: Apple, "Interpreting the JSON format of a crash report" and "Identifying high-memory use with jetsam event reports"; ios.md 4.2.
 * @module
 */
import type { Origin } from "@contraluz/core";
import { isObject, of } from "../../json.ts";
import { said, text } from "../../text.ts";
import { zonedMoment } from "../../zoned.ts";
import { type Facts, type Listed, type Loaded, MAX_IMAGES, MAX_LISTED, type Report } from "./report.ts";

const whole = (v: unknown): number | undefined =>
  typeof v === "number" && Number.isSafeInteger(v) ? v : typeof v === "bigint" ? Number(v) : undefined;

/** The header line, which stands in every report since iOS 9. */
export function headerFacts(header: unknown): Facts {
  return {
    type: said(of(header, "bug_type")),
    name: said(of(header, "app_name")) ?? said(of(header, "name")),
    app: said(of(header, "bundleID")),
    os: said(of(header, "os_version")),
    incident: said(of(header, "incident_id")),
    at: zonedMoment(of(header, "timestamp")),
  };
}

function exceptionOf(body: unknown): string | undefined {
  const e = of(body, "exception");
  const [type, signal] = [said(of(e, "type")), said(of(e, "signal"))];
  return type !== undefined && signal !== undefined ? text(`${type} (${signal})`) : (type ?? signal ?? said(e));
}

function processesOf(body: unknown, origin: (key: string) => Origin): Listed[] {
  const out: Listed[] = [];
  const list = of(body, "processes");
  for (const [i, p] of (Array.isArray(list) ? list.slice(0, MAX_LISTED) : []).entries()) {
    const name = said(of(p, "name"));
    if (name === undefined) continue;
    out.push({ name, pid: whole(of(p, "pid")), reason: said(of(p, "reason")), origin: origin(`processes[${i}].name`) });
  }
  const byPid = of(body, "processByPid");
  for (const [key, p] of isObject(byPid) ? Object.entries(byPid).slice(0, MAX_LISTED) : []) {
    const name = said(of(p, "procname"));
    if (name === undefined) continue;
    out.push({
      name,
      pid: whole(of(p, "pid")),
      uid: whole(of(p, "userID")),
      origin: origin(`processByPid.${key.slice(0, 20)}.procname`),
    });
  }
  return out;
}

function imagesOf(body: unknown, program: string | undefined, origin: (key: string) => Origin): Loaded[] {
  const out: Loaded[] = [];
  const list = of(body, "usedImages");
  for (const [i, image] of (Array.isArray(list) ? list.slice(0, MAX_IMAGES) : []).entries()) {
    const path = said(of(image, "path"));
    if (path?.startsWith("/"))
      out.push({ path, uuid: said(of(image, "uuid")), program, origin: origin(`usedImages[${i}].path`) });
  }
  return out;
}

/** The report of a header and the object below it. */
export function objectReport(header: Facts, body: unknown, origin: (key: string) => Origin): Report {
  const name = said(of(body, "procName")) ?? header.name;
  const path = said(of(body, "procPath"));
  const reason = said(of(of(body, "termination"), "indicator")) ?? said(of(body, "reason"));
  const facts: Facts = {
    type: header.type ?? said(of(body, "bug_type")),
    name,
    path: path?.startsWith("/") ? path : undefined,
    pid: whole(of(body, "pid")),
    app: header.app ?? said(of(of(body, "bundleInfo"), "CFBundleIdentifier")),
    parent: said(of(body, "parentProc")),
    launched: zonedMoment(of(body, "procLaunch")),
    exception: exceptionOf(body),
    reason: said(of(body, "panicString"))?.slice(0, 1000) ?? reason,
    os: header.os,
    incident: header.incident ?? said(of(body, "incident")),
    at: zonedMoment(of(body, "captureTime")) ?? zonedMoment(of(body, "date")) ?? header.at,
  };
  return { facts, processes: processesOf(body, origin), images: imagesOf(body, name, origin) };
}
