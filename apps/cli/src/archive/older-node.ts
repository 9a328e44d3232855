/** What pdf.js takes for granted and Node 20 does not have (ECMAScript 2024 and 2025). Loaded in threads that read documents alone. @module */

interface Resolvers {
  readonly promise: Promise<unknown>;
  readonly resolve: (v: unknown) => void;
  readonly reject: (e: unknown) => void;
}

function withResolvers(): Resolvers {
  let resolve: (v: unknown) => void = () => {};
  let reject: (e: unknown) => void = () => {};
  const promise = new Promise((a, b) => {
    resolve = a;
    reject = b;
  });
  return { promise, resolve, reject };
}

/** Moves the bytes: the old buffer holds nothing afterwards. */
function transfer(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
  const moved = structuredClone(this, { transfer: [this] });
  if (length === moved.byteLength) return moved;
  const other = new ArrayBuffer(length);
  new Uint8Array(other).set(new Uint8Array(moved, 0, Math.min(length, moved.byteLength)));
  return other;
}

const attempt = (f: (...a: unknown[]) => unknown, ...args: unknown[]): Promise<unknown> =>
  new Promise((done) => done(f(...args)));

function add(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

add(Promise, "withResolvers", withResolvers);
add(Promise, "try", attempt);
add(ArrayBuffer.prototype, "transfer", transfer);
add(ArrayBuffer.prototype, "transferToFixedLength", transfer);
