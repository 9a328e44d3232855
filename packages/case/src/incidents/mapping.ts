/** A mapping of columns as it stands in a file: `{"columns": {"p3_relato": "what"}, "kinds": {"op1": "checkpoint"}, "defaults": {…}}`. @module */
import { isZone } from "../dates/parse.ts";
import { Form, own, parseForm, type Read } from "../forms/fields.ts";
import { COLUMN_FIELDS, type ColumnField, type Mapping, NO_MAPPING } from "./columns.ts";
import { HOWS, KINDS, kindOf, MAX } from "./make.ts";

const MAX_ENTRIES = 500;
const MAX_HEAD = 300;

function pairs(
  form: Form,
  o: { readonly [k: string]: unknown },
  name: string,
  ok: (v: string) => boolean,
  expected: string,
) {
  const v = own(o, name);
  const out: { [k: string]: string } = Object.create(null);
  if (v === undefined) return out;
  if (typeof v !== "object" || v === null || Array.isArray(v)) {
    form.fault("not-object", name, v);
    return out;
  }
  const entries = Object.entries(v);
  if (entries.length > MAX_ENTRIES) form.fault("too-many", name, String(entries.length), `<= ${MAX_ENTRIES}`);
  for (const [k, x] of entries.slice(0, MAX_ENTRIES)) {
    if (k.length > MAX_HEAD) form.fault("too-long", name, String(k.length), `<= ${MAX_HEAD}`);
    else if (typeof x !== "string" || !ok(x)) form.fault("unknown-value", `${name}.${k.slice(0, 60)}`, x, expected);
    else out[k] = x;
  }
  return out;
}

export function readMapping(text: string): Read<Mapping> {
  const parsed = parseForm(text);
  if ("fault" in parsed) return { faults: [parsed.fault] };
  const form = new Form();
  const o = form.object(parsed.json, "", ["columns", "kinds", "separator", "defaults"]);
  if (!o) return { faults: form.faults };
  const isField = (v: string): boolean => v === "" || (COLUMN_FIELDS as readonly string[]).includes(v);
  const columns = pairs(form, o, "columns", isField, COLUMN_FIELDS.join(", ")) as Mapping["columns"] as {
    [head: string]: ColumnField | "";
  };
  const kinds = pairs(form, o, "kinds", (v) => kindOf(v) !== undefined, KINDS.join(", "));
  const separator = form.text(o, "", "separator", 3, "optional") ?? NO_MAPPING.separator;
  const d =
    own(o, "defaults") === undefined
      ? {}
      : form.object(own(o, "defaults"), "defaults", ["source", "how", "publish", "zone"]);
  if (!d) return { faults: form.faults };
  const source = form.text(d, "defaults", "source", MAX.label, "optional");
  const how = own(d, "how") === undefined ? undefined : form.choice(d, "defaults", "how", HOWS);
  const publish = own(d, "publish") === undefined ? undefined : form.bool(d, "defaults", "publish");
  const zone = form.text(d, "defaults", "zone", MAX.zone, "optional");
  if (zone !== undefined && !isZone(zone)) form.fault("unknown-value", "defaults.zone", zone, "America/Mexico_City");
  return form.done(
    (): Mapping => ({
      columns,
      kinds,
      separator,
      defaults: {
        ...(source === undefined ? {} : { source }),
        ...(how === undefined ? {} : { how }),
        ...(publish === undefined ? {} : { publish }),
        ...(zone === undefined ? {} : { zone }),
      },
    }),
  );
}
