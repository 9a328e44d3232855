/** A ledger as files: saved when the person asks for it, and lines of others brought in. @module */
import { lineFaultWords } from "@contraluz/archive/ledger/words.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { LedgerShown } from "../../../archive/ledger.ts";
import { useLang, useWords } from "../../../lang.ts";
import { download } from "../../../parts/download.ts";
import { useFlow } from "../../../use-flow.ts";
import { FileButton } from "../../cases/fields.tsx";
import { Plain } from "../hits.tsx";
import { useArchive } from "../tools.ts";
import { LEDGER } from "./words.ts";

/** Bytes of a file of lines. */
const MOST = 8 << 20;

export function LedgerFiles(p: { readonly at: string; readonly changed: (s: LedgerShown) => void }): JSX.Element {
  const w = useWords(LEDGER);
  const lang = useLang();
  const { archive, say, refresh } = useArchive();
  const { dispatch } = useFlow();
  const [told, tell] = useState<readonly string[]>([]);
  const save = async (page: boolean): Promise<void> => {
    const name = page ? w.pageName : w.zipName;
    try {
      const { fonts } = await import("contraluz:fonts");
      const at = p.at === "" ? {} : { at: p.at };
      download(await archive.ask("ledgerFiles", { lang, fonts, page, ...at }), name);
      dispatch({ type: "saved", name });
      say(w.savedAs(name));
    } catch {
      say(w.broke, true);
    }
  };
  const bring = async (file: File): Promise<void> => {
    if (file.size > MOST) return tell([w.bringLarge]);
    try {
      const got = await archive.ask("ledgerTake", { text: await file.text() });
      tell([
        w.brought(got.added, got.known),
        ...(got.others.length > 0 ? [w.others(got.others.join(", "))] : []),
        ...got.faults.map((f) => lineFaultWords(f, lang)),
      ]);
      p.changed(got.shown);
      await refresh();
    } catch {
      say(w.broke, true);
    }
  };
  return (
    <section class="sheet stack screen-only" aria-labelledby="ledger-files">
      <h2 id="ledger-files" class="h-small">
        {w.files}
      </h2>
      <p class="m0">
        {w.filesMore} {w.kept}
      </p>
      <div class="row">
        <button type="button" class="btn small" onClick={() => void save(false)}>
          {w.filesZip}
        </button>
        <button type="button" class="btn quiet small" onClick={() => void save(true)}>
          {w.filesPage}
        </button>
        <FileButton id="ledger-file" label={w.bring} onFile={([f]) => void bring(f!)} />
      </div>
      <div role="status">
        {told.map((t) => (
          <p key={t} class="m0">
            <Plain text={t} />
          </p>
        ))}
      </div>
    </section>
  );
}
