/** Whom to call: addresses as text to type on another device, never as links. @module */
import { HELPLINES } from "@contraluz/report/helplines.ts";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX } from "preact";
import { useLang } from "../lang.ts";

export function Helplines(): JSX.Element {
  const lang = useLang();
  return (
    <>
      <dl class="who">
        {HELPLINES.map((h) => (
          <div key={h.address}>
            <dt>{h.name[lang]}</dt>
            <dd>
              <span class="addr">{h.address}</span>
            </dd>
            <dd class="fine">{h.about[lang]}</dd>
          </div>
        ))}
      </dl>
      <p class="fine">{SAY[lang].notLinks}</p>
    </>
  );
}
