/** What a copy of a phone lacks, in words; names of the phone are drawn as text. @module */
import { SHORT } from "@contraluz/acquire/words.ts";
import { count, say } from "@contraluz/core";
import type { JSX } from "preact";
import type { CopyFacts } from "../flow.ts";
import { useLang, useWords } from "../lang.ts";
import { LEAVE } from "../screens/leave/words.ts";

const SHOWN = 12;

export function Missing({ copied }: { readonly copied: CopyFacts }): JSX.Element | null {
  const w = useWords(LEAVE);
  const lang = useLang();
  const { missing } = copied;
  if (missing.length === 0) return null;
  return (
    <details>
      <summary>{w.missing(count(missing.length))}</summary>
      <ul class="break">
        {missing.slice(0, SHOWN).map((f) => (
          <li key={`${f.code} ${f.what}`}>{say(SHORT[f.code], lang, { what: f.what })}</li>
        ))}
        {missing.length > SHOWN ? <li>{w.missingMore(count(missing.length - SHOWN))}</li> : null}
      </ul>
    </details>
  );
}
