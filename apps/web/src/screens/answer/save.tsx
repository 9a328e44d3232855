/** Saving: the report as a page, everything as a zip, paper. Only what the person asks for leaves this tab. @module */
import type { Result } from "@contraluz/core";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLang, useWords } from "../../lang.ts";
import { download } from "../../parts/download.ts";
import { useFlow } from "../../use-flow.ts";
import { ANSWER } from "./words.ts";

export function SavePart({ result }: { readonly result: Result }): JSX.Element {
  const w = useWords(ANSWER);
  const lang = useLang();
  const { dispatch, session } = useFlow();
  const [state, setState] = useState("");
  const day = result.asOf.slice(0, 10);
  const save = async (what: "report" | "zip"): Promise<void> => {
    setState(w.saving);
    try {
      // Data travels as modules: the page may not fetch.
      const { fonts } = await import("contraluz:fonts");
      const blob = await session.ask(what, { lang, fonts });
      const name = what === "report" ? w.reportName(day) : w.zipName(day);
      download(blob, name);
      dispatch({ type: "saved", name });
      setState(w.saved(name));
    } catch {
      setState(w.saveFailed);
    }
  };
  return (
    <section class="stack screen-only">
      <div class="row">
        <button type="button" class="btn" onClick={() => void save("report")}>
          {w.save}
        </button>
        <button type="button" class="btn quiet" onClick={() => void save("zip")}>
          {w.saveResult}
        </button>
        <button type="button" class="btn quiet" onClick={() => print()}>
          {w.print}
        </button>
        <button type="button" class="btn quiet" onClick={() => dispatch({ type: "go", to: "bench" })}>
          {w.bench}
        </button>
        <button type="button" class="btn quiet" onClick={() => dispatch({ type: "go", to: "leave" })}>
          {w.close}
        </button>
      </div>
      <p class="fine" role="status">
        {state === "" ? w.saveMore : state}
      </p>
    </section>
  );
}
