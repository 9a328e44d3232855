/** "Who else has access?": the ways in that this phone has, what is not visible here, and how to look by hand. Words are those of the report. @module */
import type { Finding, Result } from "@contraluz/core";
import { type Access, accessOf } from "@contraluz/report/access/access.ts";
import { ACCESS } from "@contraluz/report/access/words.ts";
import { foreignValues } from "@contraluz/report/foreign.ts";
import type { Names } from "@contraluz/report/gaps/gaps.ts";
import { inOrder } from "@contraluz/report/order.ts";
import { SAY } from "@contraluz/report/words.ts";
import type { ComponentChildren, JSX } from "preact";
import { useLang } from "../../lang.ts";
import { Steps } from "../../parts/notice.tsx";
import { Sentence } from "../../parts/seen.tsx";

/** Findings of one way in that are named; the rest stand among the cards. */
const NAMED = 8;

function Row(p: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{p.name}</dt>
      <dd>{p.children}</dd>
    </div>
  );
}

/** What of it is here: findings by the number of their card, lists to go through, what could not be seen. */
function Here({ access: a, numbers }: { readonly access: Access; readonly numbers: Numbers }): JSX.Element {
  const lang = useLang();
  const w = ACCESS[lang];
  return (
    <>
      {a.findings.length > 0 ? (
        <ul>
          {a.findings.slice(0, NAMED).map((f) => (
            <li key={f.id}>
              {numbers.get(f)}. <Sentence text={f.text[lang].title} values={foreignValues(f)} letters={60} />{" "}
              <span class="tiny">{SAY[lang].level[f.level]}</span>
            </li>
          ))}
          {a.findings.length > NAMED ? <li>{w.more(a.findings.length - NAMED)}</li> : null}
        </ul>
      ) : null}
      {a.lists.length > 0 ? <p>{[...a.lists.map((l) => w.list(l.count, l.name)), w.listMore].join(" ")}</p> : null}
      {a.read.length > 0 && a.state === "quiet" ? <p>{a.read.join(", ")}.</p> : null}
      {a.unseen.length > 0 ? <p class="fine">{w.unseen(a.unseen.join(", "))}</p> : null}
    </>
  );
}

type Numbers = ReadonlyMap<Finding, number>;

function Ways(p: {
  readonly title: string;
  readonly intro?: string;
  readonly list: readonly Access[];
  readonly numbers: Numbers;
}): JSX.Element | null {
  const w = ACCESS[useLang()];
  if (p.list.length === 0) return null;
  return (
    <>
      <h3>{p.title}</h3>
      {p.intro === undefined ? null : <p class="fine">{p.intro}</p>}
      <div class="block">
        {p.list.map((a) => (
          <details key={a.id} open={a.state === "asked"}>
            <summary>{a.words.name}</summary>
            <dl class="facts">
              <Row name={w.can}>{a.words.can}</Row>
              {a.state === "dark" ? null : (
                <Row name={w.here}>
                  <Here access={a} numbers={p.numbers} />
                </Row>
              )}
              <Row name={w.look}>{a.words.look}</Row>
              {a.state === "quiet" ? null : <Row name={w.act}>{a.words.act}</Row>}
            </dl>
          </details>
        ))}
      </div>
    </>
  );
}

export function AccessPart({ result, names }: { readonly result: Result; readonly names: Names }): JSX.Element | null {
  const lang = useLang();
  const all = accessOf(result, lang, names);
  if (all.length === 0) return null;
  const w = ACCESS[lang];
  const numbers: Numbers = new Map(inOrder(result.findings).map((f, i) => [f, i + 1]));
  const of = (...states: Access["state"][]): readonly Access[] => all.filter((a) => states.includes(a.state));
  return (
    <section class="sheet access" aria-labelledby="access">
      <h2 id="access">{w.title}</h2>
      <p>{w.intro}</p>
      <h3>{w.careTitle}</h3>
      <Steps list={w.care} />
      <Ways title={w.asked} list={of("asked", "listed")} numbers={numbers} />
      <Ways title={w.dark} intro={w.darkIntro} list={of("dark")} numbers={numbers} />
      <Ways title={w.quiet} intro={w.quietIntro} list={of("quiet")} numbers={numbers} />
      <p class="fine">{w.menus}</p>
    </section>
  );
}
