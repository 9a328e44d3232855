// Rooms are compiled with `core/src/globals.d.ts`, which takes any Uint8Array where the types of the DOM ask for one that is
// not shared. No room hands shared memory to WebCrypto; these overloads say so to the compiler.
interface SubtleCrypto {
  importKey(
    format: "raw",
    key: Uint8Array,
    algorithm: unknown,
    extractable: boolean,
    usages: string[],
  ): Promise<CryptoKey>;
  deriveBits(algorithm: unknown, key: CryptoKey, length: number): Promise<ArrayBuffer>;
  unwrapKey(
    format: "raw",
    wrapped: Uint8Array,
    unwrapping: CryptoKey,
    unwrapAlgorithm: unknown,
    keyAlgorithm: unknown,
    extractable: boolean,
    usages: string[],
  ): Promise<CryptoKey>;
  encrypt(algorithm: unknown, key: CryptoKey, data: Uint8Array): Promise<ArrayBuffer>;
  decrypt(algorithm: unknown, key: CryptoKey, data: Uint8Array): Promise<ArrayBuffer>;
}
