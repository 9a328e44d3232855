/** English. @module */
import type { GuideStep, GuideWords } from "../guide.ts";

const developer: GuideStep = {
  what: "Open the developer options",
  time: "1 minute",
  path: ["Settings", "About phone", "Build number"],
  text: [
    "Touch that row seven times in a row. On Samsung it is in “Software information”; on Xiaomi it is the OS version.",
  ],
  fail: "Nothing happens? Type “build” into the search of the settings.",
  picture: {
    draw: "taps",
    shows: "Drawing of the page about the phone. The row to touch seven times is lit",
    labels: ["Build number", "7 ×"],
  },
};

const debugging: GuideStep = {
  what: "Turn USB debugging on",
  time: "1 minute",
  path: ["Settings", "System", "Developer options", "USB debugging"],
  text: ["It lets a computer read the phone by the cable. Later it is closed again."],
  picture: {
    draw: "switch",
    shows: "Drawing of the settings. The switch of USB debugging is lit",
    labels: ["USB debugging"],
  },
};

const cable: GuideStep = {
  what: "Connect the cable and accept",
  time: "1 minute",
  text: [
    "Unlock the phone and connect it. It asks whether you allow debugging. Accept this time only, without ticking “always”.",
  ],
  fail: "It does not ask? Try another cable: some only charge. Choose “File transfer” in the notice of the USB.",
  picture: { draw: "cable", shows: "Drawing of a phone connected to a computer by its cable, which is lit" },
};

const unlocked: GuideStep = {
  what: "Connect the cable and unlock the phone",
  time: "1 minute",
  text: ["Keep it unlocked. It asks nothing yet: it will when this page connects."],
  alone: { text: ["Keep it unlocked. It asks nothing yet: it will when the program connects."] },
  fail: "Use a cable that carries data: some only charge.",
  picture: { draw: "cable", shows: "Drawing of a phone connected to a computer by its cable, which is lit" },
};

const here: GuideStep = {
  what: "Let this page copy it",
  time: "10 to 40 minutes",
  text: [
    "First we ask you what you allow. Then you press “Connect the phone”, choose it in the browser's list and accept on the phone.",
    "Nothing is installed or changed on it. At the end it is checked right here, and you can save the copy.",
  ],
  fail: "Is it not in the list? Close adb and Android Studio: only one program can use the cable at a time.",
};

const collect: GuideStep = {
  what: "Collect what is needed",
  time: "10 to 40 minutes",
  text: [
    "It needs the program Contraluz on the computer. Type the command in the terminal. It changes and installs nothing on the phone.",
    "It leaves a folder. The command checks it at the end, and this page can read it, too.",
  ],
  alone: {
    text: [
      "It needs the program Contraluz on the computer. Type the command in the terminal. It changes and installs nothing on the phone.",
      "It leaves a folder. The command checks it at the end.",
    ],
  },
  type: ["npx contraluz acquire android"],
  fail: "Was it cut off? Repeat the command with the same folder: it goes on where it was.",
  picture: {
    draw: "terminal",
    shows: "Drawing of a terminal. The command is lit",
    labels: ["contraluz acquire android"],
  },
};

export const en: GuideWords = {
  title: "Check your Android by cable",
  intro:
    "With a computer one sees more than with the phone alone: all apps and their signatures, files in odd places, the settings, and the bug report. Text messages are read only if you allow it.",
  takes: "20 to 60 minutes · 50 to 2,000 MB · a cable",
  care: {
    title: "Before you connect it",
    text: "Use a computer that you trust. If there is an app that watches you, do not remove it yet: whoever put it there can notice. Do it with the permission of the person whose phone it is.",
  },
  variants: [
    { id: "page", name: "From this page", steps: [developer, debugging, unlocked, here] },
    { id: "computer", name: "With the program", steps: [developer, debugging, cable, collect] },
  ],
  asides: [
    {
      title: "I have a copy made with AndroidQF",
      text: [
        "It will do as it is: the folder, the zip, or the encrypted .zip.age with its key or password.",
        "There may be a bug report, a backup and intrusion logs in it. They are read together.",
      ],
    },
    {
      title: "When you are done",
      text: ["The computer may enter by cable until you take that back."],
      list: [
        "In the developer options choose “Revoke USB debugging authorisations”.",
        "Close USB debugging and the developer options.",
        "Keep the folder where nobody else sees it: it says much about you.",
      ],
    },
  ],
  shows: [
    "It shows each app with its signature, whatever its name, and files that somebody left on the phone.",
    "Also who can read the screen or the notices or manage the phone, and settings that somebody lowered.",
    "It does not see into the data of apps. A program that hides below the system may not appear.",
  ],
};
