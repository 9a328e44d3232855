/** The dossier: what leaves a case, and whether it still is what it was. @module */
export { type BagTree, bagTree, bytesIn } from "./bag-tree.ts";
export { makeDossier } from "./build.ts";
export { NOBODY, type Trusted, trustedFrom } from "./check-proofs.ts";
export { COMMANDS } from "./commands.ts";
export { publishableConsent } from "./consent.ts";
export { PUBLISHED } from "./custody.ts";
export { dossierExports, type ExportOptions } from "./exports.ts";
export { type FromBag, fromBag } from "./from-bag.ts";
export { isLabel, keyName, type Proof, proofName, signDossier, takeSignature } from "./proofs.ts";
export { saltsFrom, saltsOf } from "./salts.ts";
export { isOurQuestion, type StampTaken, takeStamp } from "./stamp.ts";
export { type VerifyTextOptions, verifyReport } from "./text.ts";
export type {
  BagFolder,
  CustodyEntry,
  Disclosed,
  DossierCheck,
  DossierEdition,
  DossierEvidence,
  DossierExport,
  DossierInput,
  DossierMade,
  DossierRefused,
  ExportView,
  Salts,
  Told,
  Withheld,
  Withholdable,
} from "./types.ts";
export { type VerifyOptions, verifyDossier } from "./verify.ts";
export type { Attested, Verified, VerifyCode, VerifyItem, VerifyWhy } from "./verify-types.ts";
export { verifyText } from "./verify-words.ts";
export { type ReadWithhold, readWithhold } from "./withhold.ts";
