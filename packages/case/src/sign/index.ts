/** Signatures that minisign and ssh-keygen check. @module */
export { fromBase64 } from "./bytes.ts";
export {
  encodeMinisignPublic,
  type MinisignPublicKey,
  minisign,
  minisignIdText,
  minisignKeyText,
  readMinisign,
  readMinisignPublic,
  verifyMinisign,
} from "./minisign.ts";
export { type MadeKey, makeMinisignKey, readMinisignSecret } from "./minisign-key.ts";
export { readSigningKey } from "./read-key.ts";
export { readSshSecret } from "./ssh-key.ts";
export {
  allowedSigner,
  NAMESPACE,
  readSshPublic,
  readSshSig,
  sshFingerprint,
  sshKeyText,
  sshSig,
  verifySshSig,
} from "./sshsig.ts";
export type { KeyFailure, ReadKey, SignatureState, SigningKey } from "./types.ts";
