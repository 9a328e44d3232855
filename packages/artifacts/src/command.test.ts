import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf } from "./command.ts";

const APP = "/private/var/containers/Bundle/Application/0A-1B";

test("the program and its arguments", () => {
  const cases: readonly (readonly [string, string, string?])[] = [
    ["/sbin/launchd", "/sbin/launchd"],
    ["/usr/libexec/UserEventAgent (System)", "/usr/libexec/UserEventAgent", "(System)"],
    ["/usr/libexec/x --mode=a --other b", "/usr/libexec/x", "--mode=a --other b"],
    ["/bin/ps axwww -o user", "/bin/ps", "axwww -o user"],
    ["/usr/bin/tool /var/mobile/x.app/y", "/usr/bin/tool", "/var/mobile/x.app/y"],
    [`${APP}/GoogleMaps.app/Google Maps`, `${APP}/GoogleMaps.app/Google Maps`],
    [`${APP}/Mi App.app/Mi App`, `${APP}/Mi App.app/Mi App`],
    [`${APP}/Mi App.app/Mi App --x 1`, `${APP}/Mi App.app/Mi App`, "--x 1"],
    [`${APP}/WhatsApp.app/WhatsApp`, `${APP}/WhatsApp.app/WhatsApp`],
    [
      `${APP}/WhatsApp.app/PlugIns/Share.appex/Share -launch`,
      `${APP}/WhatsApp.app/PlugIns/Share.appex/Share`,
      "-launch",
    ],
    ["kernel_task", "kernel_task"],
    ["(mptbd)", "(mptbd)"],
    ["  x  y  ", "x", "y"],
    ["", ""],
  ];
  for (const [line, path, args] of cases) assert.deepEqual(commandOf(line), { path, args }, line);
});

test("long lines of slashes and spaces cost no more than they are long", () => {
  const line = `/${".app/ ".repeat(40_000)}`;
  assert.ok(commandOf(line).path.length > 0);
  assert.ok(commandOf(`/x ${" /a.app".repeat(40_000)}`).path === "/x");
});
