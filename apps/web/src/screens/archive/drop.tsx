/** Where papers are dropped: a folder, a zip, or any number of files. @module */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Picked } from "../../flow.ts";
import { useWords } from "../../lang.ts";
import { pickedFiles, pickedFrom, pickedMany } from "../../parts/pick.ts";
import { ARCHIVE } from "./words.ts";

export function PaperDrop({ onPick }: { readonly onPick: (p: Picked) => Promise<void> }): JSX.Element {
  const w = useWords(ARCHIVE);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [state, setState] = useState<"idle" | "sorting" | "empty">("idle");
  const take = async (picking: Promise<Picked | undefined>): Promise<void> => {
    setState("sorting");
    const picked = await picking.catch(() => undefined);
    if (picked) await onPick(picked);
    setState(picked ? "idle" : "empty");
  };
  const open = (input: HTMLInputElement | null): void => {
    setState("sorting");
    input?.click();
  };
  return (
    <section
      class={`drop ${over ? "over" : ""}`}
      aria-label={w.drop}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        if (e.dataTransfer) void take(pickedMany(e.dataTransfer));
      }}
    >
      <svg viewBox="0 0 72 56" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
        <path d="M4 30v22h64V30" />
        <path d="M18 8h18l6 6v28H18zM36 8v6h6M23 20h13M23 26h13M23 32h8" />
        <path d="M42 16h6l6 6v20H42" />
      </svg>
      <p>
        <b>{over ? w.over : w.drop}</b>
      </p>
      <p class="fine" role="status">
        {state === "sorting" ? w.sorting : state === "empty" ? w.empty : w.dropMore}
      </p>
      <div class="row center">
        <button type="button" class="btn" onClick={() => open(folder.current)}>
          {w.pickFolder}
        </button>
        <button type="button" class="btn quiet" onClick={() => open(files.current)}>
          {w.pickFiles}
        </button>
      </div>
      <input
        ref={files}
        type="file"
        id="papers"
        autocomplete="off"
        multiple
        hidden
        aria-label={w.pickFiles}
        onChange={(e) => {
          const list = [...(e.currentTarget.files ?? [])];
          e.currentTarget.value = "";
          if (list.length > 0) void take(Promise.resolve(pickedFiles(list)));
        }}
        onCancel={() => setState("idle")}
      />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        id="paper-folder"
        autocomplete="off"
        hidden
        aria-label={w.pickFolder}
        onChange={(e) => {
          const { files: list } = e.currentTarget;
          if (list && list.length > 0) void take(pickedFrom(list));
        }}
        onCancel={() => setState("idle")}
      />
    </section>
  );
}
