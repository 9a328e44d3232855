/** Consent and scope: whose phone, which parts, what happens with the result. Nothing is read before it. @module */
import type { JSX } from "preact";
import { PARTS } from "../../engine/parts.ts";
import type { Consent } from "../../flow.ts";
import { Back } from "../../frame/bar.tsx";
import { useWords } from "../../lang.ts";
import { Option } from "../../parts/option.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { CONSENT } from "./words.ts";

export function ConsentScreen(): JSX.Element {
  const w = useWords(CONSENT);
  const { flow, dispatch, session } = useFlow();
  const { consent, picked } = flow;
  // What is changed is not given yet.
  const set = (change: Partial<Consent>): void =>
    dispatch({ type: "consent", consent: { ...consent, given: false, ...change } });
  const whose = (value: NonNullable<Consent["whose"]>) => ({
    id: `whose-${value}`,
    type: "radio" as const,
    group: "whose",
    checked: consent.whose === value,
    onChange: () => set({ whose: value }),
  });
  const lacking = consent.whose === undefined ? w.whoseFirst : consent.parts.length === 0 ? w.noneMarked : undefined;
  const give = (): void => {
    if (lacking !== undefined) {
      // The button says what is missing, and leads there.
      document.getElementById(consent.whose === undefined ? "whose-mine" : `part-${PARTS[0]!.id}`)?.focus();
      return;
    }
    set({ given: true });
    if (consent.whose === "unknowing") return;
    if (picked) void session.begin({ ...flow, consent: { ...consent, given: true } });
    else dispatch({ type: "go", to: flow.cable ? "cable" : "file" });
  };
  const short: readonly (readonly [string, string])[] = [
    [w.what, w.whatIs],
    [w.read, w.readIs(consent.parts.length, PARTS.length)],
    ...(consent.keys ? ([[w.opens, w.opensIs]] as const) : []),
    [w.sees, w.seesIs],
    [w.kept, w.keptIs],
  ];
  return (
    <>
      <header>
        <Back />
        <h1>{w.title}</h1>
        <p class="intro">{w.intro}</p>
        {picked ? (
          <p>
            {w.picked}: <Seen text={picked.name} letters={80} />
          </p>
        ) : null}
      </header>
      <div class="split">
        <div class="stack">
          <section class="sheet">
            <fieldset>
              <legend>{w.whose}</legend>
              <Option {...whose("mine")} label={w.mine} />
              <Option {...whose("allowed")} label={w.allowed} more={w.allowedMore} />
              <Option {...whose("unknowing")} label={w.unknowing} more={w.unknowingMore} />
            </fieldset>
          </section>
          <section class="sheet">
            <fieldset>
              <legend>{w.which}</legend>
              <p>{w.whichMore}</p>
              {PARTS.map(({ id }) => (
                <Option
                  key={id}
                  id={`part-${id}`}
                  type="checkbox"
                  group="part"
                  label={w.parts[id].name}
                  more={w.parts[id].why}
                  checked={consent.parts.includes(id)}
                  onChange={(on) =>
                    set({ parts: PARTS.map((p) => p.id).filter((p) => (p === id ? on : consent.parts.includes(p))) })
                  }
                />
              ))}
              <Option
                id="content"
                type="checkbox"
                group="part"
                label={w.content}
                more={w.contentMore}
                checked={consent.content}
                onChange={(content) => set({ content })}
              />
              {flow.kind === "capture" ? (
                <Option
                  id="keys"
                  type="checkbox"
                  group="part"
                  label={w.keys}
                  more={w.keysMore}
                  checked={consent.keys}
                  onChange={(keys) => set({ keys })}
                />
              ) : null}
            </fieldset>
          </section>
          <section class="sheet">
            <h2>{w.result}</h2>
            <ul>
              {w.resultList.map((t) => (
                <li key={t}>{t}</li>
              ))}
            </ul>
          </section>
        </div>
        <aside class="rail stack">
          <section class="sheet stack">
            <h2 class="h-small">{w.short}</h2>
            <dl class="facts">
              {short.map(([k, v]) => (
                <div class="one" key={k}>
                  <dt>{k}</dt>
                  <dd>{v}</dd>
                </div>
              ))}
            </dl>
            <button type="button" class="btn" aria-disabled={lacking !== undefined} onClick={give}>
              {lacking ?? (picked ? w.giveAndBegin : w.give)}
            </button>
            <button type="button" class="btn quiet" onClick={() => dispatch({ type: "go", to: "start" })}>
              {w.leave}
            </button>
            <p class="fine">{w.later}</p>
          </section>
        </aside>
      </div>
    </>
  );
}
