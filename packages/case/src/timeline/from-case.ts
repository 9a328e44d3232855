/** What a case says beside its records, as the timeline takes it. @module */
import { type Lang, type Moment, parseIso, say, type Words } from "@contraluz/core";
import type { ZoneOffset } from "../dates/interval.ts";
import { incidentRows } from "../incidents/order.ts";
import { tagsOf } from "../review/tags.ts";
import type { CaseState } from "../vault/state.ts";
import type { ClockCorrection, ExtraRow, TagMark } from "./types.ts";

const written = (at: string): Moment | undefined => {
  const utc = parseIso(at);
  return utc === undefined ? undefined : { utc, seen: at, precision: "s" };
};

export interface CaseRows {
  readonly clocks: readonly ClockCorrection[];
  readonly tags: readonly TagMark[];
  readonly extra: readonly ExtraRow[];
}

/** `log`: entries to show as rows, with the words for each action; left out, the log is no part of the timeline. */
export function rowsOfCase(
  state: CaseState,
  lang: Lang,
  o: {
    readonly zoneOffset?: ZoneOffset;
    readonly log?: readonly {
      readonly seq: number;
      readonly at: string;
      readonly actor: string;
      readonly action: string;
    }[];
    readonly words?: Readonly<Record<string, Words>>;
  } = {},
): CaseRows {
  const incidents = incidentRows(
    state.incidents.map((i) => i.incident),
    lang,
    o.zoneOffset,
  );
  const notes = state.notes.map((n): ExtraRow => {
    const at = written(n.at);
    return { ...(at ? { at } : {}), kind: "note", id: n.id, text: `${n.actor}: ${n.text}` };
  });
  const log = (o.log ?? []).map((e): ExtraRow => {
    const at = written(e.at);
    const words = o.words?.[e.action];
    return {
      ...(at ? { at } : {}),
      kind: "log",
      id: String(e.seq),
      text: `${e.actor}: ${words ? say(words, lang) : e.action}`,
    };
  });
  return {
    clocks: state.clocks,
    tags: tagsOf(state.tags).records.map(({ cite, tag }) => ({ cite, tag })),
    extra: [...incidents, ...notes, ...log],
  };
}
