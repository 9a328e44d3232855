import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections } from "../../artifacts.fixture.ts";
import { components } from "./index.ts";

const BODY = `Activity Resolver Table:
  Full MIME Types:
      application/pkix-cert:
        6380300 com.android.certinstaller/.CertInstallerMain

  Non-Data Actions:
      android.intent.action.MAIN:
        2fbcd45 com.example.banco/.Principal (2 filters)
      android.settings.FINGERPRINT_SETUP:
        e573421 com.android.settings/.Setup
Receiver Resolver Table:
  Schemes:
      android_secret_code:
        abc com.example.oculta/com.example.oculta.Codigo

  Non-Data Actions:
               android.intent.action.BOOT_COMPLETED:
        a657e30 com.example.banco/.Boot
        zz not a component
      android.intent.action.MAIN:
        1 com.example.banco/.Nada
Service Resolver Table:
  Non-Data Actions:
      android.accessibilityservice.AccessibilityService:
        1 com.example.oculta/.Acceso

Permissions:
  Permission [x] (1):
      android.net.VpnService:
        1 com.example.no/.Tabla
`;

test("what apps wake for and serve as; an icon; nothing beyond the tables", async () => {
  const { records, problems } = await parseSections(components, { package: BODY });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, ...Object.values(fieldsOf(r))]),
    [
      ["launcher", "com.example.banco", "com.example.banco/com.example.banco.Principal"],
      [
        "component",
        "com.example.oculta",
        "com.example.oculta/com.example.oculta.Codigo",
        "android_secret_code",
        "receiver",
      ],
      [
        "component",
        "com.example.banco",
        "com.example.banco/com.example.banco.Boot",
        "android.intent.action.BOOT_COMPLETED",
        "receiver",
      ],
      [
        "component",
        "com.example.oculta",
        "com.example.oculta/com.example.oculta.Acceso",
        "android.accessibilityservice.AccessibilityService",
        "service",
      ],
    ],
  );
  assert.deepEqual(records[0]!.origin.at, { line: 10, offset: 105 + BODY.indexOf("        2fbcd45") });
});
