/** What now lies on this computer, what it shows to someone who looks, and one button that removes ours. @module */
import type { JSX } from "preact";
import { Back } from "../../frame/bar.tsx";
import { KeptHere } from "../../keep/keep.tsx";
import { useWords } from "../../lang.ts";
import { useFlow } from "../../use-flow.ts";
import { broughtBackup, Remove, SavedFiles } from "./remove.tsx";
import { LEAVE, type LeaveWords } from "./words.ts";

interface Thing {
  readonly name: string;
  readonly shows: string;
  readonly what: string;
  readonly files?: true;
}

/** `saved`: something was saved from this page. `backup`: what was brought is one; other kinds need no cable. */
function things(w: LeaveWords, saved: boolean, backup: boolean): readonly Thing[] {
  return [
    { name: w.memory, shows: w.memoryShows, what: w.memoryMore },
    backup
      ? { name: w.backup, shows: w.backupShows, what: w.backupMore }
      : { name: w.file, shows: w.fileShows, what: w.fileMore },
    saved
      ? { name: w.saved, shows: w.savedShows, what: w.savedMore, files: true }
      : { name: w.saved, shows: "", what: w.savedNone },
    { name: w.history, shows: w.historyShows, what: w.historyMore },
    { name: w.system, shows: w.systemShows, what: w.systemMore },
    ...(backup ? [{ name: w.cable, shows: w.cableShows, what: w.cableMore }] : []),
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
        {things(w, flow.saved.length > 0, broughtBackup(flow)).map((t) => (
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
          </section>
        ))}
        <KeptHere />
      </section>
      <Remove />
    </div>
  );
}
