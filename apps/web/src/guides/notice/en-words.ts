/** English. @module */
import type { GuideWords } from "../guide.ts";

export const en: GuideWords = {
  title: "You got a warning from Apple, Google or WhatsApp",
  intro:
    "These companies warn people whom they believe a group with many resources attacked. The warning is meant for you: take it seriously. It does not say that the attack worked.",
  takes: "10 to 20 minutes · no cable and no file",
  care: {
    title: "Do not delete the warning; do not reset or update the phone yet",
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
          text: ["The date and the sender should be seen. Do not open or touch anything in it."],
          picture: {
            draw: "picture",
            shows: "Drawing of a phone with the warning lit, and a camera that takes its picture",
            labels: ["warning"],
          },
        },
        {
          what: "See if it is real, without touching any link",
          time: "5 minutes",
          text: [
            "Apple: type the address account.apple.com yourself and sign in. If the warning is theirs, it stands on top of the page.",
            "Google: type myaccount.google.com yourself and sign in. WhatsApp: the warning comes in the official chat of WhatsApp, with its mark.",
          ],
          fail: "A real warning never asks you to open a file, install something or tell your password. If it asks for that, it is a trap: keep it and go no further.",
          picture: {
            draw: "banner",
            shows: "Drawing of the page of an account. The warning is lit on top",
            labels: ["account.apple.com", "The warning is here"],
          },
        },
        {
          what: "Write to a helpline today",
          time: "10 minutes",
          text: [
            "Do it from another device. Say which company warned you, when, and what work you do. Whom to call is on this page.",
            "Do not tell many people yet. If the phone listens, it hears that too.",
          ],
          alone: {
            text: [
              "Do it from another device. Say which company warned you, when, and what work you do. Whom to call is at the end.",
              "Do not tell many people yet. If the phone listens, it hears that too.",
            ],
          },
          picture: {
            draw: "message",
            shows: "Drawing of a message that asks for help, lit, and its answer",
            labels: ["Apple sent me a warning", "on 11 June."],
          },
        },
        {
          what: "Make a backup before you change anything",
          time: "40 minutes to 3 hours",
          text: [
            "With a computer and a cable. There is a guide here: go back to the ways.",
            "After that, do: update the phone and turn on Lockdown Mode, if they advise it.",
          ],
          alone: {
            text: [
              "With a computer and a cable. Contraluz has a guide for that: the backup of the iPhone.",
              "After that, do: update the phone and turn on Lockdown Mode, if they advise it.",
            ],
          },
          picture: {
            draw: "cable",
            shows: "Drawing of an iPhone joined to a computer by its cable, lit",
          },
        },
      ],
    },
  ],
  shows: ["A warning says that somebody tried. To see whether traces stayed, the phone has to be checked."],
  noFile: ["No file is handed in here. When you have a backup, come back and we check it."],
};
