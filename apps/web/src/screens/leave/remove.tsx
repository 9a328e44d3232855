/** The one button that removes what is ours, and the files that were saved. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Flow } from "../../flow.ts";
import { useWords } from "../../lang.ts";
import { useFlow } from "../../use-flow.ts";
import { LEAVE } from "./words.ts";

/** Files that hold lists of programs, and less of a life than a backup or a copy. */
const SMALL: ReadonlySet<string> = new Set([
  "privacy-report",
  "sysdiagnose",
  "ios-crash-reports",
  "android-bugreport",
  "intrusion-logs",
]);

/** A whole backup or copy, of which more is to be said. */
export function broughtBackup(flow: Flow): boolean {
  const kinds = flow.done?.result.evidence.map((e) => e.acquisition.kind) ?? [];
  return kinds.length === 0 || kinds.some((k) => !SMALL.has(k));
}

/** Names that this page gave; nothing of the evidence is in them. */
export function SavedFiles(): JSX.Element {
  const { flow } = useFlow();
  return (
    <ul>
      {flow.saved.map((name) => (
        <li key={name}>
          <code>{name}</code>
        </li>
      ))}
    </ul>
  );
}

/** `quiet`: not the main act of its screen. */
export function Remove({ quiet = false }: { readonly quiet?: boolean }): JSX.Element {
  const w = useWords(LEAVE);
  const { flow, session } = useFlow();
  const [removing, setRemoving] = useState(false);
  const remove = (): void => {
    setRemoving(true);
    void session.forget();
  };
  return (
    <div class="stack screen-only">
      {flow.done && flow.saved.length === 0 ? <p class="fine">{w.unsaved}</p> : null}
      {flow.copied ? <p class="fine">{w.removeCopy}</p> : null}
      <div class="row">
        <button type="button" class={`btn ${quiet ? "quiet" : ""}`} disabled={removing} onClick={remove}>
          {removing ? w.removing : w.remove}
        </button>
      </div>
      <p class="fine">{w.removeMore}</p>
    </div>
  );
}
