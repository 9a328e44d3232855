/**
 * Which column is which: by the names that tables of ours, of people and of forms give them, or by a mapping.
 *
 * Facts on KoBoToolbox (formpack, its exporter, read as source): heads are names or labels of questions, with the groups in front where
 * asked for (`group/name`, separator `/` unless another was set). A choice of several has one column with all choices joined by spaces,
 * one column a choice (`question/choice`, `1` or `0`), or both. A point is `lat lon altitude precision` in one cell, and
 * `_question_latitude`, `_longitude`, `_altitude`, `_precision`. `_uuid`, `_submission_time`, `_geolocation` (JSON) are the server's. `start`,
 * `end`, `today` and device columns say when and on what the form was filled in: they are never taken for the event.
 * @module
 */
import { fold } from "./make.ts";

export type ColumnField =
  | "from"
  | "time"
  | "to"
  | "zone"
  | "place"
  | "point"
  | "lat"
  | "lon"
  | "within"
  | "who"
  | "what"
  | "kinds"
  | "source"
  | "how"
  | "publish"
  | "evidence"
  | "uuid"
  | "submitted";

export const COLUMN_FIELDS: readonly ColumnField[] =
  "from time to zone place point lat lon within who what kinds source how publish evidence uuid submitted".split(
    " ",
  ) as ColumnField[];

/** Names of columns, folded: the first that fits. */
const NAMES: Readonly<Record<Exclude<ColumnField, "uuid" | "submitted">, string>> = {
  from: "desde|fecha|cuando|cuando paso|fecha y hora|fecha del incidente|fecha incidente|fecha hora|from|date|when|when did it happen|date and time|incident date|datetime",
  time: "hora|a que hora|hora del incidente|time|incident time",
  to: "hasta|fin|fecha fin|to|until|end date",
  zone: "zona horaria|zona|time zone|timezone|zone",
  place:
    "lugar|place|donde|donde paso|where|where did it happen|municipio|localidad|poblado|town|city|location name|nombre del lugar",
  point: "punto|gps|coordenadas|ubicacion|geopoint|point|coordinates|location|ubicacion gps",
  lat: "lat|latitud|latitude",
  lon: "lon|lng|long|longitud|longitude",
  within: "precision|precision m|radio|radio m|within|within m|accuracy|margen",
  who: "quien|quien lo hizo|quienes|autor|responsable|who|who did it|actor|perpetrator",
  what: "que|que paso|que ocurrio|descripcion|relato|what|what happened|description|narrative|detalles|details",
  kinds: "tipo|tipos|tipo de incidente|kind|kinds|type|types|incident type|categoria|category",
  source: "fuente|quien lo cuenta|persona|etiqueta|source|told by|reported by|label",
  how: "como lo sabe|como lo supo|directo|how|how do they know|how known",
  publish: "publicar|se puede publicar|publicable|publish|may it be published|may be published|can be published",
  evidence: "evidencia|huella|huellas|evidence|sha256|hashes",
};

const FIELD_OF: ReadonlyMap<string, ColumnField> = new Map(
  Object.entries(NAMES).flatMap(([f, names]) => names.split("|").map((n) => [n, f as ColumnField] as const)),
);

/** What a form says of itself and of the device it was filled in on. */
const OF_THE_FORM: ReadonlySet<string> = new Set(
  "start end today username deviceid subscriberid simserial phonenumber audit instanceid rootuuid version id index".split(
    " ",
  ),
);

export interface Mapping {
  /** Head of a column, whole or its last part → field; `""`: leave it out. */
  readonly columns: { readonly [head: string]: ColumnField | "" };
  /** Choice of a form → kind. */
  readonly kinds: { readonly [choice: string]: string };
  readonly separator: string;
  readonly defaults: {
    readonly source?: string;
    readonly how?: "direct" | "heard" | "document";
    readonly publish?: boolean;
    readonly zone?: string;
  };
}

export const NO_MAPPING: Mapping = { columns: {}, kinds: {}, separator: "/", defaults: {} };

export interface Columns {
  /** Index of the column of each field. */
  readonly at: ReadonlyMap<ColumnField, number>;
  /** Columns of single choices of the kinds: index and choice. */
  readonly choices: readonly (readonly [number, string])[];
  /** Heads that say nothing to us, in their order. */
  readonly unused: readonly string[];
  /** A form's table: its server's columns are there. */
  readonly form: boolean;
}

const lastPart = (head: string, separator: string): string =>
  head.slice(head.lastIndexOf(separator) + separator.length);

export function columnsOf(head: readonly string[], m: Mapping): Columns {
  const at = new Map<ColumnField, number>();
  const used = new Set<number>();
  const form = head.some((h) => /^_(?:uuid|submission_time)$/.test(h));
  const take = (f: ColumnField | "" | undefined, i: number): void => {
    if (f === undefined) return;
    used.add(i);
    if (f !== "" && !at.has(f)) at.set(f, i);
  };
  const mapped = (h: string): ColumnField | "" | undefined => {
    for (const key of [h, lastPart(h, m.separator)]) if (Object.hasOwn(m.columns, key)) return m.columns[key];
    return undefined;
  };
  for (const [i, h] of head.entries()) take(mapped(h), i);
  for (const [i, h] of head.entries()) {
    if (used.has(i)) continue;
    const part = lastPart(h, m.separator);
    if (h === "_uuid") take("uuid", i);
    else if (h === "_submission_time") take("submitted", i);
    else if (/^_.+_latitude$/.test(part)) take("lat", i);
    else if (/^_.+_longitude$/.test(part)) take("lon", i);
    else if (/^_.+_precision$/.test(part)) take("within", i);
    else if (part.startsWith("_") || (form && OF_THE_FORM.has(fold(part).replaceAll(" ", "")))) continue;
    else {
      const f = FIELD_OF.get(fold(part)) ?? FIELD_OF.get(fold(h));
      if (f !== undefined && !at.has(f)) take(f, i);
    }
  }
  return { at, ...choicesOf(head, at, used, m), form };
}

/** `tipo/reten`, `grupo/tipo/reten`: single choices of the question that the kinds come from. */
function choicesOf(
  head: readonly string[],
  at: ReadonlyMap<ColumnField, number>,
  used: Set<number>,
  m: Mapping,
): Pick<Columns, "choices" | "unused"> {
  const summary = at.has("kinds") ? head[at.get("kinds")!] : undefined;
  const choices: [number, string][] = [];
  for (const [i, h] of head.entries()) {
    if (used.has(i)) continue;
    const cut = h.lastIndexOf(m.separator);
    if (cut <= 0) continue;
    const question = h.slice(0, cut);
    const kinds =
      question === summary ||
      m.columns[question] === "kinds" ||
      FIELD_OF.get(fold(lastPart(question, m.separator))) === "kinds";
    if (!kinds) continue;
    used.add(i);
    choices.push([i, h.slice(cut + m.separator.length)]);
  }
  return { choices, unused: head.filter((_, i) => !used.has(i)) };
}
