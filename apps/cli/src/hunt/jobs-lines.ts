/** Jobs as a person reads them. @module */
import { ASIDE } from "@contraluz/case/inbox/index.ts";
import { type Lang, say } from "@contraluz/core";
import type { Job } from "@contraluz/hunt/jobs/index.ts";
import { printable } from "../terminal.ts";
import { JW, LAB } from "./jobs-words.ts";

/** Why a job was set aside, or failed. */
export function whyLines(job: Job, lang: Lang): string[] {
  if (job.why === undefined) return [];
  const why = job.why === "crashed" ? say(JW.crashed, lang) : say(ASIDE[job.why], lang);
  return [`  ${why}${job.detail ? ` (${printable(job.detail)})` : ""}`];
}

/** What became of a job just now. `what`: where the thing lies. */
export function toldLines(job: Job, what: string, now: string, lang: Lang): string[] {
  const shown = printable(what);
  if (job.state === "aside") return [say(JW.asideLine, lang, { what: shown }), ...whyLines(job, lang)];
  if (job.state === "waiting") {
    const seconds = Math.max(0, Math.round((Date.parse(job.after ?? now) - Date.parse(now)) / 1000));
    return [say(JW.againLine, lang, { what: shown, seconds }), ...whyLines(job, lang)];
  }
  const lab = job.lab === undefined ? "" : say(LAB[job.lab], lang);
  return [say(JW.doneLine, lang, { what: shown, id: job.case ?? "–", lab })];
}
