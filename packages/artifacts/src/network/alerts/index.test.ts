import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseJsonFile } from "../../artifacts.fixture.ts";
import { alerts } from "./index.ts";

const alert = (level: string, id: string, more: object = {}) => ({
  title: `Aviso ${id}`,
  description: "Porque sí.",
  host: "sitio.example",
  level,
  id,
  ...more,
});

test("alerts of each level, as the box words them; of other shapes it is told", async () => {
  const text = JSON.stringify(
    { high: [alert("High", "IOC-03")], moderate: [7], low: [alert("Low", "PROTO-05", { host: undefined })] },
    null,
    4,
  );
  const { records, problems } = await parseJsonFile(alerts, text, { path: "said/alerts/assets/alerts.json" });
  assert.deepEqual(records.map(fieldsOf), [
    { level: "high", id: "IOC-03", host: "sitio.example", title: "Aviso IOC-03", description: "Porque sí." },
    { level: "low", id: "PROTO-05", title: "Aviso PROTO-05", description: "Porque sí." },
  ]);
  assert.deepEqual(records[1]!.origin.at, { key: "low[0]" });
  assert.ok(records.every((r) => r.observables.length === 0));
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["artifact-value", "1 values"]],
  );
});

test("values that every object has are none of the alert; cut files are told", async () => {
  const { records } = await parseJsonFile(alerts, '{"high":[{"__proto__":{"title":"x"}}],"moderate":[],"low":[]}');
  assert.deepEqual(records.map(fieldsOf), [{ level: "high" }]);
  const cut = await parseJsonFile(alerts, '{"high":[{"title":"x"');
  assert.deepEqual([cut.records.length, cut.problems[0]?.code], [0, "json-damaged"]);
});
