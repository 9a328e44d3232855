/**
 * What the report on Graphite (Citizen Lab, June 2025) describes of iPhones that it had attacked. It names no file, program or account of it, so no sign
 * can tell it; what it tells, in three ways, is a lead and no more:
 *
 * - `server`: the phone asked one address, named in the report, in January and February 2025. It is a rented server, online as such until April:
 *   what is met there after June 2025 may be anybody's.
 * - `link`: Apple calls the way in a photo or video shared by an iCloud link, by iMessage, without a click; iOS 18.3.1 closed it on 10 February 2025. A
 *   message with such a link from somebody whom the phone does not know, from December 2024 to three weeks after the update.
 * - `lookup`: the attacker's account stood in the logs at that time. In those months iMessage looked up an account that stands nowhere else in the phone,
 *   and within an hour a program of Messages crashed. Such an account alone says nothing: junk mail has one each day.
 * Sources: Citizen Lab, Graphite Caught, 2025-06-12 (read); Apple, About the security content of iOS 18.3.1 (CVE-2025-43200). How Photos writes
 * an iCloud link is general knowledge.
 * @module
 */
import { type ArtifactRecord, parseIso, type RecordRef } from "@contraluz/core";
import { account } from "../../accounts.ts";
import { plain, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Known {
  readonly known: string;
  /** From the address book. */
  readonly contact: boolean;
}
/** Somebody from whom a message came. */
interface Heard {
  readonly heard: string;
}
interface Linked {
  readonly from: string;
  readonly ref: RecordRef;
}
interface Lookup {
  readonly lookup: string;
  readonly at: bigint;
  readonly ref: RecordRef;
}
interface Crash {
  readonly crash: bigint;
  readonly ref: RecordRef;
}
interface Server {
  readonly server: string;
  readonly ref: RecordRef;
}
type Fact = Known | Heard | Linked | Lookup | Crash | Server;

const SERVER = "46.183.184.91";
/** The address as a host, alone or in a URL. */
const ASKED = /(?:^|\/\/|[\s@(])46\.183\.184\.91(?=[:/?#\s)]|$)/;
const SERVER_UNTIL = parseIso("2025-07-01T00:00:00Z")!;
const FIRST = parseIso("2024-12-01T00:00:00Z")!;
const LAST = parseIso("2025-03-03T00:00:00Z")!;
const HOUR_NS = 3_600_000_000_000n;
const PHOTOS = /^https:\/\/(?:share\.icloud\.com\/photos\/|(?:www\.)?icloud\.com\/photos\/#)/i;
/** Programs of Messages; reports of crashes in older and newer versions. */
const MESSAGES: ReadonlySet<string> = new Set([
  "IMDPersistenceAgent",
  "IMTranscoderAgent",
  "MessagesBlastDoorService",
  "imagent",
]);
const CRASHES: ReadonlySet<string> = new Set(["109", "309", "308"]);
/** Where requests and sites are told. */
const ASKING: readonly string[] = [
  "ios/cached-requests",
  "ios/webkit-observations",
  "ios/privacy-report",
  "ios/unified-log",
];
const SPOKEN: readonly string[] = ["ios/sms", "ios/calls", "ios/interactions"];
const MAX_FINDINGS = 3;

const inWindow = (at: bigint | undefined): at is bigint => typeof at === "bigint" && at >= FIRST && at < LAST;

function serverOf(r: ArtifactRecord, ref: () => RecordRef): Server | undefined {
  const at = r.at?.utc;
  if (typeof at === "bigint" && at >= SERVER_UNTIL) return undefined;
  const values = [...r.observables.map((o) => o.value), string(r.fields.text)];
  return values.some((v) => v.includes(SERVER) && ASKED.test(v.slice(0, 4096)))
    ? { server: SERVER, ref: ref() }
    : undefined;
}

/** A link of photos that came, or somebody with whom there was a word. */
function messageOf(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const { from_me, handle, service } = r.fields;
  const who = string(handle).slice(0, 320);
  if (r.kind !== "message" || who === "") return undefined;
  if (from_me === true) return { known: who, contact: false };
  const linked = service === "iMessage" && inWindow(r.at?.utc);
  return linked && r.observables.some((o) => o.type === "url" && PHOTOS.test(o.value))
    ? { from: who, ref: ref() }
    : { heard: who };
}

/** Accounts of calls and of what iOS notes of dealings with people. */
function spokenOf(r: ArtifactRecord): Known | undefined {
  const o = r.observables.find(({ type }) => type === "email" || type === "phone");
  const value = o?.value ?? string(r.fields.with ?? r.fields.from);
  return value === "" ? undefined : { known: value.slice(0, 320), contact: false };
}

export const graphitePattern: Rule<Fact> = {
  id: "ios/graphite-pattern",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/contacts", "ios/id-status-cache", "ios/crash-reports", ...SPOKEN, ...ASKING],
  baseRate: {
    fired: 0,
    samples: 3,
    what: "MVT's test backup, plaso's look-ups and messages, the reference generator's phone: none of them has messages of those months with iCloud links, so how often strangers send such links is not known",
  },
  sources: ["Citizen Lab, Graphite Caught, 2025-06-12", "Apple, CVE-2025-43200 (iOS 18.3.1)"],
  budget: 200_000,
  once(f) {
    if ("heard" in f) return `heard ${f.heard}`;
    return "known" in f ? `${f.contact ? "contact" : "known"} ${f.known}` : undefined;
  },
  fact(r, ref, artifact) {
    if (artifact === "ios/contacts") {
      const known = r.kind === "value" ? account(string(r.fields.value)) : "";
      return known === "" ? undefined : { known, contact: true };
    }
    if (artifact === "ios/sms") return messageOf(r, ref);
    if (SPOKEN.includes(artifact)) return spokenOf(r);
    if (ASKING.includes(artifact)) return serverOf(r, ref);
    const at = r.at?.utc;
    if (!inWindow(at)) return undefined;
    if (artifact === "ios/id-status-cache")
      return r.kind === "lookup" && r.fields.service === "com.apple.madrid"
        ? { lookup: string(r.fields.handle).slice(0, 320), at, ref: ref() }
        : undefined;
    const crashed = r.kind === "report" && MESSAGES.has(string(r.fields.name)) && CRASHES.has(String(r.fields.type));
    return crashed ? { crash: at, ref: ref() } : undefined;
  },
  *judge(facts, context) {
    const servers = facts.filter((f): f is Server => "server" in f);
    if (servers.length > 0 && !context.known.includes(SERVER))
      yield { subject: SERVER, params: { case: "server", who: SERVER }, records: servers.map((f) => f.ref) };
    // Without an address book nobody is a stranger.
    if (!facts.some((f) => "contact" in f && f.contact)) return;
    const known = new Set(facts.flatMap((f) => ("known" in f ? [account(f.known)] : [])));
    for (const k of context.known) known.add(account(k));
    yield* strangers(facts, known);
    yield* lookups(facts, known);
  },
};

function* strangers(facts: readonly Fact[], known: ReadonlySet<string>): Generator<Hit> {
  const senders = new Map<string, RecordRef[]>();
  for (const f of facts) {
    if (!("from" in f) || known.has(account(f.from))) continue;
    const of = senders.get(f.from);
    if (of) of.push(f.ref);
    else senders.set(f.from, [f.ref]);
  }
  const all = [...senders];
  for (const [from, records] of all.slice(0, MAX_FINDINGS))
    yield { subject: plain(from) || "?", params: { case: "link", who: plain(from), senders: 1 }, records };
  const rest = all.slice(MAX_FINDINGS);
  if (rest.length === 0) return;
  const params = { case: "link", who: "", senders: rest.length };
  yield { subject: "…", params, records: rest.flatMap(([, records]) => records) };
}

function* lookups(facts: readonly Fact[], known: ReadonlySet<string>): Generator<Hit> {
  const crashes = facts.filter((f): f is Crash => "crash" in f);
  crashes.sort((a, b) => (a.crash < b.crash ? -1 : a.crash > b.crash ? 1 : 0));
  /** The first crash not before an instant. */
  const after = (at: bigint): Crash | undefined => {
    let [low, high] = [0, crashes.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if (crashes[mid]!.crash < at) low = mid + 1;
      else high = mid;
    }
    return crashes[low];
  };
  // Who sent a message stands elsewhere, too.
  const heard = new Set(
    facts.flatMap((f) => ("from" in f ? [account(f.from)] : "heard" in f ? [account(f.heard)] : [])),
  );
  let found = 0;
  for (const f of facts) {
    if (!("lookup" in f) || found >= MAX_FINDINGS) continue;
    const who = account(f.lookup);
    if (who === "" || known.has(who) || heard.has(who)) continue;
    const crash = after(f.at);
    if (!crash || crash.crash - f.at > HOUR_NS) continue;
    const shown = plain(f.lookup.replace(/^(?:mailto|tel):/i, ""));
    yield { subject: shown || "?", params: { case: "lookup", who: shown, senders: 1 }, records: [f.ref, crash.ref] };
    found++;
  }
}
