/** A case that was made with a phrase, as the page makes them, opens in the command too. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createVault } from "@contraluz/case/vault/index.ts";
import { vaultFolder } from "@contraluz/platform-node";
import { folder } from "../cli.fixture.ts";
import { inside } from "./inside.fixture.ts";
import { nodeMachine } from "./open.ts";

test("a case that was made with a phrase opens with it, and with nothing else", async () => {
  using dir = folder();
  const phrase = "cuatro palabras sin relación";
  const made = { title: "Ana", lang: "es", actor: "r1", to: { passphrase: phrase } } as const;
  await (await createVault(vaultFolder(join(dir.path, "c")), made, nodeMachine())).close();
  writeFileSync(join(dir.path, "phrase"), `${phrase}\n`);
  writeFileSync(join(dir.path, "other"), "otra\n");
  const ran = async (code: number, args: readonly string[], text: RegExp): Promise<void> => {
    const r = await inside(dir.path, args);
    assert.equal(r.code, code, r.out + r.err);
    assert.match(r.out + r.err, text);
  };
  await ran(0, ["case", "show", "c", "--phrase-file", "phrase"], /Ana/);
  await ran(0, ["case", "note", "c", "Hablamos", "--phrase-file", "phrase"], /./);
  await ran(0, ["case", "log", "c", "--phrase-file", "phrase"], /cadena está completa/);
  await ran(3, ["case", "show", "c", "--phrase-file", "other"], /no abre|llave|contraseña/);
  await ran(2, ["case", "show", "c", "--phrase-file", "nowhere"], /nowhere/);
  // Nobody is there to type it.
  await ran(3, ["case", "show", "c"], /contraseña/);
});
