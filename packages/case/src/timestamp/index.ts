/** Times that an authority attests (RFC 3161). @module */
export { type ChainCertificate, certificatesOf, chainCertificate } from "./certificate.ts";
export { readTimestampRequest, timestampRequest } from "./request.ts";
export { readTimestampResponse } from "./response.ts";
export { type CheckedTimestamp, type TimestampFault, type TimestampInput, verifyTimestamp } from "./verify.ts";
