/**
 * What the reports on Hermit of RCS Lab (Google and Lookout, June 2022) describe of iPhones: an app under the permit of a company, which looked like that
 * of an operator or of a messenger, and whose link came by SMS, sometimes after the operator had cut off the mobile data. Its identifiers changed,
 * so no sign can name it on an iPhone; what it tells is a lead and no more:
 *
 * - `company`: the permit is of the company that the press names.
 * - `looks`: an app under a company's permit has the name of an operator or a messenger in its own. The real ones come from the store.
 * - `sms`: an app came with a company's permit within two days after an SMS with a link from a sender that is no contact.
 * That an app has such a permit at all is the question of `ios/app-source`.
 * Sources: Google Threat Analysis Group, 2022-06-23, and Lookout, 2022-06-16 (as the press tells them); il Giornale, 2022-06 (company of the permit).
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { account } from "../../accounts.ts";
import { plain, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Permit {
  readonly team: string;
  /** Names in the permit, of the app and of itself. */
  readonly named: readonly string[];
  /** The folder of the app that it lies in. */
  readonly folder: string;
  readonly ref: RecordRef;
}
interface Bundle {
  readonly bundle: string;
  readonly folder: string;
}
/** An app for which a company's permit was installed, in the log of installations. */
interface Placed {
  readonly placed: string;
  readonly at: bigint | undefined;
  readonly ref: RecordRef;
}
interface Sms {
  readonly sms: bigint;
  readonly from: string;
  readonly ref: RecordRef;
}
interface Contact {
  readonly contact: string;
}
type Fact = Permit | Bundle | Placed | Sms | Contact;

const COMPANY = /^3-1 mobile\b/i;
const TWO_DAYS_NS = 172_800_000_000_000n;
const MAX_NAME = 300;
const MAX_FINDINGS = 4;
/**
 * Operators where Hermit and its like were seen and of the region that we write for, messengers, and what pages of that kind offered to repair. Names
 * that are also common words of work (wind, operator) are not among them.
 */
const LOOKS: ReadonlySet<string> = new Set(
  `altel beeline carrier claro digicel entel facebook fastweb iliad instagram kcell messenger movistar orange signal
  telcel tele2 telefonica telegram tigo tim tmobile viber vodafone whatsapp windtre`.split(/\s+/),
);

/** Words of a name or an identifier: `com.ios.MyVodafone` has `com`, `ios`, `my`, `vodafone`, `myvodafone`. */
function wordsOf(name: string): string[] {
  const parts = name.slice(0, MAX_NAME).split(/[^\p{L}\p{N}]+/u);
  return parts.flatMap((p) => {
    const split = p.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
    const whole = p.toLowerCase();
    return [...split.map((w) => w.toLowerCase()), whole, whole.replace(/^(?:my|mi|mio|il)/, "")];
  });
}

const looksLike = (names: readonly string[]): string | undefined =>
  names.find((n) => wordsOf(n).some((w) => LOOKS.has(w)));

function permitOf(r: ArtifactRecord, ref: () => RecordRef): Permit | undefined {
  const { company, apple, team_name, team, name, app, folder } = r.fields;
  if (company !== true || apple === true) return undefined;
  return {
    team: (string(team_name) || string(team)).slice(0, MAX_NAME),
    named: [string(app), string(name)].map((n) => n.slice(0, MAX_NAME)),
    folder: string(folder),
    ref: ref(),
  };
}

/** An SMS that came with a link. */
function smsOf(r: ArtifactRecord, ref: () => RecordRef): Sms | undefined {
  const { service, from_me, handle } = r.fields;
  const at = r.at?.utc;
  if (r.kind !== "message" || service !== "SMS" || from_me === true || typeof at !== "bigint") return undefined;
  const linked = r.observables.some((o) => o.type === "url" && o.contact === "received");
  return linked ? { sms: at, from: string(handle).slice(0, 320), ref: ref() } : undefined;
}

export const hermitPattern: Rule<Fact> = {
  id: "ios/hermit-pattern",
  version: 1,
  level: "lead",
  words,
  needs: [
    "ios/provisioning-profiles",
    "ios/app-provisioning",
    "ios/app-bundles",
    "ios/installation-log",
    "ios/sms",
    "ios/contacts",
  ],
  baseRate: {
    fired: 0,
    samples: 3,
    what: "MVT's test backup, plaso's log of installations, the reference generator's phone, whose one app under a company's permit is not of that pattern; phones of people whose employer sends apps by SMS were not at hand",
  },
  sources: [
    "Google Threat Analysis Group, Spyware vendor targets users in Italy and Kazakhstan, 2022-06-23",
    "Lookout, Hermit, 2022-06-16",
  ],
  budget: 200_000,
  once: (f) => ("contact" in f ? `contact ${f.contact}` : "bundle" in f ? `bundle ${f.folder}` : undefined),
  fact(r, ref, artifact) {
    switch (artifact) {
      case "ios/sms":
        return smsOf(r, ref);
      case "ios/contacts": {
        const contact = r.kind === "value" ? account(string(r.fields.value)) : "";
        return contact === "" ? undefined : { contact };
      }
      case "ios/installation-log": {
        const placed = string(r.fields.app).slice(0, MAX_NAME);
        if (r.kind !== "event" || r.fields.action !== "profile" || placed === "") return undefined;
        const at = r.at?.utc;
        return { placed, at: typeof at === "bigint" ? at : undefined, ref: ref() };
      }
      case "ios/app-bundles": {
        const { app, folder } = r.fields;
        return r.kind === "bundle" ? { bundle: string(app).slice(0, MAX_NAME), folder: string(folder) } : undefined;
      }
      default:
        return permitOf(r, ref);
    }
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const isKnown = (...names: string[]): boolean => names.some((n) => n !== "" && known.has(n.toLowerCase()));
    const bundles = new Map(facts.flatMap((f) => ("bundle" in f ? [[f.folder, f.bundle] as const] : [])));
    const senders = smsOfStrangers(facts, context.known);
    const told = new Set<string>();
    for (const f of facts) {
      if (told.size >= MAX_FINDINGS) return;
      if (!("team" in f) && !("placed" in f)) continue;
      const app = "placed" in f ? f.placed : (bundles.get(f.folder) ?? f.named.find((n) => n !== "") ?? "");
      const team = "team" in f ? f.team : "";
      if (isKnown(app, team) || told.has(app)) continue;
      const sms = "placed" in f ? before(senders, f.at) : undefined;
      const like = looksLike("team" in f ? [app, ...f.named] : [app]);
      const kind = COMPANY.test(team) ? "company" : like !== undefined ? "looks" : sms ? "sms" : undefined;
      if (kind === undefined) continue;
      told.add(app);
      yield {
        subject: plain(app || team) || "?",
        params: { case: kind, app: plain(app) || "?", team: plain(team), like: plain(like ?? "") },
        records: [f.ref, ...(sms ? [sms.ref] : [])],
      };
    }
  },
};

/** In the order of time; none without an address book, where nobody is a stranger. */
function smsOfStrangers(facts: readonly Fact[], knownNames: readonly string[]): readonly Sms[] {
  const contacts = new Set(facts.flatMap((f) => ("contact" in f ? [f.contact] : [])));
  if (contacts.size === 0) return [];
  for (const k of knownNames) contacts.add(account(k));
  const all = facts.filter((f): f is Sms => "sms" in f && !contacts.has(account(f.from)));
  return all.sort((a, b) => (a.sms < b.sms ? -1 : a.sms > b.sms ? 1 : 0));
}

/** The last of them within two days before. */
function before(all: readonly Sms[], at: bigint | undefined): Sms | undefined {
  if (at === undefined) return undefined;
  let [low, high] = [0, all.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if (all[mid]!.sms <= at) low = mid + 1;
    else high = mid;
  }
  const last = all[low - 1];
  return last && at - last.sms <= TWO_DAYS_NS ? last : undefined;
}
