/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  whatTitle: "What failed, and how to mend it",
  again: "Try another file",
  save: "Save the report",
  saveResult: "Save everything (zip)",
  saveMore: "The report is a page. The zip also holds all that was read, for a helpline or a laboratory.",
  print: "Print",
  bench: "See the records",
  close: "Finish: what stays on this device",
  saving: "Preparing…",
  saved: (name: string): string => `${name} was saved to your downloads. Whoever uses this device can open it.`,
  saveFailed: "It could not be saved. There is not enough memory for a file that large.",
  where: "Where and when",
  more: (n: string): string => `And ${n} more: they are in the report.`,
  origin: "See where it comes from",
  findingNo: "Number of the finding",
  technical: "For the technical person",
  noResult: "This is not a result. It says nothing about the phone: neither good nor bad.",
  noResultTitle: "We could not check what you chose",
  bug: "Something of ours failed, not your phone. Keep the backup and try another browser, or talk to a helpline.",
  code: "Code",
  reportName: (day: string): string => `report-${day}.html`,
  zipName: (day: string): string => `result-${day}.zip`,
};
