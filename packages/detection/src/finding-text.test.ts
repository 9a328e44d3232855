import assert from "node:assert/strict";
import { test } from "node:test";
import { type Contact, LANGS, type ObservableType, say } from "@contraluz/core";
import { findingParams, findingWords, kindOf } from "./finding-text.ts";
import { CONTACT_RANK, levelOf, type Weighed } from "./levels.ts";

const CONTACTS = Object.keys(CONTACT_RANK) as Contact[];
const TYPES: Readonly<Record<Weighed["role"], readonly ObservableType[]>> = {
  implant: ["process", "file-path", "file-name", "hash", "app-id", "certificate", "property", "profile-id"],
  server: ["url", "domain", "ip", "ja4"],
  account: ["email", "phone"],
  vendor: ["url", "domain", "ip"],
  young: ["domain"],
};

interface Case {
  readonly sign: Weighed;
  readonly type: ObservableType;
  readonly contact: Contact;
  readonly contacts: readonly Contact[];
  /** Of a capture. */
  readonly by?: readonly string[];
}

/** What captures tell of. */
const WIRE: readonly Contact[] = ["visited", "shown", "looked-up", "shared"];

/** Every meeting that has a level, alone and with each weaker way beside it. */
function* cases(): Iterable<Case> {
  for (const role of ["implant", "server", "account", "vendor", "young"] as const)
    for (const grade of ["spyware", "stalkerware", "watchware", "tracker"] as const)
      for (const more of [{}, { common: true }, { truncated: true }] as const)
        for (const type of TYPES[role])
          for (const contact of CONTACTS) {
            const sign: Weighed = { role, grade, ...more };
            if (!levelOf(sign, contact)) continue;
            yield { sign, type, contact, contacts: [contact] };
            if (WIRE.includes(contact)) yield { sign, type, contact, contacts: [contact], by: ["192.168.1.20"] };
            for (const weaker of CONTACTS)
              if (CONTACT_RANK[weaker] > CONTACT_RANK[contact])
                yield { sign, type, contact, contacts: [weaker, contact] };
          }
}

function textsOf({ sign, type, contact, contacts, by }: Case) {
  const level = levelOf(sign, contact)!;
  const params = findingParams({
    type,
    top: contact,
    contacts,
    level,
    campaign: "Campaña X",
    set: "lista",
    value: "valor",
    seen: "visto",
    ...(by ? { by } : {}),
  });
  const words = findingWords(kindOf(sign, contact), level);
  const of = (lang: "es" | "en") => ({
    title: say(words.title, lang, params),
    why: say(words.why, lang, params),
    otherwise: say(words.otherwise, lang, params),
    next: say(words.next, lang, params),
  });
  return { level, es: of("es"), en: of("en") };
}

const NEVER =
  /limpi|\bclean|segur[oa]s?\b|\bsafe|\bsecure|hacke|hacked|infecta|infected|100 %|virus|amenaza|threat|puntuaci|riesgo bajo|todo bien|no te preocupes|don't worry|\bsolo\b|\bjust\b|v[ií]ctima|victim|confirmad|confirmed|detectad|detected|escane|\bscan|undefined|\bNaN\b|\[object/i;

test("every text of every meeting is whole, plain and calm", () => {
  let n = 0;
  for (const c of cases()) {
    const t = textsOf(c);
    for (const lang of LANGS) {
      for (const [part, text] of Object.entries(t[lang])) {
        const name = `${lang} ${part} ${JSON.stringify(c)}: ${text}`;
        assert.doesNotMatch(text, NEVER, name);
        assert.doesNotMatch(text, / {2}|\.\.|\s[.,]|^\p{Ll}/u, name);
        assert.match(text, part === "title" ? /[^.]$/ : /\.$/, name);
        for (const sentence of text.split(/[.:;] /))
          assert.ok(sentence.split(" ").length <= 27, `${sentence.split(" ").length} words: ${name}`);
        n++;
      }
      assert.match(t[lang].title, c.sign.role === "young" ? /lista/ : /Campaña X/);
    }
  }
  assert.ok(n > 5000, `${n}`);
});

/** What a text may say where; each row in both languages. */
const CLAIMS: readonly (readonly [RegExp, RegExp, (c: Case) => boolean])[] = [
  // A message carried it.
  [/mensaje|enlace que apunta/i, /message|link that points/i, (c) => c.contacts.includes("received")],
  // Nobody opened it.
  [
    /no vimos que se abriera/i,
    /did not see (?:it|a page) opened/i,
    (c) => !c.contacts.some((x) => x === "opened" || x === "visited" || x === "resolved" || x === "ran"),
  ],
  [/no vimos que se usara/i, /did not see it used/i, (c) => c.contacts.every((x) => x === "listed" || x === "shared")],
  [/servidor se presentó|mostró un servidor/i, /server presented|server showed/i, (c) => c.contacts.includes("shown")],
  [/a otro sitio/i, /another site/i, (c) => c.contacts.includes("shared")],
  [/se visitó/i, /was (?:also )?visited/i, (c) => c.contacts.includes("visited") || c.contacts.includes("opened")],
  [/app.* se conectó/i, /connected to|was reached by an app/i, (c) => c.contact === "resolved"],
  [/estuvo funcionando/i, /was running/i, (c) => c.contact === "ran"],
  [/entre lo instalado/i, /is among what is installed/i, (c) => c.contact === "installed"],
  [
    /tiene puesta|Un perfil, una app/i,
    /is set to use|A profile, an app/i,
    (c) => c.sign.role === "server" && CONTACT_RANK[c.contact] <= CONTACT_RANK.present,
  ],
  [/cuenta usada por/i, /account used by/i, (c) => c.sign.role === "account"],
  [/vigilar a otra persona/i, /watch another person/i, (c) => c.sign.grade !== "spyware"],
  [/nombre común/i, /common name/i, (c) => c.sign.common === true],
  [/primeras 15 o 16/i, /first 15 or 16/i, (c) => c.sign.truncated === true],
  [
    /Un rastro coincide/i,
    /A trace matches/i,
    (c) => c.sign.role === "implant" && CONTACT_RANK[c.contact] <= CONTACT_RANK.present,
  ],
  [/registrado hace poco/i, /registered lately/i, (c) => c.sign.role === "young"],
  [/aparato de esta red/i, /device of this network/i, (c) => c.by !== undefined || c.contacts.includes("shown")],
  [/en ese aparato/i, /on that device/i, (c) => c.by !== undefined],
  // Nobody said which of the machines of a capture is the phone.
  [/(?:en )?el teléfono|teléfono buscó/i, /on the phone|the phone/i, (c) => c.by === undefined],
  [/página (?:pública|de quien)/i, /public page|page of those/i, (c) => c.sign.role === "vendor"],
  [/Nada que hacer/i, /Nothing to do/i, (c) => c.sign.role === "vendor"],
];

test("no text says more than what was seen", () => {
  for (const c of cases()) {
    const t = textsOf(c);
    for (const [es, en, holds] of CLAIMS) {
      // "Otherwise" speaks of what may be, not of what was seen.
      const said = (lang: "es" | "en"): string => [t[lang].title, t[lang].why, t[lang].next].join(" ");
      for (const [lang, claim] of [
        ["es", es],
        ["en", en],
      ] as const)
        if (claim.test(said(lang))) assert.ok(holds(c), `${claim} ${JSON.stringify(c)}: ${said(lang)}`);
    }
  }
});

test("haste fits the level", () => {
  for (const c of cases()) {
    const { level, es, en } = textsOf(c);
    const next = `${es.next} ${en.next}`;
    if (/\bhoy\b|today/.test(next)) assert.ok(level === "match" || level === "targeted", `${level} ${next}`);
    if (level === "match") assert.match(next, /hoy.*today/s);
    if (level === "info") assert.doesNotMatch(next, /Escribe|Write to|No borres|Delete nothing/, next);
  }
});

test("each claim is made somewhere: the table above tests something", () => {
  const all = [...cases()].map(textsOf);
  for (const [es, en] of CLAIMS) {
    assert.ok(
      all.some((t) => es.test(Object.values(t.es).join(" "))),
      String(es),
    );
    assert.ok(
      all.some((t) => en.test(Object.values(t.en).join(" "))),
      String(en),
    );
  }
});

test("the list that is always there is called by what it is", () => {
  const p = {
    type: "process",
    top: "ran",
    contacts: ["ran"],
    level: "match",
    campaign: "X",
    value: "v",
    seen: "v",
  } as const;
  const why = (set: string): string => say(findingWords("trace", "match").why, "es", findingParams({ ...p, set }));
  assert.match(why("contraluz-builtin"), /\(incluida en Contraluz\)/);
  assert.match(why("pegasus.stix2"), /\(pegasus\.stix2\)/);
});

test("of a capture it is told which machine, and that nobody said it is the phone", () => {
  const p = { type: "domain", level: "targeted", campaign: "X", set: "s", value: "v", seen: "v" } as const;
  const why = (top: Contact, kind: "visited" | "server-looked-up", by: readonly string[]): string => {
    const words = findingWords(kind, "targeted");
    const params = findingParams({ ...p, top, contacts: [top], by });
    return `${say(words.title, "es", params)}. ${say(words.why, "es", params)}`;
  };
  assert.match(
    why("looked-up", "server-looked-up", ["10.0.0.5", "10.0.0.6"]),
    /aparato de esta red \(10\.0\.0\.5, 10\.0\.0\.6\)/,
  );
  assert.match(why("visited", "visited", ["10.0.0.5"]), /^Un aparato de esta red llamó a .* \(10\.0\.0\.5\)/);
  assert.doesNotMatch(why("looked-up", "server-looked-up", []), /\(\)|teléfono/);
});
