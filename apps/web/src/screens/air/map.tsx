/** The machines of a room on the light table: who talks to the internet, how much, and who may be a camera. @module */

import { AIR } from "@contraluz/report/air/words.ts";
import type { MachineSeen } from "@contraluz/report/machines/machines.ts";
import type { JSX } from "preact";
import { useWidth } from "../../bench/width.ts";
import { useLang } from "../../lang.ts";

const [LIGHT, INK, EDGE] = ["#FFD27A", "#F3EFE4", "#828CA5"];
/** Pixels: of one machine, of the row of the router, and machines that are drawn. */
const [WIDE, HIGH, TOP, MOST] = [72, 62, 128, 48];

/** What it sent outside; of one that was heard from the air, whatever it sent. */
const sent = (m: MachineSeen): number => (m.out > 0 || !m.air ? m.out : m.sent);

/** Thicker where more goes outside: a pixel for ten kilobytes, seven for a gigabyte. */
const thickness = (out: number): number => 1 + Math.min(6, Math.max(0, Math.log10(Math.max(1, out) / 1e4)) * 1.3);

function Shape({
  machine: m,
  x,
  y,
}: {
  readonly machine: MachineSeen;
  readonly x: number;
  readonly y: number;
}): JSX.Element {
  if (m.camera !== undefined)
    return (
      <g>
        <path
          d={`M${x} ${y - 14}l14 14-14 14-14-14z`}
          fill={m.camera === "lead" ? LIGHT : "#141A2A"}
          stroke={INK}
          stroke-width="2"
        />
        <circle cx={x} cy={y} r="3.4" fill={m.camera === "lead" ? "#141A2A" : INK} />
      </g>
    );
  const lit = sent(m) > 0;
  return (
    <rect
      x={x - 8}
      y={y - 11}
      width="16"
      height="22"
      fill={lit ? LIGHT : "#141A2A"}
      stroke={lit ? LIGHT : EDGE}
      stroke-width="2"
    />
  );
}

/** `machines` in the order of the list, whose numbers it shows. */
export function RoomMap({ machines }: { readonly machines: readonly MachineSeen[] }): JSX.Element {
  const w = AIR[useLang()];
  const [ref, width] = useWidth();
  const numbered = machines.map((m, i) => ({ m, n: i + 1 }));
  const center = numbered.find(({ m }) => m.router && m.camera === undefined);
  const nodes = numbered.filter((x) => x !== center).slice(0, MOST);
  const columns = Math.max(2, Math.min(nodes.length, Math.floor(width / WIDE)));
  const rows = Math.ceil(nodes.length / columns);
  const height = TOP + rows * HIGH + 6;
  const middle = width / 2;
  const placed = nodes.map(({ m, n }, i) => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, nodes.length - row * columns);
    const x = middle + ((i % columns) - (inRow - 1) / 2) * (width / columns);
    return { m, n, x: Math.round(x), y: TOP + row * HIGH + 14 };
  });
  const count = (camera: MachineSeen["camera"]): number => machines.filter((m) => m.camera === camera).length;
  const label = `${w.map(machines.length, count("lead"), count("ask"))} ${w.mapMore}`;
  // Without a router every machine leads to the internet by itself.
  const from = center ? 84 : 34;
  return (
    <div class="night pad-small" ref={ref}>
      {width === 0 ? null : (
        <svg class="band" width={width} height={height} role="img" aria-label={label}>
          <path d={`M0 30H${width}`} stroke={EDGE} stroke-dasharray="3 4" />
          <text x={middle} y="20" class="tick" text-anchor="middle">
            {w.internet}
          </text>
          {center ? <path d={`M${middle} 30V62`} stroke={LIGHT} stroke-width={thickness(sent(center.m))} /> : null}
          {placed.map(({ m, n, x, y }) => (
            <path
              key={n}
              d={`M${middle} ${from}C${middle} ${y - 44} ${x} ${from + 8} ${x} ${y - 14}`}
              fill="none"
              stroke={sent(m) > 0 ? LIGHT : EDGE}
              stroke-opacity={sent(m) > 0 ? 0.75 : 0.6}
              stroke-width={sent(m) > 0 ? thickness(sent(m)) : 1}
            />
          ))}
          {center ? (
            <g>
              <rect x={middle - 18} y="62" width="36" height="22" fill="#141A2A" stroke={INK} stroke-width="2" />
              <text x={middle} y="78" class="tick strong" text-anchor="middle">
                {center.n}
              </text>
            </g>
          ) : null}
          {placed.map(({ m, n, x, y }) => (
            <g key={n}>
              <Shape machine={m} x={x} y={y} />
              <text x={x} y={y + 28} class="tick strong" text-anchor="middle">
                {n}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
