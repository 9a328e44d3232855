/** A quote of the page that is looked at, for the ledger: its words are held to the text before it is taken. @module */
import { foldQuote } from "@contraluz/archive/ledger/fold.ts";
import type { Source } from "@contraluz/archive/ledger/types.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PageView } from "../../../archive/protocol.ts";
import { useWords } from "../../../lang.ts";
import { Text } from "../../cases/fields.tsx";
import { useArchive } from "../tools.ts";
import { filled } from "./form.tsx";
import { LEDGER } from "./words.ts";

const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** What is marked in the text of the page; "" where something else is marked. */
function marked(): string {
  const s = getSelection();
  const inside = (n: Node | null | undefined): boolean => n?.parentElement?.closest(".page-text") != null;
  return s && inside(s.anchorNode) && inside(s.focusNode) ? s.toString().trim() : "";
}

export function QuotePart({ view }: { readonly view: PageView }): JSX.Element {
  const w = useWords(LEDGER);
  const { takeQuote, say } = useArchive();
  const [q, set] = useState({ quote: "", title: "", publisher: "", date: dayOf(view), origin: "" });
  const [wrong, setWrong] = useState("");
  const field = (k: keyof typeof q) => ({ value: q[k], onInput: (v: string) => set({ ...q, [k]: v }) });
  /** "": it can be taken. */
  const faultOf = (): string => {
    const quote = foldQuote(q.quote);
    if (quote === "") return w.takeEmpty;
    if (!foldQuote(view.text).includes(quote)) return w.takeNot;
    const date = q.date.trim();
    return date !== "" && !DATE.test(date) ? w.dateMore : "";
  };
  const take = (): void => {
    const fault = faultOf();
    setWrong(fault);
    if (fault !== "") return;
    const { doc, path, page } = view.page;
    const name = path.length > 200 ? undefined : path;
    const { title, publisher, date, origin } = q;
    takeQuote(filled({ sha256: doc, name, page, quote: q.quote, title, publisher, date, origin }) as unknown as Source);
    set({ ...q, quote: "" });
    say(w.taken);
  };
  return (
    <details class="sheet screen-only">
      <summary>{w.take}</summary>
      <form
        class="stack"
        autocomplete="off"
        onSubmit={(e) => {
          e.preventDefault();
          take();
        }}
      >
        <p class="m0">{w.takeMore}</p>
        <Text id="quote-words" label={w.quote} lines={3} {...field("quote")} />
        <div class="row">
          <button
            type="button"
            class="btn quiet small"
            // What is marked stays marked.
            onPointerDown={(e) => e.preventDefault()}
            onClick={() => {
              const text = marked();
              if (text === "") setWrong(w.takeEmpty);
              else set({ ...q, quote: text });
            }}
          >
            {w.takeMarked}
          </button>
        </div>
        <Text id="quote-title" label={w.title} {...field("title")} />
        <Text id="quote-publisher" label={w.publisher} {...field("publisher")} />
        <Text id="quote-date" label={w.date} more={w.dateMore} {...field("date")} />
        <Text id="quote-origin" label={w.origin} more={w.originMore} {...field("origin")} />
        <p class="m0" role="alert">
          {wrong}
        </p>
        <div class="row">
          <button type="submit" class="btn small">
            {w.take}
          </button>
        </div>
      </form>
    </details>
  );
}

/** The day that the page bears, if it is one. */
function dayOf({ page: { date } }: PageView): string {
  return date && date.since === date.until ? date.since : "";
}
