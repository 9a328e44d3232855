/** What now lies on this computer, what it shows to someone who looks, and one button that removes ours. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Back } from "../../frame/bar.tsx";
import { useWords } from "../../lang.ts";
import { useFlow } from "../../use-flow.ts";
import { LEAVE } from "./words.ts";

export function LeaveScreen(): JSX.Element {
  const w = useWords(LEAVE);
  const { flow, session } = useFlow();
  const [removing, setRemoving] = useState(false);
  const remove = (): void => {
    setRemoving(true);
    void session.forget();
  };
  const parts: readonly (readonly [string, JSX.Element])[] = [
    [w.memory, <p key="m">{w.memoryMore}</p>],
    [w.backup, <p key="b">{w.backupMore}</p>],
    [
      w.saved,
      flow.saved.length === 0 ? (
        <p key="s">{w.savedNone}</p>
      ) : (
        <div key="s">
          <ul>
            {flow.saved.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
          <p>{w.savedMore}</p>
        </div>
      ),
    ],
    [w.history, <p key="h">{w.historyMore}</p>],
    [w.cable, <p key="c">{w.cableMore}</p>],
  ];
  return (
    <div class="stack narrow">
      <header>
        <Back />
        <h1>{w.title}</h1>
        <p class="intro">{w.intro}</p>
      </header>
      <section class="sheet">
        <dl class="facts">
          {parts.map(([k, v]) => (
            <div key={k}>
              <dt>{k}</dt>
              <dd>{v}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div class="stack">
        <div class="row">
          <button type="button" class="btn" disabled={removing} onClick={remove}>
            {w.remove}
          </button>
        </div>
        <p class="fine">{w.removeMore}</p>
      </div>
    </div>
  );
}
