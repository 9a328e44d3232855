/** The small parts of a plan: globs, lanes, numbers of files, gathered problems. @module */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS, type Problem } from "@contraluz/core";
import { createFileTable } from "./files.ts";
import { globToRegExp, pathMatcher } from "./globs.ts";
import { type FileJob, planLanes } from "./lane.ts";
import { createProblems, MAX_PROBLEMS } from "./problems.ts";

test("globs: within a name, over folders, nothing else", () => {
  const matches = (glob: string, path: string): boolean => globToRegExp(glob).test(path);
  assert.ok(matches("*/Library/Safari/History.db", "AppDomain-x/Library/Safari/History.db"));
  assert.ok(!matches("*/Library/Safari/History.db", "a/b/Library/Safari/History.db"));
  assert.ok(!matches("*/Library/Safari/History.db", "a/Library/Safari/HistoryXdb"));
  assert.ok(matches("a/**/c.db", "a/c.db"));
  assert.ok(matches("a/**/c.db", "a/b/b/c.db"));
  assert.ok(matches("a/*.plist", "a/line\nend.plist"), "any character but a slash");
  assert.ok(matches("a(b)[c]+.{1}?", "a(b)[c]+.{1}?"));
  assert.ok(!matches("a.b", "a.b/"));
  const hostile = `${"a/".repeat(2000)}x`;
  const at = process.cpuUsage();
  assert.ok(!matches("*/Library/Safari/Profiles/*/History.db", hostile));
  assert.ok(process.cpuUsage(at).user < 100_000);
});

test("paths: exact, by glob, sidecars; several subscribers in their order", () => {
  const match = pathMatcher([
    { subscriber: "a", paths: ["D/x.db", "D/*.db"] },
    { subscriber: "b", paths: ["D/x.db"] },
    { subscriber: "c", paths: ["D/log.plist-wal"] },
  ]);
  assert.deepEqual(new Set(match("D/x.db")?.subscribers), new Set(["a", "b"]));
  assert.deepEqual(match("D/y.db"), { subscribers: ["a"], main: "D/y.db" });
  const wal = match("D/y.db-wal");
  assert.deepEqual([wal?.main, wal?.sidecar], ["D/y.db", "-wal"]);
  assert.equal(match("D/x.db-journal")?.sidecar, "-journal");
  for (const other of ["D/x.db-shm", "D/z", "-wal", "D/x.db-wal-wal", "E/x.db", ""])
    assert.equal(match(other), undefined, other);
  assert.equal(match("D/log.plist-wal")?.sidecar, undefined, "asked for by its own name");
});

test("lanes: files that share an artifact, directly or through another, stay together, by number", () => {
  const job = (file: number, ...artifacts: string[]): FileJob => ({ file, path: String(file), artifacts });
  const lanes = (jobs: FileJob[]): number[][] => planLanes(jobs).map((l) => l.files.map((f) => f.file));
  assert.deepEqual(lanes([]), []);
  assert.deepEqual(lanes([job(1, "a"), job(2, "b"), job(3, "a")]), [[1, 3], [2]]);
  assert.deepEqual(lanes([job(5, "c"), job(4, "b"), job(3, "a"), job(2, "a", "b")]), [[5], [2, 3, 4]]);
  const one = lanes([job(1, "a"), job(2, "b"), job(3, "c"), job(4, "c", "b"), job(5, "b", "a")]);
  assert.deepEqual(one, [[1, 2, 3, 4, 5]]);
  // Fifty thousand files of one place (texts of logs) are planned at once: each looks at its own places only.
  const crowd = Array.from({ length: 50_000 }, (_, i) => job(i, "texts", i % 1000 === 0 ? "logs" : "texts"));
  const at = process.cpuUsage();
  assert.equal(lanes(crowd)[0]!.length, 50_000);
  const { user, system } = process.cpuUsage(at);
  assert.ok(user + system < 2_000_000, `${user + system} µs`);
  // Every file once, whatever the ties.
  const many = Array.from({ length: 200 }, (_, i) => job(i, `a${(i * 7) % 31}`, `a${(i * 13) % 31}`));
  const flat = lanes(many).flat();
  assert.equal(new Set(flat).size, 200);
  assert.equal(flat.length, 200);
});

test("files: one number a path and evidence, in the order of their coming", () => {
  const t = createFileTable();
  assert.deepEqual([t.add("a"), t.add("b", "HomeDomain/b"), t.add("a"), t.add("b", "other")], [0, 1, 0, 1]);
  t.evidence = 1;
  assert.equal(t.add("a"), 2);
  t.hashed(1, "f".repeat(64), 9);
  t.moved(2, "z/a");
  assert.equal(t.path(2), "z/a");
  assert.equal(t.add("a"), 2, "still known by the name it was asked for");
  assert.deepEqual(t.entries(), [
    { evidence: 0, path: "a", size: 0, sha256: "" },
    { evidence: 0, path: "b", name: "HomeDomain/b", size: 9, sha256: "f".repeat(64) },
    { evidence: 1, path: "z/a", size: 0, sha256: "" },
  ]);
});

test("problems: equal ones of a file are joined, at most a hundred kinds of a file are kept", () => {
  const p = createProblems();
  const of = (path: string, found: string, more: Partial<Problem> = {}): Problem => ({
    code: "sqlite-row",
    path,
    found,
    lost: "row",
    ...more,
  });
  p.add(of("a", "x", { offset: 1 }));
  p.add(of("b", "x"));
  p.add(of("a", "x", { offset: 2, count: 4 }));
  p.add(of("a", "x", { evidence: 1 }));
  assert.deepEqual(p.list, [of("a", "x", { offset: 1, count: 5 }), of("b", "x"), of("a", "x", { evidence: 1 })]);
  for (let i = 0; i < 5000; i++) p.add(of("c", `${i}`));
  for (let i = 0; i < 5000; i++) p.add(of("c", `${i}`, { evidence: 1 }));
  const kept = p.list.filter((x) => x.path === "c");
  assert.equal(kept.length, 2 * LIMITS.problems);
  assert.deepEqual(
    kept.filter((x) => x.code === "problems-limit"),
    [
      { code: "problems-limit", lost: "nothing", path: "c" },
      { code: "problems-limit", lost: "nothing", path: "c", evidence: 1 },
    ],
  );
  p.add(of("d", "y"));
  assert.deepEqual(p.list.at(-1), of("d", "y"), "another file still speaks");
  for (let i = 0; i < MAX_PROBLEMS + 5000; i++) p.add(of(`file ${i}`, "z"));
  assert.equal(p.list.length, MAX_PROBLEMS + 1);
  assert.deepEqual(p.list.at(-1), { code: "problems-limit", lost: "nothing" });
  p.add(of("d", "y"));
  assert.ok(
    p.list.some((x) => x.path === "d" && x.count === 2),
    "what is known is still counted",
  );
});
