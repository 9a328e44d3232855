/** The person's terminal: one progress line, a hidden prompt. Progress goes to stderr, answers to stdout. @module */
import { createInterface } from "node:readline";

/** Evidence may name things with escape codes: only printable characters reach the terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not pass
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "?");
}

export interface ProgressLine {
  say(text: string): void;
  end(): void;
}

/** One line that is written over on a terminal; elsewhere a plain line whenever something new begins. */
export function progressLine(out: NodeJS.WriteStream, quiet: boolean): ProgressLine {
  const tty = out.isTTY === true;
  let last = 0;
  let shown = "";
  return {
    say(text) {
      if (quiet) return;
      const line = printable(text);
      if (!tty) {
        // A line with a running number is said once.
        const key = line.replace(/[0-9,]+$/, "");
        if (key !== shown) out.write(`${line}\n`);
        shown = key;
        return;
      }
      const now = performance.now();
      if (now - last < 80) return;
      last = now;
      out.write(`\r\u001b[2K${line.slice(0, Math.max(20, (out.columns ?? 80) - 1))}`);
      shown = line;
    },
    end() {
      if (!quiet && tty && shown !== "") out.write("\r\u001b[2K");
      shown = "";
    },
  };
}

/** Asks without showing what is typed. Undefined when there is no terminal to ask on, or the person gave up (Ctrl-C, Ctrl-D). */
export function askHidden(
  question: string,
  input: NodeJS.ReadStream,
  out: NodeJS.WriteStream,
): Promise<Uint8Array | undefined> {
  if (!input.isTTY) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    out.write(question);
    const bytes: number[] = [];
    input.setRawMode(true);
    input.resume();
    const done = (value: Uint8Array | undefined): void => {
      input.setRawMode(false);
      input.pause();
      input.off("data", onData);
      out.write("\n");
      resolve(value);
    };
    const onData = (chunk: Buffer): void => {
      for (const b of chunk) {
        if (b === 13 || b === 10) return void done(Uint8Array.from(bytes));
        if (b === 3 || (b === 4 && bytes.length === 0)) return void done(undefined);
        if (b === 127 || b === 8) {
          // One character back, not one byte of it.
          while (bytes.length > 0 && (bytes[bytes.length - 1]! & 0xc0) === 0x80) bytes.pop();
          bytes.pop();
        } else if (b === 21) bytes.length = 0;
        else if (b >= 32) bytes.push(b);
      }
    };
    input.on("data", onData);
  });
}

/** First line of standard input, as bytes. */
export function firstLine(input: NodeJS.ReadStream): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    let got = false;
    lines.once("line", (l) => {
      got = true;
      lines.close();
      resolve(new TextEncoder().encode(l));
    });
    lines.once("close", () => {
      if (!got) resolve(new Uint8Array());
    });
    lines.once("error", reject);
  });
}
