/** English. @module */
import type { GuideWords } from "../guide.ts";

export const en: GuideWords = {
  title: "You got a warning from Apple, Google or WhatsApp",
  intro:
    "These companies warn people whom they believe a group with many resources attacked. The warning is meant for you: take it seriously. It does not say that the attack worked.",
  care: {
    title: "Do not delete the warning or reset the phone",
    text: "The warning and the phone as it is now help to know what happened.",
  },
  variants: [
    {
      id: "all",
      name: "",
      steps: [
        {
          what: "Take a picture of the warning with another device",
          time: "1 minute",
          text: ["The date and the sender should be seen."],
        },
        {
          what: "See if it is real, without touching any link",
          time: "5 minutes",
          text: [
            "Apple: type the address account.apple.com yourself and sign in. If the warning is theirs, it stands on top of the page.",
            "Google: go to your account by typing myaccount.google.com. WhatsApp: the warning comes in the official chat of WhatsApp, with its mark.",
          ],
          fail: "A real warning never asks you to open a file, install something or tell your password.",
        },
        {
          what: "Write to a helpline today",
          time: "10 minutes",
          text: [
            "Do it from another device. Say which company warned you and when. Whom to call is at the end of this page.",
          ],
        },
        {
          what: "Make a backup before you change anything",
          text: ["After that, do: update the phone and turn on Lockdown Mode, if they advise it."],
        },
      ],
    },
  ],
  shows: ["A warning says that somebody tried. To see whether traces stayed, the phone has to be checked."],
  noFile: true,
};
