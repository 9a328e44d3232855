/** Saves the copy that this page took from a phone: it is the evidence. Written as it is made, where the browser can. @module */
import { megabytes } from "@contraluz/acquire/words.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useWords } from "../lang.ts";
import { LEAVE } from "../screens/leave/words.ts";
import { useFlow } from "../use-flow.ts";
import { download } from "./download.ts";

/** `showSaveFilePicker` (WICG File System Access; Chromium, as WebUSB). */
interface Saving {
  showSaveFilePicker?(o: { readonly suggestedName: string }): Promise<FileSystemFileHandle>;
}

const FOLDER = "android";

export function SaveCopy(): JSX.Element {
  const w = useWords(LEAVE);
  const { dispatch, session } = useFlow();
  const [state, setState] = useState("");
  const save = async (): Promise<void> => {
    const name = w.copyName;
    const { showSaveFilePicker } = globalThis as Saving;
    let to: FileSystemWritableFileStream | undefined;
    try {
      const handle = await showSaveFilePicker?.({ suggestedName: name });
      to = await handle?.createWritable();
      const parts: Uint8Array<ArrayBuffer>[] = [];
      let [bytes, said] = [0, 0];
      setState(w.copySaving(megabytes(0)));
      for await (const piece of (await session.copy()).zip(FOLDER)) {
        bytes += piece.length;
        if (to) await to.write(piece);
        else parts.push(piece);
        if (bytes - said < 10e6) continue;
        said = bytes;
        setState(w.copySaving(megabytes(bytes)));
      }
      if (to) await to.close();
      else download(new Blob(parts, { type: "application/zip" }), name);
      const called = handle?.name ?? name;
      dispatch({ type: "saved", name: called });
      setState(w.copySaved(called));
    } catch (e) {
      await to?.abort().catch(() => {});
      const closed = e instanceof DOMException && e.name === "AbortError";
      setState(closed ? "" : e instanceof Error && e.message.includes("zip64") ? w.copyTooLarge : w.copyFailed);
    }
  };
  return (
    <div class="screen-only">
      <div class="row">
        <button type="button" class="btn quiet" onClick={() => void save()}>
          {w.saveCopy}
        </button>
      </div>
      <p class="fine" role="status">
        {state === "" ? w.saveCopyMore : state}
      </p>
    </div>
  );
}
