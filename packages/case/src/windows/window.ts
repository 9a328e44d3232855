/** What a person told of a window, as data of the log and as window of the Context. @module */
import { type Lang, say } from "@contraluz/core";
import { isDay } from "../dates/civil.ts";
import { windowOf, type ZoneOffset } from "../dates/interval.ts";
import { type DateFault, parseSpoken } from "../dates/parse.ts";
import type { SpokenTime } from "../dates/types.ts";
import { Form, join, own, parseForm, type Read } from "../forms/fields.ts";
import type { Answer, CustodyTold, WindowData, WindowWhy } from "./types.ts";
import { ANSWER_WORDS, TOLD, WHY_WORDS } from "./words.ts";

export const WHYS: readonly WindowWhy[] = Object.keys(WHY_WORDS) as WindowWhy[];
export const ANSWERS: readonly Answer[] = ["yes", "no", "unknown"];

const FIELDS = [
  "from",
  "to",
  "zone",
  "returned",
  "why",
  "where",
  "who",
  "unlocked",
  "cable",
  "changed",
  "person",
] as const;
const [DATE, SHORT, LONG] = [120, 200, 1000];

/** What is wrong with a date that was told. */
export interface DateWrong {
  readonly fault: DateFault;
  readonly found: string;
}

/**
 * A form as JSON: `{"from": "20/11/2026 9:00", "to": "20/11/2026 17:00", "why": "inspected", …}`. Dates are those of people.
 * `dates`: what is wrong with them, if they are wrong.
 */
export function readCustody(
  text: string,
  today?: string,
): Read<CustodyTold> & { readonly dates?: readonly DateWrong[] } {
  const parsed = parseForm(text);
  if ("fault" in parsed) return { faults: [parsed.fault] };
  const form = new Form();
  const o = form.object(parsed.json, "", FIELDS);
  if (!o) return { faults: form.faults };
  const optional = (name: string, max: number): string | undefined => form.text(o, "", name, max, "optional");
  const answer = (name: string): Answer =>
    own(o, name) === undefined ? "unknown" : (form.choice(o, "", name, ANSWERS) ?? "unknown");
  const from = form.text(o, "", "from", DATE);
  const to = optional("to", DATE);
  const zone = optional("zone", 40);
  const returned = own(o, "returned") === undefined ? true : form.bool(o, "", "returned");
  const why = form.choice(o, "", "why", WHYS);
  const rest = {
    where: optional("where", SHORT),
    who: optional("who", SHORT),
    changed: optional("changed", LONG),
    person: optional("person", 40),
  };
  const [unlocked, cable] = [answer("unlocked"), answer("cable")];
  const spoken =
    from === undefined
      ? undefined
      : parseSpoken(from, to ?? "", { ...(zone ? { zone } : {}), ...(today ? { today } : {}) });
  if (spoken && "fault" in spoken) {
    form.fault("wrong-type", join("", "from"), spoken.found, "2026-11-26 14:30");
    return { faults: form.faults, dates: [spoken] };
  }
  return form.done(
    (): CustodyTold => ({
      at: spoken!.time,
      returned: returned!,
      why: why!,
      ...Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined)),
      unlocked,
      cable,
    }),
  );
}

/** The same window, open until `today` where the phone has not come back. */
export function closedBy(told: CustodyTold, today: string): SpokenTime {
  const day = today.slice(0, 10);
  if (told.returned || !isDay(day)) return told.at;
  return { ...told.at, to: { wall: day, precision: "day" } };
}

/**
 * Data of the log. Its ends are ISO 8601: with the offset of the zone that was told, else by the clock of the phone, which the check
 * knows; both as wide as what was told can mean.
 */
export function windowData(
  told: CustodyTold,
  o: { readonly lang: Lang; readonly today: string; readonly zoneOffset?: ZoneOffset },
): WindowData {
  const at = closedBy(told, o.today);
  const [from, to] = windowOf(at, o.zoneOffset);
  const more = [
    ...(told.returned ? [] : [say(TOLD.notBack, o.lang)]),
    ...(["unlocked", "cable"] as const).flatMap((k) =>
      told[k] === "unknown" ? [] : [`${say(TOLD[k], o.lang)}: ${say(ANSWER_WORDS[told[k]], o.lang)}`],
    ),
    ...(told.changed === undefined ? [] : [`${say(TOLD.changed, o.lang)}: ${told.changed}`]),
  ];
  return {
    from,
    to,
    why: [say(WHY_WORDS[told.why], o.lang), ...more].join(". "),
    ...(told.where === undefined ? {} : { where: told.where }),
    ...(told.who === undefined ? {} : { who: told.who }),
    told: told.at.seen,
  };
}
