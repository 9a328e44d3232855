/** What was heard around: who is in the room, how much each said, cells, tags and what happened, over time. @module */
import { AIR } from "@contraluz/report/air/words.ts";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useAnswer } from "../../bench/use-bench.ts";
import { offsetAt, offsetWords, type Zone, zoneOf } from "../../bench/zone.ts";
import { FRAME } from "../../frame/words.ts";
import { useLang, useWords } from "../../lang.ts";
import { useFlow } from "../../use-flow.ts";
import { Cells, Events, Tags } from "./lines.tsx";
import { Room } from "./room.tsx";
import type { Axis } from "./time.tsx";

/** The zone of this computer: the person knows her own hours. */
function zoneHere([from, to]: readonly [number, number]): Zone {
  return zoneOf(new Intl.DateTimeFormat().resolvedOptions().timeZone, from, to);
}

/** `America/Mexico_City (UTC−6)`. */
function zoneWords({ zone, span }: Axis): string {
  const offset = offsetWords(offsetAt(zone, span[0]));
  return zone.name === offset ? offset : `${zone.name} (${offset})`;
}

export function AirScreen(): JSX.Element {
  const lang = useLang();
  const w = AIR[lang];
  const frame = useWords(FRAME);
  const { flow, dispatch, session } = useFlow();
  const title = useRef<HTMLHeadingElement>(null);
  const seen = useAnswer(() => session.ask("air", {}), "air");
  // Before it is seen: nobody hears of another place first.
  useLayoutEffect(() => title.current?.focus(), []);
  const span = seen?.span;
  const axis: Axis | undefined = span && { span: [span[0], Math.max(span[1], span[0] + 60_000)], zone: zoneHere(span) };
  const empty = seen && seen.machines.length + seen.cells.length + seen.tags.length === 0;
  return (
    <div class="stack air">
      <p class="m0">
        <button type="button" class="btn quiet" onClick={() => dispatch({ type: "back" })}>
          ‹ {frame.back}
        </button>
      </p>
      <h1 ref={title} tabIndex={-1}>
        {w.title}
      </h1>
      <p>
        {empty ? w.none : w.intro}
        {axis ? ` ${w.hours(zoneWords(axis))}` : ""}
      </p>
      {seen ? (
        <>
          <Room seen={seen} axis={axis} />
          <Tags tags={seen.tags} axis={axis} />
          <Cells cells={seen.cells} axis={axis} />
          {axis ? <Events events={seen.events} findings={flow.done?.result.findings ?? []} axis={axis} /> : null}
        </>
      ) : null}
    </div>
  );
}
