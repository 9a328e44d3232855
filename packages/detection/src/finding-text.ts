/**
 * Which text fits a finding of a published sign, and what fills it. Decided by what the sign is and how it met the device;
 * a text says no more than that.
 * @module
 */
import { type Contact, type Indicator, type Lang, type Level, type Params, say, type Words } from "@contraluz/core";
import {
  ALSO,
  BUILTIN,
  CALM,
  CONTACTS,
  DEVICE,
  ENDED,
  type Kind,
  PHONE,
  SOON,
  TYPES,
  WORDS,
} from "./finding-words/index.ts";
import { BUILTIN_SET } from "./indicators/builtin.ts";
import type { Weighed } from "./levels.ts";
import type { RuleWords } from "./rule.ts";

const SERVER_KINDS: Readonly<Record<Exclude<Contact, "listed">, Kind>> = {
  ran: "server-set",
  installed: "server-set",
  present: "server-set",
  resolved: "server-used",
  opened: "visited",
  visited: "visited",
  shown: "shown",
  received: "received",
  "looked-up": "server-looked-up",
  shared: "shared",
};

/** Which text fits. */
export function kindOf(i: Weighed, contact: Contact): Kind {
  if (i.role === "vendor" || i.role === "young") return i.role;
  if (contact === "listed") return "listed";
  if (contact === "shared" || contact === "shown") return contact;
  if (i.role === "account") return "account";
  if (i.role === "server") return SERVER_KINDS[contact];
  if (contact === "received") return "thing-received";
  if (contact === "looked-up") return "thing-looked-up";
  if (i.truncated) return "name-cut";
  if (i.common) return "name";
  return i.grade === "spyware" ? "trace" : "watcher";
}

/** A sentence about the ways that the text does not speak of: at most two, or "". */
function alsoWords(top: Contact, contacts: readonly Contact[], lang: "es" | "en"): string {
  const opened = top === "opened" || top === "visited";
  const more = (["opened", "visited", "shown", "received", "listed", "shared"] as const).filter(
    (c) => c !== top && contacts.includes(c) && !(opened && (c === "opened" || c === "visited")),
  );
  return more
    .slice(0, 2)
    .map((c) => ` ${ALSO[c]![lang]}`)
    .join("");
}

/** A sentence about a sign that had ended, or "". */
function endedWords(ended: string | undefined, lang: Lang): string {
  return ended === undefined ? "" : ` ${say(ENDED, lang, { ended })}`;
}

/** What a value is, with "este" and "this". A file that ran is a program. */
function whatWords(type: Indicator["type"], contact: Contact): Words {
  const file = type === "file-path" || type === "file-name" || type === "hash";
  return file && contact === "ran" ? TYPES.process : TYPES[type];
}

/** The words of a finding of that kind and level. */
export function findingWords(kind: Kind, level: Level): Omit<RuleWords, "name"> {
  return level === "info" && kind !== "vendor" && kind !== "young" && kind !== "listed"
    ? { ...WORDS[kind], next: CALM }
    : WORDS[kind];
}

/** What the texts are filled with. */
export interface FindingParams {
  /** What the sign is, and all ways in which it met the device, `top` the strongest. */
  readonly type: Indicator["type"];
  readonly top: Contact;
  readonly contacts: readonly Contact[];
  readonly level: Level;
  readonly campaign: string;
  readonly set: string;
  readonly value: string;
  readonly seen: string;
  /** Day on which the sign ended, before it was met. */
  readonly ended?: string;
  /** Of a capture: the addresses of the network that met it. Nobody said which of them is the phone. */
  readonly by?: readonly string[];
}

export function findingParams(p: FindingParams): Params {
  const [what, soon, contact] = [whatWords(p.type, p.top), SOON[p.level], CONTACTS[p.top]];
  const of = p.by ? DEVICE : PHONE;
  const by: Params = p.by ? { by: p.by.join(", ") } : {};
  const who: Params = { ...by, who_es: say(of.who, "es", by), who_en: say(of.who, "en", by) };
  return {
    ...who,
    begins_es: say(of.begins, "es"),
    begins_en: say(of.begins, "en"),
    on_es: say(of.on, "es"),
    on_en: say(of.on, "en"),
    value: p.value,
    seen: p.seen,
    campaign: p.campaign,
    set: p.set,
    set_es: p.set === BUILTIN_SET.meta.name ? say(BUILTIN, "es") : p.set,
    set_en: p.set === BUILTIN_SET.meta.name ? say(BUILTIN, "en") : p.set,
    contact: p.top,
    contact_es: say(contact, "es", who),
    contact_en: say(contact, "en", who),
    what_es: say(what, "es"),
    what_en: say(what, "en"),
    also_es: alsoWords(p.top, p.contacts, "es") + endedWords(p.ended, "es"),
    also_en: alsoWords(p.top, p.contacts, "en") + endedWords(p.ended, "en"),
    soon_es: say(soon, "es"),
    soon_en: say(soon, "en"),
  };
}
