import assert from "node:assert/strict";
import { test } from "node:test";
import { type CrateOptions, roCrate } from "./index.ts";

const CRATE: CrateOptions = {
  name: "Dossier",
  description: "What was checked, and how to verify it",
  published: "2026-11-26",
  licence: "TLP:AMBER+STRICT",
  publisher: "Lab",
  tool: { name: "Contraluz", version: "0.1.0" },
  files: [
    { path: "report.html", size: 10, sha256: "a".repeat(64), name: "Report" },
    { path: "años/ñandú 100%.jsonl", size: 5 },
    { path: "ro-crate-metadata.json", size: 1 },
    { path: "b#c?d.bin", size: 0 },
  ],
};
type Entity = { readonly "@id": string; readonly [k: string]: unknown };
const graph = (o: CrateOptions): Entity[] => (JSON.parse(roCrate(o)) as { "@graph": Entity[] })["@graph"];

test("descriptor, root with all that it must have, each file once and linked", () => {
  const g = graph(CRATE);
  const by = new Map(g.map((e) => [e["@id"], e]));
  assert.equal(by.size, g.length);
  assert.deepEqual(by.get("ro-crate-metadata.json"), {
    "@id": "ro-crate-metadata.json",
    "@type": "CreativeWork",
    about: { "@id": "./" },
    conformsTo: { "@id": "https://w3id.org/ro/crate/1.2" },
  });
  const root = by.get("./")!;
  for (const k of ["name", "description", "datePublished", "license"]) assert.ok(root[k], k);
  const parts = (root.hasPart as Entity[]).map((x) => x["@id"]);
  assert.deepEqual(parts, ["años/ñandú%20100%25.jsonl", "b%23c%3Fd.bin", "report.html"].sort());
  for (const id of parts) assert.equal(by.get(id)!["@type"], "File");
  assert.equal(by.get("report.html")!.contentSize, "10");
  assert.equal(by.get("report.html")!.encodingFormat, "text/html");
});

test("the same bytes whatever the order; a path that leaves the folder is a mistake of the caller", () => {
  assert.equal(roCrate(CRATE), roCrate({ ...CRATE, files: [...CRATE.files].reverse() }));
  for (const path of ["../a", "/a", "a//b", "a/./b", "a\\b", "a\0b", ""])
    assert.throws(() => roCrate({ ...CRATE, files: [{ path, size: 1 }] }), RangeError, path);
});
