/** Fields of the lines of a ledger, one reader a kind. @module */
import { Form, join, own } from "@contraluz/case/forms/fields.ts";
import { isDate } from "./dates.ts";
import {
  ACT_STATUS,
  type Act,
  type CaseCite,
  CLAIM_KINDS,
  type Claim,
  type LedgerEntry,
  type Link,
  RELATIONS,
  REPLY_STATES,
  type Reply,
  type Reviewer,
  type Scope,
  type Source,
  type Speaker,
  TERMS,
} from "./types.ts";

export type Obj = { readonly [k: string]: unknown };

/** Letters of each text, entries of each list, and of the whole. */
export const MAX = {
  id: 64,
  name: 200,
  quote: 2000,
  text: 1000,
  url: 1000,
  date: 10,
  list: 50,
  line: 100_000,
  lines: 20_000,
  faults: 500,
} as const;

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u;
const HASH = /^[0-9a-f]{64}$/;
const URL_FORM = /^https?:\/\/[^\s<>"'`\\]{3,}$/;

export class Line extends Form {
  /** A text; undefined where it may be left out and is. */
  maybe(o: Obj, at: string, name: string, max: number): string | undefined {
    return this.text(o, at, name, max, "optional");
  }

  date(o: Obj, at: string, name: string, optional?: "optional"): string | undefined {
    const text = this.text(o, at, name, MAX.date, optional);
    if (text === undefined || isDate(text)) return text;
    return this.fault("not-a-day", join(at, name), text);
  }

  id(o: Obj, name: string, optional?: "optional"): string | undefined {
    const text = this.text(o, "", name, MAX.id, optional);
    if (text === undefined || ID.test(text)) return text;
    return this.fault("unknown-value", name, text, "a-z 0-9 . _ : -");
  }

  hash(o: Obj, at: string, name: string, optional?: "optional"): string | undefined {
    const text = this.text(o, at, name, 64, optional);
    if (text === undefined || HASH.test(text)) return text;
    return this.fault("not-a-hash", join(at, name));
  }

  url(o: Obj, at: string, name: string): string | undefined {
    const text = this.maybe(o, at, name, MAX.url);
    if (text === undefined || URL_FORM.test(text)) return text;
    return this.fault("unknown-value", join(at, name), text, "https://…");
  }

  whole(o: Obj, at: string, name: string, min: number): number | undefined {
    const n = this.number(o, at, name, min, Number.MAX_SAFE_INTEGER);
    if (n === undefined || Number.isInteger(n)) return n;
    return this.fault("not-a-number", join(at, name), String(n), `${min}…`);
  }
}

/** Fields that are there; the others are left out. */
function some<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as never;
}

const SOURCE = [
  "sha256",
  "name",
  "page",
  "offset",
  "quote",
  "paraphrase",
  "title",
  "publisher",
  "date",
  "url",
  "archivedUrl",
  "origin",
] as const;

function sourcesOf(f: Line, o: Obj, at: string): Source[] {
  const out: Source[] = [];
  for (const [i, v] of (f.list(o, at, "source", MAX.list, "optional") ?? []).entries()) {
    const here = join(join(at, "source"), i);
    const s = f.object(v, here, SOURCE);
    if (!s) continue;
    const quote = f.maybe(s, here, "quote", MAX.quote);
    const paraphrase = f.maybe(s, here, "paraphrase", MAX.text);
    if ((quote === undefined) === (paraphrase === undefined)) f.fault("missing", join(here, "quote"));
    out.push(
      some({
        sha256: f.hash(s, here, "sha256") ?? "",
        name: f.maybe(s, here, "name", MAX.name),
        page: f.whole(s, here, "page", 1),
        offset: f.whole(s, here, "offset", 0),
        quote,
        paraphrase,
        title: f.maybe(s, here, "title", MAX.text),
        publisher: f.maybe(s, here, "publisher", MAX.name),
        date: f.date(s, here, "date", "optional"),
        url: f.url(s, here, "url"),
        archivedUrl: f.url(s, here, "archivedUrl"),
        origin: f.maybe(s, here, "origin", MAX.name),
      }) as Source,
    );
  }
  return out;
}

function citesOf(f: Line, o: Obj): CaseCite[] {
  const out: CaseCite[] = [];
  for (const [i, v] of (f.list(o, "", "cites", MAX.list, "optional") ?? []).entries()) {
    const at = join("cites", i);
    const c = f.object(v, at, ["check", "finding", "artifact", "ordinal", "evidence", "incident"]);
    if (!c) continue;
    if (own(c, "incident") !== undefined) {
      const incident = f.text(c, at, "incident", MAX.name);
      if (incident !== undefined) out.push({ incident });
      continue;
    }
    const check = f.text(c, at, "check", 8);
    const evidence = f.hash(c, at, "evidence", "optional");
    if (check !== undefined && !/^\d{4,8}$/.test(check)) f.fault("unknown-value", join(at, "check"), check, "0001");
    if (own(c, "finding") !== undefined) {
      const finding = f.text(c, at, "finding", MAX.id);
      if (check !== undefined && finding !== undefined)
        out.push({ check, finding, ...(evidence === undefined ? {} : { evidence }) });
      continue;
    }
    const artifact = f.text(c, at, "artifact", MAX.name);
    const ordinal = f.whole(c, at, "ordinal", 0);
    if (ordinal === undefined) f.fault("missing", join(at, "ordinal"));
    else if (check !== undefined && artifact !== undefined)
      out.push({ check, artifact, ordinal, ...(evidence === undefined ? {} : { evidence }) });
  }
  return out;
}

const CLAIM = [
  "type",
  "id",
  "supersedes",
  "speaker",
  "said_on",
  "quote",
  "gloss_es",
  "gloss_en",
  "kind",
  "scope",
  "term",
  "holds_from",
  "holds_until",
  "source",
] as const;

function claimOf(f: Line, o: Obj): Omit<Claim, "type" | "id"> {
  const s = f.object(own(o, "speaker"), "speaker", ["name", "office", "body"]) ?? {};
  const c = f.object(own(o, "scope"), "scope", ["actor", "also", "subject", "place"]) ?? {};
  const also: string[] = [];
  for (const [i, v] of (f.list(c, "scope", "also", MAX.list, "optional") ?? []).entries()) {
    const name = f.text({ also: v }, "", "also", MAX.name);
    if (name === undefined) f.fault("wrong-type", join("scope.also", i));
    else also.push(name);
  }
  const source = sourcesOf(f, o, "");
  if (source.length === 0) f.fault("missing", "source");
  const term = own(o, "term") === undefined ? "during" : f.choice(o, "", "term", TERMS);
  const until = f.date(o, "", "holds_until", "optional");
  if (term === "by" && until === undefined) f.fault("missing", "holds_until");
  const quote = f.maybe(o, "", "quote", MAX.quote);
  const glosses = some({
    gloss_es: f.maybe(o, "", "gloss_es", MAX.text),
    gloss_en: f.maybe(o, "", "gloss_en", MAX.text),
  });
  if (quote === undefined && Object.keys(glosses).length === 0) f.fault("missing", "quote");
  return some({
    speaker: some({
      name: f.text(s, "speaker", "name", MAX.name) ?? "",
      office: f.maybe(s, "speaker", "office", MAX.name),
      body: f.maybe(s, "speaker", "body", MAX.name),
    }) as Speaker,
    said_on: f.date(o, "", "said_on") ?? "",
    quote,
    ...glosses,
    kind: f.choice(o, "", "kind", CLAIM_KINDS) ?? "promise",
    scope: some({
      actor: f.text(c, "scope", "actor", MAX.name) ?? "",
      also: also.length > 0 ? also : undefined,
      subject: f.text(c, "scope", "subject", MAX.name) ?? "",
      place: f.maybe(c, "scope", "place", MAX.name),
    }) as Scope,
    term: term ?? "during",
    holds_from: f.date(o, "", "holds_from") ?? "",
    holds_until: until,
    source,
  }) as Omit<Claim, "type" | "id">;
}

const ACT = [
  "type",
  "id",
  "supersedes",
  "actor",
  "what_es",
  "what_en",
  "place",
  "on",
  "from",
  "until",
  "status",
  "source",
  "cites",
] as const;

function actOf(f: Line, o: Obj): Omit<Act, "type" | "id"> {
  const what = some({
    what_es: f.maybe(o, "", "what_es", MAX.text),
    what_en: f.maybe(o, "", "what_en", MAX.text),
  });
  if (Object.keys(what).length === 0) f.fault("missing", "what_es");
  const on = f.date(o, "", "on", "optional");
  const from = f.date(o, "", "from", "optional");
  const until = f.date(o, "", "until", "optional");
  if ((on === undefined) === (from === undefined)) f.fault("missing", "on");
  if (on !== undefined && until !== undefined) f.fault("unknown-field", "until");
  const source = sourcesOf(f, o, "");
  const cites = citesOf(f, o);
  if (source.length + cites.length === 0) f.fault("missing", "source");
  return some({
    actor: f.text(o, "", "actor", MAX.name) ?? "",
    ...what,
    place: f.maybe(o, "", "place", MAX.name),
    on,
    from,
    until,
    status: f.choice(o, "", "status", ACT_STATUS) ?? "reported",
    source,
    cites,
  }) as Omit<Act, "type" | "id">;
}

function replyOf(f: Line, v: unknown): Reply | undefined {
  const at = "reply_of_the_party";
  const o = f.object(v, at, ["state", "on", "text_es", "text_en", "disputes", "source"]);
  if (!o) return undefined;
  return some({
    state: f.choice(o, at, "state", REPLY_STATES) ?? "not-asked",
    on: f.date(o, at, "on", "optional"),
    text_es: f.maybe(o, at, "text_es", MAX.quote),
    text_en: f.maybe(o, at, "text_en", MAX.quote),
    disputes: own(o, "disputes") === undefined ? undefined : f.bool(o, at, "disputes"),
    source: sourcesOf(f, o, at),
  }) as Reply;
}

const LINK = [
  "type",
  "id",
  "supersedes",
  "claim_id",
  "act_id",
  "relation",
  "why_es",
  "why_en",
  "reviewer",
  "on",
  "reply_of_the_party",
] as const;

function linkOf(f: Line, o: Obj): Omit<Link, "type" | "id"> {
  const why = some({ why_es: f.maybe(o, "", "why_es", MAX.text), why_en: f.maybe(o, "", "why_en", MAX.text) });
  if (Object.keys(why).length === 0) f.fault("missing", "why_es");
  const named = own(o, "reviewer") ?? undefined;
  const r = named === undefined ? undefined : f.object(named, "reviewer", ["name", "role"]);
  const reply = own(o, "reply_of_the_party");
  return some({
    claim_id: f.id(o, "claim_id") ?? "",
    act_id: f.id(o, "act_id") ?? "",
    relation: f.choice(o, "", "relation", RELATIONS) ?? "unrelated",
    ...why,
    reviewer: r
      ? (some({
          name: f.text(r, "reviewer", "name", MAX.name) ?? "",
          role: f.maybe(r, "reviewer", "role", MAX.name),
        }) as Reviewer)
      : undefined,
    on: f.date(o, "", "on") ?? "",
    reply_of_the_party: reply === undefined ? undefined : replyOf(f, reply),
  }) as Omit<Link, "type" | "id">;
}

/** Fields and reader of each kind of line. */
export const KINDS: Readonly<
  Record<
    LedgerEntry["type"],
    readonly [fields: readonly string[], read: (f: Line, o: Obj) => Omit<LedgerEntry, "type" | "id">]
  >
> = {
  claim: [CLAIM, claimOf],
  act: [ACT, actOf],
  link: [LINK, linkOf],
};
