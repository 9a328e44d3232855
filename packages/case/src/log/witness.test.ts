/** A line that left the case says whether its log goes on from there. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodePlatform } from "@contraluz/platform-node";
import { type Entry, hashText, makeEntry } from "./entry.ts";
import { checkWitness, readWitnesses, type Witness, witnessLine, witnessOf, witnessOfLog } from "./witness.ts";

const PLATFORM = nodePlatform();
const ID = "0123456789abcdef";

/** `n` notes; what they say from the entry `other` on is another thing. */
function logOf(n: number, other = n + 1): Entry[] {
  const out: Entry[] = [];
  for (let i = 1; i <= n; i++) {
    const text = i < other ? `nota ${i}` : `otra ${i}`;
    const deed = { actor: "r1", action: "note", data: { id: `n${i}`, text } } as const;
    const at = `2026-11-26T00:00:${String(i).padStart(2, "0")}Z`;
    out.push(makeEntry(PLATFORM, out.at(-1), deed, { at, salt: hashText(PLATFORM, String(i)) }));
  }
  return out;
}

const seen = (n: number): Required<Witness> => witnessOf(PLATFORM, { id: ID, log: logOf(n) }) as Required<Witness>;
const stateOf = (w: Witness, log: readonly Entry[], id = ID): string => {
  const { state, more } = checkWitness(PLATFORM, w, { id, log });
  return more > 0 ? `${state} ${more}` : state;
};

test("a log that goes on, one that was put back, cut or written anew, and another case", () => {
  const w = seen(5);
  assert.equal(stateOf(w, logOf(5)), "same");
  assert.equal(stateOf(w, logOf(9)), "continues 4");
  // An older copy; and one that went on in another way since.
  assert.equal(stateOf(w, logOf(3)), "shorter");
  assert.equal(stateOf(w, []), "shorter");
  assert.equal(stateOf(w, logOf(9, 4)), "other");
  assert.equal(stateOf(w, logOf(5, 5)), "other");
  assert.equal(stateOf(w, logOf(9, 6)), "continues 4");
  assert.equal(stateOf(w, logOf(9), "fedcba9876543210"), "other-case");
  // What cannot be read proves nothing.
  const holes = logOf(9);
  assert.equal(
    stateOf(
      w,
      holes.filter((e) => e.head.seq !== 5),
    ),
    "unknown",
  );
  assert.equal(
    stateOf(
      w,
      holes.filter((e) => e.head.seq !== 7),
    ),
    "unknown",
  );
  assert.equal(witnessOf(PLATFORM, { id: ID, log: [] }), undefined);
});

test("the line is found in a message, shortened by hand, in capitals; what is cut or longer is none", () => {
  const w = seen(5);
  const line = witnessLine(w);
  assert.match(line, /^contraluz-log 0123456789abcdef 5 2026-11-26 [0-9a-f]{8}(-[0-9a-f]{8}){7}$/);
  assert.deepEqual(readWitnesses(`Hola:\n> ${line}\nSaludos`), [w]);
  assert.deepEqual(readWitnesses(line.toUpperCase()), [w]);
  assert.deepEqual(readWitnesses(line.replaceAll(" ", "\n")), [w]);
  const short = line.replaceAll("-", (d, i: number) => (i > 40 ? "" : d)).slice(0, -44);
  assert.equal(readWitnesses(short)[0]?.head, w.head.slice(0, 20));
  assert.equal(stateOf(readWitnesses(short)[0]!, logOf(7)), "continues 2");
  assert.deepEqual(readWitnesses(short.slice(0, -1)), []);
  assert.deepEqual(readWitnesses(`${line}0`), []);
  assert.deepEqual(readWitnesses(line.replace(" 5 ", " 0 ")), []);
  assert.equal(readWitnesses(`${line}\n`.repeat(5000)).length, 100);
  // Nothing that a pattern could lose itself in.
  assert.deepEqual(readWitnesses(`contraluz-log ${"a".repeat(16)} 1 2026-11-26 ${"a-".repeat(400_000)}`), []);
});

test("a dossier's log is a witness, whosever case it is", () => {
  const custody = `${logOf(5)
    .map((e) => e.line)
    .join("\n")}\n`;
  const w = witnessOfLog(PLATFORM, custody);
  assert.ok(w && w.id === undefined);
  assert.equal(stateOf(w, logOf(7)), "continues 2");
  assert.equal(stateOf(w, logOf(7, 2)), "other");
  assert.equal(witnessOfLog(PLATFORM, "no\n"), undefined);
});
