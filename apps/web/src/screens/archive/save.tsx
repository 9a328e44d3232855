/** What of it leaves this page, or stays in this browser: only what the person asks for. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { download } from "../../parts/download.ts";
import { useFlow } from "../../use-flow.ts";
import { useArchive } from "./tools.ts";

export function SaveTab({ close, reading }: { readonly close: () => void; readonly reading: boolean }): JSX.Element {
  const { w, archive, state, say, refresh, set } = useArchive();
  const { dispatch } = useFlow();
  const [sure, setSure] = useState<"no" | "drop" | "close">("no");
  const zip = async (): Promise<void> => {
    try {
      download(await archive.ask("save", {}), w.saveName);
      dispatch({ type: "saved", name: w.saveName });
      say(w.saved(w.saveName));
      await refresh();
    } catch {
      say(w.saveNot, true);
    }
  };
  const keep = async (): Promise<void> => {
    const done = await archive.ask("keep", {}).catch(() => false);
    say(done ? w.kept : w.keepNot, !done);
    await refresh();
  };
  const drop = async (): Promise<void> => {
    setSure("no");
    set(await archive.ask("drop", {}));
    say(w.keptDropped);
  };
  return (
    <div class="stack">
      {state.unsaved && !state.kept ? <p class="m0">{w.unsaved}</p> : null}
      <section class="sheet stack">
        <h2>{w.saveZip}</h2>
        <p>{w.saveMore}</p>
        <div class="row">
          <button type="button" class="btn" onClick={() => void zip()}>
            {w.saveZip}
          </button>
        </div>
      </section>
      <section class="sheet stack">
        <h2>{w.keep}</h2>
        <p>{state.kept ? w.kept : w.keepMore}</p>
        {state.kept ? (
          sure === "drop" ? (
            <>
              <p>{w.keptDropSure}</p>
              <div class="row">
                <button type="button" class="btn small" onClick={() => void drop()}>
                  {w.yes}
                </button>
                <button type="button" class="btn quiet small" onClick={() => setSure("no")}>
                  {w.no}
                </button>
              </div>
            </>
          ) : (
            <div class="row">
              <button type="button" class="btn quiet small" onClick={() => setSure("drop")}>
                {w.dropKept}
              </button>
            </div>
          )
        ) : (
          <div class="row">
            <button
              type="button"
              class="btn quiet small"
              aria-disabled={reading}
              onClick={() => reading || void keep()}
            >
              {w.keep}
            </button>
          </div>
        )}
      </section>
      <section class="sheet stack">
        <h2>{w.closeAll}</h2>
        <p>{w.closeSure}</p>
        <div class="row">
          <button type="button" class="btn quiet small" onClick={close}>
            {w.closeAll}
          </button>
        </div>
      </section>
    </div>
  );
}
