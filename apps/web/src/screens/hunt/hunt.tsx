/** What a lab found over all its cases, opened from its files. A chunk of its own. Nothing is kept. @module */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Picked } from "../../flow.ts";
import { useWords } from "../../lang.ts";
import { Drop } from "../../parts/drop.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { Changes } from "./changes.tsx";
import { Gaps } from "./gaps.tsx";
import { type Given, NOTHING, reportsIn, take } from "./given.ts";
import { Groups } from "./groups.tsx";
import { Met } from "./met.tsx";
import { HUNT } from "./words.ts";

const TABS = ["met", "fresh", "groups", "gaps"] as const;
type Tab = (typeof TABS)[number];

function Body({ given, tab }: { readonly given: Given; readonly tab: Tab }): JSX.Element | null {
  if (tab === "groups") return given.groups ? <Groups report={given.groups} /> : null;
  if (tab === "fresh") return <Changes hunts={given.hunts} />;
  return tab === "gaps" ? <Gaps hunts={given.hunts} /> : <Met hunts={given.hunts} />;
}

export function HuntScreen(): JSX.Element {
  const w = useWords(HUNT);
  const { dispatch } = useFlow();
  const [given, set] = useState<Given>(NOTHING);
  const [chosen, choose] = useState<Tab>("met");
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus({ preventScroll: true }), []);
  const any = given.hunts.length > 0 || given.groups !== undefined;
  const there = TABS.filter((t) => (t === "groups" ? given.groups !== undefined : given.hunts.length > 0));
  const tab = there.includes(chosen) ? chosen : (there[0] ?? "met");
  const onPick = async (p: Picked): Promise<boolean> => {
    const next = await take(await reportsIn(p), given);
    set(next);
    return next.hunts.length > 0 || next.groups !== undefined;
  };
  return (
    <div class="stack cases-screen">
      <header>
        <p class="eyebrow screen-only">
          <button type="button" class="link" onClick={() => dispatch({ type: "go", to: "start" })}>
            {w.back}
          </button>
        </p>
        <h1 ref={title} tabIndex={-1}>
          {w.title}
        </h1>
        {any ? null : <p class="intro">{w.intro}</p>}
      </header>
      {any ? null : (
        <Notice>
          <p>{w.who}</p>
        </Notice>
      )}
      {given.refused.length > 0 ? (
        <Notice kind="care" title={w.notRead(given.refused.length)}>
          <ul>
            {given.refused.slice(0, 10).map((r) => (
              <li key={r.name}>
                <Seen text={r.name} letters={80} />: {r.why === "large" ? w.tooLarge : w.notOurs}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {any ? (
        <>
          <nav aria-label={w.title} class="screen-only">
            <ul class="tabs">
              {there.map((t) => (
                <li key={t}>
                  <button type="button" aria-pressed={t === tab} onClick={() => choose(t)}>
                    {w.tabs[t]}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <Body given={given} tab={tab} />
          <details class="screen-only">
            <summary>{w.more}</summary>
            <Drop id="lab" many words={w} onPick={onPick} />
          </details>
        </>
      ) : (
        <Drop id="lab" many words={w} onPick={onPick} />
      )}
    </div>
  );
}
