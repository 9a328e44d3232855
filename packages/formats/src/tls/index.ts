/**
 * TLS as anybody on the way sees it: records, hello messages, certificates (until TLS 1.2, and of 1.3 once it is opened), fingerprints.
 * @module
 */
export { ja3, ja3s, ja3sText, ja3Text, ja4, ja4Parts } from "./fingerprints.ts";
export {
  ascii,
  type ClientHello,
  isGrease,
  readCertificates,
  readCertificates13,
  readClientHello,
  readServerHello,
  type ServerHello,
} from "./hello.ts";
export { type Handshake, looksLikeTls, TlsRecords } from "./records.ts";
