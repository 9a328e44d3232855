/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  back: "Back to the ways",
  ready: "I have it: go on",
  readyMore: "Nothing is read yet. First we ask you what you allow.",
  shows: "What can be seen with this?",
  stuck: "Does it not work?",
  stuckMore: "It is not your fault, it happens a lot. A helpline can do it with you by video call.",
  path: "Path in the menus",
};
