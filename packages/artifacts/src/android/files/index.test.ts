import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseJsonFile, seen } from "../../artifacts.fixture.ts";
import { androidFiles } from "./index.ts";

const file = (path: string, more: object = {}) => ({
  path,
  size: 7,
  mode: "-rw-rw----",
  user_id: 10089,
  user_name: "u0_a89",
  modified_time: 1742891327,
  error: "",
  context: "u:object_r:media_rw_data_file:s0",
  sha256: "",
  ...more,
});

test("files with what matters of them; what people keep is counted", async () => {
  const { records, problems } = await parseJsonFile(androidFiles, [
    file("/data/local/tmp/.st", {
      mode: "-rwxr-xr-x",
      user_name: "shell",
      sha256: "AB".repeat(32),
      md5: "cd".repeat(16),
    }),
    file("/system/xbin/su", { mode: "urwxr-xr-x", modified_time: 1230768000 }),
    file("/sdcard/DCIM/Camera/IMG_1.jpg"),
    file("/storage/emulated/0/DCIM/x/IMG_2.HEIC"),
    file("/sdcard/DCIM/IMG_3.mp4"),
    file("/sdcard/nota.txt"),
    file("/sdcard/Android/data/com.ejemplo.app/files/x.db"),
    file("/sdcard/Download/instala.apk", { mode: "-rwxrwx---" }),
    file("/sdcard/WhatsApp/IMG-1.dng"),
    file("/data/data/com.ejemplo.otra", { mode: "drwxr-x--x", modified_time: 0 }),
  ]);
  assert.deepEqual(problems, []);
  const [context, owner] = ["u:object_r:media_rw_data_file:s0", "u0_a89"];
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r), r.at?.seen]),
    [
      [
        "file",
        {
          path: "/data/local/tmp/.st",
          size: 7,
          mode: "-rwxr-xr-x",
          executable: true,
          owner: "shell",
          context,
          sha256: "AB".repeat(32),
        },
        "1742891327",
      ],
      [
        "file",
        { path: "/system/xbin/su", size: 7, mode: "urwxr-xr-x", executable: true, setuid: true, owner, context },
        undefined,
      ],
      [
        "file",
        {
          path: "/sdcard/Android/data/com.ejemplo.app/files/x.db",
          size: 7,
          mode: "-rw-rw----",
          owner,
          context,
          app: "com.ejemplo.app",
        },
        "1742891327",
      ],
      ["file", { path: "/sdcard/Download/instala.apk", size: 7, mode: "-rwxrwx---", owner, context }, "1742891327"],
      ["file", { path: "/sdcard/WhatsApp/IMG-1.dng", size: 7, mode: "-rw-rw----", owner, context }, "1742891327"],
      [
        "file",
        { path: "/data/data/com.ejemplo.otra", mode: "drwxr-x--x", owner, context, app: "com.ejemplo.otra" },
        undefined,
      ],
      ["personal", { folder: "/sdcard/DCIM", count: 2 }, undefined],
      ["personal", { folder: "/storage/emulated/0/DCIM", count: 1 }, undefined],
      ["personal", { folder: "/sdcard", count: 1 }, undefined],
    ],
  );
  assert.deepEqual(records.slice(0, 3).map(seen), [
    ["file-path present /data/local/tmp/.st", `hash present ${"ab".repeat(32)}`, `hash present ${"cd".repeat(16)}`],
    ["file-path present /system/xbin/su"],
    ["file-path present /sdcard/Android/data/com.ejemplo.app/files/x.db", "app-id listed com.ejemplo.app"],
  ]);
});

test("one object a line, octal modes", async () => {
  const lines = [
    file("/data/local/tmp/a", { mode: "4755" }),
    file("/tmp/b", { mode: "644" }),
    file("/tmp/c", { mode: 0o755 }),
  ];
  const { records, problems } = await parseJsonFile(androidFiles, lines.map((l) => JSON.stringify(l)).join("\n"));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.mode, r.fields.executable, r.fields.setuid]),
    [
      ["4755", true, true],
      ["644", undefined, undefined],
      ["755", true, undefined],
    ],
  );
});

test("values of other types; as many folders as an attacker likes", async () => {
  const { records, problems } = await parseJsonFile(androidFiles, [
    null,
    { path: 7 },
    { path: "relativa" },
    { path: "/x", size: -1, mode: {}, modified_time: "ayer", sha256: 7, error: "permission denied" },
    ...Array.from({ length: 600 }, (_, i) => file(`/sdcard/${i}/a.jpg`)),
  ]);
  assert.deepEqual(fieldsOf(records[0]!), { path: "/x" });
  assert.equal(records.length, 1 + 500 + 1);
  assert.deepEqual(fieldsOf(records.at(-1)!), { folder: "/sdcard", count: 100 });
  assert.deepEqual(
    problems.map((p) => [p.found, p.lost]),
    [
      ["3 without a path", "row"],
      ["1 files: error", "nothing"],
    ],
  );
});
