/** The key that signs, given for this once. @module */
import type { JSX } from "preact";
import type { SignBy } from "../../cases/ask.ts";
import { Seen } from "../../parts/seen.tsx";
import { useDesk } from "./desk.ts";
import { FileButton, Text } from "./fields.tsx";

/** No file of a key is larger. */
const MOST_KEY = 65_536;

export interface Key {
  readonly file?: { readonly name: string; readonly text: string };
  readonly phrase: string;
  readonly label: string;
}

/** Undefined: no file was chosen. */
export function signBy({ file, phrase, label }: Key): SignBy | undefined {
  return file && { key: file.text, label, ...(phrase === "" ? {} : { phrase }) };
}

/** `id`: the page has these fields twice. */
export function KeyFields(p: {
  readonly id: string;
  readonly value: Key;
  readonly set: (k: Key) => void;
}): JSX.Element {
  const w = useDesk().w.dossier;
  const { id, value: k, set } = p;
  return (
    <>
      <p>{w.signMore}</p>
      <p>
        <FileButton
          id={`${id}-key`}
          label={w.signFile}
          onFile={([file]) => {
            if (file!.size <= MOST_KEY)
              void file!.text().then((text) => set({ ...k, file: { name: file!.name, text } }));
          }}
        />{" "}
        {k.file ? <Seen text={k.file.name} letters={60} /> : null}
      </p>
      <Text
        id={`${id}-phrase`}
        label={w.signPhrase}
        type="password"
        value={k.phrase}
        onInput={(phrase) => set({ ...k, phrase })}
      />
      <Text id={`${id}-label`} label={w.signLabel} value={k.label} onInput={(label) => set({ ...k, label })} />
    </>
  );
}
