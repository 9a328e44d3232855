/** Places where a trace is left: what each is, where it lies, what its records hold. @module */
import { type AnyArtifact, ARTIFACTS } from "@contraluz/artifacts";
import { type Contact, type Lang, type ObservableType, say } from "@contraluz/core";
import { code, list, table, text } from "./markdown.ts";
import { CONTACTS, FEEDS, PAGE, TYPES } from "./words.ts";

/** `url`: visited, received. */
function meets(a: AnyArtifact, lang: Lang): string[] {
  const byType = new Map<ObservableType, Contact[]>();
  for (const [type, contact] of a.observes) byType.set(type, [...(byType.get(type) ?? []), contact]);
  return [...byType].map(
    ([type, contacts]) =>
      `${code(type)} (${TYPES[type][lang]}): ${contacts.map((c) => `${code(c)} (${CONTACTS[c][lang]})`).join(", ")}`,
  );
}

function one(a: AnyArtifact, lang: Lang): string[] {
  const w = PAGE[lang];
  const out = [
    `### ${text(say(a.words.name, lang))} ${code(a.id)}`,
    list([
      `${w.shows}: ${text(say(a.words.shows, lang))}`,
      `${w.hides}: ${text(say(a.words.hides, lang))}`,
      `${w.feed}: ${FEEDS[a.feed][lang]}. ${w.version}: ${a.version}`,
      ...Object.entries(a.where).map(([kind, p]) => `${w.where} (${code(kind)}): ${p.paths.map(code).join(", ")}`),
      `${w.sources}: ${a.sources.map(text).join("; ")}`,
    ]),
    // What holds no value that a sign could be is compared with none.
    ...(a.observes.length > 0 ? [`${w.meets}:`, list(meets(a, lang))] : []),
  ];
  for (const [kind, fields] of Object.entries(a.fields)) {
    const rows = Object.entries(fields).map(([name, f]) => [
      code(name),
      text(say(f.words, lang)),
      f.unit === undefined ? "" : text(f.unit),
      f.content ? w.contentOnly : w.always,
    ]);
    out.push(`${w.records} ${code(kind)}:`, table([w.field, w.meaning, w.unit, w.kept], rows));
  }
  return out;
}

export function artifactsPart(lang: Lang): string[] {
  const w = PAGE[lang];
  return [`## ${w.artifacts}`, w.artifactsIntro, ...ARTIFACTS.flatMap((a) => one(a, lang))];
}
