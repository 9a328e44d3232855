/** A text to be sent: shown whole, copied when the person says so, and marked where the browser does not let a page copy. @module */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useWords } from "../lang.ts";
import { COPY } from "./copy-words.ts";

const LETTERS_A_ROW = 36;

/** Rows that the text takes, about. */
function rows(text: string): number {
  const lines = text.trimEnd().split("\n");
  return Math.min(
    48,
    lines.reduce((n, l) => n + Math.max(1, Math.ceil(l.length / LETTERS_A_ROW)), 0),
  );
}

export function CopyText({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const w = useWords(COPY);
  const area = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState("");
  const copy = async (): Promise<void> => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setState(w.copied);
    } catch {
      setState(w.byHand);
    }
  };
  return (
    <div class="stack copy-text">
      <textarea
        ref={area}
        readOnly
        rows={rows(text)}
        value={text}
        aria-label={label}
        autocomplete="off"
        spellcheck={false}
      />
      <div class="row">
        <button type="button" class="btn quiet" onClick={() => void copy()}>
          {w.copy}
        </button>
        <p class="fine" role="status">
          {state}
        </p>
      </div>
    </div>
  );
}
