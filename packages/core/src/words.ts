/** Words that people read: every text in every language, beside its owner, checked by the compiler. @module */
export type Lang = "es" | "en";
export const LANGS: readonly Lang[] = ["es", "en"];
export type Params = Readonly<Record<string, string | number>>;
/** A text in all languages. Text with holes is a function of named parameters. */
export type Words<P = Params> = Readonly<Record<Lang, string | ((p: P) => string)>>;

/** The text of `words` in `lang`. */
export function say<P>(words: Words<P>, lang: Lang, params?: P): string {
  const w = words[lang];
  return typeof w === "string" ? w : w(params ?? ({} as P));
}

/** Spanish and English share the rule: one, or other. */
export function plural(n: number | string, one: string, other: string): string {
  return Number(n) === 1 ? one : other;
}

/** `48,913` in both languages (Mexican Spanish groups with a comma), never by the host's locale. */
export function count(n: number | string): string {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
