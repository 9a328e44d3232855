/** SHA-256 of short texts (ids, catalogue). @module */
import { hex } from "@contraluz/core";
import { sha256 } from "@noble/hashes/sha2.js";

/** Lower-case hex SHA-256 of the UTF-8 bytes of a text. */
export function sha256Text(text: string): string {
  return hex(sha256(new TextEncoder().encode(text)));
}
