/** The web app as it is built, in one browser. Each list of cases is a file beside this one. */
import { after, before } from "node:test";
import { airCases } from "./air.cases.ts";
import { androidCases } from "./android.cases.ts";
import { type OpenApp, openApp } from "./app.fixture.ts";
import { benchCases } from "./bench.cases.ts";
import { cableCases } from "./cable.cases.ts";
import { caseproofCases } from "./caseproof.cases.ts";
import { casesOf } from "./cases.fixture.ts";
import { caseworkCases } from "./casework.cases.ts";
import { dropCases } from "./drop.cases.ts";
import { hostileCases } from "./hostile.cases.ts";
import { huntCases } from "./hunt.cases.ts";
import { keepCases } from "./keep.cases.ts";
import { keyboardCases } from "./keyboard.cases.ts";
import { keysCases } from "./keys.cases.ts";
import { laneCases } from "./lanes.cases.ts";
import { papersCases } from "./papers.cases.ts";
import { peopleCases } from "./people.cases.ts";
import { permissionCases } from "./permission.cases.ts";
import { phoneCases } from "./phone.cases.ts";
import { savedCases } from "./saved.cases.ts";
import { sendCases } from "./send.cases.ts";
import { singleCases } from "./single.cases.ts";
import { stopCases } from "./stop.cases.ts";
import { wholeCases } from "./whole.cases.ts";

let opened: OpenApp | string;
before(async () => {
  opened = await openApp();
});
after(async () => {
  if (typeof opened !== "string") await opened.close();
});

const inBrowser = casesOf(() => opened);
wholeCases(inBrowser);
keyboardCases(inBrowser);
phoneCases(inBrowser);
androidCases(inBrowser);
cableCases(inBrowser);
savedCases(inBrowser);
sendCases(inBrowser);
stopCases(inBrowser);
singleCases(inBrowser);
keepCases(inBrowser);
hostileCases(inBrowser);
dropCases(inBrowser);
laneCases(inBrowser);
benchCases(inBrowser);
airCases(inBrowser);
keysCases(inBrowser);
caseworkCases(inBrowser);
caseproofCases(inBrowser);
huntCases(inBrowser);
permissionCases(inBrowser);
papersCases(inBrowser);
peopleCases(inBrowser);
