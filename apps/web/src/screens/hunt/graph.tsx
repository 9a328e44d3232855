/** Cases of a group on a ring, a line for each link: solid with a published sign, dashed with something rare alone. @module */
import type { Campaign } from "@contraluz/hunt/links/types.ts";
import type { JSX } from "preact";
import { useWidth } from "../../bench/width.ts";
import { useWords } from "../../lang.ts";
import { HUNT } from "./words.ts";

const [LIGHT, INK, EDGE, NIGHT] = ["#FFD27A", "#F3EFE4", "#828CA5", "#141A2A"];
/** Cases on a ring, links that are drawn, pixels of the ring. */
const [MOST, LINKS, LEAST, LARGEST] = [60, 600, 90, 190];

export function Graph({ group }: { readonly group: Campaign }): JSX.Element | null {
  const w = useWords(HUNT);
  const [ref, width] = useWidth();
  const { cases, links } = group;
  if (cases.length > MOST) return null;
  const r = Math.max(LEAST, Math.min(LARGEST, width / 2 - 40, 40 + cases.length * 12));
  const [cx, cy] = [width / 2, r + 28];
  const at = new Map(
    cases.map(({ case: id }, i) => {
      const turn = (2 * Math.PI * i) / cases.length - Math.PI / 2;
      return [id, { x: Math.round(cx + r * Math.cos(turn)), y: Math.round(cy + r * Math.sin(turn)), n: i + 1, turn }];
    }),
  );
  const drawn = [...links].sort((a, b) => b.weight - a.weight).slice(0, LINKS);
  return (
    <div class="night pad-small" ref={ref}>
      {width === 0 ? null : (
        <svg class="band" width={width} height={2 * r + 56} role="img" aria-label={w.graph(cases.length, links.length)}>
          {drawn.map((l) => {
            const [a, b] = [at.get(l.cases[0]), at.get(l.cases[1])];
            if (!a || !b) return null;
            const sign = l.evidence.some((e) => e.sign);
            return (
              <path
                key={l.cases.join(" ")}
                d={`M${a.x} ${a.y}L${b.x} ${b.y}`}
                stroke={sign ? LIGHT : EDGE}
                stroke-width={Math.max(1, Math.min(6, l.weight / 12))}
                {...(sign ? {} : { "stroke-dasharray": "4 4" })}
              />
            );
          })}
          {[...at].map(([id, p]) => (
            <g key={id}>
              <circle cx={p.x} cy={p.y} r="8" fill={NIGHT} stroke={INK} stroke-width="2" />
              <text
                x={Math.round(p.x + 18 * Math.cos(p.turn))}
                y={Math.round(p.y + 18 * Math.sin(p.turn)) + 4}
                text-anchor="middle"
                class="tick strong"
              >
                {p.n}
              </text>
            </g>
          ))}
        </svg>
      )}
      <p class="fine">{w.key}</p>
    </div>
  );
}
