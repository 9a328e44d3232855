import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSections, seen } from "../../artifacts.fixture.ts";
import { notificationListeners } from "./index.ts";

test("allowed, enabled and live listeners; no assistants, no notifications", async () => {
  const { records, problems } = await parseSections(notificationListeners, {
    notification: `Current Notification Manager state:
  Notification List:
    NotificationRecord(0x1: pkg=com.example.banco user=UserHandle{0} id=1)
      ComponentInfo{com.example.no/.Nada}
  Notification listeners:
    Allowed notification listeners:
      com.example.reloj/.Lee:com.example.oculta/com.example.oculta.Lee (user: 0 isPrimary: true isUserChanged: false)
    All notification listeners (2) enabled for current profiles:
      ComponentInfo{com.example.oculta/com.example.oculta.Lee}
    Live notification listeners (1):
      ComponentInfo{com.example.oculta/com.example.oculta.Lee} (user 0): android.service.notification.X$Stub$Proxy@7323c6e
    Snoozed notification listeners (1):
      ComponentInfo{com.example.dormida/.Lee}
  mListenerHints: 0
  Notification assistant services:
    Allowed notification assistants:
      com.example.asistente/.A (user: 0 isPrimary: true)
    All notification assistants (1) enabled for current profiles:
      ComponentInfo{com.example.asistente/.A}`,
  });
  assert.deepEqual(problems, []);
  const oculta = "com.example.oculta/com.example.oculta.Lee";
  assert.deepEqual(
    records.map((r) => [r.fields.component, r.fields.state, r.fields.user]),
    [
      ["com.example.reloj/com.example.reloj.Lee", "allowed", 0],
      [oculta, "allowed", 0],
      [oculta, "enabled", undefined],
      [oculta, "live", 0],
    ],
  );
  assert.deepEqual(seen(records[1]!), ["app-id installed com.example.oculta"]);
});

test("another form is a problem", async () => {
  const { records, problems } = await parseSections(notificationListeners, { notification: "x" });
  assert.deepEqual([records.length, problems[0]?.lost], [0, "artifact"]);
});
