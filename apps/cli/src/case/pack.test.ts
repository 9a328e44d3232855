/** For whom a pack may be: the names of the consent, and a key for each. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Decrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { CONTROL, folder, smallBackup } from "../cli.fixture.ts";
import { inside } from "./inside.fixture.ts";

test("a pack for two whom the consent names opens for both; for others, or for nobody knows whom, none is made", async () => {
  using dir = folder();
  const consent = {
    id: "c1",
    person: { label: "ana" },
    organisation: "Línea de prueba",
    purpose: "Ver si hay rastros",
    artifacts: ["apps"],
    content: false,
    copies: true,
    publication: "none",
    after: "delete",
    recipients: [
      { name: "Laboratorio Dos", what: "pack" },
      { name: "Redacción Norte", what: "dossier" },
    ],
    incidents: false,
    given: { on: "2020-01-01", how: "signed" },
  };
  writeFileSync(join(dir.path, "c.json"), JSON.stringify(consent));
  smallBackup(join(dir.path, "backup"), { plain: true });
  const identities = [await generateX25519Identity(), await generateX25519Identity()];
  const [one, two] = (await Promise.all(identities.map(identityToRecipient))) as [string, string];
  const pack = async (code: number, to: readonly string[], ...texts: RegExp[]): Promise<void> => {
    const args = ["pack", "backup", ...to.flatMap((t) => ["--to", t]), "--out", "out", "--no-installed"];
    const r = await inside(dir.path, [...args, "--consent", "c.json"]);
    const all = (r.out + r.err).replaceAll(/\s+/g, " ");
    assert.equal(r.code, code, all);
    for (const t of texts) assert.match(all, t);
    assert.doesNotMatch(r.out, CONTROL);
    assert.equal(existsSync(join(dir.path, "out")), code === 0);
  };
  await pack(2, [], /Falta para quién/, /Puede ser para Línea de prueba, Laboratorio Dos/);
  await pack(2, [`Otra=${one}`], /no está entre quienes/, /Línea de prueba, Laboratorio Dos/);
  await pack(2, [`Redacción Norte=${one}`], /no permitió que «Redacción Norte»/);
  await pack(2, [one, two], /no dice de quién es/, /Línea de prueba, Laboratorio Dos/);
  await pack(2, ["Laboratorio Dos=AGE-SECRET-KEY-1"], /no es una llave pública/);
  await pack(0, [`linea de prueba=${one}`, `laboratorio dos=${two}`], /Es para Línea de prueba, Laboratorio Dos/);
  const parts = readdirSync(join(dir.path, "out")).filter((n) => n.endsWith(".age"));
  assert.equal(parts.length, 1);
  for (const identity of identities) {
    const d = new Decrypter();
    d.addIdentity(identity);
    assert.ok((await d.decrypt(readFileSync(join(dir.path, "out", parts[0]!)))).length > 512);
  }
});
