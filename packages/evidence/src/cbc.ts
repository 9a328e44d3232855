/** Random access to AES-256-CBC: any range can be decrypted from the cipher block before it. */
import type { Platform, RandomAccess } from "@contraluz/core";

const BLOCK = 16;
const ALIGN = 1 << 16;
const RUN = 1 << 20;
const RUNS = 4;

interface Run {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/**
 * Plaintext of `cipher` (AES-256-CBC, first IV zero, cut to `size` bytes; NIST SP 800-38A section 6.2: P(i) = D(C(i)) xor
 * C(i-1)). Decrypts in runs of 64 KiB to 1 MiB and keeps the last four, so reads in ascending order decrypt a block once.
 * Where the cipher text is shorter than `size`, the plaintext is what there is.
 */
export class CbcSource implements RandomAccess {
  readonly size: number;
  readonly #cipher: RandomAccess;
  readonly #key: CryptoKey;
  readonly #platform: Pick<Platform, "aesCbc">;
  readonly #runs: Run[] = [];
  readonly #end: number;
  /** Last cipher block of the last run: the IV of the next one, most of the time. */
  #iv: Uint8Array = new Uint8Array(BLOCK);
  #ivFor = 0;
  /** Memory for cipher text, unless a read has it. */
  #memory: Uint8Array | undefined;

  constructor(cipher: RandomAccess, key: CryptoKey, size: number, platform: Pick<Platform, "aesCbc">) {
    this.#cipher = cipher;
    this.#key = key;
    this.#platform = platform;
    this.#end = cipher.size - (cipher.size % BLOCK);
    this.size = Math.max(0, Math.min(size, this.#end));
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size);
    if (!(offset >= 0 && offset < end)) return new Uint8Array(0);
    let run = this.#cached(offset) ?? (await this.#decrypt(offset, end));
    if (run.start + run.bytes.length >= end) return run.bytes.subarray(offset - run.start, end - run.start);
    const out = new Uint8Array(end - offset);
    for (let at = offset; ; run = this.#cached(at) ?? (await this.#decrypt(at, end))) {
      const part = run.bytes.subarray(at - run.start, end - run.start);
      if (part.length === 0) return out.subarray(0, at - offset); // the source gave less than its size
      out.set(part, at - offset);
      at += part.length;
      if (at >= end) return out;
    }
  }

  async close(): Promise<void> {
    this.#runs.length = 0;
    await this.#cipher.close?.();
  }

  #cached(offset: number): Run | undefined {
    for (let i = this.#runs.length - 1; i >= 0; i--) {
      const run = this.#runs[i]!;
      if (offset >= run.start && offset < run.start + run.bytes.length) return run;
    }
    return undefined;
  }

  async #decrypt(offset: number, end: number): Promise<Run> {
    const start = offset - (offset % ALIGN);
    const stop = Math.min(Math.ceil(end / ALIGN) * ALIGN, start + RUN, this.#end);
    const memory = this.#memory ?? new Uint8Array(Math.min(RUN, this.#end) + BLOCK);
    this.#memory = undefined;
    let iv = this.#iv;
    let cipher: Uint8Array;
    if (start === 0 || start === this.#ivFor) {
      if (start === 0) iv = new Uint8Array(BLOCK);
      cipher = await this.#cipher.read(start, stop - start, memory);
    } else {
      const both = await this.#cipher.read(start - BLOCK, stop - start + BLOCK, memory);
      iv = both.subarray(0, BLOCK);
      cipher = both.subarray(BLOCK);
    }
    cipher = cipher.subarray(0, cipher.length - (cipher.length % BLOCK));
    if (cipher.length > 0) {
      this.#iv = cipher.slice(cipher.length - BLOCK);
      this.#ivFor = start + cipher.length;
    }
    const run = { start, bytes: cipher.length === 0 ? cipher : await this.#platform.aesCbc(this.#key, iv, cipher) };
    this.#memory = memory;
    this.#runs.push(run);
    if (this.#runs.length > RUNS) this.#runs.shift();
    return run;
  }
}
