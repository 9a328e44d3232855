/** The language of the page. It is kept in memory only. @module */
import type { Lang } from "@contraluz/core";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** The first language of the browser that we speak; Spanish where there is none. */
export function firstLang(languages: readonly string[]): Lang {
  for (const tag of languages) {
    if (/^es\b/i.test(tag)) return "es";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "es";
}

export const LangContext = createContext<Lang>("es");

/** The language that everything is drawn in now. */
export function useLang(): Lang {
  return useContext(LangContext);
}

/** The words of this language. */
export function useWords<W>(words: Readonly<Record<Lang, W>>): W {
  return words[useLang()];
}
