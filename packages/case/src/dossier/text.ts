/** The check of a dossier in words for a terminal: what holds, what fails, what cannot be known, and what to do about it. @module */
import { count, type Lang, say } from "@contraluz/core";
import { plain } from "@contraluz/report";
import { wrap } from "@contraluz/report/text/wrap.ts";
import type { Verified, VerifyItem } from "./verify-types.ts";
import { FAILS, HOLDS, V, WHY } from "./words.ts";

export interface VerifyTextOptions {
  readonly lang: Lang;
  readonly width: number;
}

/** Names that are shown; the data has 20. */
const FEW = 5;

function sentence(i: VerifyItem, lang: Lang): string {
  const shown = i.about.slice(0, FEW).map((a) => plain(a, lang));
  const names = `${shown.join(", ")}${i.count > shown.length ? ` (+${count(i.count - shown.length)})` : ""}`;
  const why = i.why === undefined ? "" : say(WHY[i.why], lang);
  if (i.state === "holds") {
    const said = say(HOLDS[i.code], lang);
    return i.count === 0 ? said : `${said}: ${names}`;
  }
  if (i.state === "unknown") return names === "" ? why : `${names}: ${why}`;
  return `${say(FAILS[i.code], lang, { n: i.count, names })}${why === "" ? "" : ` — ${why}`}`;
}

/** Lines, each with its end. Nothing of the dossier reaches the terminal as it is. */
export function verifyReport(v: Verified, o: VerifyTextOptions): string {
  const { lang } = o;
  const width = Math.min(100, o.width);
  const out: string[] = [];
  const line = (text: string, first = ""): void => void out.push(...wrap(text, width, first));
  line(say(V[v.verdict], lang));
  out.push("");
  line(`${say(V.title, lang)}: ${plain(v.facts.title, lang)}`);
  line(
    `${say(V[v.facts.edition], lang)} · ${V.size[lang]({ files: count(v.facts.files), bytes: count(v.facts.bytes) })}`,
  );
  line(V.shown[lang]({ shown: count(v.facts.disclosed), all: count(v.facts.committed) }));
  for (const [state, head] of [
    ["fails", V.failsHead],
    ["holds", V.holdsHead],
    ["unknown", V.unknownHead],
  ] as const) {
    const items = v.items.filter((i) => i.state === state);
    if (items.length === 0) continue;
    out.push("", say(head, lang));
    for (const i of items) line(sentence(i, lang), "  - ");
  }
  const { signatures, times, tagmanifest } = v.attested;
  if (signatures.length + times.length > 0) {
    out.push("", say(V.attestedHead, lang));
    const known = (trusted: boolean): string => (trusted ? "" : ` ${say(V.notGiven, lang)}`);
    for (const s of signatures) line(`${V.signed[lang]({ label: s.label, key: s.key })}${known(s.trusted)}`, "  - ");
    for (const t of times) {
      const said = {
        label: t.label,
        time: t.time.replace("T", " ").replace("Z", ""),
        authority: plain(t.authority, lang),
      };
      line(`${V.stamped[lang](said)}${known(t.trusted)}`, "  - ");
    }
  }
  out.push("");
  line(V.list[lang]({ sum: tagmanifest }));
  line(say(V.limits, lang));
  return `${out.join("\n")}\n`;
}
