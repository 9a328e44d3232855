import assert from "node:assert/strict";
import { createCipheriv } from "node:crypto";
import { test } from "node:test";
import { aesCbc } from "./aes.ts";
import { hasher } from "./sha256.ts";
import { cryptoSuite, someBytes } from "./suite.fixture.ts";

for (const { name, run } of cryptoSuite({ aesCbc, sha256: hasher })) test(name, run);

test("aesCbc opens what node:crypto sealed without padding, whatever the last bytes look like", async () => {
  const [raw, iv] = [someBytes(32, 2), someBytes(16, 4)];
  const key = await crypto.subtle.importKey("raw", raw, "AES-CBC", false, ["decrypt", "encrypt"]);
  for (let blocks = 1; blocks <= 260; blocks++) {
    const plain = someBytes(blocks * 16, blocks);
    // As padding of any length, right or wrong, would look.
    plain.fill(blocks % 18, plain.length - (blocks % 17));
    const cipher = createCipheriv("aes-256-cbc", raw, iv).setAutoPadding(false);
    const sealed = new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final()]));
    assert.deepEqual(await aesCbc(key, iv, sealed), plain);
  }
});
