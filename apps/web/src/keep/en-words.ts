/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "Keep this page on this device",
  titleKept: "This page is kept on this device",
  why: "It then opens without internet. You decide: if you do not keep it, nothing of it stays in the browser but the history.",
  facts: [
    "Whoever uses this device can see in the settings of the browser that you kept it, and open it.",
    "The page is kept, never your backup or the result.",
    "It stays as it is. To have another version, remove it and open the page with internet.",
    "If there is internet when it is opened, the browser may ask the site whether it has changed. The network can see that.",
    "The browser may remove it if you do not open it for weeks.",
  ],
  keep: "Keep it here",
  keeping: "Keeping it…",
  kept: "Kept. It now opens without internet.",
  failed: "It could not be kept. This browser does not allow it, or the connection broke. Nothing stayed.",
  remove: "Remove it from this device",
  removed: "It is not kept any more. The history is as it was.",
};
