/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "The ways, from the lightest to the heaviest",
  intro: "Start with the first one that you can do. If you can do two, better.",
  now: "You can do it now",
  lacks: "Something is missing",
  missing: (what: string): string => `Missing: ${what}.`,
  later: "To keep today and check later",
  laterMore:
    "Contraluz does not read these files yet. They help all the same: a helpline can read them with other tools. Make them before you wipe or update the phone.",
  onPhone: "With the phone alone",
  onPhoneMore:
    "Here you can find out whether a warning is real, and check two files that the iPhone makes by itself: the privacy report and a record (sysdiagnose). If you can make one, make the record, before you restart or update: of the two it sees the most. To check a backup it takes a computer, even one borrowed for an afternoon.",
  onAndroidMore:
    "Here you can find out whether a warning is real, and check two files that the phone writes by itself: the bug report and, if it was on, the logs of Advanced Protection. By cable, with a computer, one sees more.",
  stalker: "If you think that somebody close watches you",
  stalkerMore:
    "Do not remove any app yet: whoever put it there can notice. First keep the file, and talk to a helpline from another phone.",
  size: (from: string, to: string): string => `${from} to ${to}`,
  noSize: "no file",
  minutes: (from: number, to: number, waiting: boolean): string =>
    `${from} to ${to} minutes${waiting ? ", nearly all of it waiting" : ""}`,
  hours: (from: number, to: number): string => `${from} minutes to ${to} hours, nearly all of it waiting`,
  kinds: {
    notice: {
      name: "Did you get a warning from Apple, Google or WhatsApp?",
      about: "How to tell if it is real, and what to do before days go by.",
    },
    "privacy-report": {
      name: "The app privacy report",
      about: "A small file that the iPhone writes by itself: which app used the microphone and whom it connected to.",
    },
    sysdiagnose: {
      name: "A record of the iPhone (sysdiagnose)",
      about: "Which programs ran in the last days. It does not hold your photos or the text of your messages.",
    },
    "ios-backup": {
      name: "A backup of the iPhone on a computer",
      about: "It sees the furthest: messages, pages, permissions and network use of months or years.",
    },
    "intrusion-logs": {
      name: "The logs of Android's advanced protection",
      about: "If advanced protection was on, the phone kept signs for a case like this.",
    },
    "android-bugreport": {
      name: "An Android bug report",
      about: "The phone writes it by itself. It shows apps, permissions and what ran a short time ago.",
    },
    androidqf: {
      name: "Check the Android by cable",
      about: "With a computer one sees more: the signature of each app, files and settings. Copies of AndroidQF, too.",
    },
    capture: {
      name: "A while of your network kept in a file",
      about:
        "Which machines talk in your home or office, whether one looks like a camera, and whom your phone talks to.",
    },
    "saved-result": { name: "A saved result", about: "What this page or the program saved before." },
  },
  needs: { computer: "a computer", cable: "the cable", space: "free space", time: "more time" },
  helper: "Is none of this for you?",
  helperMore: "Talk to a person: they can do it with you, or for you.",
  have: "I already have a backup",
  haveCopy: "I already have a file or a copy",
};
