/** A copy to keep elsewhere, and the end of a case. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { download } from "../../parts/download.ts";
import { Notice } from "../../parts/notice.tsx";
import { useFlow } from "../../use-flow.ts";
import type { TabProps } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { Fold, Text } from "./fields.tsx";

export function EndPart({ view }: TabProps): JSX.Element {
  const { desk, w, set, ask } = useDesk();
  const { dispatch } = useFlow();
  const [word, setWord] = useState("");
  const keep = async (): Promise<void> => {
    const blob = await ask("backup", { name: view.name });
    if (!blob) return;
    const name = w.copyName(view.name);
    download(blob, name);
    dispatch({ type: "saved", name });
    // A copy is taken of a case that nobody writes to.
    const again = await ask("open", { name: view.name });
    if (again) set({ view: again, said: [w.done] });
  };
  const purge = async (e: Event): Promise<void> => {
    e.preventDefault();
    if (word.trim().toLowerCase() !== w.purgeWord) return;
    const rows = await ask("purge", { name: view.name });
    if (rows) set({ stage: "list", rows, said: [w.purged], wrong: false });
  };
  return (
    <>
      <section class="sheet stack">
        <div class="row">
          <button type="button" class="btn quiet" onClick={() => void keep()}>
            {w.keepCopy}
          </button>
        </div>
        <p class="fine">
          {w.keepCopyMore}
          {desk.own && desk.persisted !== undefined ? ` ${desk.persisted ? w.persisted : w.notPersisted}` : ""}
        </p>
      </section>
      <Fold title={w.purge}>
        <Notice kind="care">
          <p>{w.purgeMore}</p>
        </Notice>
        <form class="stack" onSubmit={(e) => void purge(e)} autocomplete="off">
          <Text id="purge" label={w.purgeType(w.purgeWord)} value={word} onInput={setWord} />
          <button type="submit" class="btn quiet" aria-disabled={word.trim().toLowerCase() !== w.purgeWord}>
            {w.purge}
          </button>
        </form>
      </Fold>
    </>
  );
}
