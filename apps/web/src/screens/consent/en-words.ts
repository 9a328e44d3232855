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
      why: "Which programs ran and how much they connected. Traces of Pegasus have turned up here.",
    },
    messages: {
      name: "Links in messages",
      why: "SMS, iMessage, WhatsApp and others. We keep the link, the date and who sent it, not the letter.",
    },
    browsing: { name: "Pages visited", why: "Safari, Chrome and Firefox." },
    contacts: { name: "Calls and contacts", why: "To recognise unknown accounts." },
    permissions: {
      name: "Permissions and installed profiles",
      why: "Who may use camera, microphone and location, and who controls the phone.",
    },
    calendar: { name: "Calendar", why: "Some attacks came as invitations." },
    system: { name: "Data of the phone and the rest", why: "Model, dates, networks and settings." },
  },
  content: "The full text of messages",
  contentMore: "The check does not need it. Turn it on only if a person with experience asks you to.",
  result: "What happens to the result?",
  resultMore:
    "It stays in the memory of this tab. If you close it, it is gone. At the end you can save it yourself, if you want.",
  short: "Your permission, in short",
  what: "What for",
  whatIs: "To look for traces of spyware",
  read: "What is read",
  readIs: (n: number, of: number): string => `${n} of ${of} parts`,
  sees: "Who sees it",
  seesIs: "Nobody but you",
  kept: "How long it is kept",
  keptIs: "Not at all: it is gone when you close",
  give: "I give permission: go on",
  giveAndBegin: "I give permission: begin",
  leave: "No, leave",
  later: "You can stop at any moment, and change your mind later.",
  noneMarked: "Mark at least one part.",
};
