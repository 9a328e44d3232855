/** The ways to a file that fit, the least heavy first. @module */
import { count } from "@contraluz/core";
import type { JSX } from "preact";
import { Back } from "../../frame/bar.tsx";
import { type Kind, type Way, waysFor } from "../../kinds.ts";
import { useWords } from "../../lang.ts";
import { Helplines } from "../../parts/helplines.tsx";
import { Icon, type IconName } from "../../parts/icons.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useFlow } from "../../use-flow.ts";
import { WAYS, type WaysWords } from "./words.ts";

const ICON: Readonly<Record<Kind["id"], IconName>> = {
  notice: "notice",
  "privacy-report": "list",
  sysdiagnose: "phone",
  "ios-backup": "backup",
  "intrusion-logs": "list",
  "android-bugreport": "android",
  androidqf: "android",
  capture: "list",
  "saved-result": "box",
};

/** `1 to 60 MB`, `5 to 120 GB`, `50 MB to 2 GB`. */
function sizes(k: Kind, w: WaysWords): string {
  const [from, to] = k.megabytes;
  if (to === 0) return w.noSize;
  const big = to >= 1000;
  const gigabytes = (n: number): string => `${count(Math.round(n / 1000))}`;
  if (big && from >= 1000) return w.size(gigabytes(from), `${gigabytes(to)} GB`);
  return big ? w.size(`${count(from)} MB`, `${gigabytes(to)} GB`) : w.size(count(from), `${count(to)} MB`);
}

/** `5 to 10 minutes`, `40 minutes to 3 hours`; most of a long one is waiting. */
function times(k: Kind, w: WaysWords): string {
  const [from, to] = k.minutes;
  const hours = to / 60;
  return to >= 90 ? w.hours(from, hours) : w.minutes(from, to, to >= 20);
}

function WayItem({ way, act }: { readonly way: Way; readonly act?: () => void }): JSX.Element {
  const w = useWords(WAYS);
  const { kind, missing } = way;
  const text = w.kinds[kind.id];
  const body = (
    <>
      <Icon name={ICON[kind.id]} />
      <span>
        <b>{text.name}</b>
        <span class="fine">
          {text.about}
          <br />
          {sizes(kind, w)} · {times(kind, w)}
          {missing.length > 0 ? (
            <span class="lacks"> {w.missing(missing.map((n) => w.needs[n]).join(", "))}</span>
          ) : null}
        </span>
      </span>
    </>
  );
  return (
    <li>
      {act ? (
        <button type="button" onClick={act}>
          {body}
          <Icon name="go" cls="go" />
        </button>
      ) : (
        <div>{body}</div>
      )}
    </li>
  );
}

export function WaysScreen(): JSX.Element {
  const w = useWords(WAYS);
  const { flow, dispatch } = useFlow();
  const ways = waysFor(flow.hand);
  const android = flow.hand.phone === "android";
  const open = (way: Way): void =>
    dispatch({ type: "kind", kind: way.kind.id, to: way.kind.guide ? "guide" : "consent" });
  const now = ways.filter((x) => x.kind.ready && x.missing.length === 0);
  const lacks = ways.filter((x) => x.kind.ready && x.missing.length > 0);
  const later = ways.filter((x) => !x.kind.ready);
  const group = (id: string, title: string, list: readonly Way[], more?: string): JSX.Element | null =>
    list.length === 0 ? null : (
      <section aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {more ? <p class="read">{more}</p> : null}
        <ul class={`choices ${list.some((x) => x.kind.ready || x.kind.guide) ? "" : "off"}`}>
          {list.map((way) => (
            <WayItem
              key={way.kind.id}
              way={way}
              {...(way.kind.ready || way.kind.guide ? { act: () => open(way) } : {})}
            />
          ))}
        </ul>
      </section>
    );
  return (
    <div class="stack-lg narrow">
      <div>
        <Back />
        <header>
          <h1>{w.title}</h1>
          <p class="intro">{w.intro}</p>
        </header>
      </div>
      {flow.hand.device === "phone" ? (
        <Notice title={w.onPhone}>
          <p>{android ? w.onAndroidMore : w.onPhoneMore}</p>
        </Notice>
      ) : null}
      {android ? (
        <Notice title={w.stalker}>
          <p>{w.stalkerMore}</p>
        </Notice>
      ) : null}
      {group("now", w.now, now)}
      {group("lacks", w.lacks, lacks)}
      {group("later", w.later, later, w.laterMore)}
      <div class="stack">
        <div class="row">
          <button
            type="button"
            class="btn quiet"
            onClick={() => dispatch({ type: "kind", kind: android ? "androidqf" : "ios-backup", to: "consent" })}
          >
            {android ? w.haveCopy : w.have}
          </button>
        </div>
        <section class="sheet" aria-labelledby="call">
          <h2 id="call">{w.helper}</h2>
          <p>{w.helperMore}</p>
          <Helplines />
        </section>
      </div>
    </div>
  );
}
