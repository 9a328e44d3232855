/** Where cases lie and what opens them. Nothing is written before somebody makes a case. @module */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { CaseKey, Shelf } from "../../cases/ask.ts";
import { download } from "../../parts/download.ts";
import { Option } from "../../parts/option.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { canPickFolder, pickFolder, useDesk } from "./desk.ts";
import { FileButton, Said, Text } from "./fields.tsx";

/** Whether the page has files of its own here; asking stores nothing. */
function useOwn(): boolean | undefined {
  const [own, set] = useState<boolean>();
  useEffect(() => {
    const root = navigator.storage?.getDirectory?.();
    if (!root) return set(false);
    root.then(
      () => set(true),
      () => set(false),
    );
  }, []);
  return own;
}

export function Gate(): JSX.Element {
  const { desk, w, set, ask } = useDesk();
  const { dispatch } = useFlow();
  const own = useOwn();
  const [folder, setFolder] = useState<FileSystemDirectoryHandle>();
  const [phrase, setPhrase] = useState("");
  const [shown, show] = useState(false);
  const [file, setFile] = useState<{ readonly name: string; readonly bytes: Uint8Array }>();
  const [keyPhrase, setKeyPhrase] = useState("");
  const [actor, setActor] = useState("r1");
  const inFolder = !desk.own || own === false;
  const shelf: Shelf | undefined = inFolder ? folder && { folder } : { own: true };
  const key: CaseKey | undefined = desk.phrase
    ? phrase === ""
      ? undefined
      : { passphrase: phrase }
    : file && { file: file.bytes, phrase: keyPhrase };

  const open = async (e: Event): Promise<void> => {
    e.preventDefault();
    if (!shelf) return set({ said: [w.pickFolder], wrong: true });
    if (!key) return set({ said: [w.needKey], wrong: true });
    const answer = await ask("shelf", { shelf, key, actor });
    if (!answer) return;
    setPhrase("");
    setKeyPhrase("");
    const { recipient, rows, any } = answer;
    const said = rows.length > 0 && !any ? [w.locked] : [];
    set({
      stage: "list",
      own: !inFolder,
      rows,
      any,
      said,
      wrong: said.length > 0,
      ...(recipient === undefined ? {} : { recipient }),
    });
  };
  const make = async (): Promise<void> => {
    const made = await ask("key", {});
    if (!made) return;
    download(new Blob([made.file], { type: "text/plain" }), w.keyName);
    dispatch({ type: "saved", name: w.keyName });
    setFile({ name: w.keyName, bytes: new TextEncoder().encode(made.file) });
    set({ said: [w.keyMade], wrong: false });
  };

  return (
    <form class="stack narrow" onSubmit={(e) => void open(e)} autocomplete="off">
      <header>
        <p class="eyebrow">
          <button type="button" class="link" onClick={() => dispatch({ type: "go", to: "start" })}>
            {w.back}
          </button>
        </p>
        <h1 tabIndex={-1}>{w.title}</h1>
        <p class="intro">{w.intro}</p>
      </header>
      <section class="sheet">
        <fieldset>
          <legend>{w.where}</legend>
          <Option
            id="shelf-own"
            type="radio"
            group="shelf"
            label={w.own}
            more={own === false ? w.ownNone : w.ownMore}
            checked={!inFolder}
            onChange={() => set({ own: true })}
          />
          <Option
            id="shelf-folder"
            type="radio"
            group="shelf"
            label={w.folder}
            more={canPickFolder() ? w.folderMore : w.folderNone}
            checked={inFolder}
            onChange={() => set({ own: false })}
          />
        </fieldset>
        {inFolder && canPickFolder() ? (
          <p>
            <button
              type="button"
              class="btn quiet small"
              onClick={() => void pickFolder().then((f) => f && setFolder(f))}
            >
              {w.pickFolder}
            </button>{" "}
            {folder ? (
              <span>
                {w.picked}: <Seen text={folder.name} letters={60} />
              </span>
            ) : null}
          </p>
        ) : null}
      </section>
      <section class="sheet stack">
        <fieldset>
          <legend>{w.key}</legend>
          <Option
            id="key-phrase"
            type="radio"
            group="key"
            label={w.phrase}
            more={w.phraseMore}
            checked={desk.phrase}
            onChange={() => set({ phrase: true })}
          />
          <Option
            id="key-file"
            type="radio"
            group="key"
            label={w.keyFile}
            more={w.keyFileMore}
            checked={!desk.phrase}
            onChange={() => set({ phrase: false })}
          />
        </fieldset>
        {desk.phrase ? (
          <>
            <Text
              id="phrase"
              label={w.phraseLabel}
              more={w.phraseKept}
              type={shown ? "text" : "password"}
              value={phrase}
              onInput={setPhrase}
            />
            <div class="opt low">
              <input id="show-phrase" type="checkbox" checked={shown} onChange={(e) => show(e.currentTarget.checked)} />
              <label for="show-phrase">{w.show}</label>
            </div>
          </>
        ) : (
          <>
            <div class="row">
              <FileButton
                id="identity"
                label={w.keyPick}
                onFile={([f]) =>
                  void f!.arrayBuffer().then((b) => setFile({ name: f!.name, bytes: new Uint8Array(b) }))
                }
              />
              <button type="button" class="btn quiet small" onClick={() => void make()}>
                {w.keyMake}
              </button>
            </div>
            {file ? (
              <p>
                {w.keyPicked}: <Seen text={file.name} letters={60} />
              </p>
            ) : null}
            <Text id="key-pass" label={w.keyPhrase} type="password" value={keyPhrase} onInput={setKeyPhrase} />
          </>
        )}
        <Text id="actor" label={w.actor} more={w.actorMore} value={actor} onInput={setActor} />
        <div class="row">
          <button type="submit" class="btn">
            {w.open}
          </button>
        </div>
        <Said />
      </section>
      <p>
        {w.orVerify}{" "}
        <button type="button" class="link" onClick={() => set({ stage: "verify", said: [], wrong: false })}>
          {w.verifyGo}
        </button>
      </p>
      <p>
        {w.orHunt}{" "}
        <button type="button" class="link" onClick={() => dispatch({ type: "go", to: "hunt" })}>
          {w.huntGo}
        </button>
      </p>
    </form>
  );
}
