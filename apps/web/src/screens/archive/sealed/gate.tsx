/** What of a case is read: copies that it holds, in which language, and papers that are added to it. @module */
import { plain } from "@contraluz/report/safe.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PageLang } from "../../../archive/protocol.ts";
import type { SealedCopy, SealedFacts } from "../../../archive/sealed.ts";
import { useLang, useWords } from "../../../lang.ts";
import { Option } from "../../../parts/option.tsx";
import { PaperDrop } from "../drop.tsx";
import { useArchive } from "../tools.ts";
import { SEALED, type SealedWords } from "./words.ts";

export interface SealedChoice {
  readonly lang: PageLang;
  readonly letters: boolean;
  readonly copies: readonly string[];
}

/** Letters of a name in a choice. */
const LETTERS = 80;

const moreOf = (c: SealedCopy, w: SealedWords): string =>
  [w.copyMore(c.files), c.read ? (c.read.whole ? w.readWhole : w.readPart) : c.checked ? w.checked : ""]
    .filter((t) => t !== "")
    .join(" · ");

export function SealedGate(p: {
  readonly facts: SealedFacts;
  readonly read: (c: SealedChoice) => Promise<void>;
}): JSX.Element {
  const w = useWords(SEALED);
  const lang = useLang();
  const { w: aw, give, say } = useArchive();
  const { copies } = p.facts;
  const [pages, setPages] = useState<PageLang>(copies.find((c) => c.read)?.read?.lang ?? "spa");
  const [letters, setLetters] = useState(copies.find((c) => c.read)?.read?.letters ?? true);
  /** What somebody chose otherwise than it would be by itself. */
  const [chosen, choose] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const wanted = (c: SealedCopy): boolean => chosen.get(c.folder) ?? !(c.checked || c.read?.whole);
  const read = (): void => {
    const list = copies.filter(wanted).map((c) => c.folder);
    setWrong(list.length === 0 ? w.chooseOne : "");
    if (list.length > 0) void p.read({ lang: pages, letters, copies: list });
  };
  return (
    <>
      {copies.length === 0 ? (
        <p class="m0">{w.copiesNone}</p>
      ) : (
        <form
          class="sheet stack"
          autocomplete="off"
          onSubmit={(e) => {
            e.preventDefault();
            read();
          }}
        >
          <fieldset>
            <legend class="h-small">{w.copies}</legend>
            {copies.map((c) => (
              <Option
                key={c.folder}
                id={`copy-${c.folder.replace("/", "-")}`}
                type="checkbox"
                group="copies"
                label={plain(c.name, lang, LETTERS)}
                more={moreOf(c, w)}
                checked={wanted(c)}
                onChange={(on) => choose(new Map(chosen).set(c.folder, on))}
              />
            ))}
          </fieldset>
          <fieldset>
            <legend class="h-small">{aw.lang}</legend>
            {(["spa", "eng"] as const).map((l) => (
              <Option
                key={l}
                id={`lang-${l}`}
                type="radio"
                group="lang-of-pages"
                label={aw[l]}
                checked={pages === l}
                onChange={() => setPages(l)}
              />
            ))}
          </fieldset>
          <div>
            <Option
              id="letters"
              type="checkbox"
              group="letters"
              label={aw.letters}
              more={aw.lettersMore}
              checked={letters}
              onChange={setLetters}
            />
          </div>
          <p class="m0" role="alert">
            {wrong}
          </p>
          <div class="row">
            <button type="submit" class="btn">
              {w.read}
            </button>
          </div>
        </form>
      )}
      <section class="sheet stack" aria-labelledby="add-papers">
        <h2 id="add-papers" class="h-small">
          {w.add}
        </h2>
        <p class="m0">{w.addMore}</p>
        <PaperDrop
          more={w.addNothing}
          onPick={async (x) => {
            setBusy(true);
            try {
              await give(x);
              say(w.added);
            } catch {
              say(w.refused, true);
            } finally {
              setBusy(false);
            }
          }}
        />
        <p class="m0" role="status">
          {busy ? w.adding : ""}
        </p>
      </section>
    </>
  );
}
