/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "What stays on this device",
  intro: "Before you go, look at what the next person on this device can see.",
  memory: "The result and what was read",
  memoryMore:
    "They are in the memory of this tab, and nowhere else. They go when you close it, or with the button below.",
  backup: "The backup that you brought",
  backupMore:
    "It is still where it was and has not changed. It holds your messages and photos. Keep it if there is something to look at: it is the evidence. If you do not need it, delete it yourself from its folder and from the bin.",
  saved: "What you saved from here",
  savedMore: "It is in your downloads. This page cannot delete it: delete it yourself if nobody should see it.",
  savedNone: "You saved nothing.",
  history: "The history of the browser",
  historyMore:
    "It shows that you opened this page, with its address and the time. We cannot delete that. Delete it yourself, or use a private window.",
  cable: "The computer and the phone",
  cableMore: "If you connected the phone with a cable, the computer and the phone remember that they were connected.",
  remove: "Remove the result from this page",
  removeMore: "It empties the memory and the working space. It does not touch the backup or your downloads.",
};
