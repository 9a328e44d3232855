import assert from "node:assert/strict";
import { test } from "node:test";
import { account, textOrBytes } from "./account.ts";

test("numbers and addresses are accounts, names of senders are not", () => {
  for (const [id, type] of [
    ["+525555550101", "phone"],
    ["12345", "phone"],
    ["(55) 5555 0101", "phone"],
    ["Ana@Example.org", "email"],
    ["5215555550101@s.whatsapp.net", "email"],
    ["BANCO", undefined],
    ["", undefined],
    [undefined, undefined],
  ] as const)
    assert.deepEqual(account(id, "received"), type ? [{ type, value: id, contact: "received" }] : [], String(id));
});

test("addresses that are stored as bytes", () => {
  assert.equal(textOrBytes(new TextEncoder().encode("+52 55")), "+52 55");
  assert.equal(textOrBytes(new Uint8Array(0)), undefined);
  assert.equal(textOrBytes(new Uint8Array(5000)), undefined);
  assert.equal(textOrBytes(new Uint8Array([0xff])), "\ufffd");
  assert.equal(textOrBytes(7), undefined);
});
