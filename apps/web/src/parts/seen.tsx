/**
 * Text of the evidence: framed, isolated from text direction, invisible characters shown by their code, cut with its true
 * length. Never a link, never markup: the browser is handed text nodes and nothing else.
 * @module
 */
import { count } from "@contraluz/core";
import { SEEN_LETTERS, splitAt, take } from "@contraluz/report/safe.ts";
import type { JSX } from "preact";
import { FRAME } from "../frame/words.ts";
import { useWords } from "../lang.ts";

export function Seen({
  text,
  letters = SEEN_LETTERS,
}: {
  readonly text: string;
  readonly letters?: number;
}): JSX.Element {
  const w = useWords(FRAME);
  const { pieces, cutFrom } = take(text, letters);
  return (
    <>
      <bdi class="seen-text" dir="auto">
        {pieces.map((p, i) =>
          "text" in p ? (
            p.text
          ) : (
            <span class="ctl" key={i}>
              {p.code}
            </span>
          ),
        )}
        {cutFrom === undefined ? "" : "…"}
      </bdi>
      {cutFrom === undefined ? null : <span class="cut"> {w.letters(count(cutFrom))}</span>}
    </>
  );
}

/** Letters of our own part of a sentence: more than any rule writes. */
const OWN = 1200;

/** A sentence of ours with values of the evidence framed inside it. */
export function Sentence(p: {
  readonly text: string;
  readonly values: readonly string[];
  readonly letters?: number;
}): JSX.Element {
  return (
    <>
      {splitAt(p.text, p.values).map((part, i) =>
        part.foreign ? (
          <Seen key={i} text={part.text} {...(p.letters === undefined ? {} : { letters: p.letters })} />
        ) : (
          clip(part.text)
        ),
      )}
    </>
  );
}

/** Our own words, unless somebody made a result by hand: then cut, and with codes for what cannot be seen. */
function clip(text: string): string {
  return take(text, OWN)
    .pieces.map((p) => ("text" in p ? p.text : `[${p.code}]`))
    .join("");
}
