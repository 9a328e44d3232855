import assert from "node:assert/strict";
import { test } from "node:test";
import { makerOf } from "./index.ts";

test("makers by address: of cameras, of radio modules, others; longer beginnings before shorter ones", () => {
  assert.deepEqual(makerOf("44:19:b6:00:00:01"), { name: "Hikvision", role: "camera" });
  assert.deepEqual(makerOf("3C:EF:8C:00:00:01"), { name: "Dahua", role: "camera" });
  assert.deepEqual(makerOf("a4:cf:12:93:67:65"), { name: "Espressif", role: "module" });
  assert.deepEqual(makerOf("7c:f6:66:2b:50:54"), { name: "Tuya", role: "module" });
  assert.deepEqual(makerOf("00:0a:95:00:00:01"), { name: "Apple", role: "other" });
});

test("no maker of made-up addresses, groups without one, unknown ones, and of what is no address", () => {
  for (const mac of [
    "46:19:b6:00:00:01",
    "00:00:00:00:00:01",
    "",
    "44:19:b6",
    "zz:zz:zz:zz:zz:zz",
    "44:19:b6:00:00:01:02",
  ])
    assert.equal(makerOf(mac), undefined, mac);
});
