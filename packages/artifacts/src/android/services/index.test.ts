import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { services } from "./index.ts";

const BODY = `ACTIVITY MANAGER SERVICES (dumpsys activity services)
  User 0 active services:
  * ServiceRecord{3be7ffa u0 com.ejemplo.app/.core.Main}
    intent={cmp=com.ejemplo.app/.core.Main}
    packageName=com.ejemplo.app
    processName=com.ejemplo.app:remote
    createTime=-1h2m3s456ms startingBgTimeout=--
    isForeground=true foregroundId=7 foregroundNoti=null
  * ServiceRecord{1 u10 com.otra.app/org.x.Y c:com.otra.app}
    app=ProcessRecord{d3070db 17046:com.otra.app/u10a54}

    createTime=-5s
  * ServiceRecord{zz}`;

test("services with their process and since when they ran", async () => {
  const { records, problems } = await parseSections(services, { activity: BODY });
  assert.deepEqual(
    records.map((r) => {
      const { since, ...rest } = fieldsOf(r) as { since?: { utc: bigint; seen: string } };
      return [rest, since?.seen, since && new Date(Number(since.utc / 1_000_000n)).toISOString()];
    }),
    [
      [
        {
          app: "com.ejemplo.app",
          component: "com.ejemplo.app/com.ejemplo.app.core.Main",
          user: 0,
          process: "com.ejemplo.app:remote",
          foreground: true,
        },
        "-1h2m3s456ms",
        "2026-03-14T15:18:27.000Z",
      ],
      [
        { app: "com.otra.app", component: "com.otra.app/org.x.Y", user: 10, process: "com.otra.app", pid: 17046 },
        undefined,
        undefined,
      ],
    ],
  );
  assert.deepEqual(seen(records[0]!), ["app-id ran com.ejemplo.app"]);
  assert.deepEqual(
    problems.map((p) => [p.found, p.lost]),
    [["1 other heads", "row"]],
  );
});
