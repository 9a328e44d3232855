/** The bench: records of every place, window by window. The page asks for the rows that it draws and holds no others. @module */
import { count } from "@contraluz/core";
import { placeCode } from "@contraluz/report/origin/origin.ts";
import { momentWords } from "@contraluz/report/when.ts";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Questions, Row } from "../engine/protocol.ts";
import { Back } from "../frame/bar.tsx";
import { useLang, useWords } from "../lang.ts";
import { Seen } from "../parts/seen.tsx";
import { useFlow } from "../use-flow.ts";
import { BENCH } from "./words.ts";

const PAGE = 100;

/** The fields of a record in one line. */
function brief(row: Row): string {
  return Object.entries(row.record.fields)
    .flatMap(([k, v]) => (v === undefined || v === null || typeof v === "object" ? [] : [`${k}: ${v}`]))
    .join(" · ");
}

export function BenchScreen(): JSX.Element | null {
  const w = useWords(BENCH);
  const lang = useLang();
  const { flow, session } = useFlow();
  const { done } = flow;
  const places = done ? Object.entries(done.result.records).filter(([, r]) => r.count > 0) : [];
  const [artifact, pick] = useState(places[0]?.[0] ?? "");
  const [from, setFrom] = useState(0);
  const [answer, set] = useState<Questions["rows"]["answer"] | undefined>();
  useEffect(() => {
    let live = true;
    set(undefined);
    session.ask("rows", { artifact, from, count: PAGE }).then(
      (a) => live && set(a),
      () => {},
    );
    return () => {
      live = false;
    };
  }, [artifact, from, session]);
  if (!done) return null;
  const total = answer?.total ?? 0;
  return (
    <div class="bench stack">
      <header>
        <Back />
        <h1>{w.title}</h1>
      </header>
      <div class="field">
        <label for="place">{w.place}</label>
        <select
          id="place"
          value={artifact}
          onChange={(e) => {
            setFrom(0);
            pick(e.currentTarget.value);
          }}
        >
          {places.map(([id, r]) => (
            <option key={id} value={id}>
              {w.pick(done.names.artifacts.get(id)?.name[lang] ?? id, count(r.count))}
            </option>
          ))}
        </select>
      </div>
      <p class="fine" role="status">
        {!answer
          ? w.loading
          : total === 0
            ? w.none
            : w.shown(count(from + 1), count(Math.min(from + PAGE, total)), count(total))}
      </p>
      <table class="fold">
        <thead>
          <tr>
            <th scope="col">{w.when}</th>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.where}</th>
          </tr>
        </thead>
        <tbody>
          {answer?.rows.map((row) => (
            <tr key={row.ordinal}>
              <td data-h={w.when}>{momentWords(row.record.at, lang)}</td>
              <td data-h={w.what}>
                <Seen text={brief(row)} letters={300} />
              </td>
              <td data-h={w.where}>
                <code>{placeCode(row.record.origin.at)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="row">
        <button
          type="button"
          class="btn quiet small"
          disabled={from === 0}
          onClick={() => setFrom(Math.max(0, from - PAGE))}
        >
          {w.before}
        </button>
        <button
          type="button"
          class="btn quiet small"
          disabled={from + PAGE >= total}
          onClick={() => setFrom(from + PAGE)}
        >
          {w.after}
        </button>
      </div>
    </div>
  );
}
