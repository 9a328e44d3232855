/** Which pages are looked at: dates, path, how they were read. @module */
import type { PageState } from "@contraluz/archive/pages/types.ts";
import type { PageFilter } from "@contraluz/archive/search/filter.ts";
import type { JSX } from "preact";
import { Option } from "../../parts/option.tsx";
import { Text } from "../cases/fields.tsx";
import { useArchive } from "./tools.ts";

export interface Typed {
  readonly since: string;
  readonly until: string;
  readonly within: string;
  readonly states: readonly PageState[];
}
export const NO_FILTER: Typed = { since: "", until: "", within: "", states: [] };

const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;
const STATES = ["read", "poor", "unreadable"] as const;

/** Undefined: a date is none. */
export function filterOf(t: Typed): PageFilter | undefined {
  const [since, until, path] = [t.since.trim(), t.until.trim(), t.within.trim()];
  if ((since !== "" && !DATE.test(since)) || (until !== "" && !DATE.test(until))) return undefined;
  return {
    ...(since !== "" && { since }),
    ...(until !== "" && { until }),
    ...(path !== "" && { path }),
    ...(t.states.length > 0 && { states: t.states }),
  };
}

export function Filters(p: {
  readonly id: string;
  readonly typed: Typed;
  readonly set: (t: Typed) => void;
  readonly children?: JSX.Element;
}): JSX.Element {
  const { w } = useArchive();
  const { typed, set } = p;
  const any = typed !== NO_FILTER && JSON.stringify(typed) !== JSON.stringify(NO_FILTER);
  return (
    <details class="screen-only">
      <summary>{any ? w.filtersOn : w.filters}</summary>
      <div class="filters">
        <Text
          id={`${p.id}-since`}
          label={w.since}
          more={w.dateMore}
          value={typed.since}
          onInput={(since) => set({ ...typed, since })}
        />
        <Text
          id={`${p.id}-until`}
          label={w.until}
          more={w.dateMore}
          value={typed.until}
          onInput={(until) => set({ ...typed, until })}
        />
        <Text
          id={`${p.id}-within`}
          label={w.within}
          value={typed.within}
          onInput={(within) => set({ ...typed, within })}
        />
        {p.children ?? null}
        <fieldset>
          <legend class="h-small">{w.how_read}</legend>
          {STATES.map((s) => (
            <Option
              key={s}
              id={`${p.id}-${s}`}
              type="checkbox"
              group={`${p.id}-states`}
              label={w.states[s]}
              checked={typed.states.includes(s)}
              onChange={(on) =>
                set({ ...typed, states: on ? [...typed.states, s] : typed.states.filter((x) => x !== s) })
              }
            />
          ))}
        </fieldset>
      </div>
    </details>
  );
}
