/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "Your phone, against the light",
  intro:
    "We look for traces of spyware in a copy of your phone. All of it happens on this device: nothing is sent to anyone. Nearly always nothing turns up. If something does, we tell you what it is and what to do.",
  first: "First, you",
  firstIntro: "Before you touch the phone, think about these three questions.",
  questions: [
    {
      ask: "Does anyone else use or control this device?",
      reply:
        "Whoever manages it, knows its password or installed programs on it can see what you do here. No page can prevent that.",
    },
    {
      ask: "Can anyone see your screen, or this visit later?",
      reply:
        "Wait until you are alone. If someone comes, touch “Quick exit” on top, or press Esc twice: an ordinary page appears. That does not erase the history: the address that you opened stays in it.",
    },
    {
      ask: "Would it put you in danger if they noticed that you look for help?",
      reply:
        "To connect the phone, remove an app or change a password can warn whoever watches you. Do none of that yet. Talk to a person first.",
    },
  ],
  go: "I can go on here and now",
  not: "Not here, not for me",
  instead: "Then do it this way",
  insteadSteps: [
    {
      what: "If the danger is now, get out of there first",
      why: "Call the emergency number of your country. You matter more than the evidence.",
    },
    {
      what: "Close this page calmly",
      why: "Do not erase the whole history at once: an empty history gets noticed too. If you know how, erase the line of today.",
    },
    {
      what: "Find a device that this person has not touched",
      why: "The one of somebody you trust is best. In a library or an internet café you can ask for help, but do not open your backup there.",
    },
    {
      what: "Write to a helpline from there",
      why: "This is enough: “I think my phone is being watched. I write from another device. How can we talk?” The addresses are on this page.",
    },
    {
      what: "Leave your phone as it is, and far away when you talk about this",
      why: "Do not switch it off, do not wipe it, remove nothing. The traces can wait some days.",
    },
  ],
  have: "I already have a backup",
  cases: "Work on cases (helplines)",
  archive: "Read papers and search them",
  open: "Open a saved result",
  keep: "Until then do not wipe, reset or update the phone: traces can get lost.",
  how: "How it goes",
  howSteps: [
    "You bring a file from your phone.",
    "You decide which parts are read.",
    "It is checked right here, without the internet.",
    "You get an answer in two parts: what we found and what we could see.",
  ],
  limits: "No check can prove that there is nothing. That is why we always show you both parts.",
  removed: "Done: this page holds nothing of your check any more.",
  talk: "Talk to a person",
  talkNow: "Talk to a person first",
};
