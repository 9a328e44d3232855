/** English. @module */
import type { es } from "./es-words.ts";

const unplugged = {
  title: "The phone was disconnected",
  what: "What was copied stays here as long as you do not close this page. Connect it again: it goes on where it was.",
};

export const en: typeof es = {
  title: "Copy the phone by its cable",
  intro:
    "The phone is connected to this computer and this page reads it. On the phone nothing is installed or changed.",
  already: "I have a copy already: choose it",
  first: "Before you connect",
  firstList: [
    "Turn on “USB debugging” in the developer options.",
    "Connect the cable and unlock the phone.",
    "The browser shows a list: choose your phone there.",
  ],
  what: "What is copied",
  always:
    "Always: the apps and their fingerprints, the settings and the programs that run. Also the system's logs, the list of files and the bug report.",
  apks: "Also the apps that did not come with the phone",
  apksMore: "They show who signed them and what they can do. It takes longer and needs space.",
  messages: "Also the SMS and MMS messages",
  messagesMore: "It helps to look for links that were sent to you. The phone will ask you again.",
  noMessages: "Messages are not copied: you said before that they are not to be read.",
  chosen: "It goes on with what you chose at the beginning.",
  connect: "Connect the phone",
  again: "Connect again",
  drop: "Throw away what was copied",
  dropped: "We threw away what was copied. Nothing of it is left in this page.",
  asking: "Look at the phone",
  askingMore:
    "Unlock it. It asks whether you allow USB debugging: tap “Allow”, without ticking “Always allow”. We wait for two minutes.",
  taking: "Copying the phone",
  percent: (n) => `${n} per cent`,
  progress: "Progress",
  of: (at, of) => `${at} of ${of}`,
  stop: "Stop",
  stopping: "Stopping…",
  stopMore: "If you stop, it can go on later where it was.",
  logs: "This phone keeps intrusion logs",
  logsMore:
    "Only you can download them. On the phone: Settings › Security & privacy › Advanced Protection › Intrusion Logging. Download them and come back.",
  logsDone: "I downloaded them",
  logsWithout: "Go on without them",
  done: "The copy is complete",
  check: "Check the copy",
  stuck: "Is it not working?",
  stuckMore: "It is not your fault, it happens a lot. A helpline can do it with you.",
  nothing: "Nothing was copied.",
  meanwhile: "While you wait",
  meanwhileText: [
    "Leave this tab open and the phone connected and unlocked.",
    "The bug report takes some minutes, and the phone says nothing meanwhile. That is normal.",
    "At the end it is checked right here. Nothing leaves this device.",
  ],
  where: "Where the copy stays",
  whereMore:
    "In the working space of this page, encrypted with a key that is only in its memory. It is gone when you close the page. At the end you can save it: it is the evidence.",
  leaves: "What stays on the phone",
  stopped: {
    none: {
      title: "No phone was chosen",
      what: "Was it not in the list? Check the cable, unlock the phone and turn on “USB debugging”. If adb is open on this computer, close it.",
    },
    "no-phone": {
      title: "We see no phone",
      what: "Connect it with its cable, unlock it and turn on “USB debugging”.",
    },
    busy: {
      title: "Another program uses the phone",
      what: "It is mostly adb or Android Studio. Close them; in a terminal one types: adb kill-server. Also close other tabs with this page. Then connect it again.",
    },
    connect: {
      title: "We could not connect",
      what: "Unplug the cable, unlock the phone and plug it in again. Try another cable: some only charge.",
    },
    "not-allowed": {
      title: "The phone gave no permission",
      what: "Unlock it. When it asks, tap “Allow”, without ticking “Always allow”. If it does not ask, turn “USB debugging” off and on.",
    },
    lost: unplugged,
    broken: unplugged,
    stalled: {
      title: "The phone stopped answering",
      what: "What was copied stays here. Unlock it, keep it on and connect it again: it goes on where it was.",
    },
    cancelled: {
      title: "We stopped the copy",
      what: "What was copied stays here as long as you do not close this page. You can go on where it was, or throw it away.",
    },
    "other-phone": {
      title: "It is another phone",
      what: "The unfinished copy is of another one. Connect that one, or throw away what was copied and begin with this one.",
    },
    several: { title: "There is more than one phone", what: "Leave only one connected." },
    "no-server": { title: "We could not connect", what: "Unplug the cable and plug it in again." },
    "too-old": {
      title: "This Android is too old",
      what: "It cannot be copied this way. Make a bug report on the phone and check that file.",
    },
    wrong: {
      title: "The phone answered something odd",
      what: "No Android that we know answers like this. We do not go on. Ask a helpline for help.",
    },
    "no-room": {
      title: "There is no more space",
      what: "The browser gives no more room on this device. Free some space, or begin again without copying the apps.",
    },
    bug: { title: "Something failed in this page", what: "It is our mistake. What was copied stays here: try again." },
  },
};
