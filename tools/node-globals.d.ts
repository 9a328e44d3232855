// @types/node declares the value `CryptoKey` but no global type of that name; rooms name the type (core/src/globals.d.ts).
import type { webcrypto } from "node:crypto";

declare global {
  interface CryptoKey extends webcrypto.CryptoKey {}
}
