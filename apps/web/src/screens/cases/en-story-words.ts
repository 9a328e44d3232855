/** Stories and corrections of clocks, in English. @module */
import type { esStory } from "./es-story-words.ts";

export const enStory: typeof esStory = {
  story: {
    intro:
      "A story says what happened, in sentences. Each sentence says on which records or findings it rests. It goes into the dossier as it is.",
    none: "There is no story yet.",
    write: "Write a story",
    change: "Change it",
    title: "Title of the story",
    sentence: (n) => `Sentence ${n}`,
    rests: (n) => `What sentence ${n} rests on`,
    choose: "Choose a record or a finding",
    finding: (title) => `Finding: ${title}`,
    record: (key) => `Record ${key}`,
    add: "Add",
    drop: "Take away",
    another: "Another sentence",
    dropSentence: "Take the sentence away",
    save: "Keep the story",
    cancel: "Leave it without keeping it",
    how: "Findings are in the list. To have records, press “Cite” below them on the timeline.",
    toTime: "Go to the timeline",
    kept: "What it said before stays in the custody log.",
    cite: "Cite",
    cited: (key) => `Done: ${key} can now be chosen under “Stories”.`,
  },
  clock: {
    title: "A clock was wrong",
    intro:
      "If the clock of a device was fast or slow, the timeline corrects it. The records do not change, and both times are shown.",
    none: "No clock was corrected.",
    check: "Of which check",
    place: "Of which place",
    all: "Of all its places",
    way: "How it was",
    fast: "Fast",
    slow: "Slow",
    minutes: "By how much",
    minutesMore: "In minutes, like 7; or in hours and minutes, like 1:30.",
    why: "How it is known",
    save: "Correct the clock",
    was: (fast, amount) => `was ${fast ? "fast" : "slow"} by ${amount}`,
    amount: (hours, minutes, seconds) =>
      [hours > 0 ? `${hours} h` : "", minutes > 0 ? `${minutes} min` : "", seconds > 0 ? `${seconds} s` : ""]
        .filter((x) => x !== "")
        .join(" "),
    undo: "Take this correction back",
    undoWhy: "Why it is taken back",
  },
};
