/** Commands of cases by name; each module is loaded when it is asked for. @module */
import type { Args } from "../args.ts";

type Command = (args: Args) => Promise<number>;
const later =
  <M>(load: () => Promise<M>, pick: (m: M) => Command): Command =>
  async (args) =>
    pick(await load())(args);

const make = (): Promise<typeof import("./make.ts")> => import("./make.ts");
const take = (): Promise<typeof import("./take.ts")> => import("./take.ts");
const show = (): Promise<typeof import("./show.ts")> => import("./show.ts");
const consent = (): Promise<typeof import("./consent.ts")> => import("./consent.ts");
const window = (): Promise<typeof import("./window.ts")> => import("./window.ts");
const incident = (): Promise<typeof import("./incident.ts")> => import("./incident.ts");
const inbox = (): Promise<typeof import("./inbox.ts")> => import("./inbox.ts");
const review = (): Promise<typeof import("./review.ts")> => import("./review.ts");
const story = (): Promise<typeof import("./story.ts")> => import("./story.ts");

export const CASE_HANDLERS: Readonly<Record<string, Command>> = {
  "case new": later(make, (m) => m.newCommand),
  "case key": later(make, (m) => m.keyCommand),
  "case share": later(make, (m) => m.shareCommand),
  "case purge": later(make, (m) => m.purgeCommand),
  "case add": later(take, (m) => m.addCommand),
  "case archive": later(
    () => import("../archive/case.ts"),
    (m) => m.caseArchiveCommand,
  ),
  "case check": later(take, (m) => m.caseCheckCommand),
  "case intake": later(inbox, (m) => m.intakeCommand),
  "case list": later(inbox, (m) => m.listCommand),
  "case recheck": later(review, (m) => m.caseRecheckCommand),
  "case review": later(review, (m) => m.reviewCommand),
  "case tag": later(review, (m) => m.tagCommand),
  "case known": later(review, (m) => m.knownCommand),
  "case story": later(story, (m) => m.storyCommand),
  "case show": later(show, (m) => m.showCommand),
  "case log": later(show, (m) => m.logCommand),
  "case witness": later(
    () => import("./witness.ts"),
    (m) => m.witnessCommand,
  ),
  "case verify": later(
    () => import("./witness.ts"),
    (m) => m.caseVerifyCommand,
  ),
  "case note": later(show, (m) => m.noteCommand),
  "case status": later(show, (m) => m.statusCommand),
  reproduce: later(
    () => import("./reproduce.ts"),
    (m) => m.reproduceCommand,
  ),
  pack: later(
    () => import("./pack.ts"),
    (m) => m.packCommand,
  ),
  "case consent": later(consent, (m) => m.consentCommand),
  "case letter": later(consent, (m) => m.letterCommand),
  "case withdraw": later(consent, (m) => m.withdrawCommand),
  "case window": later(window, (m) => m.windowCommand),
  "case window-form": later(window, (m) => m.windowFormCommand),
  "case incident": later(incident, (m) => m.incidentCommand),
  "case incidents": later(incident, (m) => m.incidentsCommand),
  "case clock": later(
    () => import("./clock.ts"),
    (m) => m.clockCommand,
  ),
  "case timeline": later(
    () => import("./timeline.ts"),
    (m) => m.timelineCommand,
  ),
};
