/** A consent that covers less than what a lab has of a case. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import { Refused } from "@contraluz/case/vault/index.ts";
import { type Added, addCase } from "./cases.ts";
import { CONSENT, machine, madeCase, parquetIn } from "./lab.fixture.ts";
import { createLab } from "./open.ts";
import { openLabToWrite } from "./write.ts";

test("a check that is there and that the consent does not cover any more goes", async () => {
  const of = await madeCase();
  await of.check("a".repeat(64), 2);
  const folder = memoryFolder();
  await createLab(folder, machine);
  const vault = await of.open();
  const add = async (): Promise<Added> => {
    const lab = await openLabToWrite(folder, machine);
    try {
      return await addCase({ lab, files: parquetIn(folder), vault, actor: "r1", labPath: "/lab" });
    } finally {
      await lab.close();
    }
  };
  const { id } = await add();
  folder.files.set("hunts/0001/hunt.json", new TextEncoder().encode(`{"of ${id}`));
  const consent = { ...CONSENT, id: "c2", artifacts: ["ios/sms"] };
  await vault.write({ actor: "r1", action: "consent", data: { consent } });
  await assert.rejects(add(), Refused);
  assert.deepEqual(vault.state.labs, []);
  assert.deepEqual([...folder.files.keys()], ["lab.json"]);
  await vault.close();
});
