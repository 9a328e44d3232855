/** Telling somebody: a message to copy, a letter and a page to print. The thread of the engine writes them; nothing is sent. @module */
import type { Result } from "@contraluz/core";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLang, useWords } from "../../lang.ts";
import { CopyText } from "../../parts/copy-text.tsx";
import { download } from "../../parts/download.ts";
import { useFlow } from "../../use-flow.ts";
import { SEND_PART } from "./send-words.ts";
import { ANSWER } from "./words.ts";

export function SendPart({ result }: { readonly result: Result }): JSX.Element {
  const w = useWords(SEND_PART);
  const say = useWords(ANSWER);
  const lang = useLang();
  const { dispatch, session } = useFlow();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [state, setState] = useState("");
  useEffect(() => {
    if (!open) return;
    session.ask("words", { for: "person", lang }).then(setText, () => setState(say.saveFailed));
    // A question that was answered makes another result.
  }, [open, lang, result]);
  const paper = async (reader: "lab" | "lawyer"): Promise<void> => {
    setState(say.saving);
    try {
      const { fonts } = await import("contraluz:fonts");
      const page = await session.ask("words", { for: reader, lang, fonts });
      const day = result.asOf.slice(0, 10);
      const name = reader === "lab" ? w.labName(day) : w.lawyerName(day);
      download(new Blob([page], { type: "text/html" }), name);
      dispatch({ type: "saved", name });
      setState(say.saved(name));
    } catch {
      setState(say.saveFailed);
    }
  };
  return (
    <section class="sheet stack screen-only" aria-labelledby="send">
      <h2 id="send">{w.title}</h2>
      <p>{w.intro}</p>
      <p>
        <button type="button" class="btn" aria-expanded={open} onClick={() => setOpen(!open)}>
          {w.message}
        </button>
      </p>
      {open && text !== "" ? <CopyText text={text} label={w.message} /> : null}
      <p class="fine">{w.paper}</p>
      <div class="row">
        <button type="button" class="btn quiet" onClick={() => void paper("lab")}>
          {w.lab}
        </button>
        <button type="button" class="btn quiet" onClick={() => void paper("lawyer")}>
          {w.lawyer}
        </button>
      </div>
      <p class="fine" role="status">
        {state}
      </p>
    </section>
  );
}
