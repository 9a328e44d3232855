/** Where a file or folder is dropped; the two buttons are the way, dropping is the shortcut. @module */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Picked } from "../flow.ts";
import { useWords } from "../lang.ts";
import { FILE } from "../screens/file/words.ts";
import { pickedDrop, pickedFrom } from "./pick.ts";

/** `single`: what is looked for is one file. */
export function Drop({
  onPick,
  single = false,
}: {
  readonly onPick: (p: Picked) => void;
  readonly single?: boolean;
}): JSX.Element {
  const w = useWords(FILE);
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [state, setState] = useState<"idle" | "sorting" | "empty">("idle");
  const take = async (picking: Promise<Picked | undefined>): Promise<void> => {
    setState("sorting");
    const picked = await picking.catch(() => undefined);
    setState(picked ? "idle" : "empty");
    if (picked) onPick(picked);
  };
  // The browser makes a list of a large folder before it tells the page, and stands still; what is said meanwhile is said before.
  const open = (input: HTMLInputElement | null): void => {
    setState("sorting");
    input?.click();
  };
  const chosen = (e: { readonly currentTarget: HTMLInputElement }): void => {
    const { files } = e.currentTarget;
    if (files && files.length > 0) void take(pickedFrom(files));
  };
  const drop = (e: DragEvent): void => {
    e.preventDefault();
    setOver(false);
    if (e.dataTransfer) void take(pickedDrop(e.dataTransfer));
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
      onDrop={drop}
    >
      <svg viewBox="0 0 72 56" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
        <path d="M4 30v22h64V30" />
        <path d="M24 4h18l8 8v26H24zM42 4v8h8M30 20h14M30 26h14" />
      </svg>
      <p>
        <b>{over ? w.over : w.drop}</b>
      </p>
      <p class="fine" role="status">
        {state === "sorting" ? w.sorting : state === "empty" ? w.empty : w.dropMore}
      </p>
      <div class="row center">
        {(single ? [file, folder] : [folder, file]).map((input, i) => (
          <button
            key={input === file ? "file" : "folder"}
            type="button"
            class={i === 0 ? "btn" : "btn quiet"}
            onClick={() => open(input.current)}
          >
            {input === file ? w.file : w.folder}
          </button>
        ))}
      </div>
      {/* Without `off` the browser writes the paths of what was chosen into its session, on the disk. */}
      <input
        ref={file}
        type="file"
        id="file"
        autocomplete="off"
        hidden
        aria-label={w.file}
        onChange={chosen}
        onCancel={() => setState("idle")}
      />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        id="folder"
        autocomplete="off"
        hidden
        aria-label={w.folder}
        onChange={chosen}
        onCancel={() => setState("idle")}
      />
    </section>
  );
}
