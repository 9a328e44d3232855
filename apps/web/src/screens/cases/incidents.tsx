/** What people saw on the way: typed or brought as a table, on a map that asks nobody for anything. @module */
import { spokenWords } from "@contraluz/case/dates/words.ts";
import { inSequence, titleOf } from "@contraluz/case/incidents/order.ts";
import type { Incident, IncidentKind } from "@contraluz/case/incidents/types.ts";
import { HOW_WORDS, KIND_WORDS, PAGE_WORDS } from "@contraluz/case/incidents/words.ts";
import { pointWords } from "@contraluz/case/incidents/words-of.ts";
import { say } from "@contraluz/core";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLang } from "../../lang.ts";
import { download } from "../../parts/download.ts";
import { Option } from "../../parts/option.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import type { TabProps } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { FileButton, Select, Text } from "./fields.tsx";

const NARROW = "(max-width: 40rem)";

/** The map is drawn by the thread, as a picture: the page makes no markup out of text. */
function MapPicture({ view }: TabProps): JSX.Element | null {
  const lang = useLang();
  const { ask } = useDesk();
  const [map, setMap] = useState<{ readonly url: string; readonly label: string }>();
  useEffect(() => {
    let url = "";
    let live = true;
    void ask("map", { narrow: matchMedia(NARROW).matches }, { quiet: true }).then((m) => {
      if (!live) return;
      if (m) url = URL.createObjectURL(m.svg);
      setMap(m ? { url, label: m.label } : undefined);
    });
    return () => {
      live = false;
      if (url !== "") URL.revokeObjectURL(url);
    };
  }, [view, lang]);
  if (!map) return null;
  return (
    <figure>
      <img class="case-map" src={map.url} alt={map.label} />
      <figcaption class="fine">{say(PAGE_WORDS.mapNote, lang)}</figcaption>
    </figure>
  );
}

function One({ n, incident: i }: { readonly n: number; readonly incident: Incident }): JSX.Element {
  const lang = useLang();
  const point = pointWords(i.place, lang);
  return (
    <li>
      <p class="m0">
        <b>
          {n}. {titleOf(i, lang)}
        </b>{" "}
        · {spokenWords(i.at, lang)} · <Seen text={i.place.name} letters={80} />{" "}
        <span class="tiny">{point === "" ? say(PAGE_WORDS.noPoint, lang) : point}</span>
      </p>
      <p class="m0">
        <Seen text={i.what} letters={600} />
      </p>
      {i.who === "" ? null : (
        <p class="m0">
          {say(PAGE_WORDS.who, lang)}: <Seen text={i.who} letters={200} />
        </p>
      )}
      <p class="tiny m0">
        <Seen text={i.source.label} letters={40} />, {say(HOW_WORDS[i.source.how], lang)} ·{" "}
        {say(PAGE_WORDS.publish, lang)} {say(i.consent.publish ? PAGE_WORDS.yes : PAGE_WORDS.no, lang)}
      </p>
    </li>
  );
}

const FIRST = { from: "", to: "", place: "", lat: "", lon: "", within: "", who: "", what: "", source: "" };

/** As the reader of incidents takes it: numbers as numbers, nothing that was left empty. */
function formOf(f: typeof FIRST, kind: IncidentKind, how: string, publish: boolean, zone: string): string {
  const number = (name: string, t: string): object => (t.trim() === "" ? {} : { [name]: Number(t.replace(",", ".")) });
  const text = (name: string, t: string): object => (t.trim() === "" ? {} : { [name]: t.trim() });
  const place = {
    ...text("name", f.place),
    ...number("lat", f.lat),
    ...number("lon", f.lon),
    ...number("within", f.within),
  };
  const rest = { ...text("to", f.to), ...text("who", f.who) };
  return JSON.stringify({
    from: f.from,
    ...rest,
    zone,
    place,
    what: f.what,
    kinds: [kind],
    source: f.source,
    how,
    publish,
  });
}

function Form(): JSX.Element {
  const lang = useLang();
  const tools = useDesk();
  const w = tools.w.seen;
  const [f, setForm] = useState(FIRST);
  const [kind, setKind] = useState<IncidentKind>("checkpoint");
  const [how, setHow] = useState<Incident["source"]["how"]>("direct");
  const [publish, setPublish] = useState(false);
  const text = (id: keyof typeof FIRST, o: { more?: string; lines?: number } = {}): JSX.Element => (
    <Text id={`seen-${id}`} label={w[id]} {...o} value={f[id]} onInput={(v) => setForm({ ...f, [id]: v })} />
  );
  const save = async (e: Event): Promise<void> => {
    e.preventDefault();
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (await tools.write({ act: "incident", form: formOf(f, kind, how, publish, zone) }))
      setForm({ ...FIRST, source: f.source });
  };
  return (
    <form class="sheet stack" onSubmit={(e) => void save(e)} autocomplete="off" aria-label={w.add}>
      <Select
        id="seen-kind"
        label={w.kind}
        value={kind}
        options={(Object.keys(KIND_WORDS) as IncidentKind[]).map((k) => [k, say(KIND_WORDS[k], lang)] as const)}
        onChange={setKind}
      />
      {text("from", { more: tools.w.time.dates })}
      {text("to")}
      {text("place")}
      <div class="row pair">
        {text("lat")}
        {text("lon")}
        {text("within")}
      </div>
      {text("what", { lines: 3 })}
      {text("who")}
      {text("source")}
      <Select
        id="seen-how"
        label={w.how}
        value={how}
        options={(Object.keys(HOW_WORDS) as Incident["source"]["how"][]).map(
          (k) => [k, say(HOW_WORDS[k], lang)] as const,
        )}
        onChange={setHow}
      />
      <Option
        id="seen-publish"
        type="checkbox"
        group="seen"
        label={w.publish}
        checked={publish}
        onChange={setPublish}
      />
      <button type="submit" class="btn">
        {w.add}
      </button>
    </form>
  );
}

export function IncidentsTab({ view }: TabProps): JSX.Element {
  const tools = useDesk();
  const w = tools.w.seen;
  const { dispatch } = useFlow();
  const list = inSequence(view.state.incidents.map((i) => i.incident));
  const allowed = !view.refusal && view.state.consents.at(-1)?.consent.incidents === true;
  const sheet = async (): Promise<void> => {
    const { fonts } = await import("contraluz:fonts");
    const page = await tools.ask("sheet", { what: "incidents", fonts });
    if (!page) return;
    download(page, w.sheetName);
    dispatch({ type: "saved", name: w.sheetName });
  };
  return (
    <div class="stack narrow">
      <p>{w.intro}</p>
      <MapPicture view={view} />
      {list.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <section class="sheet">
          <ol class="heard">
            {list.map((x) => (
              <One key={x.incident.id} {...x} />
            ))}
          </ol>
        </section>
      )}
      {allowed ? (
        <>
          <Form />
          <div class="row">
            <FileButton id="table" label={w.table} onFile={([f]) => void tools.write({ act: "incidents", file: f! })} />
            {list.length === 0 ? null : (
              <button type="button" class="btn quiet small" onClick={() => void sheet()}>
                {w.sheet}
              </button>
            )}
          </div>
        </>
      ) : (
        <p>{w.notAllowed}</p>
      )}
    </div>
  );
}
