/** `contraluz indicators`: the sets of signs that are installed, and where new ones come from. Nothing updates by itself. @module */
import { readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { say } from "@contraluz/core";
import { KNOWN_GROUPS, KNOWN_SETS, type KnownSet } from "@contraluz/detection";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { isoWords } from "@contraluz/report/when.ts";
import { type Args, perhaps, UsageError } from "../args.ts";
import { confirm } from "../confirm.ts";
import { EXIT } from "../exit.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { couldShow, KINDS, unpublished } from "../signs/could.ts";
import { storeFolder } from "../signs/folder.ts";
import { knownSet, readVersion } from "../signs/read.ts";
import { openStore, SET_NAME, type Store, StoreDamaged } from "../signs/store.ts";
import { filesOf, inUse, take } from "../signs/take.ts";
import { beforeAsking, knownText, listText, type Shown, showText, takenWords } from "../signs/text.ts";
import type { StoredSet, StoredVersion } from "../signs/types.ts";
import { type Get, getKnown, type Updated, updateSets } from "../signs/update.ts";
import { S } from "../signs/words.ts";
import { printable, progressLine } from "../terminal.ts";
import { width } from "../views.ts";
import { W } from "../words.ts";

/** What a test may put in the place of the network and of the clock. Nothing that is typed can. */
export interface SignsDeps {
  readonly get: Get;
  readonly now: () => string;
}

const DEPS: SignsDeps = { get: getKnown, now: () => new Date().toISOString() };

/** Beyond every published list. */
const MAX_FILE = 64 * 1024 * 1024;

interface Run extends Shown {
  readonly args: Args;
  readonly store: Store;
  readonly names: readonly string[];
  readonly deps: SignsDeps;
}

const usage = (verb: string): string => `${NAME} indicators ${verb}`;
const print = async (text: string): Promise<void> => void (await writeOut(text));

async function answer(r: Run, json: unknown, text: string): Promise<void> {
  await print(r.args.flags.has("json") ? `${JSON.stringify(json, null, 1)}\n` : text);
}

function needName(r: Run, verb: string): UsageError {
  return new UsageError(say(S.needName, r.lang, { line: usage(verb) }));
}

async function list(r: Run): Promise<number> {
  const { sets } = await r.store.read();
  await answer(r, { store: r.store.path, sets }, listText(sets, r.store.path, r));
  return EXIT.result;
}

/** Names and groups as sets, each once, in the order of the index. */
function wanted(names: readonly string[], installed: readonly StoredSet[], r: Run): readonly KnownSet[] {
  const out = new Set<KnownSet>();
  for (const name of names) {
    const one = knownSet(name);
    const group =
      name === "installed"
        ? KNOWN_SETS.filter((k) => installed.some((s) => s.name === k.name))
        : KNOWN_GROUPS.get(name);
    if (!one && !group) {
      const all = [...KNOWN_SETS.map((k) => k.name), ...KNOWN_GROUPS.keys(), "installed"];
      const text = say(S.noSuchSet, r.lang, { name: printable(name), cmd: NAME });
      throw new UsageError(text + perhaps(name, all, r.lang));
    }
    for (const k of one ? [one] : group!) out.add(k);
  }
  return KNOWN_SETS.filter((k) => out.has(k));
}

async function update(r: Run): Promise<number> {
  const { sets: installed } = await r.store.read();
  if (r.names.length === 0) {
    await answer(r, { known: KNOWN_SETS, installed }, knownText(installed, r));
    return EXIT.result;
  }
  const sets = wanted(r.names, installed, r);
  if (sets.length === 0) return list(r);
  process.stderr.write(beforeAsking(sets, { ...r, width: process.stderr.columns || r.width }));
  if (!r.args.flags.has("yes") && !(await confirm(say(S.goOn, r.lang)))) {
    process.stderr.write(`${say(S.notAsked, r.lang)}\n`);
    return EXIT.cancelled;
  }
  const line = progressLine(process.stderr, r.args.flags.has("json"));
  const { get, now } = r.deps;
  const begin = (k: KnownSet): void => line.say({ key: "asking", text: say(S.asking, r.lang), name: k.name });
  const done = await updateSets(sets, { store: r.store, get, now, begin });
  line.end();
  const failed = done.some((u) => !u.ok || u.taken.state === "aside");
  const tail = done.some((u) => !u.ok) ? `${wrap(say(S.failedKept, r.lang), Math.min(100, r.width)).join("\n")}\n` : "";
  await answer(r, done, `${done.flatMap((u) => takenWords(u, r)).join("\n")}\n${tail}`);
  return failed ? EXIT.unchecked : EXIT.result;
}

/** `Mi Lista.STIX2` → `mi-lista.stix2` */
function nameOf(path: string, r: Run): string {
  const given = r.args.one("name");
  const name =
    given ??
    basename(path)
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, "-");
  if (SET_NAME.test(name)) return name;
  throw new UsageError(say(S.badName, r.lang, { name: printable(name) }));
}

async function bring(r: Run): Promise<number> {
  if (r.names.length === 0) throw needName(r, say(S.lineImport, r.lang));
  if (r.args.one("name") !== undefined && r.names.length > 1) throw new UsageError(say(S.oneName, r.lang));
  const files = r.names.map((given) => {
    const path = resolve(given);
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) throw new UsageError(say(W.noSuchPath, r.lang, { path: printable(path) }));
    if (!found.isFile() || found.size > MAX_FILE)
      throw new UsageError(say(W.noSigns, r.lang, { path: printable(path) }));
    return { path, name: nameOf(path, r) };
  });
  const done: Updated[] = [];
  for (const { path, name } of files) {
    const arrived = [{ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }];
    // A file without a single sign is a mistake of the hand: it is not kept.
    if ((await readVersion(name, arrived)).signs === 0)
      throw new UsageError(say(W.noSigns, r.lang, { path: printable(path) }));
    done.push({ name, ok: true, taken: await take(r.store, name, arrived, "file", r.deps.now()) });
  }
  await answer(r, done, `${done.flatMap((u) => takenWords(u, r)).join("\n")}\n`);
  return done.some((u) => u.ok && u.taken.state === "aside") ? EXIT.unchecked : EXIT.result;
}

async function show(r: Run): Promise<number> {
  const [name] = r.names;
  if (name === undefined) throw needName(r, say(S.lineShow, r.lang));
  const set = (await r.store.read()).sets.find((s) => s.name === name);
  const known = knownSet(name);
  if (!set && !known) {
    const text = say(S.noSuchSet, r.lang, { name: printable(name), cmd: NAME });
    throw new UsageError(
      text +
        perhaps(
          name,
          KNOWN_SETS.map((k) => k.name),
          r.lang,
        ),
    );
  }
  const version = inUse(set) ?? set?.versions.at(-1);
  const read = version ? await readVersion(name, await filesOf(r.store, version), version.modified) : undefined;
  const could = read ? KINDS.map((kind) => ({ kind, types: couldShow(read.compiled, kind) })) : [];
  const unseen = read ? unpublished(read.compiled) : [];
  const unread = read?.problems.length ?? 0;
  await answer(
    r,
    { name, known: known ?? null, set: set ?? null, could, unseen, unread },
    showText({ name, known, set, could, unseen, unread }, r),
  );
  return EXIT.result;
}

/** `NAME@VERSION`: the set, and the one version whose id begins so. */
async function pick(r: Run, given: string): Promise<{ set: StoredSet; version: StoredVersion | undefined }> {
  const [name, prefix, more] = given.split("@");
  const set = (await r.store.read()).sets.find((s) => s.name === name);
  if (!set) throw new UsageError(say(S.notHere, r.lang, { name: printable(name ?? "") }));
  if (prefix === undefined) return { set, version: undefined };
  const found = set.versions.filter((v) => prefix !== "" && v.id.startsWith(prefix));
  if (found.length !== 1 || more !== undefined)
    throw new UsageError(say(S.noVersion, r.lang, { name: set.name, version: printable(prefix) }));
  return { set, version: found[0] };
}

function usedNow(set: StoredSet, r: Run): string {
  const v = inUse(set);
  if (!v) return say(S.unusedNow, r.lang, { name: set.name });
  return say(S.nowUsed, r.lang, { name: set.name, date: isoWords(v.fetched.slice(0, 10), r.lang, true) });
}

async function use(r: Run): Promise<number> {
  const [given] = r.names;
  const line = say(S.lineUse, r.lang);
  if (given === undefined || !given.includes("@")) throw needName(r, line);
  const { set, version } = await pick(r, given);
  // Whoever puts a version to use has looked at it.
  const versions = set.versions.map(({ aside, ...v }) => (v.id === version!.id || !aside ? v : { ...v, aside }));
  const changed: StoredSet = { ...set, versions, inUse: version!.id };
  await r.store.put(set.name, () => changed);
  await answer(r, changed, `${usedNow(changed, r)}\n`);
  return EXIT.result;
}

async function remove(r: Run): Promise<number> {
  if (r.names.length === 0) throw needName(r, say(S.lineRemove, r.lang));
  const picked = [];
  for (const n of r.names) picked.push({ ...(await pick(r, n)), given: n });
  const said: string[] = [];
  for (const { set, version, given } of picked) {
    await r.store.put(set.name, (s) => {
      const versions = version && s ? s.versions.filter((v) => v.id !== version.id) : [];
      if (!s || versions.length === 0) return undefined;
      const left = versions.filter((v) => !v.aside).at(-1)?.id ?? null;
      const next = { ...s, versions, inUse: s.inUse === version?.id ? left : s.inUse };
      if (s.inUse === version?.id) said.push(usedNow(next, r));
      return next;
    });
    said.unshift(say(S.removed, r.lang, { name: printable(given) }));
  }
  await r.store.clear();
  await answer(r, { removed: picked.map((p) => p.given) }, `${said.join("\n")}\n`);
  return EXIT.result;
}

const VERBS: Readonly<Record<string, (r: Run) => Promise<number>>> = {
  list,
  update,
  import: bring,
  show,
  use,
  remove,
};

export async function signsCommand(args: Args, deps: SignsDeps = DEPS): Promise<number> {
  const { lang } = args;
  const [verb = "list", ...names] = args.paths;
  if (!Object.hasOwn(VERBS, verb)) {
    const text = say(S.badVerb, lang, { verb: printable(verb), all: Object.keys(VERBS).join(", ") });
    throw new UsageError(text + perhaps(verb, Object.keys(VERBS), lang));
  }
  const store = openStore(storeFolder(args.one("store")));
  try {
    return await VERBS[verb]!({ args, store, names, deps, lang, width: width(), now: deps.now() });
  } catch (e) {
    if (!(e instanceof StoreDamaged)) throw e;
    throw new UsageError(
      say(e.index ? S.damagedStore : S.damagedFile, lang, { path: printable(e.message), cmd: NAME }),
    );
  }
}
