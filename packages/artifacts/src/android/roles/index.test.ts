import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections } from "../../artifacts.fixture.ts";
import { roles } from "./index.ts";

test("roles of each user: one holder, or a list of them, or none", async () => {
  const { records, problems } = await parseSections(roles, {
    role: `ROLE MANAGER STATE (dumpsys role):
{
  user_states=[
    {
      user_id=0
      roles=[
        {
          name=android.app.role.SMS
          holders=com.example.mensajes
        }
        {
          name=android.app.role.CALL_SCREENING
          holders=[
            com.example.filtro
            com.example.otra
          ]
        }
        {
          name=android.app.role.EMERGENCY
        }
      ]
    }
    {
      user_id=10
      roles=[
        {
          name=android.app.role.BROWSER
          holders=com.example.navegador
        }
      ]
    }
  ]
}`,
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { role: "android.app.role.SMS", app: "com.example.mensajes", user: 0 },
    { role: "android.app.role.CALL_SCREENING", app: "com.example.filtro", user: 0 },
    { role: "android.app.role.CALL_SCREENING", app: "com.example.otra", user: 0 },
    { role: "android.app.role.BROWSER", app: "com.example.navegador", user: 10 },
  ]);
});

test("another form is a problem", async () => {
  const { records, problems } = await parseSections(roles, { role: "x" });
  assert.deepEqual([records.length, problems[0]?.lost], [0, "artifact"]);
});
