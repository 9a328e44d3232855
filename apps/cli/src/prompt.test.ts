import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { Readable } from "node:stream";
import { test } from "node:test";
import { askHidden, firstLine, type Keyboard, keyOf, lineOf } from "./prompt.ts";

const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);
const text = (b: Uint8Array | undefined): string | undefined => b && new TextDecoder().decode(b);

/** A keyboard on which somebody types, and the screen in front of it. */
function desk(tty = true): { keyboard: Keyboard & EventEmitter; raw: boolean[]; screen: string[] } {
  const raw: boolean[] = [];
  const keyboard = Object.assign(new EventEmitter(), {
    isTTY: tty,
    setRawMode: (on: boolean) => raw.push(on),
    resume: () => {},
    pause: () => {},
  });
  return { keyboard, raw, screen: [] };
}

async function typed(...keys: (string | Uint8Array)[]): Promise<{ value: string | undefined; shown: string }> {
  const { keyboard, raw, screen } = desk();
  const asked = askHidden("Contraseña: ", keyboard, { write: (s) => screen.push(s) });
  for (const k of keys) keyboard.emit("data", typeof k === "string" ? utf8(k) : k);
  const value = text(await asked);
  assert.deepEqual(raw, [true, false]);
  assert.equal(keyboard.listenerCount("data") + keyboard.listenerCount("end"), 0);
  return { value, shown: screen.join("") };
}

test("what is typed comes through and is never shown", async () => {
  const { value, shown } = await typed("se", "cre", "to\r");
  assert.equal(value, "secreto");
  assert.equal(shown, "Contraseña: \n");
});

test("letters of several bytes, also cut between two reads", async () => {
  const bytes = utf8("ñandú 日\n");
  assert.equal((await typed(bytes.subarray(0, 1), bytes.subarray(1, 9), bytes.subarray(9))).value, "ñandú 日");
});

test("correcting: one letter back, all of it, arrows and function keys", async () => {
  assert.equal((await typed("secré\u007f\u007freto\r")).value, "secreto");
  assert.equal((await typed("\u007f\u0008a\r")).value, "a");
  assert.equal((await typed("mala\u0015buena\r")).value, "buena");
  assert.equal((await typed("a\u001b[Db\u001b[3~c\u001bOPd\u0007\te\r")).value, "abcde");
  assert.equal((await typed("a\u001b", "[", "A", "b\r")).value, "ab");
});

test("pasting a line takes it; what comes after it is left alone", async () => {
  assert.equal((await typed("secreto\r\nrm -rf x\r\n")).value, "secreto");
});

test("Ctrl-C, Ctrl-D on an empty line and a closed terminal give up", async () => {
  assert.equal((await typed("abc\u0003")).value, undefined);
  assert.equal((await typed("\u0004")).value, undefined);
  assert.equal((await typed("a\u0004b\r")).value, "ab");
  const { keyboard } = desk();
  const asked = askHidden("?", keyboard, { write: () => true });
  keyboard.emit("end");
  assert.equal(await asked, undefined);
});

test("without a terminal nothing is asked", async () => {
  const { keyboard, raw, screen } = desk(false);
  assert.equal(await askHidden("?", keyboard, { write: (s) => screen.push(s) }), undefined);
  assert.deepEqual([raw, screen], [[], []]);
});

test("a flood does not fill the memory", async () => {
  assert.equal((await typed(utf8("x".repeat(1 << 20)), "\r")).value?.length, 4096);
});

test("the first line of a file: without its end, without the mark of an editor", () => {
  for (const [file, password] of [
    ["secreto", "secreto"],
    ["secreto\n", "secreto"],
    ["secreto\r\n", "secreto"],
    ["\ufeffñandú\nmás\n", "ñandú"],
    [" con espacios \n", " con espacios "],
    ["\n", ""],
    ["", ""],
    ["\ufeff", ""],
  ] as const)
    assert.equal(text(lineOf(utf8(file))), password, JSON.stringify(file));
});

test("the first line of standard input, however it is cut", async () => {
  const from = (...parts: string[]): Promise<Uint8Array> => firstLine(Readable.from(parts.map(utf8)));
  assert.equal(text(await from("sec", "reto\nmás")), "secreto");
  assert.equal(text(await from("secreto")), "secreto");
  assert.equal(text(await from()), "");
});

test("a file of age's identities: its comments are passed over; any other file gives its first line", async () => {
  const key = "AGE-SECRET-KEY-1QQQ";
  const file = `# created: 2026\r\n# public key: age1x\r\n${key}\r\nAGE-SECRET-KEY-1ZZZ\n`;
  assert.equal(text(keyOf(utf8(file))), key);
  assert.equal(text(keyOf(utf8("cuatro palabras\nmás\n"))), "cuatro palabras");
  assert.equal(text(keyOf(utf8(""))), "");
  // On standard input it comes in pieces, and what is no key is not waited for beyond its line.
  const pieces = [...file].map((c) => utf8(c));
  assert.equal(text(await firstLine(Readable.from(pieces), true)), key);
  const endless = (async function* () {
    yield utf8("palabra\n");
    throw new Error("asked for more");
  })();
  assert.equal(text(await firstLine(endless, true)), "palabra");
});
