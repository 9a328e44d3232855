import assert from "node:assert/strict";
import { test } from "node:test";
import { KNOWN_GROUPS, KNOWN_HOSTS, KNOWN_SETS } from "./index.ts";

test("every known set can be asked for by name, over https, from a host that is named", () => {
  const names = KNOWN_SETS.map((s) => s.name);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(names, [...names].sort());
  for (const s of KNOWN_SETS) {
    assert.match(s.name, /^[a-z0-9][a-z0-9-]*$/);
    assert.ok(!KNOWN_GROUPS.has(s.name), s.name);
    assert.ok(s.files.length > 0 && s.publisher !== "" && s.licence !== "" && s.references.length > 0, s.name);
    for (const f of s.files) {
      const url = new URL(f.url);
      assert.equal(url.protocol, "https:");
      assert.equal(url.href, f.url);
      assert.ok(KNOWN_HOSTS.includes(url.host), f.url);
      assert.ok(url.pathname.endsWith(`/${f.name}`), f.url);
    }
    // Signs of a plain list name no campaign: without one they would carry the name of the set.
    if (s.format === "list" && s.publisher !== "AssoEchap") assert.equal(s.campaigns.length, 1, s.name);
    assert.notEqual(s.about.es, s.about.en);
  }
  const urls = KNOWN_SETS.flatMap((s) => s.files.map((f) => f.url));
  assert.equal(new Set(urls).size, urls.length);
});

test("groups: the index of MVT has 15 entries, `all` is all, none is empty", () => {
  assert.equal(KNOWN_GROUPS.get("mvt")!.length, 15);
  assert.equal(KNOWN_GROUPS.get("all"), KNOWN_SETS);
  for (const [name, sets] of KNOWN_GROUPS) assert.ok(sets.length > 1, name);
});
