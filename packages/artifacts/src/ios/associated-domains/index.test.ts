import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { associatedDomains } from "./index.ts";

test("apps with their sites, of the one part that tells them", async () => {
  const text = `Usage:        swcutil show

=================================== DATABASE ===================================
Service:             applinks
App ID:              ABCDE12345.com.example.app
App Version:         1.0
Domain:              *.example.org
Site/Fmwk Approval:  approved
Last Checked:        2024-09-12 8:54:53 PM +0000
--------------------------------------------------------------------------------
App ID:              raro
Domain:              otro.example

=================================== NETWORK ====================================
Domain:              nada.example
`;
  const { records, problems } = await parseLines(associatedDomains, text);
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { app: "com.example.app", team: "ABCDE12345", service: "applinks", domain: "*.example.org", approval: "approved" },
    { app: "raro", domain: "otro.example" },
  ]);
  assert.deepEqual(seen(records[0]!), ["app-id installed com.example.app", "domain listed example.org"]);
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-09-12T20:54:53Z");
  assert.deepEqual(records[0]!.origin.at, { line: 4, offset: text.indexOf("Service:") });
  assert.equal((await parseLines(associatedDomains, "x\n")).problems[0]?.lost, "file");
});
