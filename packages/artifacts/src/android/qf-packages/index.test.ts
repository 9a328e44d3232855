import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseJsonFile, seen } from "../../artifacts.fixture.ts";
import { qfPackages } from "./index.ts";

const [A, B] = ["ab".repeat(32), "cd".repeat(20)];

test("apps with their files; an installer that is not known; an app without files", async () => {
  const file = {
    path: "/data/app/x/base.apk",
    md5: "ef".repeat(16),
    sha1: B,
    sha256: A,
    sha512: "00".repeat(64),
    error: "",
    certificate: { Md5: "", Sha1: B.toUpperCase(), Sha256: A.toUpperCase(), Subject: "CN=Ana" },
  };
  const { records, problems } = await parseJsonFile(qfPackages, [
    {
      name: "com.ejemplo.app",
      installer: "null",
      uid: 1010123,
      disabled: true,
      system: false,
      third_party: true,
      files: [file],
    },
    { name: "com.ejemplo.gone", installer: "com.android.vending", uid: 10124, system: true, files: null },
    {
      name: "android",
      uid: 1000,
      files: [{ path: "/system/framework/framework-res.apk", sha256: "", certificate: {} }],
    },
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r)]),
    [
      ["package", { app: "com.ejemplo.app", uid: 1010123, user: 10, disabled: true, thirdParty: true, files: 1 }],
      [
        "file",
        {
          app: "com.ejemplo.app",
          path: "/data/app/x/base.apk",
          sha256: A,
          sha1: B,
          md5: "ef".repeat(16),
          signer: A,
          signerSha1: B,
          subject: "CN=Ana",
        },
      ],
      [
        "package",
        { app: "com.ejemplo.gone", installer: "com.android.vending", uid: 10124, user: 0, system: true, files: 0 },
      ],
      ["package", { app: "android", uid: 1000, user: 0, files: 1 }],
      ["file", { app: "android", path: "/system/framework/framework-res.apk" }],
    ],
  );
  assert.deepEqual(records.map(seen), [
    ["app-id installed com.ejemplo.app"],
    [
      `hash present ${A}`,
      `hash present ${B}`,
      `hash present ${"ef".repeat(16)}`,
      `certificate installed ${A}`,
      `certificate installed ${B}`,
    ],
    ["app-id listed com.ejemplo.gone"],
    [],
    [],
  ]);
});

test("values of other types", async () => {
  const files = Array.from({ length: 700 }, () => 7);
  const { records, problems } = await parseJsonFile(qfPackages, [null, { name: "" }, { name: "a.b", uid: "x", files }]);
  assert.equal(records.length, 501);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["artifact-value", "artifact-value", "record-limit"],
  );
});
