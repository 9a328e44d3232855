/** What a dossier holds back: chosen part by part, and looked at before it is made. @module */
import { count } from "@contraluz/core";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EditionParts, EditionView, FindingLine, Withholding } from "../../cases/ask.ts";
import { useLang } from "../../lang.ts";
import { Option } from "../../parts/option.tsx";
import { Seen, Sentence } from "../../parts/seen.tsx";
import type { TabProps } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { Fold, Text } from "./fields.tsx";

export const NOTHING_WITHHELD: Withholding = { parts: [], records: "", tags: [], texts: "" };

export function withholds(w: Withholding): boolean {
  return w.parts.length + w.tags.length > 0 || `${w.records}${w.texts}`.trim() !== "";
}

interface Choosing {
  readonly chosen: Withholding;
  readonly set: (w: Withholding) => void;
}

function Check({ of, chosen, set }: Choosing & { readonly of: EditionParts["checks"][number] }): JSX.Element {
  const w = useDesk().w.edition;
  const toggle = (label: string, on: boolean): void =>
    set({ ...chosen, parts: on ? [...chosen.parts, label] : chosen.parts.filter((p) => p !== label) });
  const box = (label: string, name: string, more?: string): JSX.Element => (
    <Option
      key={label}
      id={`withhold-${label}`}
      type="checkbox"
      group="withhold"
      label={name}
      {...(more === undefined ? {} : { more })}
      checked={chosen.parts.includes(label)}
      onChange={(on) => toggle(label, on)}
    />
  );
  return (
    <details>
      <summary>{w.check(of.check)}</summary>
      <fieldset>
        <legend>{w.places}</legend>
        <div class="pick">{of.places.map((p) => box(p.label, p.name, w.n(p.n)))}</div>
      </fieldset>
      {of.findings.length === 0 ? null : (
        <fieldset>
          <legend>{w.findings}</legend>
          {of.findings.map((f) => (
            <FindingBox key={f.label} finding={f} on={chosen.parts.includes(f.label)} toggle={toggle} />
          ))}
        </fieldset>
      )}
    </details>
  );
}

/** Its title holds values of the evidence: framed, as everywhere. */
function FindingBox(p: {
  readonly finding: FindingLine;
  readonly on: boolean;
  readonly toggle: (label: string, on: boolean) => void;
}): JSX.Element {
  const { label, title, values } = p.finding;
  return (
    <div class="opt">
      <input
        type="checkbox"
        id={`withhold-${label}`}
        name="withhold"
        checked={p.on}
        onChange={(e) => p.toggle(label, e.currentTarget.checked)}
      />
      <label for={`withhold-${label}`}>
        <Sentence text={title} values={values} letters={60} />
      </label>
    </div>
  );
}

/** The choice. `view`: asked for anew when the case has another entry. */
export function Withhold({ view, chosen, set }: Choosing & TabProps): JSX.Element | null {
  const lang = useLang();
  const { ask, desk, w: words } = useDesk();
  const w = words.edition;
  const [parts, setParts] = useState<EditionParts>();
  const here = desk.tab === "leave";
  useEffect(() => {
    let live = here;
    if (here) void ask("parts", {}, { quiet: true }).then((p) => live && p && setParts(p));
    return () => {
      live = false;
    };
  }, [view, lang, here]);
  if (!parts) return null;
  const has = (labels: readonly string[]): boolean =>
    labels.length > 0 && labels.every((l) => chosen.parts.includes(l));
  return (
    <Fold title={w.title}>
      <p>{w.intro}</p>
      <p>{w.also}</p>
      {parts.checks.map((c) => (
        <Check key={c.check} of={c} chosen={chosen} set={set} />
      ))}
      {parts.stories.length === 0 ? null : (
        <fieldset>
          <legend>{w.stories}</legend>
          {parts.stories.map((s) => (
            <Option
              key={s.labels.join()}
              id={`withhold-${s.labels.join("-")}`}
              type="checkbox"
              group="withhold-stories"
              label={s.title}
              checked={has(s.labels)}
              onChange={(on) => {
                const rest = chosen.parts.filter((p) => !s.labels.includes(p));
                set({ ...chosen, parts: on ? [...rest, ...s.labels] : rest });
              }}
            />
          ))}
        </fieldset>
      )}
      {parts.tags.length === 0 ? null : (
        <fieldset>
          <legend>{w.tags}</legend>
          {parts.tags.map((t) => (
            <Option
              key={t.tag}
              id={`withhold-tag-${t.tag}`}
              type="checkbox"
              group="withhold-tags"
              label={`#${t.tag} (${count(t.n)})`}
              checked={chosen.tags.includes(t.tag)}
              onChange={(on) =>
                set({ ...chosen, tags: on ? [...chosen.tags, t.tag] : chosen.tags.filter((x) => x !== t.tag) })
              }
            />
          ))}
        </fieldset>
      )}
      <Text
        id="withhold-records"
        label={w.records}
        more={w.recordsMore}
        lines={2}
        value={chosen.records}
        onInput={(records) => set({ ...chosen, records })}
      />
      <Text
        id="withhold-texts"
        label={w.texts}
        more={w.textsMore}
        lines={2}
        value={chosen.texts}
        onInput={(texts) => set({ ...chosen, texts })}
      />
    </Fold>
  );
}

function Findings({ list, title }: { readonly list: EditionView["findings"]; readonly title: string }): JSX.Element {
  const w = useDesk().w.edition;
  return (
    <>
      <h4>
        {w.findings}: {title}
      </h4>
      {list.length === 0 ? <p>{w.none}</p> : null}
      <ul>
        {list.map((f) => (
          <li key={f.label}>
            <Sentence text={f.title} values={f.values} letters={60} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is left of it, counted in the edition itself. */
export function Left({ left }: { readonly left: EditionView }): JSX.Element {
  const { w: words } = useDesk();
  const w = words.edition;
  const cut = left.places.filter((p) => p.shown < p.all);
  const stories = (shown: boolean): EditionView["stories"] => left.stories.filter((s) => s.shown === shown);
  return (
    <section class="sheet stack" aria-labelledby="what-is-left">
      <h3 id="what-is-left" tabIndex={-1}>
        {w.left}
      </h3>
      <p>
        {w.which(words.dossier.edition[left.edition])} {w.leftMore}
      </p>
      {left.texts.length === 0 ? null : (
        <ul>
          {left.texts.map((t) => (
            <li key={t.text}>
              <Seen text={t.text} letters={80} />: {t.n === 0 ? <b>{w.saidNone}</b> : w.said(count(t.n))}
            </li>
          ))}
        </ul>
      )}
      <div>
        <p class="m0">{w.whole(count(left.places.length - cut.length))}</p>
        <ul>
          {cut.map((p) => (
            <li key={p.check + p.name}>
              {words.review.check(p.check)}, {p.name}: {p.shown === 0 ? w.gone : w.part(count(p.shown), count(p.all))}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <Findings list={left.findings.filter((f) => f.shown)} title={w.goesOut} />
        <Findings list={left.findings.filter((f) => !f.shown)} title={w.staysIn} />
      </div>
      {left.stories.length === 0 ? null : (
        <ul>
          {([true, false] as const).map((shown) => (
            <li key={String(shown)}>
              {w.stories}, {shown ? w.goesOut : w.staysIn}:{" "}
              {stories(shown).length === 0
                ? w.none
                : stories(shown).map((s) => <Seen key={s.title} text={s.title} letters={80} />)}
            </li>
          ))}
        </ul>
      )}
      <p>
        {left.incidents.all === 0 ? "" : `${w.incidents(count(left.incidents.shown), count(left.incidents.all))}. `}
        {w.entries(count(left.entries.shown), count(left.entries.all))}.
      </p>
      <p>
        <b>{w.readAll}</b>
      </p>
    </section>
  );
}
