/** Output that nobody reads any more (`| head -1`) ends quietly; it is no error of ours. @module */

const gone = new Set<NodeJS.WriteStream>();

const isGone = (e: unknown): boolean =>
  e instanceof Error && ["EPIPE", "EOF", "ERR_STREAM_DESTROYED"].includes(String((e as NodeJS.ErrnoException).code));

/** Once, at the start. What a check still has to do goes on: only its words are lost. */
export function endQuietly(): void {
  for (const out of [process.stdout, process.stderr]) {
    out.on("error", (e) => {
      if (!isGone(e)) throw e;
      gone.add(out);
    });
  }
}

/** True once nobody reads standard output. */
export function nobodyReads(): boolean {
  return gone.has(process.stdout) || process.stdout.destroyed;
}

/** Writes and waits until there is room for more. False once nobody reads. */
export async function writeOut(text: string): Promise<boolean> {
  const out = process.stdout;
  if (nobodyReads()) return false;
  await new Promise<void>((resolve) => out.write(text, () => resolve()));
  return !nobodyReads();
}
