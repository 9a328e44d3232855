// The few globals that Node >= 20 and every browser share, so that rooms compile without `node` or `dom` types.
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}
declare class URL {
  constructor(url: string, base?: string);
  readonly hostname: string;
  readonly protocol: string;
}
declare const crypto: { readonly subtle: SubtleCrypto; getRandomValues<T extends Uint8Array>(array: T): T };
interface CryptoKey {
  readonly type: string;
  readonly extractable: boolean;
}
interface SubtleCrypto {
  importKey(
    format: "raw" | "spki",
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
  verify(algorithm: unknown, key: CryptoKey, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>;
}
declare function setTimeout(f: () => void, ms: number): unknown;
declare function structuredClone<T>(value: T): T;
