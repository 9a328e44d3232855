/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  back: "Back to the ways",
  ready: "I have it: go on",
  cable: "Go on by cable from this page",
  readyMore: "Nothing is read yet. First we ask you what you allow.",
  keep: "What comes next",
  asides: "More, if you need it",
  variants: "What do you do it with?",
  shows: "What can be seen with this?",
  stuck: "Does it not work?",
  stuckMore: "It is not your fault, it happens a lot. A helpline can do it with you.",
  path: "Path in the menus",
  type: "What to type",
  forward: "Guide as text, to forward",
  print: "Print",
};
