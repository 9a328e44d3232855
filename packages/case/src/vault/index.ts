/** The vault of a case: what lies in it, who can open it, what happened. @module */
export { archiveIndex, archivesThere } from "./archives.ts";
export {
  type CaseCheck,
  checkInCase,
  checksOf,
  contextOf,
  noteOf,
  recheckInCase,
  resultOfCheck,
  storedCheck,
} from "./checks.ts";
export { copyEvidence, hashEvidence, nextFolder, openCopy } from "./copies.ts";
export { newIdentity, type Opener, type Openers, recipientsOf } from "./keys.ts";
export { purgeCase, removeParts, type Tombstone } from "./purge.ts";
export { Refused, refuse } from "./refused.ts";
export { type CaseState, foldLog, latestConsent, type Written, withdrawalOf } from "./state.ts";
export {
  CASE_SCHEMA,
  type CaseHead,
  type CaseTrouble,
  caseHead,
  createVault,
  type NewCase,
  type OpenVault,
  openVault,
  openVaultToWrite,
  type Vault,
} from "./vault.ts";
