/** Before anything is read: what to give, how to read it, what is kept here. @module */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PageLang } from "../../archive/protocol.ts";
import { Option } from "../../parts/option.tsx";
import { Seen } from "../../parts/seen.tsx";
import { PaperDrop } from "./drop.tsx";
import { useArchive } from "./tools.ts";

/** Papers that are kept in this browser: to open, or to delete. */
function Kept(): JSX.Element | null {
  const { w, archive, set, say } = useArchive();
  const [name, setName] = useState<string>();
  const [sure, setSure] = useState(false);
  useEffect(() => {
    archive.ask("kept", { open: false }).then(
      (k) => setName(k.there ? k.name : undefined),
      () => {},
    );
  }, [archive]);
  if (name === undefined) return null;
  const open = async (): Promise<void> => {
    const { state } = await archive.ask("kept", { open: true });
    if (state) set(state);
  };
  const drop = async (): Promise<void> => {
    await archive.ask("drop", {});
    setName(undefined);
    say(w.keptDropped);
  };
  return (
    <section class="sheet stack">
      <p class="m0">
        {w.keptThere("")} {name === "" ? null : <Seen text={name} letters={60} />}
      </p>
      {sure ? (
        <>
          <p>{w.keptDropSure}</p>
          <div class="row">
            <button type="button" class="btn small" onClick={() => void drop()}>
              {w.yes}
            </button>
            <button type="button" class="btn quiet small" onClick={() => setSure(false)}>
              {w.no}
            </button>
          </div>
        </>
      ) : (
        <div class="row">
          <button type="button" class="btn small" onClick={() => void open()}>
            {w.keptOpen}
          </button>
          <button type="button" class="btn quiet small" onClick={() => setSure(true)}>
            {w.keptDrop}
          </button>
        </div>
      )}
    </section>
  );
}

export function Gate({ read }: { readonly read: (o: ReadChoice) => Promise<void> }): JSX.Element {
  const { w, state, give } = useArchive();
  return (
    <>
      {state.evidence ? (
        <>
          <How read={read} />
          <details>
            <summary>{w.other}</summary>
            <PaperDrop onPick={give} />
          </details>
        </>
      ) : (
        <>
          <PaperDrop onPick={give} />
          <Kept />
        </>
      )}
    </>
  );
}

export interface ReadChoice {
  readonly lang: PageLang;
  readonly letters: boolean;
  readonly keep: boolean;
}

/** How documents that were given are read. */
function How({ read }: { readonly read: (o: ReadChoice) => Promise<void> }): JSX.Element {
  const { w, state } = useArchive();
  const [choice, choose] = useState<ReadChoice>({ lang: "spa", letters: true, keep: false });
  return (
    <section class="sheet stack" aria-labelledby="papers-found">
      <h2 id="papers-found" tabIndex={-1}>
        {w.found(state.documents)}: <Seen text={state.name} letters={60} />
      </h2>
      <p>{w.foundMore}</p>
      <fieldset>
        <legend class="h-small">{w.lang}</legend>
        {(["spa", "eng"] as const).map((l) => (
          <Option
            key={l}
            id={`lang-${l}`}
            type="radio"
            group="lang-of-pages"
            label={w[l]}
            checked={choice.lang === l}
            onChange={() => choose({ ...choice, lang: l })}
          />
        ))}
      </fieldset>
      <div>
        <Option
          id="letters"
          type="checkbox"
          group="letters"
          label={w.letters}
          more={w.lettersMore}
          checked={choice.letters}
          onChange={(letters) => choose({ ...choice, letters })}
        />
        <Option
          id="keep-now"
          type="checkbox"
          group="keep-now"
          label={w.keepNow}
          more={w.keepNowMore}
          checked={choice.keep}
          onChange={(keep) => choose({ ...choice, keep })}
        />
      </div>
      <div class="row">
        <button type="button" class="btn" onClick={() => void read(choice)}>
          {w.start}
        </button>
      </div>
    </section>
  );
}
