/** The choice to keep the page on this device: what it is good for, who could see it, and how it goes away again. @module */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useWords } from "../lang.ts";
import { canKeep, isKept, keep, unkeep } from "./kept.ts";
import { KEEP } from "./words.ts";

type Said = "keeping" | "kept" | "failed" | "removed";

interface Keeping {
  readonly kept: boolean;
  readonly said: Said | undefined;
  /** Keeps it, or removes it. */
  act(): void;
}

function useKeeping(): Keeping {
  const [kept, set] = useState(false);
  const [said, say] = useState<Said | undefined>();
  useEffect(() => {
    if (canKeep()) isKept().then(set, () => {});
  }, []);
  const act = async (): Promise<void> => {
    say("keeping");
    try {
      await (kept ? unkeep() : keep());
      say(kept ? "removed" : "kept");
      set(!kept);
    } catch {
      say("failed");
    }
  };
  return { kept, said, act: () => void act() };
}

function Act({ keeping: { kept, said, act } }: { readonly keeping: Keeping }): JSX.Element {
  const w = useWords(KEEP);
  return (
    <>
      <button type="button" class="btn quiet small" disabled={said === "keeping"} onClick={act}>
        {kept ? w.remove : w.keep}
      </button>
      <p role="status">{said ? w[said] : ""}</p>
    </>
  );
}

/** In the foot of every screen, where it can be kept at all. */
export function Keep(): JSX.Element | null {
  const w = useWords(KEEP);
  const keeping = useKeeping();
  if (!canKeep()) return null;
  return (
    <details class="keep screen-only">
      <summary>{keeping.kept ? w.titleKept : w.title}</summary>
      <p>{w.why}</p>
      <ul>
        {w.facts.map((f) => (
          <li key={f}>{f}</li>
        ))}
      </ul>
      <Act keeping={keeping} />
    </details>
  );
}

/** Among what lies on this device: only if it is kept, or was until now. */
export function KeptHere(): JSX.Element | null {
  const w = useWords(KEEP);
  const keeping = useKeeping();
  if (!keeping.kept && !keeping.said) return null;
  return (
    <section>
      <h2 class="h-small">{w.titleKept}</h2>
      <p>{w.facts[0]}</p>
      <Act keeping={keeping} />
    </section>
  );
}
