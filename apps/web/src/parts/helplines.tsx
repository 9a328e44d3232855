/** Whom to call: addresses as text to type on another device, never as links. @module */
import {
  HELPLINES,
  HELPLINES_CHECKED,
  type Helpline,
  helplineFacts,
  MORE_HELPLINES,
} from "@contraluz/report/helplines.ts";
import { HELPLINE_FACTS } from "@contraluz/report/helplines-words.ts";
import { isoWords } from "@contraluz/report/when.ts";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX } from "preact";
import { useLang } from "../lang.ts";

function List({ list }: { readonly list: readonly Helpline[] }): JSX.Element {
  const lang = useLang();
  return (
    <dl class="who">
      {list.map((h) => (
        <div key={h.id}>
          <dt>{h.name[lang]}</dt>
          {[h.address, h.mail, h.phone].map((address) =>
            address === undefined ? null : (
              <dd key={address}>
                <span class="addr">{address}</span>
              </dd>
            ),
          )}
          <dd class="fine">{h.about[lang]}</dd>
          <dd class="tiny">{helplineFacts(h, lang).join(" · ")}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Helplines(): JSX.Element {
  const lang = useLang();
  const w = HELPLINE_FACTS[lang];
  return (
    <>
      <List list={HELPLINES} />
      <details class="paper">
        <summary>{w.more}</summary>
        <List list={MORE_HELPLINES} />
      </details>
      <p class="fine">{SAY[lang].notLinks}</p>
      <p class="tiny">{w.unchecked(isoWords(`${HELPLINES_CHECKED}T00:00:00Z`, lang))}</p>
    </>
  );
}
