import assert from "node:assert/strict";
import { test } from "node:test";
import { columns } from "@contraluz/report/text/wrap.ts";
import { CONTROL } from "./cli.fixture.ts";
import { fit, type Out, printable, progressLine } from "./terminal.ts";

/** A terminal or a file that keeps what is written, and a clock that stands still. */
function screen(o: { tty: boolean; columns?: number }): { out: Out; written: string[]; clock: { ms: number } } {
  const written: string[] = [];
  const out = {
    isTTY: o.tty,
    ...(o.columns === undefined ? {} : { columns: o.columns }),
    write: (s: string) => written.push(s) > 0,
  } as unknown as Out;
  return { out, written, clock: { ms: 0 } };
}

test("printable: every character that a terminal obeys or hides is shown by its code", () => {
  const text = printable("a\u001b]0;x\u0007\u009b2J\u202e\u200b\u2066\r\n\u00ad\ud800\u2028b");
  assert.ok(!CONTROL.test(text) && !text.includes("\n"), text);
  assert.ok(text.startsWith("a<U+001B>]0;x<U+0007><U+009B>2J<U+202E>") && text.endsWith("<U+2028>b"), text);
  assert.equal(printable("/Users/ana/Respaldo ñandú 日本"), "/Users/ana/Respaldo ñandú 日本");
});

test("fit: a line is never wider than the terminal; a long name loses its beginning", () => {
  const name = `HomeDomain/${"日本語/".repeat(40)}History.db`;
  for (const width of [20, 40, 79, 200]) {
    const line = fit({ key: "r", text: "Leyendo", name }, " · 12 s", width);
    assert.ok(columns(line) <= width, `${width}: ${line}`);
    if (width >= 40) assert.ok(line.includes("…") && line.includes("History.db · 12 s"), line);
  }
  assert.equal(fit({ key: "r", text: "Leyendo", name: "a/b.db" }, "", 40), "Leyendo a/b.db");
  assert.ok(!CONTROL.test(fit({ key: "r", text: "x", name: "\u001b[2J\u0007" }, "", 60)));
});

test("on a terminal: one line, written over, at most every 80 ms, gone at the end", () => {
  const { out, written, clock } = screen({ tty: true, columns: 60 });
  const line = progressLine(out, false, () => clock.ms);
  for (let i = 0; i < 1000; i++) {
    line.say({ key: "list", text: "Leyendo la lista", running: String(i) });
    clock.ms += 1;
  }
  assert.ok(written.length <= 14, String(written.length));
  for (const w of written) {
    assert.ok(w.startsWith("\r\u001b[2K"), JSON.stringify(w));
    assert.ok(!w.includes("\n") && columns(w.slice(5)) < 60);
  }
  // Another step is shown at once.
  line.say({ key: "write", text: "Escribiendo" });
  assert.ok(written.at(-1)!.endsWith("Escribiendo"));
  line.end();
  assert.equal(written.at(-1), "\r\u001b[2K");
});

test("on a terminal: a step that takes long says for how long", () => {
  const { out, written, clock } = screen({ tty: true, columns: 0 });
  const line = progressLine(out, false, () => clock.ms);
  line.say({ key: "unlock", text: "Abriendo con la contraseña" });
  clock.ms = 7400;
  line.say({ key: "unlock", text: "Abriendo con la contraseña" });
  assert.ok(written.at(-1)!.endsWith("Abriendo con la contraseña · 7 s"), written.at(-1));
  line.end();
});

test("elsewhere: plain lines, few of them, without escapes", () => {
  const { out, written, clock } = screen({ tty: false });
  const line = progressLine(out, false, () => clock.ms);
  for (let i = 0; i < 60_000; i++) {
    line.say({ key: "reading", text: "Leyendo", name: `a\u001b[2J/${i}` });
    clock.ms += 1;
  }
  line.end();
  assert.equal(written.length, 6);
  for (const w of written) assert.match(w, /^Leyendo a<U\+001B>\[2J\/\d+\n$/);
});

test("quiet: nothing at all", () => {
  for (const tty of [true, false]) {
    const { out, written } = screen({ tty });
    const line = progressLine(out, true);
    line.say({ key: "a", text: "x" });
    line.end();
    assert.deepEqual(written, []);
  }
});
