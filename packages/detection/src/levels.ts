/**
 * The level of a hit: what the sign is × how it met the device. This table is the only place that decides.
 *
 * | sign | ran, installed, present | resolved | opened, visited | shown, received, looked-up | listed | shared |
 * |---|---|---|---|---|---|---|
 * | implant (process, path, hash, app, profile, certificate) | match | – | – | targeted | lead | – |
 * | server (domain, URL, IP) | match | match | targeted | targeted | lead | info |
 * | account (e-mail, phone) | – | – | – | targeted | lead | – |
 * | vendor (a page that sells); young (a site registered lately, not where it is listed) | – | info | info | info | info | – |
 *
 * `resolved` is said of an app that is no browser: what a browser resolves is `visited`, or `looked-up` where no visit
 * is known. Then: of watchware a match or an attempt is a lead and a lead is info, since an app of a family that is there is no attack and no
 * attempt at one; of a tracker an attempt is info, too; a name that is also a common
 * word, or of which only the cut form was seen, is a lead at most. A row of which parts were used again tells no more than that
 * something is mentioned: a lead at most, too.
 * @module
 */
import { type Contact, type Grade, type Indicator, LEVELS, type Level, type Origin } from "@contraluz/core";

type Way = "on-device" | "resolved" | "opened" | "received" | "listed" | "shared";

const WAY: Readonly<Record<Contact, Way>> = {
  ran: "on-device",
  installed: "on-device",
  present: "on-device",
  resolved: "resolved",
  opened: "opened",
  visited: "opened",
  shown: "received",
  received: "received",
  "looked-up": "received",
  listed: "listed",
  shared: "shared",
};

const TABLE: Readonly<Record<Indicator["role"], Readonly<Partial<Record<Way, Level>>>>> = {
  implant: { "on-device": "match", received: "targeted", listed: "lead" },
  server: {
    "on-device": "match",
    resolved: "match",
    opened: "targeted",
    received: "targeted",
    listed: "lead",
    shared: "info",
  },
  account: { received: "targeted", listed: "lead" },
  vendor: { resolved: "info", opened: "info", received: "info", listed: "info" },
  young: { resolved: "info", opened: "info", received: "info" },
};

/** Of meetings of one level, the one that says most: to open a link says more than to receive it. */
export const CONTACT_RANK: Readonly<Record<Contact, number>> = {
  ran: 0,
  installed: 1,
  present: 2,
  resolved: 3,
  opened: 4,
  visited: 5,
  shown: 6,
  received: 7,
  "looked-up": 8,
  listed: 9,
  shared: 10,
};

/** True if `a` weighs more than `b`. */
export function outranks(a: Level, b: Level): boolean {
  return LEVELS.indexOf(a) < LEVELS.indexOf(b);
}

/** `ask` is no step: it is a question of a rule, not a weight. */
const STEPS: readonly Level[] = ["match", "targeted", "lead", "info"];

/** What a level becomes of a softer grade. */
const SOFTER: Readonly<Record<Grade, Readonly<Partial<Record<Level, Level>>>>> = {
  spyware: {},
  stalkerware: {},
  watchware: { match: "lead", targeted: "lead", lead: "info" },
  tracker: { match: "lead", targeted: "info", lead: "info" },
};

/** False of a row of which parts were used again. */
export function isWhole({ at }: Origin): boolean {
  return !("torn" in at && at.torn);
}

/** How a value met the device, as far as the bytes of its record can be trusted. */
export function contactOf(contact: Contact, origin: Origin): Contact {
  return isWhole(origin) ? contact : "listed";
}

/** What of an indicator the level depends on. */
export type Weighed = Pick<Indicator, "role" | "grade" | "common"> & { readonly truncated?: true };

/** The level of a hit, or undefined where that contact with that sign says nothing. */
export function levelOf(i: Weighed, contact: Contact): Level | undefined {
  const level = TABLE[i.role][WAY[contact]];
  if (level === undefined) return undefined;
  const step = STEPS.indexOf(SOFTER[i.grade][level] ?? level);
  const most = i.common || i.truncated ? STEPS.indexOf("lead") : 0;
  return STEPS[Math.max(step, most)]!;
}
