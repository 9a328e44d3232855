/** English. @module */
import type { GuideStep, GuideVariant, GuideWords } from "../guide.ts";

const report: GuideStep = {
  what: "Ask for the full report",
  time: "1 minute",
  path: ["Settings", "System", "Developer options", "Bug report"],
  text: [
    "On Samsung, Xiaomi and others, “Developer options” is at the end of the settings or in “Additional settings”.",
    "Choose “Full report”. The interactive one will do, too.",
  ],
  fail: "You cannot find the menu? Type “bug” into the search of the settings.",
  picture: {
    draw: "row",
    shows: "Drawing of the developer options. The row of the bug report is lit",
    labels: ["Bug report"],
  },
};

const wait: GuideStep = {
  what: "Wait for the notice",
  time: "3 to 10 minutes",
  text: ["The phone prepares the file. It can be slow meanwhile. At the end there is a notice at the top."],
  picture: { draw: "quarter", shows: "Drawing of a clock with a quarter of an hour lit" },
};

const onPhone: GuideStep = {
  what: "Choose it on this page",
  alone: {
    what: "Save it on the phone",
    text: [
      "Touch the notice, then Share, and save it in the files of the phone. Not in a cloud.",
      "The page of Contraluz checks it, on the same phone. A helpline can do it with you, too.",
    ],
  },
  time: "2 minutes",
  text: [
    "Open this page on the same phone. When you choose the file, open the menu of three lines and touch “Bug reports”.",
    "If it is not there, touch the notice, then Share, and save it in the files of the phone. Not in a cloud.",
  ],
  fail: "It does not let you save it? Send it by cable to a computer that you trust, or ask a helpline.",
  picture: {
    draw: "share",
    shows: "Drawing of the menu for sharing. The sign and Save are lit",
    labels: ["Copy", "Save to files"],
  },
};

const brand = (id: string, name: string, path: readonly string[], row: string): GuideVariant => ({
  id,
  name,
  steps: [
    {
      what: "Open the developer options",
      time: "1 minute",
      path,
      text: ["Touch that row seven times in a row. It may ask for the code of the phone. Nothing else changes."],
      fail: "Nothing happens? Type “build” into the search of the settings. On a phone of your work it may be blocked.",
      picture: {
        draw: "taps",
        shows: "Drawing of the page about the phone. The row to touch seven times is lit",
        labels: [row, "7 ×"],
      },
    },
    report,
    wait,
    onPhone,
  ],
});

export const en: GuideWords = {
  title: "Take a bug report of your Android",
  intro:
    "Your phone can write a file with what happened inside: which apps it has, who installed them, which permissions they use, and what ran lately. It has none of your pictures or messages. It does have names of accounts, networks and apps.",
  takes: "10 to 20 minutes, nearly all of it waiting · 5 to 60 MB · no password",
  care: {
    title: "Take it before you touch anything",
    text: "If there is an app that watches you, whoever put it there can notice when it goes. First keep this file and talk to somebody who can help. Do not uninstall it, do not reset the phone, and do not restart it yet.",
  },
  variants: [
    brand("pixel", "Google, Motorola", ["Settings", "About phone", "Build number"], "Build number"),
    brand("samsung", "Samsung", ["Settings", "About phone", "Software information", "Build number"], "Build number"),
    brand("xiaomi", "Xiaomi, Redmi, POCO", ["Settings", "About phone", "MIUI or OS version"], "OS version"),
    brand("other", "Another make", ["Settings", "About phone", "Version", "Build number"], "Build number"),
  ],
  asides: [
    {
      title: "With a computer",
      text: [
        "Touch the notice, then Share, and pass it on by Bluetooth or with a USB stick. Avoid mail, clouds and chats: they keep copies.",
        "By cable one sees more: look at the guide for checking the phone with a computer.",
      ],
    },
    {
      title: "Once you have kept it",
      text: [
        "Close the developer options again: there is a switch at the top of that menu.",
        "The report stays on the phone. Delete it from its notice if somebody else uses the phone.",
      ],
    },
    {
      title: "If you find an app that watches",
      text: [
        "Such apps tell whoever put them there, or stop sending when they are removed. That can put you in danger.",
      ],
      list: [
        "Do not open it and do not remove it yet.",
        "Talk about it from another phone, one that this person cannot see.",
        "Write to a helpline, and think through with them when and how to remove it.",
        "Keep this file: once it is removed nobody can show that it was there.",
      ],
    },
  ],
  shows: [
    "It shows the apps, where they came from, and which can read the screen or the notices. Also which used microphone, camera or location while you did not see them.",
    "And it tells of apps that were removed lately, computers that may enter by cable, VPN, and who manages the phone.",
    "It does not show messages, calls or pages visited. A program that hides below the system may not appear.",
    "Many parts are of that moment or of a few days. If something odd happened, take it soon.",
  ],
};
