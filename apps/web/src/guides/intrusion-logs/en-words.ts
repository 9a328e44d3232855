/** English. @module */
import type { GuideStep, GuideWords } from "../guide.ts";

const open: GuideStep = {
  what: "Open Advanced Protection",
  time: "1 minute",
  path: ["Settings", "Security & privacy", "Advanced Protection"],
  text: ["Look for intrusion logging. It exists since Android 16, if it was on already."],
  fail: "It is not there, or was off? Then there are no logs of before. Take a bug report: that guide works on every Android.",
  picture: {
    draw: "row",
    shows: "Drawing of the security settings. The row of Advanced Protection is lit",
    labels: ["Advanced Protection"],
  },
};

const get: GuideStep = {
  what: "Download the logs",
  time: "2 to 10 minutes",
  text: [
    "Go to the intrusion logs and choose to download them. It asks for your Google account and the code of the phone.",
    "They are in Downloads, in the folder “Intrusion Logging”.",
  ],
  picture: { draw: "quarter", shows: "Drawing of a clock with a quarter of an hour lit" },
};

const pick: GuideStep = {
  what: "Choose them on this page",
  alone: {
    what: "Check them with the page of Contraluz",
    text: [
      "Open it on the same phone and choose the file. They are text files or a zip.",
      "With a computer, pass them on by cable or with a USB stick.",
    ],
  },
  time: "1 minute",
  text: [
    "Open this page on the same phone and choose the file. They are text files or a zip.",
    "With a computer, pass them on by cable or with a USB stick.",
  ],
  fail: "There are several files? Choose the zip, or put them into one with the app of files.",
  picture: {
    draw: "send",
    shows: "Drawing of a phone with the sign for sharing and an arrow to a computer, lit",
  },
};

export const en: GuideWords = {
  title: "Download the intrusion logs",
  intro:
    "With Advanced Protection, Android keeps up to a year of signs of an attack: connections, apps that came in, access by cable, restarts. They are encrypted: not even Google reads them.",
  takes: "5 to 15 minutes · 1 to 60 MB",
  care: {
    title: "They say much about you",
    text: "They say which sites each app reached, also in incognito mode. Keep them where nobody else sees them, and do not send them by mail or chat.",
  },
  variants: [{ id: "phone", name: "With the phone", steps: [open, get, pick] }],
  shows: [
    "It shows which sites each app reached, what was installed or removed, when somebody came in by cable, and when the screen was opened.",
    "Also whether the log was stopped: a gap can be a clue.",
    "It does not show messages, pictures or calls, nor anything from before it was on.",
  ],
};
