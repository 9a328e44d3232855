/**
 * Result → what people read: one HTML file, text for a terminal, an explanation of one finding, exports.
 * @module
 */
export { type Access, type AccessList, type AccessState, accessOf } from "./access/access.ts";
export { ACCESS_KINDS, type AccessId, type AccessKind } from "./access/kinds.ts";
export {
  AIR_ARTIFACTS,
  type AirEvent,
  type AirSeen,
  airSeen,
  type CellSeen,
  type TagSeen,
  type TimeSpan,
} from "./air/air.ts";
export { type AirTextOptions, airText } from "./air/text.ts";
export { type Answer, answerOf } from "./answer/answer.ts";
export { explain } from "./explain.ts";
export * from "./exports/index.ts";
export { type Gap, gapsOf, type Names, nameOf, repairsOf } from "./gaps/gaps.ts";
export { HELPLINES, type Helpline, helplineFacts, MORE_HELPLINES } from "./helplines.ts";
export type { ReportFonts } from "./html/style.ts";
export { type HtmlReportOptions, htmlReport } from "./html.ts";
export { type HourOf, type MachineSeen, type MachinesSeen, machinesSeen, type WifiSeen } from "./machines/machines.ts";
export { type MachinesTextOptions, machinesText } from "./machines/text.ts";
export { inOrder } from "./order.ts";
export { chainOf, type Link, placeCode, placeWords } from "./origin/origin.ts";
export { type Program, type ProgramSource, type Programs, programsSeen, type Sight } from "./programs/programs.ts";
export { type ProgramsTextOptions, programsText } from "./programs/text.ts";
export { plain } from "./safe.ts";
export { sheetHtml } from "./send/html.ts";
export type { ReviewDecision } from "./send/review.ts";
export { READERS, type Reader, type SendOptions, sendSheet } from "./send/send.ts";
export { type Sheet, sheetText } from "./send/sheet.ts";
export { shortIds } from "./text/findings.ts";
export { type NextCommands, type TextReportOptions, textReport, textUnchecked } from "./text.ts";
