/** An archive inside a case: read within its consent, sealed, searched, corrected, and gone when the consent goes. @module */
export { isChecked } from "./checked.ts";
export { correctInCase } from "./correct.ts";
export { type ArchiveDossier, archiveForDossier } from "./dossier.ts";
export { sealedArchive } from "./folder.ts";
export { type CaseIndex, IndexTooLarge, openCaseIndex, type Shelf } from "./index-of.ts";
export { coveragesOfCase, partsOfCase } from "./parts.ts";
export { allowDocuments, type CaseArchive, copiesIn, type ReadInCase, readInCase } from "./read.ts";
export { rowsOfArchives } from "./rows.ts";
