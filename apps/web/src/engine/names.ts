/** What places and rules are called, for a page that holds no reader of any of them. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { LANGS, say, type Words } from "@contraluz/core";
import { RULES } from "@contraluz/detection";
import type { Names, Said } from "./protocol.ts";

const said = (words: Words): Said => Object.fromEntries(LANGS.map((l) => [l, say(words, l, {})])) as Said;

export function allNames(): Names {
  return {
    artifacts: new Map(
      ARTIFACTS.map(({ id, words }) => [
        id,
        { name: said(words.name), shows: said(words.shows), hides: said(words.hides) },
      ]),
    ),
    rules: new Map(RULES.map((r) => [r.id, said(r.words.name)])),
  };
}
