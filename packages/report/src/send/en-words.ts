/** English. @module */
import { count, plural } from "@contraluz/core";
import type { SendWords } from "./words.ts";

const traces = (n: number): string => `${count(n)} ${plural(n, "trace", "traces")}`;
const places = (n: number): string => `${count(n)} ${plural(n, "place", "places")}`;
const things = (n: number): string => (n === 1 ? "one thing" : `${count(n)} things`);

export const en: SendWords = {
  person: {
    title: (say, day): string => `Result of the check of ${say}${day && `, ${day}`}`,
    seen: "What we could see, and what not",
    read: (read, partly, total): string =>
      read === total
        ? `We read ${total === 1 ? "the one place" : `all ${count(total)} places`} where we know how to look.`
        : `We read ${count(read)} of ${places(total)} where a trace may be left${partly > 0 ? `, and ${count(partly)} partly` : ""}.`,
    unseen: (names): string => `Not seen, or not in full: ${names}.`,
    darkSays: "Of those we know no more.",
    nothingRead: "We could read none of the places where we know how to look.",
    leadSays: "That alone does not mean that there is an attack.",
    questions: (n): string => `The report has ${n === 1 ? "a question" : `${count(n)} questions`} for you.`,
    odd: (names): string => `It is about: ${names}.`,
    leadFirst: (asks): string =>
      asks ? "Answer the questions in the report" : "Read in the report what else it can be",
    callNames: (names, feelings): string => `${names}. If you feel fear or distress: ${feelings}.`,
    noLinks: "Look them up by name on another device. There is no link here.",
    confirms: (who, n, of): string =>
      of === 1
        ? `${who} looked at the trace and confirms it.`
        : `${who} looked at the traces and confirms ${n === of ? "all of them" : `${count(n)} of ${count(of)}`}.`,
    dismisses: (who, n): string =>
      `${who} looked at ${things(n)} that the program marked and found another explanation.`,
    asks: (who, n): string => `${who} has ${n === 1 ? "a question" : `${count(n)} questions`} for you.`,
  },
  lab: {
    title: "Letter for a second laboratory",
    from: [
      "From",
      "To",
      "Date",
      "Encrypted channel that we agreed on",
      "Permission of the person (date, and what for)",
      "How the evidence arrives",
    ],
    ask: "What we ask",
    askText: [
      "That you repeat the check and say whether you come to the same, and where you do not.",
      "If you can, check the evidence with your own tools before you read our findings.",
    ],
    have: "What we have",
    evidence: (n): string => `Evidence ${count(n)}`,
    takenOn: (noun, day): string => `${noun}${day && ` of ${day}`}`,
    system: (name): string => `system: ${name}`,
    password: (has): string => (has ? "with a password" : "without a password"),
    idOf: "Of a file, it is its fingerprint. Of a folder, it is the fingerprint of its list: “sha256 size path”, a line for each file that was read, in the order of bytes.",
    hashedAll: "all files were fingerprinted",
    hashedRead: "the files that were read were fingerprinted",
    result: "Result (result.json)",
    how: "What it was made with",
    program: "Program",
    readers: "Catalogue of readers and rules",
    today: "Date taken as today",
    scope: "Places allowed",
    scopeAll: "all",
    content: (kept): string => (kept ? "the text of messages was kept" : "the text of messages was not kept"),
    away: "Dates without the phone",
    known: "Told by the person",
    knownCount: (n): string =>
      `${count(n)} ${plural(n, "thing", "things")} that they know. That changes the result, and stands in result.json`,
    lists: "Signs that it was compared with",
    noLists: "None: the list was missing.",
    listNo: (n): string => `List ${count(n)}`,
    builtin: "the signs built into the program",
    list: (n, date): string => `${n} signs, ${date}`,
    noDate: "no date",
    look: "What to look at",
    lookText: "Records are counted from 0, in the order of their file in the folder records.",
    noFindings: "There are no findings of weight. We would like to know if you find something.",
    finding: (n, level): string => `${count(n)}. ${level}`,
    number: "Number",
    sign: "Published sign",
    rule: "Rule",
    met: "How it shows",
    times: "Records",
    subject: "It is about",
    custody: "It was on dates when the phone was not with the person.",
    record: (n): string => `Record ${count(n)}`,
    recordsMore: (n): string => `and ${count(n)} more, in result.json`,
    findingsMore: (n): string => `And ${count(n)} more: they are in result.json.`,
    noted: (n): string =>
      n === 1
        ? "One thing was noted, too, that is not a sign of attack."
        : `${count(n)} things were noted, too, that are not a sign of attack.`,
    fileNo: (n): string => `file ${count(n)} of files[]`,
    review: "Review",
    reviewSays: {
      confirm: (who): string => `${who} confirms it`,
      dismiss: (who): string => `${who} found another explanation`,
      ask: (who): string => `${who} wants the person to be asked`,
    },
    unseen: "What was not seen",
    unseenNone: "Of the places that we know how to read in this kind of evidence none was missing.",
    level: {
      match: "Matches a published sign",
      targeted: "Attempt aimed at the person",
      lead: "Worth a look",
      ask: "Question to the person",
      info: "Seen, and not a sign of attack",
    },
    saidByOthers: "Another tool said so",
    gap: {
      partly: "Read in part",
      absent: "Not in the evidence",
      unreadable: "Damaged, could not be opened",
      "not-consented": "Without permission of the person",
      "not-in-this-kind": "Not in this kind of evidence",
      "not-asked": "Not asked for",
      "second-hand": "Said by another tool",
      "rule-partly": "Rules applied in part",
      "rule-gated": "Rules that do not hold for this version",
    },
    files: {
      changed: (n): string => `${count(n)} ${plural(n, "file was", "files were")} changed after being collected.`,
      gone: (n): string => `${count(n)} ${plural(n, "file that was noted is", "files that were noted are")} missing.`,
    },
    problems: (codes): string => `Damage and doubts, by their code: ${codes}.`,
    campaigns: (names): string => `Of these programs no sign could show here: ${names}.`,
    repeat: "How to repeat it",
    steps: [
      "Compare the fingerprint of the evidence with the one in this letter.",
      "Use the same version and the same lists. With others the result may be another.",
      "If the fingerprint of result.json equals ours, you came to the same result.",
      "To see a finding down to its bytes, use its number. It also tells the command to see it with another tool.",
    ],
    evidenceFile: "EVIDENCE",
    listFile: (n): string => `LIST${n}`,
    personal: "To come to the same result.json, what the person said is needed as well (--known and their country).",
    notHere: "What is not in this letter",
    notHereText: [
      "It holds no names, numbers, accounts, messages or paths of files.",
      "If you need them, ask for them over the channel agreed on. They are sent with permission of the person.",
    ],
    withNames:
      "This letter holds names and paths of the evidence. It goes over the channel agreed on and over no other.",
    more: (n): string => `and ${count(n)} more`,
  },
  lawyer: {
    title: "Page for a lawyer",
    intro:
      "It says what was checked and what can be held on the strength of it. It is neither legal advice nor an expert opinion. Rules differ from place to place.",
    found: "What was found",
    says: {
      match: (name, watch): string =>
        `Traces that match published signs of ${name || (watch ? "a program to watch a partner or family" : "a spyware")}. It is a technical indication.`,
      targeted: (): string =>
        "A message, a link or a warning aimed at the person. No traces were seen that the attack worked.",
      lead: (): string =>
        "Things out of the ordinary, which somebody has to look at. By themselves they show no attack.",
      "none-found": (): string => "No traces were found in what could be checked.",
      unchecked: (): string => "What was handed in could not be checked.",
    },
    saysSecondHand: "Nothing of the phone was checked. There is what another tool said, and it was not verified.",
    state: {
      confirm: (who, n, of): string => `${who} confirms ${count(n)} of ${traces(of)}.`,
      dismiss: (who, n): string => `${who} found another explanation for ${things(n)}.`,
      ask: (who, n): string => `${who} has ${n === 1 ? "an open doubt" : `${count(n)} open doubts`}.`,
    },
    notMeans: "What it does not say",
    not: {
      match: [
        "Who did it, who ordered it, who paid for it.",
        "What was taken, since when, or whether the program is still there.",
      ],
      targeted: [
        "That the attack worked, nor that it did not.",
        "Who sent it: the number or account may belong to somebody else.",
      ],
      lead: ["That there is a spyware.", "That there is none."],
      "none-found": [
        "That there was no attack.",
        "Anything of the places that were not seen, or of programs that nobody has described.",
      ],
      unchecked: ["Anything of the phone, neither for nor against."],
    },
    notSecondHand: ["Whether what that tool said is true.", "What it could read, and what not."],
    could: "What else it could be",
    couldTargeted: [
      "A link sent to many people, not to this person in particular.",
      "A false warning that imitates Apple or WhatsApp.",
      "A link that somebody opened to look into it.",
    ],
    evidence: "What evidence exists, with its fingerprint",
    made: "Made with",
    madeWith: (version, lists): string =>
      `Contraluz ${version}, ${lists === 0 ? "no list of signs" : `${count(lists)} ${plural(lists, "list", "lists")} of signs`}`,
    levels: "Findings",
    level: (level, n): string =>
      ({
        match: `${count(n)} ${plural(n, "matches", "match")}`,
        targeted: `${count(n)} ${plural(n, "attempt", "attempts")}`,
        lead: `${count(n)} worth a look`,
        ask: `${count(n)} ${plural(n, "question", "questions")} to the person`,
        info: `${count(n)} of no weight`,
      })[level],
    custody: "Who had what, and when",
    custodyAway: (spans): string => `The person says that the phone was not with them: ${spans}.`,
    custodyText: [
      "Who made the copy, with what, who received it and with which fingerprint is not in this result. It has to be written down and signed now, while it is remembered.",
    ],
    court: "What a court may ask",
    courtAsks: [
      [
        "Is it the same copy?",
        "If a single byte changes, the SHA-256 fingerprint changes. Anybody can compute it, without this program.",
      ],
      [
        "Did it come from that phone?",
        "The fingerprint does not say. Whoever made the copy says it, and whoever was there.",
      ],
      [
        "Could somebody have tampered with the phone before?",
        "It could have happened, and the result does not exclude it. It matters who had it and when.",
      ],
      [
        "Does somebody else come to the same result?",
        "They can try. The program is open, and each finding tells file and place. A second laboratory weighs more than a second opinion of ours.",
      ],
      [
        "How often is it wrong?",
        "There is no single figure. Each finding says what else it can be, and the page on validation says what was measured.",
      ],
    ],
    whoAnswers: (who): readonly [string, string] => [
      "Who answers for the conclusion?",
      who || "A person with name and signature. There is none yet.",
    ],
    keep: "What to keep, and time limits",
    keepText: [
      "Do not wipe, reset or give away the phone. Do not restart or update it before the copies that are needed are made; after that, do, to protect the person.",
      "Keep the evidence unchanged, in two places, and work on copies. Keep the original warning or message, too, with a picture taken by another device.",
      "The phone throws records away in days or weeks. So do companies and operators: ask soon whether they can be told to keep them.",
      "Look now which time limits run for a complaint, for protective measures or an appeal.",
    ],
    limits: "Limits",
    seen: (read, partly, total): string =>
      total === 0
        ? "No place of the phone was read."
        : `${count(read)} of ${places(total)} were read${partly > 0 ? `, and ${count(partly)} partly` : ""}. Of the rest the result says nothing.`,
    signs: (could, not): string =>
      `${count(could)} published signs could show here${not > 0 ? `; another ${count(not)} could not` : ""}.`,
    noSigns: "It was compared with no list of signs.",
    limitsText:
      "Dates and names are those that the device noted. A device may have the wrong time, and its data can be altered.",
  },
  contact: {
    ran: "it ran",
    installed: "it was installed",
    present: "it was on the disk",
    resolved: "an app connected, or looked up its address",
    opened: "it was opened",
    visited: "it was visited",
    shown: "a server showed it",
    received: "it came in a message",
    "looked-up": "the phone looked it up",
    listed: "it stands in a list",
    shared: "an address that many sites share",
  },
  foot: (version, state): string => `Contraluz ${version} · ${state}`,
  byName: (name, role): string => (role === "" ? name : `${name}, ${role},`),
};
