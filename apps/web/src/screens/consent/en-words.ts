/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "You decide what is read",
  intro: "We have not read anything yet. Without your permission we do not begin.",
  picked: "You chose",
  whose: "Whose phone is it?",
  mine: "It is mine",
  allowed: "It belongs to someone else, who gave me permission",
  allowedMore: "They should be with you while you do it, or know when it will be. They may change their mind.",
  unknowing: "It belongs to someone else, who does not know",
  unknowingMore: "Then do not go on. To check a phone in secret is spying too.",
  which: "Which parts may we read?",
  whichMore:
    "We marked what is needed to look for traces. What you take out will stay dark, and the result will say so.",
  parts: {
    programs: {
      name: "Programs and network use",
      why: "Which programs ran and how much they connected. Traces of Pegasus have turned up here. Without this we hardly see spyware of the expensive kind.",
    },
    messages: {
      name: "Links in messages",
      why: "SMS, iMessage, WhatsApp and others. Many attacks came as a link. We keep the link, the date and who sent it. Not the text.",
    },
    browsing: {
      name: "Pages visited",
      why: "Safari, Chrome and Firefox. Sometimes a page attacks without you touching anything, and leaves its address here.",
    },
    contacts: {
      name: "Calls and contacts",
      why: "To recognise accounts that nobody knows and odd calls. The names of your contacts are not kept.",
    },
    permissions: {
      name: "Permissions and installed profiles",
      why: "Which apps may use camera, microphone and location, and whether a company, school or person controls the phone.",
    },
    calendar: {
      name: "Calendar",
      why: "Some attacks came as invitations. We look at who invites and with which link.",
    },
    system: {
      name: "Data of the phone and the rest",
      why: "Model, version, dates, networks and settings. From this we know what could be seen and what not.",
    },
  },
  content: "The full text of messages",
  contentMore: "The check does not need it. Turn it on only if a person with experience asks you to.",
  keys: "Open what is encrypted in a network capture with its keys",
  keysMore:
    "Only if you bring a capture and its file of keys, from PiRogue or a browser. It shows which pages were asked for, beside the site itself. Whoever uses the phone has to agree. The keys stay in memory.",
  result: "What happens to the result?",
  resultList: [
    "It stays in the memory of this tab. It is sent to nobody, not to us either.",
    "If you close the tab, it is gone. At the end you can save it yourself, if you want, where you want.",
    "It speaks of other people too: who you write with and which links they sent you. Think of them before you show it.",
    "It does not serve to accuse anybody. A trace says which program, not who is behind it.",
  ],
  short: "Your permission, in short",
  what: "What for",
  whatIs: "To look for traces of spyware",
  read: "What is read",
  readIs: (n: number, of: number): string => `${n} of ${of} parts`,
  opens: "What is encrypted",
  opensIs: "Opened with the keys you bring. They are not kept",
  sees: "Who sees it",
  seesIs: "You, and whoever looks at this screen",
  kept: "How long it is kept",
  keptIs: "Until you close this tab",
  give: "I give permission: go on",
  giveAndBegin: "I give permission: begin",
  leave: "No, leave",
  later: "You can stop at any moment, and change your mind later.",
  whoseFirst: "First say whose phone it is",
  noneMarked: "Mark at least one part",
};
