/** Clocks that were wrong: said, shown with who said it, and taken back. @module */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EditionParts } from "../../cases/ask.ts";
import { useLang } from "../../lang.ts";
import { Seen } from "../../parts/seen.tsx";
import { type TabProps, whenOf } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { Fold, Select, Text } from "./fields.tsx";
import type { CasesWords } from "./words.ts";

function amountOf(seconds: number, w: CasesWords["clock"]): string {
  const all = Math.abs(seconds);
  return w.amount(Math.floor(all / 3600), Math.floor(all / 60) % 60, Math.round(all % 60));
}

function One({
  clock: c,
  place,
}: {
  readonly clock: TabProps["view"]["state"]["clocks"][number];
  readonly place: string;
}): JSX.Element {
  const lang = useLang();
  const tools = useDesk();
  const w = tools.w.clock;
  const [why, setWhy] = useState("");
  return (
    <li>
      <b>
        {tools.w.review.check(c.check)}, {place}: {w.was(c.seconds < 0, amountOf(c.seconds, w))}
      </b>
      <p>
        <Seen text={c.why} letters={400} />
      </p>
      <p class="tiny">
        {whenOf(c.at, lang)} · <Seen text={c.actor} letters={40} />
      </p>
      <details>
        <summary>
          {w.undo}
          <span class="vh"> {c.seq}</span>
        </summary>
        <form
          class="row pair"
          autocomplete="off"
          onSubmit={(e) => {
            e.preventDefault();
            void tools.write({ act: "clock-undo", of: c.seq, why });
          }}
        >
          <Text id={`undo-${c.seq}`} label={w.undoWhy} value={why} onInput={setWhy} />
          <button type="submit" class="btn quiet small">
            {w.undo}
          </button>
        </form>
      </details>
    </li>
  );
}

const FIRST = { place: "", minutes: "", why: "" };

export function Clocks({ view }: TabProps): JSX.Element | null {
  const lang = useLang();
  const tools = useDesk();
  const w = tools.w.clock;
  const { checks, clocks } = view.state;
  const there = checks.filter((c) => !c.removed).map((c) => c.check);
  const [parts, setParts] = useState<EditionParts["checks"]>([]);
  const [check, setCheck] = useState(there.at(-1) ?? "");
  const [way, setWay] = useState<"fast" | "slow">("fast");
  const [f, setForm] = useState(FIRST);
  useEffect(() => {
    let live = true;
    if (there.length > 0) void tools.ask("parts", {}, { quiet: true }).then((p) => live && p && setParts(p.checks));
    return () => {
      live = false;
    };
  }, [there.length, lang]);
  if (there.length === 0) return null;
  const placesOf = (name: string): EditionParts["checks"][number]["places"] =>
    parts.find((p) => p.check === name)?.places ?? [];
  const nameOf = (name: string, artifact: string | undefined): string =>
    artifact === undefined ? w.all : (placesOf(name).find((p) => p.id === artifact)?.name ?? artifact);
  const save = async (e: Event): Promise<void> => {
    e.preventDefault();
    const { place, ...said } = f;
    const artifact = place === "" ? {} : { artifact: place };
    if (await tools.write({ act: "clock", check, way, ...said, ...artifact })) setForm(FIRST);
  };
  return (
    <Fold title={w.title}>
      <p>{w.intro}</p>
      {clocks.length === 0 ? <p>{w.none}</p> : null}
      <ul class="plain-list">
        {clocks.map((c) => (
          <One key={c.seq} clock={c} place={nameOf(c.check, c.artifact)} />
        ))}
      </ul>
      <form class="stack" onSubmit={(e) => void save(e)} autocomplete="off">
        <Select
          id="clock-check"
          label={w.check}
          value={check}
          options={there.map((c) => [c, c] as const)}
          onChange={(c) => {
            setCheck(c);
            setForm({ ...f, place: "" });
          }}
        />
        <Select
          id="clock-place"
          label={w.place}
          value={f.place}
          options={[["", w.all], ...placesOf(check).map((p) => [p.id, p.name] as const)]}
          onChange={(place) => setForm({ ...f, place })}
        />
        <Select
          id="clock-way"
          label={w.way}
          value={way}
          options={[
            ["fast", w.fast],
            ["slow", w.slow],
          ]}
          onChange={setWay}
        />
        <Text
          id="clock-minutes"
          label={w.minutes}
          more={w.minutesMore}
          value={f.minutes}
          onInput={(minutes) => setForm({ ...f, minutes })}
        />
        <Text id="clock-why" label={w.why} lines={2} value={f.why} onInput={(why) => setForm({ ...f, why })} />
        <button type="submit" class="btn quiet">
          {w.save}
        </button>
      </form>
    </Fold>
  );
}
