/** The machines of a network as text for a terminal: a list, and a line of hours for each day. @module */
import { type Lang, parseIso, say, type Words } from "@contraluz/core";
import { plain } from "../safe.ts";
import { wrap } from "../text/wrap.ts";
import { dayWords } from "../when.ts";
import type { HourOf, MachineSeen, MachinesSeen } from "./machines.ts";
import { M, MN } from "./words.ts";

export interface MachinesTextOptions {
  readonly lang: Lang;
  readonly width: number;
}

/** Letters of a name that are shown; things that one says of itself; addresses. */
const SHOWN = 80;
const MAX_SAYS = 4;
const MAX_ADDRESSES = 4;
const STEPS: readonly (readonly [below: number, mark: string])[] = [
  [1, "·"],
  [1e4, "▁"],
  [1e5, "▂"],
  [1e6, "▄"],
  [1e7, "▆"],
];

const mark = (bytes: number): string => STEPS.find(([below]) => bytes < below)?.[1] ?? "█";

/** `2.6 MB`, `340 kB`, `12 B`. */
export function size(n: number): string {
  if (n >= 1e9) return `${(n / 1e9).toFixed(1)} GB`;
  if (n >= 1e6) return `${(n / 1e6).toFixed(1)} MB`;
  return n >= 1000 ? `${Math.round(n / 1000)} kB` : `${n} B`;
}

/** A line of 24 marks for each day on which it sent. */
function days(hours: readonly HourOf[], lang: Lang): string[] {
  const by = new Map<string, number[]>();
  for (const [hour, bytes] of hours) {
    const [day, h] = [hour.slice(0, 10), Number(hour.slice(11))];
    const of = by.get(day) ?? new Array<number>(24).fill(0);
    by.set(day, of);
    if (h < 24) of[h]! += bytes;
  }
  return [...by].map(([day, of]) => {
    const utc = parseIso(`${day}T00:00:00Z`);
    return `      ${of.map(mark).join("")}  ${utc === undefined ? day : dayWords(utc, lang, true)}`;
  });
}

/** All machines, those that look like a camera first. */
export function machinesText(seen: MachinesSeen, o: MachinesTextOptions): string {
  const { lang } = o;
  const width = Math.min(100, o.width);
  const out = [say(M.title, lang), ""];
  if (seen.machines.length === 0) return `${[...out, ...wrap(say(M.none, lang), width)].join("\n")}\n`;
  const shown = (s: string): string => plain(s, lang, SHOWN);
  const machine = (m: MachineSeen): void => {
    const called = [...m.names.slice(0, 2), ...(m.maker === undefined ? [] : [m.maker])].map(shown).join(", ");
    out.push(...wrap(called === "" ? shown(m.mac) : `${called} (${shown(m.mac)})`, width, "  "));
    const sums = say(MN.sums, lang, { sent: size(m.sent), received: size(m.received) });
    const outside = m.out > 0 ? [say(MN.out, lang, { out: size(m.out), outside: m.outside })] : [];
    const where = m.addresses.slice(0, MAX_ADDRESSES).map(shown);
    out.push(...wrap([sums, ...outside, ...where].join(" · "), width, "      "));
    // What only repeats a name says nothing more.
    const more = m.says.filter((s) => !m.names.some((n) => s.endsWith(`: ${n}`)));
    const says = more.slice(0, MAX_SAYS).map(shown).join(" · ");
    if (says !== "") out.push(...wrap(says, width, "      "));
    out.push(...days(m.hours, lang));
  };
  out.push(...wrap(say(M.caveat, lang), width), "", ...wrap(say(M.legend, lang), width));
  const parts: readonly (readonly [Words, (m: MachineSeen) => boolean])[] = [
    [M.lead, (m) => m.camera === "lead"],
    [M.ask, (m) => m.camera === "ask"],
    [M.others, (m) => m.camera === undefined && !m.router],
    [M.router, (m) => m.camera === undefined && m.router],
  ];
  for (const [words, belongs] of parts) {
    const some = seen.machines.filter(belongs);
    if (some.length === 0) continue;
    out.push("", `${say(words, lang)}:`);
    for (const m of some) machine(m);
  }
  if (seen.networks.length > 0) out.push("", `${say(M.networks, lang)}:`);
  for (const n of seen.networks) {
    const said = say(MN.network, lang, { security: shown(n.security), channel: n.channel ?? 0 });
    out.push(
      ...wrap(
        `${n.name === undefined ? say(M.hidden, lang) : shown(n.name)} (${shown(n.bssid)}): ${said}`,
        width,
        "  ",
      ),
    );
  }
  return `${out.join("\n")}\n`;
}
