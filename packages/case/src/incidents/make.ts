/** An incident out of what was typed, by a person in a form or by a row of a table; its id; what two of them have in common. @module */
import { encodeJson, type Hasher, type Json } from "@contraluz/core";
import { parseSpoken } from "../dates/parse.ts";
import { Form, join, own, parseForm, type Read } from "../forms/fields.ts";
import type { Incident, IncidentEvidence, IncidentKind, IncidentPlace } from "./types.ts";
import { HOW_SYNONYMS, HOW_WORDS, KIND_SYNONYMS, KIND_WORDS } from "./words.ts";

export const KINDS: readonly IncidentKind[] = Object.keys(KIND_WORDS) as IncidentKind[];
export const HOWS: readonly Incident["source"]["how"][] = ["direct", "heard", "document"];

/** Letters of each text; entries of each list. */
export const MAX = {
  place: 200,
  who: 300,
  what: 4000,
  label: 40,
  kinds: 12,
  evidence: 50,
  zone: 40,
  date: 120,
} as const;
/** A point is never wider than this: then it is no point. */
export const MAX_WITHIN = 2_000_000;

/** Without marks, case, punctuation; words with one space between them. */
export function fold(text: string): string {
  return text
    .slice(0, 400)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const KIND_NAMES: ReadonlyMap<string, IncidentKind> = new Map<string, IncidentKind>([
  ...Object.entries(KIND_SYNONYMS),
  ...KINDS.flatMap((k) => [
    [fold(k), k] as const,
    [fold(KIND_WORDS[k].es as string), k] as const,
    [fold(KIND_WORDS[k].en as string), k] as const,
  ]),
]);

/** The kind that a word means: its id, its name in both languages, or another word for it. */
export function kindOf(text: string): IncidentKind | undefined {
  return KIND_NAMES.get(fold(text));
}

const HOW_NAMES: ReadonlyMap<string, Incident["source"]["how"]> = new Map([
  ...Object.entries(HOW_SYNONYMS),
  ...HOWS.flatMap((h) => [
    [h as string, h] as const,
    [fold(HOW_WORDS[h].es as string), h] as const,
    [fold(HOW_WORDS[h].en as string), h] as const,
  ]),
]);

export function howOf(text: string): Incident["source"]["how"] | undefined {
  return HOW_NAMES.get(fold(text));
}

/** What was told, as one text: two incidents with the same text are the same one. */
export function contentOf(i: Omit<Incident, "id" | "origin">): string {
  const { at, place, who, what, kinds, source, consent, evidence } = i;
  const { seen: _typed, ...time } = at;
  return encodeJson({
    at: time,
    place,
    who,
    what,
    kinds: [...kinds].sort(),
    source,
    consent,
    evidence,
  } as unknown as Json);
}

/** First 16 hexadecimal digits of the SHA-256 of when, where, who and what: consent and evidence may be added later. */
export function idOf(i: Omit<Incident, "id" | "origin">, sha256: () => Hasher): string {
  const { seen: _typed, ...time } = i.at;
  const h = sha256();
  const told = { at: time, place: i.place, who: i.who, what: i.what, kinds: [...i.kinds].sort(), source: i.source };
  h.update(new TextEncoder().encode(encodeJson(told as unknown as Json)));
  return h.hex().slice(0, 16);
}

export function isPoint(lat: number, lon: number): boolean {
  // 0, 0 is what devices without a fix write.
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lat === 0 && lon === 0);
}

const FIELDS = ["from", "to", "zone", "place", "who", "what", "kinds", "source", "how", "publish", "evidence"] as const;

function placeOf(form: Form, v: unknown): IncidentPlace | undefined {
  const o = form.object(v, "place", ["name", "lat", "lon", "within"]);
  if (!o) return undefined;
  const name = form.text(o, "place", "name", MAX.place, "optional") ?? "";
  const lat = form.number(o, "place", "lat", -90, 90);
  const lon = form.number(o, "place", "lon", -180, 180);
  const within = form.number(o, "place", "within", 1, MAX_WITHIN);
  if ((lat === undefined) !== (lon === undefined)) form.fault("missing", lat === undefined ? "place.lat" : "place.lon");
  if (name === "" && lat === undefined) form.fault("missing", "place.name");
  return {
    name,
    ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
    ...(within === undefined ? {} : { within }),
  };
}

function evidenceOf(form: Form, o: { readonly [k: string]: unknown }): IncidentEvidence[] {
  const out: IncidentEvidence[] = [];
  for (const [i, v] of (form.list(o, "", "evidence", MAX.evidence, "optional") ?? []).entries()) {
    const at = join("evidence", i);
    const e = form.object(v, at, ["sha256", "name", "check", "artifact", "ordinal"]);
    if (!e) continue;
    if (own(e, "sha256") !== undefined) {
      const sha256 = form.text(e, at, "sha256", 64);
      const name = form.text(e, at, "name", MAX.place, "optional");
      if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) form.fault("not-a-hash", join(at, "sha256"));
      else if (sha256 !== undefined) out.push({ sha256, ...(name === undefined ? {} : { name }) });
      continue;
    }
    const check = form.text(e, at, "check", 8);
    const artifact = form.text(e, at, "artifact", 80);
    const ordinal = form.number(e, at, "ordinal", 0, Number.MAX_SAFE_INTEGER);
    if (check !== undefined && !/^\d{4,8}$/.test(check)) form.fault("unknown-value", join(at, "check"), check, "0001");
    if (ordinal === undefined || !Number.isInteger(ordinal))
      form.fault("not-a-number", join(at, "ordinal"), String(ordinal), "0…");
    else if (check !== undefined && artifact !== undefined) out.push({ check, artifact, ordinal });
  }
  return out;
}

/**
 * An incident as a person's program typed it: `{"from": "20/11/2026 14:30", "place": {"name": "Huixtla"}, "who": "…", "what": "…",
 * "kinds": ["checkpoint"], "source": "r2", "how": "direct", "publish": false}`.
 */
export function readIncident(text: string, sha256: () => Hasher, today?: string): Read<Incident> {
  const parsed = parseForm(text);
  return "fault" in parsed ? { faults: [parsed.fault] } : incidentOf(parsed.json, sha256, today);
}

export function incidentOf(json: unknown, sha256: () => Hasher, today?: string): Read<Incident> {
  const form = new Form();
  const o = form.object(json, "", FIELDS);
  if (!o) return { faults: form.faults };
  const from = form.text(o, "", "from", MAX.date);
  const to = form.text(o, "", "to", MAX.date, "optional");
  const zone = form.text(o, "", "zone", MAX.zone, "optional");
  const spoken =
    from === undefined
      ? undefined
      : parseSpoken(from, to ?? "", {
          ...(zone === undefined ? {} : { zone }),
          ...(today === undefined ? {} : { today }),
        });
  if (spoken && "fault" in spoken) form.fault("wrong-type", "from", spoken.found, "2026-11-26 14:30");
  const place = placeOf(form, own(o, "place"));
  const kinds: IncidentKind[] = [];
  for (const [i, k] of (form.list(o, "", "kinds", MAX.kinds) ?? []).entries()) {
    const kind = typeof k === "string" ? kindOf(k) : undefined;
    if (kind === undefined) form.fault("unknown-value", join("kinds", i), k, KINDS.join(", "));
    else if (!kinds.includes(kind)) kinds.push(kind);
  }
  const told = {
    who: form.text(o, "", "who", MAX.who, "optional") ?? "",
    what: form.text(o, "", "what", MAX.what),
    label: form.text(o, "", "source", MAX.label),
    how: form.choice(o, "", "how", HOWS),
    publish: form.bool(o, "", "publish"),
    evidence: evidenceOf(form, o),
  };
  return form.done((): Incident => {
    const i: Omit<Incident, "id"> = {
      at: (spoken as { time: Incident["at"] }).time,
      place: place!,
      who: told.who,
      what: told.what!,
      kinds: kinds.length > 0 ? kinds : ["other"],
      source: { label: told.label!, how: told.how! },
      consent: { publish: told.publish! },
      evidence: told.evidence,
    };
    return { id: idOf(i, sha256), ...i };
  });
}
