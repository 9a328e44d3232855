import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseLines } from "../../artifacts.fixture.ts";
import { activationLog } from "./index.ts";

const head = "Mon Sep  2 05:47:19 2024 [145] <debug> (0x16d6d7000) MA:";

test("starts with their version, upgrades, and states when they change", async () => {
  const log = `${head} main: ____________________ Mobile Activation Startup _____________________
${head} main: build_version: 21G93
${head} main: serial_number: C39SECRET
${head} main: product_type: iPhone14,5
${head} main: ____________________________________________________________________
${head} dealwith_activation: Activation State: Activated
${head} dealwith_activation: Activation State: Activated
${head} x: Upgrade from () to 23D8133 (26.3.1) detected.
${head} x: Upgrade from 21G93 to 22A3354 (18.0) detected.
${head} dealwith_activation: Activation State: Unactivated
${head} -[MobileActivationDaemon handleActivationInfoWithSession:]: Activation message:
<?xml version="1.0" encoding="UTF-8"?>
<key>AccountToken</key>
${head} main: ____________________ Mobile Activation Startup _____________________
`;
  const { records, problems } = await parseLines(activationLog, log);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r)]),
    [
      ["start", { build: "21G93", model: "iPhone14,5" }],
      ["activation", { state: "Activated" }],
      ["upgrade", { to: "23D8133" }],
      ["upgrade", { from: "21G93", to: "22A3354" }],
      ["activation", { state: "Unactivated" }],
      ["start", {}],
    ],
  );
});
