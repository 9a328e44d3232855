/** Sections of a bug report: heads of both grammars, priorities, what ends one, places to the byte, whatever the pieces. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem, RandomAccess } from "@contraluz/core";
import type { SectionItem, SectionsWant } from "../artifact.ts";
import { HEADER, runDumpstate } from "./dumpstate.ts";

const DASHES = "-".repeat(79);
const TEXT = `========================================================
== dumpstate: 2026-03-14 10:20:30
========================================================

------ DUMPSYS HIGH (/system/bin/dumpsys) ------
${DASHES}
DUMP OF SERVICE HIGH package:
Packages:
  Package [a.b] (1):
--------- 0.002s was the duration of dumpsys package, ending at: 2026-03-14 10:20:31
------ 0.931s was the duration of 'DUMPSYS HIGH' ------
------ SYSTEM PROPERTIES (getprop) ------
[a]: [1]
[b]: [ñ]
------ 0.138s was the duration of 'SYSTEM PROPERTIES' ------
no section
${DASHES}
DUMP OF SERVICE adb:
{
*** SERVICE 'adb' DUMP TIMEOUT (10000ms) EXPIRED ***
${DASHES}
DUMP OF SERVICE package:
DUMP OF SERVICE in words
-------- not an end
== dumpstate: done (id 1)`;

function memory(bytes: Uint8Array, step: number): RandomAccess {
  // Each read gives fewer bytes than asked: what a chunk is, is for the source to say.
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + Math.min(length, length > 4096 ? step : length)),
  };
}

interface Got {
  readonly items: {
    readonly section: string;
    readonly lines: string[];
    readonly starts: boolean;
    readonly ends: boolean;
  }[];
  readonly places: string[];
  readonly problems: Problem[];
  readonly own: Problem[];
  readonly absent: number;
}

async function read(text: string, want: SectionsWant, step = 1 << 18, path = "bugreport/dumpstate.txt"): Promise<Got> {
  const bytes = new TextEncoder().encode(text);
  const got: Got = { items: [], places: [], problems: [], own: [], absent: 0 };
  const take = ({ section, lines, starts, ends, origin }: SectionItem): void => {
    got.items.push({ section, lines: lines.map((l) => l.text), starts, ends });
    for (const l of lines) {
      const { at } = origin(l);
      assert.ok("line" in at);
      got.places.push(`${at.line} ${at.offset}`);
      const here = new TextDecoder().decode(bytes.subarray(at.offset)).split("\n")[0]!;
      assert.ok(here.startsWith(l.text.slice(0, 100)), `${here} at ${at.offset}`);
      assert.equal(text.split("\n")[at.line - 1]!.slice(0, 100).trimEnd(), l.text.slice(0, 100).trimEnd());
    }
  };
  const sub = { want, take, problem: (p: Problem) => void got.own.push(p) };
  const done = await runDumpstate(memory(bytes, step), [sub], {
    file: 0,
    path,
    report: (p) => void got.problems.push(p),
  });
  return { ...got, absent: done.absent.length };
}

/** Batches of one section as one. */
function joined({ items }: Got): string[] {
  const out: string[] = [];
  let lines: string[] = [];
  for (const i of items) {
    if (i.starts) lines = [];
    lines.push(...i.lines);
    if (i.ends) out.push(`${i.section}: ${lines.join("|")}`);
  }
  return out;
}

const WANT: SectionsWant = { sections: ["package", "SYSTEM PROPERTIES"] };
const FOUND = [
  "package: Packages:|  Package [a.b] (1):",
  "SYSTEM PROPERTIES: [a]: [1]|[b]: [ñ]",
  "package: DUMP OF SERVICE in words|-------- not an end|== dumpstate: done (id 1)",
];

test("sections of both grammars, of any priority, in pieces of any size", async () => {
  for (const step of [1 << 18, 1, 2, 7, 80, 81, 200]) {
    const got = await read(TEXT, WANT, step);
    assert.deepEqual(joined(got), FOUND, `pieces of ${step}`);
    assert.deepEqual(got.problems, []);
    assert.equal(got.absent, 0);
  }
});

test("what stands before the first section, of a bug report alone", async () => {
  const head = TEXT.slice(0, TEXT.indexOf("\n------ DUMPSYS"));
  for (const step of [1 << 18, 1, 80]) {
    const got = await read(TEXT, { sections: [HEADER] }, step);
    assert.deepEqual([joined(got), got.absent], [[`${HEADER}: ${head.split("\n").join("|")}`], 0], `pieces of ${step}`);
  }
  const other = await read(`Currently running services:\n${TEXT.slice(head.length + 1)}`, { sections: [HEADER] });
  assert.equal(other.absent, 1);
});

test("what did not answer is a problem of those who want it alone", async () => {
  const adb = await read(TEXT, { sections: ["adb"] });
  assert.deepEqual(
    adb.own.map((p) => p.code),
    ["dumpstate-timeout"],
  );
  assert.deepEqual((await read(TEXT, WANT)).own, []);
});

test("a line of an app that looks like a head or an end hides nothing without a word", async () => {
  const end = "--------- 0.002s was the duration of dumpsys package, ending at: 2026-03-14 10:20:31";
  for (const line of ["DUMP OF SERVICE x:", DASHES, end, "------ X (y) ------"]) {
    const torn = TEXT.replace("(1):", `(1):\n    versionName=1\n${line}`).replace("Packages:", "Packages: 1");
    for (const step of [1 << 18, 7]) {
      const got = await read(torn, WANT, step);
      assert.equal(joined(got)[0], "package: Packages: 1|  Package [a.b] (1):|    versionName=1", line);
      assert.deepEqual(
        got.own.map((p) => [p.code, p.found, p.lost]),
        [["dumpstate-torn", "package", "bytes"]],
        line,
      );
      assert.deepEqual((await read(torn, { sections: ["SYSTEM PROPERTIES"] }, step)).own, []);
    }
  }
});

test("a section that is not there; a report without its beginning or its end", async () => {
  assert.equal((await read(TEXT, { sections: ["usb"] })).absent, 1);
  const cut = await read(TEXT.slice(0, 700), WANT);
  assert.deepEqual(
    cut.problems.map((p) => p.code),
    ["dumpstate-cut"],
  );
  const late = await read(TEXT.replace("== dumpstate: 20", "== 20"), WANT);
  assert.deepEqual(
    late.problems.map((p) => [p.code, p.offset]),
    [["dumpstate-cut", 0]],
  );
});

test("a file that is the body of one section has no heads", async () => {
  const want = { sections: ["SYSTEM PROPERTIES"], files: { "getprop.txt": "SYSTEM PROPERTIES" } };
  const got = await read("[a]: [1]\r\n------ X (y) ------\n[b]: [2]\n", want, 5, "getprop.txt");
  assert.deepEqual(joined(got), ["SYSTEM PROPERTIES: [a]: [1]|------ X (y) ------|[b]: [2]"]);
  assert.equal(got.absent, 0);
});

test("a line without end is cut where it is wanted, and costs nothing where it is not", async () => {
  const long = "x".repeat(700_000);
  const wanted = await read(`------ SYSTEM PROPERTIES (getprop) ------\n${long}\n[a]: [1]\n`, WANT, 100_000);
  assert.deepEqual(
    wanted.items.flatMap((i) => i.lines).map((l) => l.length),
    [262_144, 8],
  );
  assert.deepEqual(
    wanted.problems.map((p) => p.code),
    ["record-limit"],
  );
  const other = await read(`------ OTHER ------\n${long}\n`, WANT, 100_000);
  assert.deepEqual(other.problems, []);
});
