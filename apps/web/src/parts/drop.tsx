/** Where files or a folder are dropped; the two buttons are the way, dropping is the shortcut. @module */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Picked } from "../flow.ts";
import { useWords } from "../lang.ts";
import { FILE } from "../screens/file/words.ts";
import { pickedDrop, pickedFiles, pickedFrom, pickedMany } from "./pick.ts";

export interface DropWords {
  readonly drop: string;
  readonly over: string;
  readonly dropMore: string;
  readonly sorting: string;
  readonly empty: string;
  readonly folder: string;
  readonly file: string;
}

/** A sheet; several of them. */
const DRAWN = {
  one: ["M24 4h18l8 8v26H24zM42 4v8h8M30 20h14M30 26h14"],
  many: ["M18 8h18l6 6v28H18zM36 8v6h6M23 20h13M23 26h13M23 32h8", "M42 16h6l6 6v20H42"],
} as const;

export function Drop(p: {
  /** False: there was nothing in it. */
  readonly onPick: (p: Picked) => unknown;
  /** Of the two inputs, where the page has another such area: `papers` gives `papers-file` (`papers-files` of many) and `papers-folder`. */
  readonly id?: string;
  /** Left out: those of the screen of the file. */
  readonly words?: DropWords;
  /** What is looked for is one file, so its button comes first. */
  readonly single?: boolean;
  /** Any number of files is taken. */
  readonly many?: boolean;
}): JSX.Element {
  const usual = useWords(FILE);
  const w = p.words ?? usual;
  const { single = false, many = false } = p;
  const idOf = (name: string): string => (p.id === undefined ? name : `${p.id}-${name}`);
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [state, setState] = useState<"idle" | "sorting" | "empty">("idle");
  const take = async (picking: Promise<Picked | undefined>): Promise<void> => {
    setState("sorting");
    const picked = await picking.catch(() => undefined);
    setState(picked && (await p.onPick(picked)) !== false ? "idle" : "empty");
  };
  // The browser makes a list of a large folder before it tells the page, and stands still; what is said meanwhile is said before.
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
        if (e.dataTransfer) void take((many ? pickedMany : pickedDrop)(e.dataTransfer));
      }}
    >
      <svg viewBox="0 0 72 56" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
        <path d="M4 30v22h64V30" />
        {DRAWN[many ? "many" : "one"].map((d) => (
          <path key={d} d={d} />
        ))}
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
        id={idOf(many ? "files" : "file")}
        autocomplete="off"
        multiple={many}
        hidden
        aria-label={w.file}
        onChange={(e) => {
          const list = [...(e.currentTarget.files ?? [])];
          // The same file may be chosen once more.
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
        id={idOf("folder")}
        autocomplete="off"
        hidden
        aria-label={w.folder}
        onChange={(e) => {
          // Not emptied: of a large folder the engine asks for its files one by one.
          const { files } = e.currentTarget;
          if (files && files.length > 0) void take(pickedFrom(files));
        }}
        onCancel={() => setState("idle")}
      />
    </section>
  );
}
