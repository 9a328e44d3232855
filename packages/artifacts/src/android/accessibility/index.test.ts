import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { accessibility } from "./index.ts";

const parse = (body: string) => parseSections(accessibility, { accessibility: body });

test("Android 9 to 16: enabled and crashed services by component, bound ones by label", async () => {
  const { records, problems } = await parse(`ACCESSIBILITY MANAGER (dumpsys accessibility)

currentUserId=0
User state[
     attributes:{id=0, touchExplorationEnabled=false, installedServiceCount=3}
     button target:{null}
     Bound services:{Service[label=Servicio, feedbackType[FEEDBACK_SPOKEN, FEEDBACK_HAPTIC], capabilities=9], 
                     Service[label=Otro, S.A., feedbackType[FEEDBACK_GENERIC], capabilities=1]}
     Enabled services:{{com.example.oculta/com.example.oculta.Acceso}, {com.example.lector/com.example.lector.Lee}}
     Binding services:{}
     Crashed services:{{com.example.rota/com.example.rota.Acceso}}
     Client list info:{
[com.android.systemui][com.android.settings]}]
User state[
     attributes:{id=10, touchExplorationEnabled=false}
     Enabled services:{{com.example.trabajo/.Acceso}}
}]`);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.state, r.fields.component ?? r.fields.label, r.fields.user]),
    [
      ["bound", "Servicio", 0],
      ["bound", "Otro, S.A.", 0],
      ["enabled", "com.example.oculta/com.example.oculta.Acceso", 0],
      ["enabled", "com.example.lector/com.example.lector.Lee", 0],
      ["crashed", "com.example.rota/com.example.rota.Acceso", 0],
      ["enabled", "com.example.trabajo/com.example.trabajo.Acceso", 10],
    ],
  );
  assert.deepEqual(seen(records[2]!), ["app-id installed com.example.oculta"]);
});

test("Samsung: installed and enabled ones, a line each; in Android 16 with a mark", async () => {
  const { records, problems } = await parse(`User state[attributes:{id=0, currentUser=true
  mIsTouchExplorationEnabled = false
  }
  installed services: {
    0 : com.samsung.accessibility/.universalswitch.UniversalSwitchService
    1 : com.example.oculta/com.example.oculta.Acceso  (A11yTool)
  }
  enabled services: {
    0 : com.example.oculta/com.example.oculta.Acceso
  }
  bound services:{
    Service[label=Servicio, feedbackType[FEEDBACK_SPOKEN], capabilities=9]
  }
  AccessibilityInputFilter:{
    9 : com.example.no/.Lista
  }]`);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.state, r.fields.component ?? r.fields.label]),
    [
      ["installed", "com.samsung.accessibility/com.samsung.accessibility.universalswitch.UniversalSwitchService"],
      ["installed", "com.example.oculta/com.example.oculta.Acceso"],
      ["enabled", "com.example.oculta/com.example.oculta.Acceso"],
      ["bound", "Servicio"],
    ],
  );
});

test("Android 8: labels alone; none at all is no problem, another form is one", async () => {
  const old = await parse(`User state[attributes:{id=0, currentUser=true, touchExplorationEnabled=false}
           services:{Service[label=Uno, feedbackType[FEEDBACK_SPOKEN], capabilities=9], 
                     Service[label=Dos, feedbackType[FEEDBACK_SPOKEN], capabilities=9]}]`);
  assert.deepEqual(old.records.map(fieldsOf), [
    { label: "Uno", state: "bound", user: 0 },
    { label: "Dos", state: "bound", user: 0 },
  ]);
  const none = await parse("User state[attributes:{id=0, currentUser=true}\n           services:{}]");
  assert.deepEqual([none.records, none.problems], [[], []]);
  const other = await parse("Can't find service: accessibility");
  assert.deepEqual([other.records.length, other.problems[0]?.lost], [0, "artifact"]);
});
