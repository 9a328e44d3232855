/** A consent as it stands in a file: every field is checked, and each fault is named. @module */
import { isDay } from "../dates/civil.ts";
import { Form, join, own, parseForm, type Read } from "../forms/fields.ts";
import { expand, isGroup } from "./groups.ts";
import type { Consent, Publication, Recipient, Share } from "./types.ts";

export const PUBLICATIONS: readonly Publication[] = ["named", "anonymous", "none"];
export const SHARES: readonly Share[] = ["result", "dossier", "pack", "indicators"];
const AFTER = ["delete", "anonymised"] as const;
const HOW = ["signed", "spoken", "recorded"] as const;

const FIELDS = [
  "id",
  "person",
  "organisation",
  "purpose",
  "artifacts",
  "content",
  "copies",
  "publication",
  "keepUntil",
  "after",
  "recipients",
  "incidents",
  "compare",
  "given",
  "witness",
] as const;

const [ID, LABEL, NAME, PURPOSE] = [40, 40, 200, 2000];
const MAX_ARTIFACTS = 500;
const MAX_RECIPIENTS = 50;
const ARTIFACT = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

function dayOf(form: Form, o: { readonly [k: string]: unknown }, at: string, name: string, optional?: "optional") {
  const text = form.text(o, at, name, 10, optional);
  return text === undefined || isDay(text) ? text : form.fault("not-a-day", join(at, name), text);
}

function artifactsOf(form: Form, o: { readonly [k: string]: unknown }, known?: ReadonlySet<string>) {
  if (own(o, "artifacts") === "all") return "all" as const;
  const list = form.list(o, "", "artifacts", MAX_ARTIFACTS);
  const out: string[] = [];
  for (const [i, v] of (list ?? []).entries()) {
    const at = join("artifacts", i);
    if (
      typeof v !== "string" ||
      v.length > 80 ||
      !(isGroup(v) || ARTIFACT.test(v)) ||
      (known && !isGroup(v) && !known.has(v))
    ) {
      form.fault("unknown-value", at, v, "contraluz artifacts");
      continue;
    }
    if (out.includes(v)) form.fault("twice", "artifacts", v);
    out.push(v);
  }
  return out;
}

function recipientsOf(form: Form, o: { readonly [k: string]: unknown }): Recipient[] {
  const out: Recipient[] = [];
  for (const [i, v] of (form.list(o, "", "recipients", MAX_RECIPIENTS) ?? []).entries()) {
    const at = join("recipients", i);
    const r = form.object(v, at, ["name", "what"]);
    if (!r) continue;
    const name = form.text(r, at, "name", NAME);
    const what = form.choice(r, at, "what", SHARES);
    if (name !== undefined && what !== undefined) out.push({ name, what });
  }
  return out;
}

/** A value that may be a consent. `known`: ids of the catalogue; without it an id only needs the form of one. */
export function consentOf(json: unknown, known?: ReadonlySet<string>): Read<Consent> {
  const form = new Form();
  const o = form.object(json, "", FIELDS);
  if (!o) return { faults: form.faults };
  const p = form.object(own(o, "person"), "person", ["label", "name"]);
  const g = form.object(own(o, "given"), "given", ["on", "how", "letterSha256"]);
  const name = p && form.text(p, "person", "name", NAME, "optional");
  const letter = g && form.text(g, "given", "letterSha256", 64, "optional");
  if (letter !== undefined && !/^[0-9a-f]{64}$/.test(letter)) form.fault("not-a-hash", "given.letterSha256", letter);
  const publication = form.choice(o, "", "publication", PUBLICATIONS);
  // Nobody can be named whose name nobody knows.
  if (publication === "named" && p && name === undefined) form.fault("missing", "person.name");
  const keepUntil = dayOf(form, o, "", "keepUntil", "optional");
  const witness = form.text(o, "", "witness", NAME, "optional");
  const read = {
    id: form.text(o, "", "id", ID),
    label: p && form.text(p, "person", "label", LABEL),
    organisation: form.text(o, "", "organisation", NAME),
    purpose: form.text(o, "", "purpose", PURPOSE),
    artifacts: artifactsOf(form, o, known),
    content: form.bool(o, "", "content"),
    copies: form.bool(o, "", "copies"),
    after: form.choice(o, "", "after", AFTER),
    recipients: recipientsOf(form, o),
    incidents: form.bool(o, "", "incidents"),
    compare: own(o, "compare") === undefined ? undefined : form.bool(o, "", "compare"),
    on: g && dayOf(form, g, "given", "on"),
    how: g && form.choice(g, "given", "how", HOW),
  };
  return form.done(
    (): Consent => ({
      id: read.id!,
      person: { label: read.label!, ...(name === undefined ? {} : { name }) },
      organisation: read.organisation!,
      purpose: read.purpose!,
      artifacts: read.artifacts,
      content: read.content!,
      copies: read.copies!,
      publication: publication!,
      ...(keepUntil === undefined ? {} : { keepUntil }),
      after: read.after!,
      recipients: read.recipients,
      incidents: read.incidents!,
      ...(read.compare === undefined ? {} : { compare: read.compare }),
      given: { on: read.on!, how: read.how!, ...(letter === undefined ? {} : { letterSha256: letter }) },
      ...(witness === undefined ? {} : { witness }),
    }),
  );
}

/** The consent that a text holds, or all that is wrong with it. */
export function readConsent(text: string, known?: ReadonlySet<string>): Read<Consent> {
  const parsed = parseForm(text);
  return "fault" in parsed ? { faults: [parsed.fault] } : consentOf(parsed.json, known);
}

/** Ids that a consent allows. */
export function allowed(c: Consent): "all" | readonly string[] {
  return c.artifacts === "all" ? "all" : expand(c.artifacts);
}
