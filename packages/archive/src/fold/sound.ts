/**
 * How a name sounds in Mexican Spanish, as a key that spellings of one name share: Vázquez, Vásquez, Basques; Ibáñez, Ybañes.
 * Rules: h is mute, b = v = w, z = s = ç, c before e and i = s, qu and k = c, g before e and i = j = x, ll = y = i, n before b and p
 * = m, doubled letters once. Digits between letters are what readers of pictures take for letters: 0 o, 1 l, 5 s, 6 g, 8 b.
 * @module
 */

/** Goes up when a word gets another key. */
export const SOUND_VERSION = 1;

const DIGIT: Readonly<Record<string, string>> = { "0": "o", "1": "l", "5": "s", "6": "g", "8": "b" };
const ONE: Readonly<Record<string, string>> = { v: "b", w: "b", z: "s", q: "k", x: "j", y: "i" };

/** Digits inside a word as the letters that they stand for; a number stays one. */
export const lettersOf = (folded: string): string =>
  /[a-z]/.test(folded) ? folded.replace(/[01568]/g, (d) => DIGIT[d]!) : folded;

/**
 * @param folded a word as `fold` gives it
 * @example sound("basques") === sound("vazquez") // true
 */
export function sound(folded: string): string {
  const w = lettersOf(folded);
  let out = "";
  for (let i = 0; i < w.length; i++) {
    const c = w[i]!;
    const next = w[i + 1] ?? "";
    const soft = next === "e" || next === "i" || next === "y";
    let k = ONE[c] ?? c;
    if (c === "h") continue;
    if (c === "p" && next === "h") k = "f";
    else if (c === "c" && next === "h") {
      // tch of Basque names
      if (out.endsWith("t")) out = out.slice(0, -1);
      k = "c";
    } else if (c === "c") k = soft ? "s" : "k";
    else if (c === "g" && soft) k = "j";
    else if ((c === "g" || c === "q") && next === "u" && /[eiy]/.test(w[i + 2] ?? "")) {
      k = c === "q" ? "k" : "g";
      i++;
    } else if (c === "l" && next === "l") {
      k = "i";
      i++;
    } else if (c === "n" && (next === "b" || next === "p" || next === "v")) k = "m";
    if (out.at(-1) !== k) out += k;
  }
  return out;
}
