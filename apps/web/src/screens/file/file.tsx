/** The file: dropped or chosen. Where it usually lies, and further lists of signs. @module */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Picked } from "../../flow.ts";
import { Back } from "../../frame/bar.tsx";
import { KINDS, type KindId } from "../../kinds.ts";
import { useWords } from "../../lang.ts";
import { Drop } from "../../parts/drop.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { FILE, type FileWords } from "./words.ts";

/** Where the two systems keep backups. */
const MAC = "~/Library/Application Support/MobileSync/Backup";
const WINDOWS = ["%USERPROFILE%\\Apple\\MobileSync\\Backup", "%APPDATA%\\Apple Computer\\MobileSync\\Backup"];

/** Files that go with what is checked: a button, and what was chosen. */
function Besides(p: {
  readonly id: string;
  readonly title: string;
  readonly more: string;
  readonly pick: string;
  readonly picked: string;
  readonly names: readonly string[];
  readonly open?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <details open={p.open ?? false}>
      <summary>{p.title}</summary>
      <p>{p.more}</p>
      <button type="button" class="btn quiet small" onClick={() => input.current?.click()}>
        {p.pick}
      </button>
      <input
        ref={input}
        type="file"
        id={p.id}
        autocomplete="off"
        multiple
        hidden
        aria-label={p.pick}
        onChange={(e) => {
          const files = [...(e.currentTarget.files ?? [])];
          if (files.length > 0) p.onFiles(files);
        }}
      />
      {p.names.length > 0 ? (
        <p role="status">
          {p.picked}:{" "}
          {p.names.map((name) => (
            <span key={name}>
              <Seen text={name} letters={60} />{" "}
            </span>
          ))}
        </p>
      ) : null}
    </details>
  );
}

function SignsPart(): JSX.Element {
  const w = useWords(FILE);
  const { flow, dispatch } = useFlow();
  return (
    <Besides
      id="signs"
      title={w.signs}
      more={w.signsMore}
      pick={w.signsPick}
      picked={w.signsPicked}
      names={flow.signs.map((s) => s.name)}
      onFiles={(files) => dispatch({ type: "signs", signs: files.map((file) => ({ name: file.name, file })) })}
    />
  );
}

/** Only where the person allowed it. */
function KeysPart(): JSX.Element | null {
  const w = useWords(FILE);
  const { flow, dispatch } = useFlow();
  if (!flow.consent.keys) return null;
  return (
    <Besides
      id="key-logs"
      title={w.keys}
      more={w.keysMore}
      pick={w.keysPick}
      picked={w.keysPicked}
      names={flow.keyLogs.map((f) => f.name)}
      open
      onFiles={(keyLogs) => dispatch({ type: "key-logs", keyLogs })}
    />
  );
}

/** What the screen says, by what is to be chosen. */
function headOf(w: FileWords, kind: KindId | undefined, single: boolean): readonly [title: string, intro: string] {
  if (kind === "saved-result") return [w.titleSaved, w.saved];
  if (single) return [w.titleFile, w.introFile];
  return kind === "androidqf" ? [w.titleCopy, w.introCopy] : [w.title, w.intro];
}

export function FileScreen(): JSX.Element {
  const w = useWords(FILE);
  const { flow, dispatch, session } = useFlow();
  const saved = flow.kind === "saved-result";
  /** It is one file, and lies where the person put it. */
  const single = KINDS.find((k) => k.id === flow.kind)?.form === "file";
  const [title, intro] = headOf(w, flow.kind, single);
  useEffect(() => session.prepare(), [session]);
  const pick = (picked: Picked): void => {
    dispatch({ type: "pick", picked });
    void session.begin({ ...flow, picked });
  };
  return (
    <div class="split">
      <div class="stack">
        <header>
          <Back />
          <h1>{title}</h1>
          <p class="intro">{intro}</p>
        </header>
        {saved ? null : <KeysPart />}
        <Drop onPick={pick} single={single} />
        {saved ? null : <SignsPart />}
      </div>
      <aside class="rail stack">
        {saved || single || flow.kind === "androidqf" ? null : (
          <section class="sheet stack">
            <h2 class="h-small">{w.where}</h2>
            <p>{w.whereIntro}</p>
            <dl class="facts">
              <div class="one">
                <dt>{w.whereMac}</dt>
                <dd>
                  <code>{MAC}</code>
                </dd>
              </div>
              <div class="one">
                <dt>{w.whereWindows}</dt>
                {WINDOWS.map((path) => (
                  <dd key={path}>
                    <code>{path}</code>
                  </dd>
                ))}
              </div>
            </dl>
          </section>
        )}
        {single ? null : (
          <Notice>
            <p>{w.browserAsks}</p>
          </Notice>
        )}
      </aside>
    </div>
  );
}
