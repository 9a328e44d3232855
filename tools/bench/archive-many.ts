/**
 * Many pages out of few: the generator takes 15 ms of the processor for a page, so it makes some thousands, and each of them is told again
 * with other people, plates, telephones and numbers in the same places. Names are drawn as often as the generator has them, so a
 * common surname stays common; then letters are misread anew on each page, as everywhere in this bench.
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fold } from "@contraluz/archive/fold/index.ts";
import { numbers, type TruthPage, truthPages } from "./archive-data.ts";

export type MadePage = Pick<TruthPage, "file" | "page" | "text" | "readable" | "date">;

/** Words of names, each as often as people bear it. */
interface Pool {
  readonly given: readonly string[];
  readonly surname: readonly string[];
  readonly kinds: ReadonlyMap<string, "given" | "surname">;
}

function poolOf(folder: string): Pool {
  const people = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")).truth.people as { name: string }[];
  const given: string[] = [];
  const surname: string[] = [];
  for (const { name } of people) {
    const words = name.split(" ");
    // Names with little words (de la O) say not which word is which.
    if (words.length < 3 || words.length > 4 || words.some((w) => !/^\p{Lu}\p{Ll}/u.test(w))) continue;
    given.push(...words.slice(0, -2));
    surname.push(...words.slice(-2));
  }
  const kinds = new Map<string, "given" | "surname">();
  for (const w of given) kinds.set(fold(w), "given");
  for (const w of surname) kinds.set(fold(w), "surname");
  return { given, surname, kinds };
}

const NUMBERED: ReadonlySet<string> = new Set(["plate", "phone", "file-number", "amount"]);
const bare = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "");
const isAscii = (text: string): boolean => /^[\x20-\x7e\n]*$/.test(text);

/** The same writing with another name: capitals and missing accents stay as they are, what is shortened or misspelled stays. */
function renamed(printed: string, pool: Pool, random: () => number): string {
  const plain = isAscii(printed);
  return printed.replace(/\p{L}{3,}/gu, (word) => {
    const kind = pool.kinds.get(fold(word));
    if (!kind) return word;
    const list = pool[kind];
    const drawn = list[Math.floor(random() * list.length)]!;
    const written = plain ? bare(drawn) : drawn;
    return word === word.toUpperCase() ? written.toUpperCase() : written;
  });
}

const renumbered = (printed: string, random: () => number): string =>
  printed
    .replace(/\d/g, () => String(Math.floor(random() * 10)))
    .replace(/[A-Z](?=[A-Z0-9-])/g, () => String.fromCharCode(65 + Math.floor(random() * 26)));

function retold(page: TruthPage, pool: Pool, random: () => number): string {
  const letters = [...page.text];
  const parts: string[] = [];
  let at = 0;
  for (const e of [...page.entities].sort((a, b) => a.span[0] - b.span[0])) {
    const [from, to] = e.span;
    if (from < at) continue;
    const printed = letters.slice(from, to).join("");
    const other =
      e.type === "person" || e.type === "agent"
        ? renamed(printed, pool, random)
        : NUMBERED.has(e.type)
          ? renumbered(printed, random)
          : printed;
    parts.push(letters.slice(at, from).join(""), other);
    at = to;
  }
  parts.push(letters.slice(at).join(""));
  return parts.join("");
}

/** So many pages: first those of the folder as they are, then as often as needed retold. */
export async function* manyPages(folder: string, count: number, seed: number): AsyncGenerator<MadePage> {
  const pool = poolOf(folder);
  const random = numbers(seed);
  let made = 0;
  for (let round = 0; made < count; round++) {
    const before = made;
    for await (const page of truthPages(folder)) {
      if (made === count) return;
      made++;
      yield round === 0 ? page : { ...page, file: `${round}/${page.file}`, text: retold(page, pool, random) };
    }
    if (made === before) throw new Error(`${folder}: no page`);
  }
}
