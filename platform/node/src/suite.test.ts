import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { platformSuite } from "@contraluz/platform-web/suite.fixture.ts";
import { vaultFolderSuite } from "@contraluz/platform-web/vault-suite.fixture.ts";
import { nodePlatform, vaultFolder } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "contraluz-platform-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const handleOf = async (bytes: Uint8Array): Promise<string> => {
  const path = join(folder, "file");
  writeFileSync(path, bytes);
  return path;
};

for (const { name, run } of platformSuite(nodePlatform({ scratchFolder: folder }), handleOf)) test(name, run);
for (const { name, run } of vaultFolderSuite((id) => vaultFolder(join(folder, id)))) test(name, run);
