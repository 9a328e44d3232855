import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnyArtifact, ARTIFACTS } from "@contraluz/artifacts";
import { type ArtifactRecord, isoUtc, type Observable, type RandomAccess, type Result, utcNs } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { encodeRecord } from "@contraluz/store/encode.ts";
import { type Programs, programsSeen } from "./programs.ts";
import { programsText } from "./text.ts";

const at = (day: number) => utcNs(BigInt(Date.UTC(2024, 4, day)) * 1_000_000n, `${day}`, "s");
const record = (
  values: readonly (readonly [value: string, contact?: "ran" | "present"])[],
  day?: number,
): ArtifactRecord => ({
  kind: "process",
  ...(day === undefined ? {} : { at: at(day) }),
  fields: {},
  observables: values.map(([value, contact]): Observable => ({ type: "process", value, contact: contact ?? "ran" })),
  origin: { file: 0, at: { line: 1, offset: 0 } },
});

/** A stored result that holds these records. */
function stored(records: Readonly<Record<string, readonly ArtifactRecord[]>>) {
  const files = new Map<string, Uint8Array>();
  const entries: Record<string, unknown> = {};
  for (const [id, list] of Object.entries(records)) {
    const file = `records/${id.replace("/", ".")}.jsonl`;
    files.set(file, new TextEncoder().encode(list.map((r) => `${encodeRecord(r)}\n`).join("")));
    entries[id] = { file, version: 1, count: list.length, sha256: "" };
  }
  const folder = {
    async read(name: string): Promise<RandomAccess> {
      const bytes = files.get(name)!;
      return { size: bytes.length, read: async (from, n) => bytes.slice(from, from + n) };
    },
  };
  return { folder, result: { records: entries } as unknown as Result };
}

const STAGING = "/private/var/db/com.apple.xpc.roleaccountd.staging/mptbd";

const both: readonly Observable[] = [
  { type: "app-id", value: "com.example.app", contact: "ran" },
  { type: "process", value: "com.example.app", contact: "ran" },
];

test("names and paths of all places joined; when each saw it; what one only saw", async () => {
  const { folder, result } = stored({
    "ios/processes": [record([["/usr/libexec/logd"]], 3), record([["/usr/libexec/logd"]], 3)],
    "ios/task-list": [record([["logd"]], 3), record([["mptbd"]], 3)],
    "ios/shutdown-log": [record([[STAGING]], 2), record([[STAGING]], 1), record([["/usr/libexec/logd"]])],
    "ios/binary-locations": [record([["/private/var/tmp/x", "present"]])],
    "ios/applications": [record([["com.example.app"]])],
    "ios/tcc": [{ ...record([["com.example.app"]]), observables: both }],
  });
  const { sources, programs, over } = await programsSeen(folder, result, ARTIFACTS);
  assert.equal(over, 0);
  assert.deepEqual(sources, [
    { artifact: "ios/tcc", programs: 1, alone: 1 },
    { artifact: "ios/shutdown-log", programs: 2, alone: 0 },
    { artifact: "ios/processes", programs: 1, alone: 0 },
    { artifact: "ios/task-list", programs: 2, alone: 0 },
    { artifact: "ios/binary-locations", programs: 1, alone: 1 },
  ]);
  assert.deepEqual(
    programs.filter((p) => !p.app).map((p) => [p.name, p.paths, p.ran, p.sights.map((s) => [s.artifact, s.count])]),
    [
      [
        "logd",
        ["/usr/libexec/logd"],
        true,
        [
          ["ios/shutdown-log", 1],
          ["ios/processes", 2],
          ["ios/task-list", 1],
        ],
      ],
      [
        "mptbd",
        [STAGING],
        true,
        [
          ["ios/shutdown-log", 2],
          ["ios/task-list", 1],
        ],
      ],
      ["x", ["/private/var/tmp/x"], false, [["ios/binary-locations", 1]]],
    ],
  );
  const [shutdown] = programs.find((p) => p.name === "mptbd")!.sights;
  assert.deepEqual(
    [isoUtc(shutdown!.first!.utc!, "s"), isoUtc(shutdown!.last!.utc!, "s"), shutdown!.ordinal],
    ["2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z", 0],
  );
  const text = programsText({ sources, programs, over }, { lang: "es", width: 80, artifacts: ARTIFACTS });
  assert.ok(text.includes("1 may 2024 – 2 may 2024") && text.includes("/private/var/tmp/x (solo su archivo)"));
  assert.ok(text.indexOf("com.example.app") > text.indexOf(STAGING), "apps come last");
  assert.ok(text.indexOf("/private/var/tmp/x") < text.indexOf(STAGING), "what one place only saw comes first");
});

test("a name that a list cut at 32 letters is the longer one, if there is just one", async () => {
  const long = "com.apple.MessagesBlastDoorService.extra";
  const { folder, result } = stored({
    "ios/processes": [record([[`/usr/libexec/${long}`]], 1)],
    "ios/task-list": [record([[long.slice(0, 32)]], 1), record([["y".repeat(32)]], 1)],
    "ios/spindump": [record([[`${"y".repeat(32)}1`]], 1), record([[`${"y".repeat(32)}2`]], 1)],
  });
  const { programs } = await programsSeen(folder, result, ARTIFACTS);
  assert.deepEqual(
    programs.map((p) => [p.name, p.sights.length]),
    [
      [long, 2],
      ["y".repeat(32), 1],
      [`${"y".repeat(32)}1`, 1],
      [`${"y".repeat(32)}2`, 1],
    ],
  );
});

test("tens of thousands of cut names and of long ones are joined in one pass", async () => {
  const cut = Array.from({ length: 30_000 }, (_, i) => `${i}`.padStart(32, "x"));
  const { folder, result } = stored({
    "ios/processes": [record(cut.map((name) => [`/usr/libexec/${name}.long`]))],
    "ios/task-list": [record(cut.map((name) => [name]))],
  });
  const spent = cpu();
  const { programs } = await programsSeen(folder, result, ARTIFACTS);
  assert.ok(spent() < 5000);
  assert.ok(programs.length === cut.length && programs.every((p) => p.sights.length === 2));
});

test("no place, other tools, and names that a terminal must not take for commands", async () => {
  const none = stored({ "mvt/reported": [record([["x"]])] });
  const empty = await programsSeen(none.folder, none.result, ARTIFACTS);
  assert.deepEqual<Programs>(empty, { sources: [], programs: [], over: 0 });
  const text = (seen: Programs): string => programsText(seen, { lang: "en", width: 80, artifacts: ARTIFACTS });
  assert.ok(text(empty).includes("names programs"));
  const { folder, result } = stored({ "ios/processes": [record([["\u001b[2J\u202e\n"], ["/"], [""]])] });
  const hostile = await programsSeen(folder, result, ARTIFACTS as readonly AnyArtifact[]);
  assert.equal(hostile.programs.length, 1);
  for (const bad of ["\u001b", "\u202e"]) assert.ok(!text(hostile).includes(bad));
});
