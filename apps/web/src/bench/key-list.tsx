/** The keys, and the notes that were written: both at the foot of the bench. @module */
import { count } from "@contraluz/core";
import type { JSX } from "preact";
import { useWords } from "../lang.ts";
import { KEYS } from "./keys.ts";
import type { BenchAct, BenchState } from "./state.ts";
import { BENCH } from "./words.ts";

export interface KeysProps {
  readonly state: BenchState;
  readonly act: (a: BenchAct) => void;
  readonly day: string;
}

/** Notes as a file that the person asked for. */
function saveNotes(notes: BenchState["notes"], name: string): void {
  const list = [...notes].map(([key, text]) => {
    const [artifact, ordinal] = key.split(" ");
    return { artifact, ordinal: Number(ordinal), text };
  });
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(list, undefined, 1)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function Keys({ state, act, day }: KeysProps): JSX.Element {
  const w = useWords(BENCH);
  const n = state.notes.size;
  return (
    <section aria-label={w.keysTitle} class="stack screen-only">
      {n === 0 ? null : (
        <p class="row m0">
          <span>{w.notes(n, count(n))}</span>
          <button type="button" class="btn small quiet" onClick={() => saveNotes(state.notes, w.notesName(day))}>
            {w.saveNotes}
          </button>
        </p>
      )}
      <ul class="keys">
        {KEYS.map(([id, keys]) => (
          <li key={id}>
            {keys.map((k) => (
              <span key={k}>
                <kbd>{k}</kbd>{" "}
              </span>
            ))}
            {w.keys[id]}
          </li>
        ))}
      </ul>
      <details open={state.help} onToggle={(e) => act({ type: "toggle", what: "help", on: e.currentTarget.open })}>
        <summary>{w.keysTitle}</summary>
        <p>{w.moreKeys}</p>
        <div class="opt low">
          <input
            type="checkbox"
            id="bench-keys"
            checked={state.singleKeys}
            onChange={(e) => act({ type: "toggle", what: "singleKeys", on: e.currentTarget.checked })}
          />
          <label for="bench-keys">{w.keysOn}</label>
        </div>
      </details>
    </section>
  );
}
