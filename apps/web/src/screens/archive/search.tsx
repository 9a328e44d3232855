/** Words in pages. What is typed stays here and nowhere else. @module */
import type { SearchOptions } from "@contraluz/archive/search/index.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ArchiveQuestions, FoundRows } from "../../archive/protocol.ts";
import { Select, Text } from "../cases/fields.tsx";
import { Filters, filterOf, NO_FILTER } from "./filters.tsx";
import { Found } from "./found.tsx";
import { Hits } from "./hits.tsx";
import { useArchive } from "./tools.ts";

type Ask = ArchiveQuestions["search"]["ask"];
type Order = NonNullable<SearchOptions["order"]>;

export function SearchTab(): JSX.Element {
  const { w, archive, say } = useArchive();
  const [text, setText] = useState("");
  const [typed, setTyped] = useState(NO_FILTER);
  const [order, setOrder] = useState<Order>("best");
  const [found, setFound] = useState<FoundRows>();
  /** What was found was asked so; what is typed may be another thing by now. */
  const [sent, setSent] = useState<Ask>();
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);

  const ask = async (from: number): Promise<void> => {
    const filter = filterOf(typed);
    const now = from > 0 ? sent : filter && { text, filter: { ...filter, order } };
    if (!now) return setWrong(w.dateBad);
    setBusy(true);
    setWrong("");
    try {
      const answer = await archive.ask("search", { ...now, filter: { ...now.filter, from } });
      setSent(now);
      if ("fault" in answer) {
        setFound(undefined);
        setWrong(w.fault[answer.fault]);
      } else setFound(from > 0 && found ? { ...answer, rows: [...found.rows, ...answer.rows] } : answer);
    } catch {
      say(w.broke, true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack">
      <form
        class="stack screen-only"
        autocomplete="off"
        onSubmit={(e) => {
          e.preventDefault();
          void ask(0);
        }}
      >
        <div class="row pair">
          <Text id="query" label={w.query} more={w.queryMore} type="search" value={text} onInput={setText} />
          <button type="submit" class="btn" aria-disabled={busy}>
            {w.search}
          </button>
        </div>
        <p class="m0" role="alert">
          {wrong}
        </p>
        <Filters id="search" typed={typed} set={setTyped}>
          <Select
            id="order"
            label={w.order}
            value={order}
            options={(["best", "path", "date"] as const).map((o) => [o, w.orders[o]] as const)}
            onChange={setOrder}
          />
        </Filters>
        <details>
          <summary>{w.how}</summary>
          <dl class="how-rows">
            {w.howRows.map(([q, what]) => (
              <div key={q}>
                <dt>
                  <code>{q}</code>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </details>
      </form>
      {found ? (
        <section class="sheet stack" aria-labelledby="found">
          <Found total={found.total} coverage={found.coverage} taken={found.taken} />
          <Hits rows={found.rows} />
          {found.next === undefined ? null : (
            <div class="row">
              <button type="button" class="btn quiet small" onClick={() => void ask(found.next!)}>
                {w.more}
              </button>
            </div>
          )}
        </section>
      ) : null}
    </div>
  );
}
