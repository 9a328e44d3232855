/** A story as a part of a page: sentences whose numbers lead to what they rest on. @module */
import { say } from "@contraluz/core";
import { type Html, html, seen } from "@contraluz/report/safe.ts";
import type { ToldStory } from "./stories.ts";
import { type StoryOptions, sourceLines } from "./story-text.ts";
import { STORY } from "./words.ts";

/** Letters of a sentence that a page shows. */
const LONG = 4000;

/** No link leaves the page, nothing is loaded. `id` makes its anchors its own where a page has several stories. */
export function storyHtml(s: ToldStory, o: StoryOptions & { readonly id: string }): Html {
  const { lang, id } = o;
  const anchor = (n: number): string => `${id.replace(/[^a-z0-9-]/gi, "")}-${n}`;
  const sentences = s.sentences.map(({ text, cites }) => {
    const numbers = cites.map((n) => html` <a class="cite" href="#${anchor(n)}">[${n}]</a>`);
    return html`<p>${seen(text, lang, LONG)}${numbers}</p>
`;
  });
  const sources = s.sources.map((c, i) => {
    const { head, more } = sourceLines(c, o);
    return html`<li id="${anchor(i + 1)}" value="${i + 1}">${head}${more.map((m) => html`<br><span class="fine">${m}</span>`)}</li>
`;
  });
  const caution = [
    s.bare > 0 ? say(STORY.bare, lang, { n: s.bare }) : "",
    s.missing > 0 ? say(STORY.lost, lang, { n: s.missing }) : "",
  ].filter((x) => x !== "");
  return html`<section class="story" lang="${s.lang}"><h2>${seen(s.title, lang)}</h2>
${sentences}${caution.map(
  (x) => html`<p class="fine">${x}</p>
`,
)}${
  sources.length > 0
    ? html`<h3>${say(STORY.sources, lang)}</h3>
<ol>
${sources}</ol>
`
    : ""
}</section>
`;
}
