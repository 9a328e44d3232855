import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../android/android.fixture.ts";
import { parserCrashes as rule } from "./index.ts";

const crash = (process: string, ...frames: string[]): Row => ["tombstones", "crash", { process, frames }];

test("Samsung's picture library is a lead, other parsers one note, the rest nothing", () => {
  const hits = judge(rule, [
    crash("com.samsung.ipservice", "/system/lib64/libimagecodec.quram.so", "/apex/libc.so"),
    crash("media.codec", "/system/lib64/libc.so"),
    crash("com.whatsapp"),
    crash("com.example.juego", "/vendor/lib64/egl/libGLES_mali.so"),
    crash("com.whatsappx"),
  ]);
  assert.deepEqual(levels(rule, hits), ["lead libimagecodec.quram.so", "info media"]);
  assert.equal(hits[1]!.params!.what, "media.codec, com.whatsapp");
});
