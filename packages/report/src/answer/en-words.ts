/** English. @module */
import { count, plural } from "@contraluz/core";
import type { AnswerWords, Step } from "./words.ts";

export const en: AnswerWords = {
  short: {
    match: "Matching traces",
    lead: "Something worth a look",
    targeted: "An attempt against you",
    "none-found": "No traces in what was checked",
    unchecked: "Could not be checked",
  },
  and: "and",
  builtin: "those built into Contraluz",
  more: (n: number): string => `${count(n)} more`,
  headline: {
    match: (name: string, watch: boolean): string =>
      `We found traces that match ${watch ? "an app for watching a partner or family" : "a known spyware"}${name && `: ${name}`}`,
    lead: "There is something worth a look",
    targeted: "Someone tried to attack you. We saw no trace that it worked",
    noneFound: "We found no traces in what we could check",
    unchecked: (k): string => `We could not check ${k.this}`,
  },
  traces: ({ k, n, when, where }): string =>
    `${k.The} holds ${n === 1 ? "one trace" : `${count(n)} traces`}${when && `, ${when},`} that ${plural(n, "matches", "match")} ${where ? `published signs (${where})` : "a known program"}.`,
  notConfirmed: "An expert still has to confirm it.",
  notYourFault: (watch): string =>
    watch
      ? "It is not your fault. It is nearly always put there by someone who held the phone."
      : "It is not your fault. Some programs get in without anyone touching anything.",
  oddThings: (n): string => (n === 1 ? "We found one unusual thing." : `We found ${count(n)} unusual things.`),
  attempts: (n): string => (n === 1 ? "We found one attempt." : `We found ${count(n)} attempts.`),
  targetedIntro: "The message, link or warning reached your phone. It is not your fault.",
  noneIntro: [
    "This is the most common answer. It is a good sign, but not a guarantee: there are parts we could not see and programs that nobody knows yet.",
    "If something worries you, your worry still counts.",
  ],
  uncheckedIntro: (causes): readonly string[] => [
    "This says nothing about your phone: neither good nor bad.",
    causes > 1
      ? `There are ${count(causes)} problems, and they can usually be solved.`
      : "There is one problem, and it can usually be solved.",
  ],
  questions: (n): string =>
    n === 1
      ? "There is one question that nobody but you can answer."
      : `There are ${count(n)} questions that nobody but you can answer.`,
  means: {
    match: (name, k, watch): string =>
      `They are the same traces that ${name || "this program"} left on other phones. If an expert confirms them, someone put it on this phone. ${watch ? "With it one can see messages, calls and places." : "A program of this kind can read messages and turn on the microphone."} ${k.The} does not say what was taken, or whether it is still there today.`,
    lead: (listed, watch): string =>
      watch
        ? "On the phone is an app that serves to see where another person is or what they do. Many families and employers use it openly."
        : `It is unusual, but it has common explanations. ${listed ? "A published sign appears in a list on the phone. That is not enough to say that the program was there." : "It does not match any known program."}`,
    targeted:
      "Someone wanted to get into your phone. An attempt is not an entry. In what we could check we saw no trace that it worked.",
    noneFound: ({ signs, not, until, from }): string =>
      [
        signs + not === 0
          ? "We looked for no published signs: the list was missing."
          : `In the places we read there is none of the ${count(signs)} signs that could show there${until && `, published until ${until}`}.`,
        not > 0 ? `Another ${count(not)} could not show here.` : "",
        from && `We know nothing about what happened before ${from}.`,
      ]
        .filter(Boolean)
        .join(" "),
    unchecked: "We read none of the places where a trace is left. This result says nothing about your phone.",
  },
  otherwise: {
    match: (signs): readonly string[] => [
      "The trace came from an earlier phone, if this one was restored from another backup.",
      "Someone prepared the phone for a test or a course.",
      signs > 1
        ? `A mistake in the list of signs. This is rare: ${count(signs)} different signs match here.`
        : "A mistake in the list of signs. One sign matches here: it is worth looking for another.",
    ],
    targeted: [
      "A link sent to many people, not to you in particular.",
      "A false warning that imitates Apple or WhatsApp.",
      "You or someone else opened the link to look into it.",
    ],
    noneFound: [
      "A new program that nobody has described.",
      "One that wiped its traces, or was there before those dates.",
      "Being followed in another way: a shared account, a linked device, the network, a person.",
    ],
    unchecked: "There is nothing to explain: we could not look.",
  },
  todo: {
    match: (name, k, watch): readonly Step[] => [
      { what: "Do not wipe or reset the phone", why: `The traces would be lost. Keep ${k.this} too, unchanged.` },
      watch
        ? {
            what: "Before you remove the program, ask for help",
            why: "Whoever put it there may notice. Make a plan with a helpline first.",
          }
        : {
            what: "Keep it away from your conversations",
            why: "Leave it in another room. Do not use it to talk about this or to warn your sources.",
          },
      {
        what: "Write to a helpline today, from another device",
        why: `Say: “Contraluz found traces that match ${name || "a spyware"} in ${k.say}”. They can confirm it and stand by you.`,
      },
      {
        what: "Do not publish it yet",
        why: "Whoever is watching could cover their tracks. Decide calmly, with the people who help you.",
      },
    ],
    lead: (k, asks): readonly Step[] => [
      asks
        ? {
            what: "Answer the questions below",
            why: "Do you know this account, profile or app? If you do, repeat the check and say so.",
          }
        : {
            what: "Read each thing worth a look",
            why: "Beside each one are the commonest explanations. If you can explain it, that settles it.",
          },
      { what: `Keep ${k.this}, unchanged`, why: "Whoever helps you will need it as it is." },
      {
        what: "Make a fuller record",
        why: "A backup with a password and an iPhone record (sysdiagnose) show more places.",
      },
      {
        what: "If you cannot explain it, write to a helpline this week",
        why: "Do so too if your work puts you at risk.",
      },
    ],
    targeted: [
      { what: "Do not open or delete the message", why: "Take a picture of it with another device. It is evidence." },
      {
        what: "Take a record (sysdiagnose), and then update the phone",
        why: "A restart loses a part of the traces. Many attacks use flaws that have been fixed.",
      },
      {
        what: "Turn on Lockdown Mode",
        why: "On the iPhone: Settings › Privacy & Security. You can turn it off later.",
      },
      { what: "Write to a helpline today", why: "A warning from Apple, Google or WhatsApp is to be taken seriously." },
      { what: "Repeat this check in two weeks", why: "Whoever tried once may try again." },
    ],
    noneFound: [
      {
        what: "Update the iPhone",
        why: "Now is the time, and after you have kept a record (sysdiagnose) if you have not: a restart loses a part of it. Many attacks use flaws that have been fixed.",
      },
      {
        what: "See who else has access",
        why: "Linked devices in WhatsApp and in your Apple account. It is a frequent cause.",
      },
      {
        what: "If your work puts you at risk, turn on Lockdown Mode",
        why: "Settings › Privacy & Security. You can turn it off later.",
      },
      {
        what: "If something happened, talk to someone",
        why: "A warning from Apple, a phone taken from you and given back, facts about you that someone knows.",
      },
    ],
    unchecked: [
      { what: "Keep what you have", why: "Do not open or rename it. It may be of use later." },
      {
        what: "Try another way: an iPhone record (sysdiagnose)",
        why: "It takes ten minutes on the phone and needs no password.",
      },
    ],
  },
  call: {
    match: "Today, from another device.",
    lead: "This week, if you cannot explain it or if your work puts you at risk.",
    targeted: "Today. A warning from Apple, Google or WhatsApp is to be taken seriously.",
    "none-found": "There is no hurry. If something still worries you, write.",
    unchecked: "A helpline can do it with you.",
  },
};
