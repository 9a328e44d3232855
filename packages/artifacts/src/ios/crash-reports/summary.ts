/**
 * summaries/crashes_and_spins.log: the reports that the phone still knew, also those that are gone. A line begins with the path of a report;
 * its name carries program and time by the phone's clock: `NAME-2024-08-30-111854.ips`.
 * Sources: ios.md 4.1 and 4.2; the form of names as EC-DIGIT-CSIRC/sysdiagnose takes it.
 * @module
 */
import type { ArtifactRecord, Origin } from "@contraluz/core";
import type { ParseRun } from "../../artifact.ts";
import { localMoment } from "../../local-time.ts";
import { kept, text } from "../../text.ts";

const STAMP = /^(.{1,1024}?)-(\d{4}-\d\d-\d\d)-(\d\d)-?(\d\d)-?(\d\d)/;
/** Reports that are about no program. */
const GENERAL =
  /^(?:Analytics|JetsamEvent|LowBatteryLog|OTAUpdate|ResetCounter|SiriSearchFeedback|Stackshot|WiFiLQMMetrics|forceReset|log-aggregated|panic-|proactive_event_tracker|stacks|xp_amp_)/;

/** The program in the name of a report: what stands before and after it says what kind of report it is. */
export function programIn(name: string): string | undefined {
  if (GENERAL.test(name)) return undefined;
  return name.replace(/^Exc(?:UserFault|Resource)_/, "").replace(/\.[a-z]+_resource$/, "");
}

/** The record of a line, or undefined. */
export function listedOf(line: string, origin: Origin, run: ParseRun): ArtifactRecord | undefined {
  const path = line.split(",", 1)[0]!.trim();
  if (!path.startsWith("/")) return undefined;
  const file = path.slice(path.lastIndexOf("/") + 1);
  const m = STAMP.exec(file);
  if (!m) return undefined;
  const seen = file.slice(m[1]!.length + 1, m[0].length);
  const at = localMoment(`${m[2]}T${m[3]}:${m[4]}:${m[5]}`, seen, run.acquisition);
  const name = kept(programIn(m[1]!));
  return {
    kind: "listed",
    ...(at ? { at } : {}),
    fields: { name, file: text(file) },
    observables: name ? [{ type: "process", value: name, contact: "ran" }] : [],
    origin,
  };
}
