import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { devicePolicy } from "./index.ts";

const BODY = `Current Device Policy Manager state:
  Device Owner: 
    admin=ComponentInfo{com.example.dueno/com.example.dueno.Admin}
    name=
    package=com.example.dueno
    isOrganizationOwnedDevice=true
    User ID: 0

  Profile Owner (User 10): 
    package=com.example.trabajo

  Enabled Device Admins (User 0, provisioningState: 0):
    com.example.oculta/.core.Admin:
      uid=10413
      testOnlyAdmin=true
      policies:
        wipe-data
        force-lock
      passwordQuality=0x0
      eas it policies:
        com.example.no/.Admin:
      ApplicationInfo:
        packageName=com.example.oculta
 
    mPasswordOwner=-1

  Enabled Device Admins (User 10, provisioningState: 3):
    com.example.trabajo/com.example.trabajo.Admin:
      uid=1010415

  Encryption Status: per-user
    com.example.no/.Admin:
`;

test("owners of the phone and of a profile, admins with what they may do", async () => {
  const { records, problems } = await parseSections(devicePolicy, { device_policy: BODY });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r)]),
    [
      [
        "owner",
        {
          app: "com.example.dueno",
          component: "com.example.dueno/com.example.dueno.Admin",
          type: "device",
          user: 0,
          organization: true,
        },
      ],
      ["owner", { app: "com.example.trabajo", type: "profile", user: 10 }],
      [
        "admin",
        {
          app: "com.example.oculta",
          component: "com.example.oculta/com.example.oculta.core.Admin",
          user: 0,
          policies: ["wipe-data", "force-lock"],
          testOnly: true,
        },
      ],
      [
        "admin",
        {
          app: "com.example.trabajo",
          component: "com.example.trabajo/com.example.trabajo.Admin",
          user: 10,
          policies: [],
        },
      ],
    ],
  );
  assert.deepEqual(seen(records[2]!), ["app-id installed com.example.oculta"]);
});

test("nobody administers it: no record and no problem; another form is one", async () => {
  const none = await parseSections(devicePolicy, {
    device_policy: "Current Device Policy Manager state:\n  Enabled Device Admins (User 0, provisioningState: 0):\n",
  });
  assert.deepEqual([none.records, none.problems], [[], []]);
  const other = await parseSections(devicePolicy, { device_policy: "x" });
  assert.deepEqual([other.records.length, other.problems[0]?.lost], [0, "artifact"]);
});
