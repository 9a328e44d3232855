import assert from "node:assert/strict";
import { test } from "node:test";
import type { Acquisition } from "@contraluz/core";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { containerLog } from "./index.ts";

const acquisition: Acquisition = { kind: "sysdiagnose" };
const path = "logs/MobileContainerManager/containermanagerd.log.0";
const head = "Wed May 24 13:05:30 2023 [72] <notice> (0x16be43000)";

test("starts of the phone, and folders of apps", async () => {
  const log = `${head} _containermanagerd_init_block_invoke: containermanagerd first boot cleanup complete
${head} _containermanagerd_init_block_invoke: containermanagerd cleanup complete
${head} -[MCMCodeSigningMapping x]: Would have removed system group container references for (
    "systemgroup.com.apple.configurationprofiles"
)
${head} -[MCMClientConnection _createContainer]: Created data container for com.example.app at /private/var/mobile/Containers/Data/Application/X
${head} -[MCMContainer x]: Deleting container com.example.app at /private/var/x
`;
  const { records, problems } = await parseLines(containerLog, log, { path, acquisition });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r)]),
    [
      ["boot", {}],
      [
        "container",
        { action: "made", app: "com.example.app", path: "/private/var/mobile/Containers/Data/Application/X" },
      ],
      ["container", { action: "deleted", app: "com.example.app", path: "/private/var/x" }],
      ["log", { name: "containermanagerd.log.0", entries: 5, boots: 1 }],
    ],
  );
  assert.deepEqual(seen(records[1]!), ["app-id installed com.example.app"]);
  // Without a zone of the evidence the clock stands alone.
  assert.deepEqual(records[0]!.at, { wall: "2023-05-24T13:05:30", seen: "Wed May 24 13:05:30 2023", precision: "s" });
});
