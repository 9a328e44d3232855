/** tshark from the path, or named by `CONTRALUZ_TSHARK`; and what it prints of certificates. @module */
import { X509Certificate } from "node:crypto";

export const TSHARK: string = process.env.CONTRALUZ_TSHARK ?? "tshark";

/** SHA-256 of a certificate, by OpenSSL. */
export function fingerprint(hex: string): string {
  try {
    const der = Buffer.from(hex.replaceAll(":", ""), "hex");
    return new X509Certificate(der).fingerprint256.replaceAll(":", "").toLowerCase();
  } catch {
    return "unreadable";
  }
}
