/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "Reading what you chose",
  opening: "Opening the file",
  signs: "Preparing the published signs",
  unlocking: "Opening with the password. It can take a minute.",
  listing: (n: string): string => `Reading the list of files: ${n}`,
  copying: (mb: string): string => `Copying into the case, and taking its fingerprint: ${mb} MB`,
  planned: "Ready to read",
  reading: (what: string): string => `Now: ${what}`,
  hashing: "Making fingerprints and preparing the answer",
  progress: "Progress",
  percent: (n: number): string => `${n} per cent`,
  left: (minutes: number): string =>
    minutes < 1 ? "less than a minute left" : minutes === 1 ? "one minute left" : `about ${minutes} minutes left`,
  stop: "Stop",
  stopMore: "If you stop, nothing stays behind.",
  stopCase: "If you stop, the check is not kept. What came into the case already is.",
  stopping: "Stopping…",
  list: "What is being read",
  state: {
    waiting: "waiting",
    reading: "reading",
    read: "read",
    "not-allowed": "not allowed by you",
    "not-there": "not there",
  },
  strip: (read: number, waiting: number, off: number): string =>
    `${read} places read, ${waiting} waiting, ${off} that are not read`,
  meanwhile: "While you wait",
  meanwhileText: [
    "Leave this tab open. You can use others.",
    "We show nothing by halves: a single sign frightens, and nearly always has an explanation. The answer comes whole, at the end.",
  ],
  connections: "Connections during the check: 0",
  connectionsMore: "The browser prevents them. If you like, turn off the wifi: nothing changes.",
  passwordTitle: "The backup has a password",
  passwordIntro:
    "It is the one that somebody chose when turning on “Encrypt local backup” on the computer. It is not the code of the iPhone, nor the one of your Apple account.",
  passwordWrong: "That password does not open it.",
  passwordWrongMore: "Look at capitals and accents. Try as often as you like: nothing gets locked here.",
  passwordLabel: "Password of the backup",
  passwordKept: "It is not kept and not written anywhere.",
  show: "Show what I type",
  open: "Open the backup",
  forgot: "I do not remember it",
  forgotMore: [
    "It may be an old password: it is chosen once and stays for good.",
    "The code of the iPhone or the password of your Apple account will not do, unless you used the same.",
    "There is no other way to open this backup. Keep it: you may remember. Before you make a new one, talk to a helpline.",
  ],
  without: "Go on without that part",
  secrets: {
    android: {
      passwordTitle: "The Android backup has a password",
      passwordIntro:
        "It is the one that somebody typed on the phone when making it. It is not the code that unlocks it.",
      passwordLabel: "Password of the backup",
      open: "Open the backup",
      forgotMore: [
        "The code of the phone will not do, unless you used the same.",
        "There is no other way to open this backup. Keep it: you may remember. Another one can be made, without a password.",
      ],
    },
    passphrase: {
      passwordTitle: "The file is encrypted",
      passwordIntro: "It opens with the passphrase that whoever encrypted it with age chose.",
      passwordLabel: "Passphrase of the file",
      open: "Open the file",
      forgotMore: ["There is no other way to open it. Ask whoever prepared it."],
    },
    key: {
      passwordTitle: "The file is encrypted for a key",
      passwordIntro:
        "Whoever prepared the check, such as a helpline, has the key. It is a text that begins with AGE-SECRET-KEY-1.",
      passwordWrong: "That key does not open it.",
      passwordWrongMore: "Check that it is complete and belongs to this check. Nothing gets locked here.",
      passwordLabel: "Key of the file",
      open: "Open the file",
      forgotMore: ["If you do not have the key, send the file to whoever prepared the check. It can be opened there."],
    },
  },
};
