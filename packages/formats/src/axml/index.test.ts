import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { type Made, makeAxml } from "./axml.fixture.ts";
import { type AxmlElement, attribute, readAxml } from "./index.ts";

function read(bytes: Uint8Array): { root: AxmlElement | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  return { root: readAxml(bytes, (p) => problems.push(p)), problems };
}

const NAME = "name/0x01010003";
const app: Made = {
  name: "manifest",
  attributes: { "versionCode/0x0101021b": 12, package: "com.ejemplo.app" },
  children: [
    { name: "uses-permission", attributes: { [NAME]: "android.permission.READ_SMS" } },
    {
      name: "application",
      attributes: {
        "label/0x01010001": { reference: 0x7f0b0012 },
        "debuggable/0x0101000f": true,
        "x/0x0101000e": false,
      },
      children: [{ name: "service", attributes: { [NAME]: ".Señal", n: -7 } }],
    },
  ],
};

test("elements, attributes by name and number, values of each type, in both kinds of text", () => {
  for (const utf8 of [false, true]) {
    const { root, problems } = read(makeAxml(app, { utf8 }));
    assert.deepEqual(problems, []);
    assert.deepEqual(root, {
      name: "manifest",
      attributes: [
        { name: "versionCode", id: 0x0101021b, value: 12 },
        { name: "package", value: "com.ejemplo.app" },
      ],
      children: [
        {
          name: "uses-permission",
          attributes: [{ name: "name", id: 0x01010003, value: "android.permission.READ_SMS" }],
          children: [],
        },
        {
          name: "application",
          attributes: [
            { name: "label", id: 0x01010001, value: "@7f0b0012" },
            { name: "debuggable", id: 0x0101000f, value: true },
            { name: "x", id: 0x0101000e, value: false },
          ],
          children: [
            {
              name: "service",
              attributes: [
                { name: "name", id: 0x01010003, value: ".Señal" },
                { name: "n", value: -7 },
              ],
              children: [],
            },
          ],
        },
      ],
    });
  }
});

test("what tools that hide an app do to the file, and the phone passes over", () => {
  const { root, problems } = read(makeAxml(app, { nameless: true, type: 0 }));
  assert.deepEqual(problems, []);
  assert.equal(attribute(root!.children[0]!, 0x01010003)?.value, "android.permission.READ_SMS");
  assert.equal(attribute(root!.children[0]!, "name"), undefined);
});

test("long texts are cut, in both kinds of text", () => {
  for (const utf8 of [false, true]) {
    // Two bytes a length in UTF-8, at most 32,767; two units in UTF-16 from 32,768 on.
    const long = "ñ".repeat(utf8 ? 9000 : 40_000);
    const { root, problems } = read(makeAxml({ name: "a", attributes: { b: long } }, { utf8 }));
    assert.deepEqual(problems, []);
    assert.equal(attribute(root!, "b")?.value, "ñ".repeat(4096));
  }
});

test("damage costs what is behind it", () => {
  const whole = makeAxml(app);
  const cut = read(whole.subarray(0, whole.length - 150));
  assert.equal(attribute(cut.root!, "package")?.value, "com.ejemplo.app");
  assert.ok(cut.problems.length >= 2 && cut.problems.every((p) => p.code === "axml-damaged" && p.lost === "bytes"));
  for (const bytes of [
    new Uint8Array(0),
    new Uint8Array(8),
    new TextEncoder().encode("<manifest/> en texto"),
    whole.subarray(0, 60),
  ]) {
    const { root, problems } = read(bytes);
    assert.equal(root, undefined);
    assert.ok(problems.length > 0);
  }
});

test("too deep: what is inside is passed over, what follows is read", () => {
  let deep: Made = { name: "x" };
  for (let i = 0; i < 80; i++) deep = { name: "x", children: [deep] };
  const { root, problems } = read(makeAxml({ name: "a", children: [deep, { name: "b" }] }));
  assert.deepEqual(
    root!.children.map((c) => c.name),
    ["x", "b"],
  );
  assert.deepEqual(
    problems.map((p) => p.found),
    ["elements too deep"],
  );
});

test("a pool that says more texts than it has, an attribute list longer than its chunk", () => {
  const bytes = makeAxml(app);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, 0x7fff_ffff, true);
  const pools = read(bytes);
  assert.match(pools.problems[0]!.found!, /^2147483647 texts in/);
  assert.equal(pools.root?.children.length, 2);

  const made = makeAxml({ name: "a", attributes: { b: "c" } });
  new DataView(made.buffer).setUint16(made.length - 24 - 20 - 8, 9000, true);
  const list = read(made);
  assert.deepEqual(list.root?.attributes, [{ name: "b", value: "c" }]);
  assert.equal(list.problems[0]?.found, "9000 attributes of 20 B");
});
