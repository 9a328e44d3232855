/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  skip: "Skip to content",
  product: "Contraluz",
  offline: "Nothing leaves this device",
  language: "Language",
  exit: "Quick exit",
  exitMore: "Quick exit: closes everything and shows another page. It does not erase the history of the browser",
  steps: "Steps",
  step: { before: "Before you start", file: "Your file", consent: "Your permission", check: "Check", answer: "Result" },
  stepOf: (n: number, of: number): string => `Step ${n} of ${of}`,
  stepShort: (n: number, of: number, name: string): string => `${n} of ${of} · ${name}`,
  folder: "Folder",
  bench: "Timeline",
  papers: "Papers",
  list: "List",
  back: "Back",
  version: (v: string): string => `Contraluz ${v} · open source, Apache-2.0`,
  signs: (n: number): string =>
    n === 0
      ? "Signs: the built-in ones and no further list"
      : `Signs: the built-in ones and ${n === 1 ? "one further list" : `${n} further lists`}`,
  crashed: "This page failed",
  crashedMore: "This is not a result. It says nothing about your phone. Close the tab and open the page again.",
  letters: (n: string): string => `(${n} letters)`,
};
