/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "We stop here",
  text: [
    "To check the phone of somebody who does not know is spying too, even when it is meant to protect.",
    "If you worry about that person, tell them. You can do this check together, calmly and with their permission.",
  ],
  danger: "If you think that they are in danger, a helpline can tell you both how to begin.",
  start: "Back to the beginning",
};
