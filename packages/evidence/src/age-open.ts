/**
 * The library that opens age, and nothing else: loaded when a file is encrypted with it.
 * @module
 */
import { Decrypter } from "age-encryption";

/** The streams of the platform, as far as they are used here: rooms compile without its types. */
interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}
interface Controller {
  enqueue(piece: Uint8Array): void;
  close(): void;
}
declare class ReadableStream {
  constructor(source: { pull(c: Controller): Promise<void> }, strategy?: { highWaterMark: number });
  getReader(): Reader;
}

/** The stream asks for its next piece when it has room. */
function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream {
  const pieces = source[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(c) {
        const next = await pieces.next();
        // A copy: the memory of a piece is filled again.
        if (next.done) c.close();
        else c.enqueue(next.value.slice());
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * What a file opens to, with an identity a line (`AGE-SECRET-KEY-1…`, comments begin with `#`) or a passphrase. Rejects where it opens
 * with none of them; what is yielded is authentic, and it throws at the first piece that is not.
 */
export async function openAge(
  source: AsyncIterable<Uint8Array>,
  secret: { readonly identities: readonly string[] } | { readonly passphrase: string },
): Promise<AsyncIterable<Uint8Array>> {
  const d = new Decrypter();
  if ("passphrase" in secret) d.addPassphrase(secret.passphrase);
  else for (const i of secret.identities) d.addIdentity(i);
  const opened = (await d.decrypt(streamOf(source) as never)) as unknown as ReadableStream;
  return (async function* () {
    const reader = opened.getReader();
    try {
      for (;;) {
        const next = await reader.read();
        if (next.done) return;
        if (next.value) yield next.value;
      }
    } finally {
      await reader.cancel().catch(() => {});
    }
  })();
}
