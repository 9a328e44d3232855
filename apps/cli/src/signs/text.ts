/** Installed and known sets as text for a terminal. @module */
import { byCodeUnit, count, type Lang, say } from "@contraluz/core";
import { KNOWN_HOSTS, KNOWN_SETS, type KnownSet } from "@contraluz/detection";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { isoWords } from "@contraluz/report/when.ts";
import { table } from "../help.ts";
import { NAME } from "../name.ts";
import { printable } from "../terminal.ts";
import type { Could, Kind } from "./could.ts";
import { inUse } from "./take.ts";
import type { StoredSet, StoredVersion } from "./types.ts";
import type { Updated } from "./update.ts";
import { ageWords } from "./when.ts";
import { ASIDE, EVIDENCE, FAILURE, S, TYPE } from "./words.ts";

export interface Shown {
  readonly lang: Lang;
  readonly width: number;
  /** ISO 8601: ages are counted up to here. */
  readonly now: string;
}

const room = (o: Shown): number => Math.min(100, o.width);
const wrapped = (text: string, o: Shown, first = ""): string[] => wrap(text, room(o), first);
const day = (iso: string, lang: Lang): string => isoWords(iso.slice(0, 10), lang, true);
const signsOf = (n: number, lang: Lang): string => say(S.signs, lang, { n });
export const shortId = (id: string): string => id.slice(0, 12);

/** Who will be asked: `raw.githubusercontent.com (GitHub)`. */
export function hostsOf(sets: readonly KnownSet[]): string {
  const hosts = new Set(sets.flatMap((s) => s.files.map((f) => new URL(f.url).host)));
  return [...hosts]
    .sort(byCodeUnit)
    .map((h) => (KNOWN_HOSTS.includes(h) ? `${h} (GitHub)` : h))
    .join(", ");
}

/** What will be seen by whom, before anything is asked for. */
export function beforeAsking(sets: readonly KnownSet[], o: Shown): string {
  const n = sets.reduce((sum, s) => sum + s.files.length, 0);
  return [
    ...wrapped(say(S.whoSees, o.lang, { n, hosts: hostsOf(sets) }), o),
    ...wrapped(say(S.otherWay, o.lang, { cmd: NAME }), o),
    "",
  ].join("\n");
}

/** `update` without a name: what there is. */
export function knownText(installed: readonly StoredSet[], o: Shown): string {
  const { lang } = o;
  const rows = KNOWN_SETS.map((k) => {
    const set = installed.find((s) => s.name === k.name);
    const version = inUse(set);
    const have = version ? ` (${say(S.have, lang, { when: ageWords(version.asked, o.now, lang) })})` : "";
    return [k.name, `${say(k.about, lang)} ${k.publisher}, ${k.licence}.${have}`] as const;
  });
  return [
    `${say(S.knownHead, lang)}:`,
    ...table(rows, o.width),
    "",
    ...wrapped(say(S.groups, lang), o),
    ...wrapped(say(S.nothingFetched, lang, { hosts: hostsOf(KNOWN_SETS) }), o),
    say(S.type, lang, { line: `${NAME} indicators update pegasus predator` }),
    "",
  ].join("\n");
}

/** One set of the list: what a person decides by. */
function setLine(s: StoredSet, o: Shown): string {
  const { lang } = o;
  const v = inUse(s) ?? s.versions.at(-1);
  const said: string[] = [];
  if (v) {
    said.push(signsOf(v.signs, lang));
    said.push(say(v.from === "network" ? S.askedOn : S.broughtOn, lang, { when: ageWords(v.asked, o.now, lang) }));
    if (v.date !== "") said.push(say(S.published, lang, { date: day(v.date, lang) }));
  }
  said.push(s.licence === "" ? say(S.noLicence, lang) : say(S.licence, lang, { name: printable(s.licence) }));
  said.push(say(s.inUse === null ? S.notUsed : S.used, lang));
  if (s.versions.length > 1) said.push(say(S.more, lang, { n: s.versions.length }));
  return said.join(" · ");
}

export function listText(sets: readonly StoredSet[], path: string, o: Shown): string {
  const { lang } = o;
  if (sets.length === 0) return `${wrapped(say(S.none, lang, { cmd: NAME }), o).join("\n")}\n`;
  return [
    `${say(S.installedHead, lang)}:`,
    ...table(
      sets.map((s) => [s.name, setLine(s, o)] as const),
      o.width,
    ),
    "",
    ...wrapped(say(S.storeAt, lang, { path: printable(path) }), o),
    "",
  ].join("\n");
}

function versionLine(v: StoredVersion, set: StoredSet, o: Shown): string {
  const { lang } = o;
  const state = v.aside
    ? say(S.aside, lang, { why: say(ASIDE[v.aside], lang) })
    : say(v.id === set.inUse ? S.used : S.notUsed, lang);
  const came = say(v.from === "network" ? S.askedOn : S.broughtOn, lang, { when: ageWords(v.fetched, o.now, lang) });
  const bytes = count(v.files.reduce((n, f) => n + f.size, 0));
  return `${came} · ${signsOf(v.signs, lang)} · ${bytes} bytes · ${state}`;
}

/** Names in one line. */
const UNSEEN = 20;

/** What the signs of the version in use can show in one kind of evidence. */
function couldText({ kind, types }: CouldIn, o: Shown): string[] {
  const { lang } = o;
  const evidence = say(EVIDENCE[kind], lang);
  const total = types.reduce((n, c) => n + c.total, 0);
  const some = types.reduce((n, c) => n + c.could, 0);
  const rows = types.map((c) => say(S.couldRow, lang, { ...c, type: TYPE[c.type][lang === "es" ? 0 : 1] }));
  const text = some === 0 ? S.couldNone : S.could;
  return [...wrapped(say(text, lang, { evidence, could: some, total }), o), ...rows.map((r) => `  ${r}`)];
}

export interface CouldIn {
  readonly kind: Kind;
  readonly types: readonly Could[];
}

export interface ShownSet {
  readonly name: string;
  readonly known: KnownSet | undefined;
  readonly set: StoredSet | undefined;
  readonly could: readonly CouldIn[];
  /** Programs of which no sign is published. */
  readonly unseen: readonly string[];
  /** Lines or objects of the version in use that could not be read. */
  readonly unread: number;
}

/** `show NAME` */
export function showText(s: ShownSet, o: Shown): string {
  const { lang } = o;
  const { known, set } = s;
  const out: string[] = [known ? `${s.name}: ${known.title}` : s.name];
  const fact = (label: string, value: string): void => void out.push(...wrapped(value, o, `  ${label}: `));
  if (known) {
    fact(say(S.about, lang), say(known.about, lang));
    fact(say(S.publisher, lang), `${known.publisher} · ${say(S.licence, lang, { name: known.licence })}`);
    fact(say(S.foundBy, lang), known.found.join(", "));
    for (const f of known.files) out.push(`  ${say(S.where, lang)}: ${f.url}`);
    for (const r of known.references) out.push(`  ${say(S.references, lang)}: ${r}`);
  }
  out.push("");
  if (!set) out.push(say(S.notInstalled, lang), say(S.type, lang, { line: `${NAME} indicators update ${s.name}` }));
  else {
    for (const c of s.could) if (c.types.length > 0) out.push(...couldText(c, o));
    if (s.unseen.length > 0) {
      const more = s.unseen.length > UNSEEN ? ` +${count(s.unseen.length - UNSEEN)}` : "";
      const names = s.unseen.slice(0, UNSEEN).map(printable).join(", ") + more;
      out.push(...wrapped(say(S.unseen, lang, { n: s.unseen.length, names }), o));
    }
    if (s.unread > 0) out.push(...wrapped(say(S.unread, lang, { n: s.unread }), o));
    out.push("", `${say(S.versions, lang)}:`);
    out.push(
      ...table(
        [...set.versions].reverse().map((v) => [shortId(v.id), versionLine(v, set, o)] as const),
        o.width,
      ),
    );
  }
  return `${out.join("\n")}\n`;
}

/** What became of one set that was asked for or handed in. */
export function takenWords(u: Updated, o: Shown): string[] {
  const { lang } = o;
  if (!u.ok) {
    const why = say(FAILURE[u.why], lang, { detail: printable(u.detail) });
    return wrapped(say(S.failed, lang, { why }), o, `  ${u.name}: `);
  }
  const { state, version, before, change } = u.taken;
  const signs = signsOf(version.signs, lang);
  if (state === "aside") {
    const use = `${NAME} indicators use ${u.name}@${shortId(version.id)}`;
    const left = before ? say(S.asideBefore, lang, { date: day(before.fetched, lang) }) : say(S.asideNone, lang);
    return [
      ...wrapped(
        `${say(S.aside, lang, { why: say(ASIDE[version.aside ?? "shrunk"], lang) })}. ${left}`,
        o,
        `  ${u.name}: `,
      ),
      ...(version.signs > 0 ? [`      ${say(S.asideUse, lang, { line: use })}`] : []),
    ];
  }
  const changed = (): string =>
    say(S.changed, lang, {
      date: day(before?.fetched ?? version.fetched, lang),
      came: count(change?.came ?? 0),
      went: count(change?.went ?? 0),
    });
  const words =
    state === "new" || !change
      ? say(S.took, lang, { signs })
      : state === "again"
        ? `${say(S.again, lang)}; ${changed()}`
        : changed();
  return wrapped(state === "same" ? `${say(S.same, lang)} · ${signs}` : words, o, `  ${u.name}: `);
}
