import assert from "node:assert/strict";
import { test } from "node:test";
import type { Coverage, Finding, Level, ReadState } from "@contraluz/core";
import { type CampaignCounts, makeApplicability, makeVerdict, SECOND_HAND } from "./verdict.ts";

const finding = (level: Level): Finding => ({ level }) as Finding;
const place = (artifact: string, state: ReadState, records = 5): Coverage => ({
  artifact,
  state,
  records,
  undated: 0,
  deleted: 0,
  problems: 0,
});
const READ = [place("ios/a", "read"), place("ios/b", "read", 0)];

test("evidence: the highest of match, targeted, lead, whatever the order", () => {
  for (const [levels, expected] of [
    [["info", "ask", "lead", "targeted", "match"], "match"],
    [["lead", "targeted", "ask"], "targeted"],
    [["ask", "lead"], "lead"],
    [["ask", "info"], "none-found"],
    [[], "none-found"],
  ] as [Level[], string][])
    assert.equal(makeVerdict(levels.map(finding), READ, []).evidence, expected);
});

test("nothing read: unchecked, also where files were opened and held nothing", () => {
  assert.equal(makeVerdict([], [], []).evidence, "unchecked");
  assert.equal(makeVerdict([], [place("ios/a", "absent", 0)], []).evidence, "unchecked");
  assert.equal(makeVerdict([], [place("ios/a", "read", 0)], []).evidence, "unchecked");
  assert.equal(makeVerdict([], [place("ios/a", "unreadable", 9)], []).evidence, "unchecked");
  assert.equal(makeVerdict([], [place("ios/a", "partly", 1)], []).evidence, "none-found");
});

test("every state but read is a gap, in the order of the coverage; rules follow", () => {
  const states: ReadState[] = ["partly", "absent", "unreadable", "not-consented", "not-asked"];
  const v = makeVerdict(
    [],
    [...READ, ...states.map((s) => place(`ios/${s}`, s))],
    [
      { id: "ios/r1", state: "rule-partly" },
      { id: "ios/r2", state: "rule-gated" },
    ],
  );
  assert.equal(v.complete, false);
  assert.deepEqual(v.gaps, [
    ...states.map((s) => ({ about: `ios/${s}`, state: s })),
    { about: "ios/r1", state: "rule-partly" },
    { about: "ios/r2", state: "rule-gated" },
  ]);
  assert.deepEqual(makeVerdict([], [...READ, place("android/x", "not-in-this-kind", 0)], []), {
    evidence: "none-found",
    complete: true,
    gaps: [],
  });
});

test("none-found never stands without its gaps; a match survives them", () => {
  const holes = [place("ios/a", "read"), place("ios/b", "absent", 0)];
  assert.deepEqual(makeVerdict([], holes, []), {
    evidence: "none-found",
    complete: false,
    gaps: [{ about: "ios/b", state: "absent" }],
  });
  assert.deepEqual(makeVerdict([finding("match")], holes, []), {
    evidence: "match",
    complete: false,
    gaps: [{ about: "ios/b", state: "absent" }],
  });
  assert.equal(makeVerdict([finding("match")], [place("ios/b", "unreadable", 0)], []).evidence, "match");
});

const COUNTS: CampaignCounts = new Map([
  [
    "B",
    new Map([
      ["process", 3],
      ["domain", 10],
      ["email", 2],
      ["url", 1],
      ["hash", 4],
    ]),
  ],
  [
    "A",
    new Map([
      ["file-name", 1],
      ["file-path:/private/var/mobile", 1],
      ["file-path:/private/var/tmp", 1],
      ["profile-id", 1],
      ["ip", 5],
      ["app-id", 6],
    ]),
  ],
]);
const could = (
  ...observed: Parameters<typeof makeApplicability>[1] extends Iterable<infer O> ? O[] : never
): Record<string, number> =>
  Object.fromEntries(makeApplicability(COUNTS, observed).map((a) => [a.campaign, a.couldMatch]));

test("applicability: nothing read, nothing could show; campaigns by code unit, with their totals", () => {
  assert.deepEqual(makeApplicability(COUNTS, []), [
    { campaign: "A", total: 15, couldMatch: 0 },
    { campaign: "B", total: 20, couldMatch: 0 },
  ]);
});

test("a sign counts where a value of its type was read", () => {
  assert.deepEqual(could(["process", "ran"]), { A: 0, B: 3 });
  assert.deepEqual(could(["process", "ran"], ["process", "ran"], ["email", "looked-up"]), { A: 0, B: 5 });
  // An address meets sites and servers too, the name of a site no address; a path meets names, a name no path.
  assert.deepEqual(could(["url", "visited"]), { A: 5, B: 11 });
  assert.deepEqual(could(["domain", "visited"]), { A: 5, B: 10 });
  assert.deepEqual(could(["file-path", "present"]), { A: 3, B: 0 });
  assert.deepEqual(could(["file-name", "present"]), { A: 1, B: 0 });
});

test("a path counts where a folder of it was read", () => {
  assert.deepEqual(could(["file-path", "present", ["/private/var/mobile", "/private/var/root"]]), { A: 2, B: 0 });
  assert.deepEqual(could(["file-path", "ran", []]), { A: 1, B: 0 });
  assert.deepEqual(could(["file-path", "ran", []], ["file-path", "present"]), { A: 3, B: 0 });
});

test("a type that was read in a way that says nothing does not count", () => {
  assert.deepEqual(could(["email", "installed"], ["process", "visited"], ["app-id", "resolved"]), { A: 0, B: 0 });
  assert.deepEqual(could(["email", "listed"]), { A: 0, B: 2 });
});

test("that no other tool said anything leaves no hole", () => {
  const said = { artifact: "network/alerts", records: 0, undated: 0, deleted: 0, problems: 0, reason: SECOND_HAND };
  const own = { artifact: "network/names", state: "read", records: 3, undated: 0, deleted: 0, problems: 0 } as const;
  assert.deepEqual(makeVerdict([], [own, { ...said, state: "absent" }], []).gaps, []);
  assert.equal(makeVerdict([], [own, { ...said, state: "unreadable" }], []).complete, false);
});
