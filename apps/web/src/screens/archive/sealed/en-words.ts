/** English. @module */
import { count, plural } from "@contraluz/core";
import type { es } from "./es-words.ts";

const some = (n: number, one: string, other: (c: string) => string): string => plural(n, one, other(count(n)));

export const en: typeof es = {
  part: "Papers of this case",
  partMore:
    "Read and search the documents that the case keeps, within the permission. What was read stays sealed in the case. The first time, what reads papers is fetched.",
  open: "Read and search the papers",
  opening: "Opening the papers of the case…",
  toCase: "‹ Back to the case",
  title: (name) => `Papers of the case ${name}`,
  untitled: "Papers of a case",
  intro:
    "All of it stays inside the case: pages that were read, the index and what you correct. Nothing is kept elsewhere, and nothing leaves from here.",
  copies: "What is read?",
  copiesNone: "The case keeps no document yet. Add them here.",
  copyMore: (files) => some(files, "one file", (c) => `${c} files`),
  checked: "checked already as a phone or a capture; its photos are no papers",
  readWhole: "read already",
  readPart: "read in part",
  chooseOne: "Choose at least one thing.",
  read: "Read what is chosen",
  readMore: "Read other things of the case",
  add: "Add papers to the case",
  addMore: "They are copied into the case with their fingerprint, within the permission. The log says so.",
  addNothing: "Nothing in your files is changed.",
  adding: "Copying into the case…",
  added: "They are in the case. Choose what is read.",
  refused: "It could not be done. It may be the permission, or another tab that writes to the case.",
  full: (n) =>
    `This device holds ${count(n)} pages. Those that follow are not read, or not searched here. What was read stays sealed in the case. The command “contraluz archive” can do more.`,
  notHere:
    "With papers of a case, decisions about names, promises and marks are not noted yet. To take something out, make a dossier from the case.",
  save: "What stays of this",
  saveMore:
    "Pages that were read, the index and corrections are sealed in the case, and go with it. What you search for stays nowhere.",
  close: "Close the papers",
};
