/** "Is my name in it?" One or a list, graded, never asserted. @module */
import type { NameGrade } from "@contraluz/archive/names/index.ts";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ArchiveQuestions, NameRows } from "../../archive/protocol.ts";
import { Notice } from "../../parts/notice.tsx";
import { Seen } from "../../parts/seen.tsx";
import { FileButton, Select, Text } from "../cases/fields.tsx";
import { Filters, filterOf, NO_FILTER } from "./filters.tsx";
import { Looked } from "./found.tsx";
import { Hits } from "./hits.tsx";
import { useArchive } from "./tools.ts";

/** Bytes of a list of names. */
const LIST = 1_000_000;
const GRADES: readonly NameGrade[] = ["same", "likely", "possible"];
type Ask = ArchiveQuestions["names"]["ask"];
type Answer = Exclude<ArchiveQuestions["names"]["answer"], "many">;

/** Names of a text: one a line, aliases behind `|`. */
export function askedOf(text: string): { readonly name: string; readonly aliases?: readonly string[] }[] {
  return text
    .split(/\r?\n/)
    .filter((l) => l.trim() !== "")
    .map((l) => {
      const [name, ...aliases] = l.split("|").map((x) => x.trim());
      return { name: name!, ...(aliases.length > 0 && { aliases }) };
    });
}

export function NamesTab(): JSX.Element {
  const { w, archive, say } = useArchive();
  const [text, setText] = useState("");
  const [typed, setTyped] = useState(NO_FILTER);
  const [least, setLeast] = useState<NameGrade>("possible");
  const [answer, setAnswer] = useState<Answer>();
  /** As it was asked: the list may be another one by now. */
  const [sent, setSent] = useState<Ask>();
  const [wrong, setWrong] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [answer?.coverage]);

  const ask = async (more?: NameRows): Promise<void> => {
    const filter = filterOf(typed);
    const now = more ? sent : filter && { asked: askedOf(text), filter: { ...filter, least } };
    if (!now) return setWrong(w.dateBad);
    if (now.asked.length === 0) return setWrong(w.noNames);
    setWrong("");
    try {
      const got = await archive.ask(
        "names",
        more ? { asked: [now.asked[more.asked]!], filter: { ...now.filter, from: more.next! } } : now,
      );
      if (got === "many") return setWrong(w.manyNames);
      if (!more || !answer) {
        setSent(now);
        return setAnswer(got);
      }
      const next = got.names[0]!;
      setAnswer({
        ...answer,
        names: answer.names.map((n) =>
          n.asked === more.asked ? { ...next, asked: n.asked, rows: [...n.rows, ...next.rows] } : n,
        ),
      });
    } catch {
      say(w.broke, true);
    }
  };
  return (
    <div class="stack">
      <form
        class="stack screen-only"
        autocomplete="off"
        onSubmit={(e) => {
          e.preventDefault();
          void ask();
        }}
      >
        <Text id="names" label={w.names} more={w.namesMore} lines={4} value={text} onInput={setText} />
        <p class="m0" role="alert">
          {wrong}
        </p>
        <Filters id="names" typed={typed} set={setTyped}>
          <Select
            id="least"
            label={w.least}
            value={least}
            options={GRADES.map((g) => [g, w.leasts[g]] as const)}
            onChange={setLeast}
          />
        </Filters>
        <div class="row">
          <button type="submit" class="btn">
            {w.namesGo}
          </button>
          <FileButton
            id="names-file"
            label={w.namesFile}
            onFile={([f]) => {
              if (f!.size > LIST) setWrong(w.manyNames);
              else void f!.text().then(setText);
            }}
          />
        </div>
      </form>
      {answer ? (
        <div class="stack">
          <Notice>
            <p ref={title} tabIndex={-1}>
              {w.notAsserted}
            </p>
          </Notice>
          <Looked coverage={answer.coverage} />
          {answer.names.map((n) => (
            <section key={n.asked} class="sheet stack" aria-labelledby={`name-${n.asked}`}>
              <h2 id={`name-${n.asked}`}>
                <Seen text={sent?.asked[n.asked]?.name ?? ""} letters={80} />
              </h2>
              {n.total ? (
                <p class="m0">
                  {n.total.same + n.total.likely + n.total.possible === 0
                    ? w.none
                    : w.nameFound(n.total.same, n.total.likely, n.total.possible)}
                </p>
              ) : (
                <p class="m0">{w.noName}</p>
              )}
              {n.unread > 0 ? <p class="fine m0">{w.unreadNames(n.unread)}</p> : null}
              <Hits rows={n.rows} />
              {n.next === undefined ? null : (
                <div class="row">
                  <button type="button" class="btn quiet small" onClick={() => void ask(n)}>
                    {w.more}
                  </button>
                </div>
              )}
            </section>
          ))}
        </div>
      ) : null}
    </div>
  );
}
