/**
 * A guide that travels alone: forwarded as text, on one page of paper, in pictures. Its acts are those of the page, without what only the page
 * can do, and without a link: addresses that a person has to type are spelled as one dictates them.
 * @module
 */
import type { Lang } from "@contraluz/core";
import { HELPLINES } from "@contraluz/report/helplines.ts";
import type { Block, Part, Sheet } from "@contraluz/report/send/sheet.ts";
import type { Guide, GuideStep, GuideVariant, GuideWords } from "./guide.ts";
import { ALONE } from "./sheet-words.ts";

/** The variant that the page itself does. */
const PAGE = "page";

/** Ways of a guide that somebody can go who has nothing but the guide. */
export function aloneVariants(words: GuideWords): readonly GuideVariant[] {
  return words.variants.filter((v) => v.id !== PAGE);
}

/** A step as it reads without the page. */
export function aloneStep(step: GuideStep): GuideStep {
  return step.alone ? { ...step, ...step.alone } : step;
}

/** The title, and of which way it is where there are several. */
export function aloneTitle(words: GuideWords, variant: GuideVariant): string {
  return aloneVariants(words).length > 1 && variant.name !== "" ? `${words.title} · ${variant.name}` : words.title;
}

/** Names of those who help, in this language. */
export function aloneHelplines(lang: Lang): string {
  return HELPLINES.filter((h) => h.languages.includes(lang))
    .map((h) => h.name[lang])
    .join("; ");
}

/** Whether a file comes out that is handed to somebody. */
export function handsOver(words: GuideWords): boolean {
  return words.noFile === undefined;
}

/** `account.apple.com` as one says it: no chat makes a link of that. */
function dictated(text: string, lang: Lang): string {
  return text.replace(/[a-z]+(?:\.[a-z]+)*\.(?:com|org|net|mx)\b/g, (name) => name.replaceAll(".", ALONE[lang].dot));
}

function stepPart(step: GuideStep, n: number, lang: Lang): Part {
  const { what, time, path, text, type, fail } = aloneStep(step);
  const say = (line: string): Block => ({ kind: "text", line: dictated(line, lang) });
  return {
    title: `${n}. ${what}${time === undefined ? "" : ` (${time})`}`,
    blocks: [
      ...(path ? [say(path.join(" › "))] : []),
      ...text.map(say),
      ...(type ? [{ kind: "commands", lines: type } as const] : []),
      ...(fail === undefined ? [] : [say(fail)]),
    ],
  };
}

/** One way of a guide as a sheet of words. */
export function guideSheet(guide: Guide, variant: string, lang: Lang): Sheet {
  const words = guide[lang];
  const w = ALONE[lang];
  const v = words.variants.find((x) => x.id === variant);
  if (!v) throw new TypeError(`no variant ${variant}`);
  const line = (text: string): Block => ({ kind: "text", line: dictated(text, lang) });
  return {
    lang,
    title: aloneTitle(words, v),
    parts: [
      { blocks: [line(words.intro), line(words.takes)] },
      ...(words.care ? [{ title: words.care.title, blocks: [line(words.care.text)] }] : []),
      ...v.steps.map((s, i) => stepPart(s, i + 1, lang)),
      { title: w.shows, blocks: words.shows.map(line) },
      {
        title: w.call,
        blocks: [
          line(w.helplines(aloneHelplines(lang))),
          line(w.byName),
          ...(handsOver(words) ? [line(w.keepFile)] : []),
        ],
      },
    ],
    foot: w.foot,
  };
}
