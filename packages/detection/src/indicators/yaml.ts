/** Reads the stalkerware lists of AssoEchap: `ioc.yaml` and `watchware.yaml`. @module */
import type { Grade, ObservableType, Report } from "@contraluz/core";
import { oneLine } from "./builder.ts";
import { guessType, refang } from "./guess.ts";
import type { IndicatorSink, Role } from "./types.ts";
import { parseYamlList, type YamlMap, type YamlValue } from "./yaml-list.ts";

/** Characters of a list; the real one has 95,000. */
export const MAX_YAML: number = 4 * 1024 * 1024;

const isMap = (v: YamlValue | undefined): v is { readonly [key: string]: string | readonly string[] } =>
  typeof v === "object" && !Array.isArray(v);

/** Fields of a family, the type of their entries unless the form says otherwise, and what they are a sign of. */
const FIELDS: readonly (readonly [string, ObservableType, Role])[] = [
  ["packages", "app-id", "implant"],
  ["bundles", "app-id", "implant"],
  ["certificates", "certificate", "implant"],
  ["websites", "domain", "vendor"],
  ["distribution", "domain", "server"],
  ["domains", "domain", "server"],
  ["ips", "ip", "server"],
  ["ip", "ip", "server"],
];

function gradeOf(type: YamlValue | undefined): Grade {
  return type === "watchware"
    ? "watchware"
    : type === "tracker"
      ? "tracker"
      : type === "spyware"
        ? "spyware"
        : "stalkerware";
}

class Families {
  readonly #sink: IndicatorSink;
  readonly #report: Report;
  added = 0;

  constructor(sink: IndicatorSink, report: Report) {
    this.#sink = sink;
    this.#report = report;
  }

  take(family: YamlMap): void {
    if (typeof family.name !== "string") {
      this.#report({
        code: "stix-object",
        found: "an entry without a name",
        expected: "name, type, packages …",
        lost: "row",
      });
      return;
    }
    const campaign = oneLine(family.name);
    const grade = gradeOf(family.type);
    for (const part of [family as YamlValue, family.c2]) {
      if (!isMap(part)) continue;
      for (const [field, type, role] of FIELDS) {
        const values: unknown = Object.hasOwn(part, field) ? part[field] : [];
        if (typeof values === "string") this.#one(campaign, grade, field, type, role, values);
        else if (Array.isArray(values)) for (const v of values) this.#one(campaign, grade, field, type, role, v);
        else
          this.#report({
            code: "stix-object",
            found: oneLine(`${campaign} ${field}`, 120),
            expected: "a list",
            lost: "row",
          });
      }
    }
  }

  #one(campaign: string, grade: Grade, field: string, type: ObservableType, role: Role, raw: string): void {
    const value = refang(raw);
    let t: ObservableType | undefined = type;
    if (type === "domain" || type === "ip") t = guessType(value, "domain");
    // A full link among the places of distribution is a page about the program (a code repository), not a server.
    const r = field === "distribution" && t === "url" ? "vendor" : role;
    if (t !== undefined && value !== "" && this.#sink.add({ type: t, value, campaign, grade, role: r }) >= 0)
      this.added++;
    else this.#report({ code: "indicator-value", found: oneLine(`${campaign} ${field}: ${raw}`, 120), lost: "row" });
  }
}

/** True if a text looks like such a list rather than a list of signs. */
export function looksLikeYaml(head: string): boolean {
  const first = head.split("\n").find((l) => !/^(?:\s*$|\s*#|---)/.test(l));
  return first !== undefined && /^-\s+[A-Za-z_]\w*:(?:\s|$)/.test(first);
}

/**
 * Reads families: `packages` and `certificates` are signs of the program on the device, `c2` and `distribution` (where
 * it is downloaded from) its servers, `websites` pages of those who sell it. A host can be both; the matcher then lets
 * the way of contact decide. Grade by `type`: stalkerware or watchware. Lines that do not fit give a Problem each.
 */
export function readStalkerwareYaml(text: string, sink: IndicatorSink, report: Report): void {
  const families = new Families(sink, report);
  if (text.length > MAX_YAML)
    report({ code: "too-large", found: `${text.length} characters`, expected: `at most ${MAX_YAML}`, lost: "bytes" });
  const odd = (line: number, found: string): void =>
    report({ code: "stix-object", found: oneLine(`line ${line}: ${found}`, 120), lost: "row" });
  for (const family of parseYamlList(text.slice(0, MAX_YAML), odd)) families.take(family);
  if (families.added === 0)
    report({ code: "indicator-file", found: "no signs", expected: "a YAML list of families", lost: "file" });
}
