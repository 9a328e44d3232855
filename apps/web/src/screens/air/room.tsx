/** Who is in the room: each machine with what it is called, says and sends, and how much all said hour by hour. @module */
import { say } from "@contraluz/core";
import { hourMs } from "@contraluz/report/air/air.ts";
import { AIR } from "@contraluz/report/air/words.ts";
import type { MachineSeen, MachinesSeen } from "@contraluz/report/machines/machines.ts";
import { size } from "@contraluz/report/machines/text.ts";
import { M, MN } from "@contraluz/report/machines/words.ts";
import type { JSX } from "preact";
import { useLang } from "../../lang.ts";
import { Seen } from "../../parts/seen.tsx";
import { Folded, LETTERS, LevelTag, Part } from "./list.tsx";
import { RoomMap } from "./map.tsx";
import { type Axis, HourBars } from "./time.tsx";

/** What one machine says of itself that is shown. */
const SAYS = 6;

const RANK = (m: MachineSeen): number => (m.camera === "lead" ? 0 : m.camera === "ask" ? 1 : m.router ? 3 : 2);

const hoursOf = (m: MachineSeen): [number, number][] =>
  m.hours.flatMap(([h, bytes]) => {
    const ms = hourMs(h);
    return ms === undefined ? [] : [[ms, bytes] as [number, number]];
  });

function Machine(p: {
  readonly machine: MachineSeen;
  readonly number: number;
  readonly axis: Axis | undefined;
  readonly most: number;
  /** There is more than one hour to compare. */
  readonly several: boolean;
}): JSX.Element {
  const lang = useLang();
  const w = AIR[lang];
  const { machine: m } = p;
  const hours = hoursOf(m);
  const names = [...m.names.slice(0, 2), ...(m.maker === undefined ? [] : [m.maker])];
  const says = m.says.filter((s) => !m.names.some((n) => s.endsWith(`: ${n}`))).slice(0, SAYS);
  const most = hours.reduce((n, [, b]) => Math.max(n, b), 0);
  return (
    <li class="machine">
      <p class="m0">
        <span class="vh">{w.number(p.number)}: </span>
        <b class="no" aria-hidden="true">
          {p.number}
        </b>{" "}
        {(names.length > 0 ? names : [m.mac]).map((n) => (
          <span key={n}>
            <Seen text={n} letters={LETTERS} />{" "}
          </span>
        ))}
        {m.camera === undefined ? null : <LevelTag level={m.camera} text={w.camera[m.camera]} />}
        {m.router && m.camera === undefined ? <span class="tiny">{w.router}</span> : null}
      </p>
      <p class="fine m0">
        {say(MN.sums, lang, { sent: size(m.sent), received: size(m.received) })}
        {m.out > 0 ? ` · ${say(MN.out, lang, { out: size(m.out), outside: m.outside })}` : ""}
      </p>
      <p class="tiny m0">
        {[m.mac, ...m.addresses.slice(0, 3)].map((a) => (
          <span key={a}>
            <Seen text={a} letters={LETTERS} />{" "}
          </span>
        ))}
        {says.map((s) => (
          <span key={s}>
            <Seen text={s} letters={LETTERS} />{" "}
          </span>
        ))}
      </p>
      {p.axis && p.several && hours.length > 0 ? (
        <div class="night pad-small">
          <HourBars
            axis={p.axis}
            hours={hours}
            most={p.most}
            high={26}
            label={w.talkOf(size(hours.reduce((n, [, b]) => n + b, 0)), hours.length, size(most))}
          />
        </div>
      ) : null}
    </li>
  );
}

export function Room({
  seen,
  axis,
}: {
  readonly seen: MachinesSeen;
  readonly axis: Axis | undefined;
}): JSX.Element | null {
  const lang = useLang();
  const w = AIR[lang];
  const machines = [...seen.machines].sort((a, b) => RANK(a) - RANK(b));
  if (machines.length === 0) return null;
  const sums = new Map<number, number>();
  let most = 1;
  for (const m of machines)
    for (const [ms, bytes] of hoursOf(m)) {
      sums.set(ms, (sums.get(ms) ?? 0) + bytes);
      most = Math.max(most, bytes);
    }
  const all = [...sums];
  const top = all.reduce((n, [, b]) => Math.max(n, b), 1);
  return (
    <>
      <Part id="room" title={w.machines} more={say(M.caveat, lang)}>
        <RoomMap machines={machines} />
        <p class="fine">{w.mapMore}</p>
        <Folded
          list={machines}
          row={(m, i) => (
            <Machine key={m.mac} machine={m} number={i + 1} axis={axis} most={most} several={sums.size > 1} />
          )}
        />
      </Part>
      {axis && all.length > 0 ? (
        <Part id="talk" title={w.talk} more={w.talkMore}>
          <div class="night pad-small">
            <HourBars
              axis={axis}
              hours={all}
              most={top}
              high={90}
              marks
              label={w.talkOf(size(all.reduce((n, [, b]) => n + b, 0)), all.length, size(top))}
            />
          </div>
        </Part>
      ) : null}
    </>
  );
}
