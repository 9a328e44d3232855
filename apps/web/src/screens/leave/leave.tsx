/** What now lies on this computer, what it shows to someone who looks, and one button that removes ours. @module */
import type { JSX } from "preact";
import type { Flow } from "../../flow.ts";
import { Back } from "../../frame/bar.tsx";
import { KeptHere } from "../../keep/keep.tsx";
import { useWords } from "../../lang.ts";
import { SaveCopy } from "../../parts/save-copy.tsx";
import { useFlow } from "../../use-flow.ts";
import { broughtBackup, Remove, SavedFiles } from "./remove.tsx";
import { LEAVE, type LeaveWords } from "./words.ts";

interface Thing {
  readonly name: string;
  readonly shows: string;
  readonly what: string;
  readonly files?: true;
  /** It can be saved from here. */
  readonly copy?: true;
}

/** What came to the page: a copy that it took, a whole backup, or a file. A backup and a copy needed the cable. */
function brought(w: LeaveWords, flow: Flow): readonly Thing[] {
  const copy: readonly Thing[] = flow.copied
    ? [
        { name: w.copy, shows: w.copyShows, what: w.copyMore, copy: true },
        { name: w.phone, shows: w.phoneShows, what: w.phoneMore },
      ]
    : [];
  if (flow.picked?.chosen.kind === "copy") return copy;
  if (!broughtBackup(flow)) return [...copy, { name: w.file, shows: w.fileShows, what: w.fileMore }];
  return [
    ...copy,
    { name: w.backup, shows: w.backupShows, what: w.backupMore },
    { name: w.cable, shows: w.cableShows, what: w.cableMore },
  ];
}

function things(w: LeaveWords, flow: Flow): readonly Thing[] {
  return [
    { name: w.memory, shows: w.memoryShows, what: w.memoryMore },
    ...brought(w, flow),
    flow.saved.length > 0
      ? { name: w.saved, shows: w.savedShows, what: w.savedMore, files: true }
      : { name: w.saved, shows: "", what: w.savedNone },
    { name: w.history, shows: w.historyShows, what: w.historyMore },
    { name: w.system, shows: w.systemShows, what: w.systemMore },
  ];
}

export function LeaveScreen(): JSX.Element {
  const w = useWords(LEAVE);
  const { flow } = useFlow();
  return (
    <div class="stack narrow">
      <header>
        <Back />
        <h1>{w.title}</h1>
        <p class="intro">{w.intro}</p>
      </header>
      <section class="sheet lies">
        {things(w, flow).map((t) => (
          <section key={t.name}>
            <h2 class="h-small">{t.name}</h2>
            {t.files ? <SavedFiles /> : null}
            {t.shows === "" ? null : (
              <p>
                <b>{w.shows}:</b> {t.shows}
              </p>
            )}
            <p>
              {t.shows === "" ? null : <b>{w.what}: </b>}
              {t.what}
            </p>
            {t.copy ? <SaveCopy /> : null}
          </section>
        ))}
        <KeptHere />
      </section>
      <Remove />
    </div>
  );
}
