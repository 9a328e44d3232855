/** The phone of somebody who does not know: it ends here, kindly. @module */
import type { JSX } from "preact";
import { useWords } from "../../lang.ts";
import { Helplines } from "../../parts/helplines.tsx";
import { useFlow } from "../../use-flow.ts";
import { STOPPED } from "./words.ts";

export function StoppedScreen(): JSX.Element {
  const w = useWords(STOPPED);
  const { session } = useFlow();
  return (
    <div class="stack narrow">
      <h1>{w.title}</h1>
      {w.text.map((t) => (
        <p class="intro" key={t}>
          {t}
        </p>
      ))}
      <section class="sheet">
        <p>{w.danger}</p>
        <Helplines />
      </section>
      <div class="row">
        <button type="button" class="btn quiet" onClick={() => void session.forget()}>
          {w.start}
        </button>
      </div>
    </div>
  );
}
