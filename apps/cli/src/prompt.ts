/** The password: a hidden prompt, a file, or the first line of standard input. Never arguments, never the environment. @module */
import { readFile } from "node:fs/promises";

/** What a prompt needs of a terminal's input. */
export interface Keyboard {
  readonly isTTY?: boolean;
  setRawMode(on: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: "data", f: (chunk: Uint8Array) => void): unknown;
  on(event: "end", f: () => void): unknown;
  off(event: "data", f: (chunk: Uint8Array) => void): unknown;
  off(event: "end", f: () => void): unknown;
}

const [CTRL_C, CTRL_D, BACKSPACE, LF, CR, CTRL_U, ESC, HASH, DELETE] = [3, 4, 8, 10, 13, 21, 27, 35, 127];
/** Longer than any password: whatever comes is no longer typed by a person. */
const LONGEST = 4096;

/** Asks without showing what is typed. Undefined when there is no terminal to ask on, or the person gave up (Ctrl-C, Ctrl-D). */
export function askHidden(
  question: string,
  input: Keyboard,
  out: { write(text: string): unknown },
): Promise<Uint8Array | undefined> {
  if (!input.isTTY) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const bytes: number[] = [];
    /** Inside the code of an arrow or function key: `ESC [ … letter` or `ESC O letter`. */
    let key: "no" | "begun" | "inside" = "no";
    const done = (value: Uint8Array | undefined): void => {
      input.off("data", onData);
      input.off("end", onEnd);
      input.setRawMode(false);
      input.pause();
      bytes.fill(0);
      out.write("\n");
      resolve(value);
    };
    const back = (): void => {
      // One character back, not one byte of it.
      while (bytes.length > 0 && (bytes[bytes.length - 1]! & 0xc0) === 0x80) bytes.pop();
      bytes.pop();
    };
    const onEnd = (): void => done(undefined);
    const type = (b: number): void => {
      if (key === "begun") key = b === 0x5b || b === 0x4f ? "inside" : "no";
      else if (key === "inside") key = b >= 0x40 && b <= 0x7e ? "no" : "inside";
      else if (b === ESC) key = "begun";
      else if (b === DELETE || b === BACKSPACE) back();
      else if (b === CTRL_U) bytes.length = 0;
      else if (b >= 32 && bytes.length < LONGEST) bytes.push(b);
    };
    const onData = (chunk: Uint8Array): void => {
      for (const b of chunk) {
        const entered = b === CR || b === LF;
        if (entered || b === CTRL_C || (b === CTRL_D && bytes.length === 0)) {
          done(entered ? Uint8Array.from(bytes) : undefined);
          return;
        }
        type(b);
      }
    };
    // Nothing may be echoed from the moment on that the person can read the question.
    input.setRawMode(true);
    input.on("data", onData);
    input.on("end", onEnd);
    out.write(question);
    input.resume();
  });
}

/** The first line of bytes, without its end; what a file has after it is the editor's, not the person's. */
export function lineOf(bytes: Uint8Array): Uint8Array {
  const lf = bytes.indexOf(LF);
  let end = lf < 0 ? bytes.length : lf;
  if (end > 0 && bytes[end - 1] === CR) end--;
  // The mark that some editors put before UTF-8.
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  // A copy: `slice` of a Buffer is a view, which is zeroed with it.
  return Uint8Array.from(bytes.subarray(start, Math.max(start, end)));
}

const KEY = "AGE-SECRET-KEY-";

/** The line of a file of age's identities that is one: the others are comments. Of any other file the first line. */
export function keyOf(bytes: Uint8Array): Uint8Array {
  for (let at = 0; at < bytes.length; ) {
    const lf = bytes.indexOf(LF, at);
    const end = lf < 0 ? bytes.length : lf;
    if (String.fromCharCode(...bytes.subarray(at, at + KEY.length)) === KEY) return lineOf(bytes.subarray(at, end));
    at = end + 1;
  }
  return lineOf(bytes);
}

/** First line of standard input, as bytes. What follows is not waited for, unless a `key` has comments before it. */
export async function firstLine(input: AsyncIterable<Uint8Array>, key = false): Promise<Uint8Array> {
  const bytes: number[] = [];
  for await (const chunk of input) {
    for (const b of chunk) if (bytes.length <= LONGEST) bytes.push(b);
    const comment = key && bytes[0] === HASH;
    if ((bytes.includes(LF) && !comment) || bytes.length > LONGEST) break;
  }
  const line = key ? keyOf(Uint8Array.from(bytes)) : lineOf(Uint8Array.from(bytes));
  bytes.fill(0);
  return line;
}

/** First line of a file; of a `key`, its identity. Throws the host's error. */
export async function passwordFile(path: string, key = false): Promise<Uint8Array> {
  const bytes = await readFile(path);
  const line = key ? keyOf(bytes) : lineOf(bytes);
  bytes.fill(0);
  return line;
}
