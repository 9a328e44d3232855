/** How far reading is, how long it may take, and the stop. @module */
import { count } from "@contraluz/core";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ReadingNow } from "../../archive/protocol.ts";
import { Seen } from "../../parts/seen.tsx";
import { useArchive } from "./tools.ts";

/** Before so many milliseconds nothing can be told of what is left. */
const EARLY_MS = 6000;

/** Minutes that are left, by how many bytes of documents took how long. */
export function minutesLeft(n: ReadingNow): number | undefined {
  const done = n.bytes - n.before;
  if (n.ms < EARLY_MS || done <= 0 || n.ofBytes <= 0) return undefined;
  return ((n.ofBytes - n.bytes) / done) * (n.ms / 60_000);
}

export function ReadingBar({ now }: { readonly now: ReadingNow | undefined }): JSX.Element {
  const { w, archive, state } = useArchive();
  const [stopping, stop] = useState(false);
  const left = now && minutesLeft(now);
  /** Said aloud now and then, not at every page. */
  const [aloud, say] = useState("");
  const tenth = now && now.ofBytes > 0 ? Math.floor((now.bytes / now.ofBytes) * 10) : 0;
  useEffect(() => {
    if (now) say(`${w.readPages(now.pages)}. ${left === undefined ? "" : w.left(left)}`);
  }, [tenth]);
  return (
    <section class="sheet stack reading-bar screen-only" aria-labelledby="reading-now">
      <h2 id="reading-now" class="h-small" tabIndex={-1}>
        {stopping ? w.stopping : w.reading}
      </h2>
      {now && now.ofBytes > 0 ? (
        <progress max={1000} value={Math.round((now.bytes / now.ofBytes) * 1000)} aria-labelledby="reading-now" />
      ) : (
        <progress aria-labelledby="reading-now" />
      )}
      {now ? (
        <p class="m0">
          {w.readPages(now.pages)} · {w.ofDocuments(count(now.documents), count(now.ofDocuments))} ·{" "}
          {left === undefined ? w.leftUnknown : w.left(left)}
          <br />
          <Seen text={now.path} letters={80} />
        </p>
      ) : null}
      {state.sealed ? null : <p class="fine m0">{w.searchMeanwhile}</p>}
      <div class="row">
        <button
          type="button"
          class="btn quiet small"
          aria-disabled={stopping}
          onClick={() => {
            stop(true);
            void archive.ask("stop", {});
          }}
        >
          {w.stop}
        </button>
      </div>
      <p class="vh" role="status">
        {aloud}
      </p>
    </section>
  );
}
