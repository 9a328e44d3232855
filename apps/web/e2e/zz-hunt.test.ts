import { after, before } from "node:test";
import { type OpenApp, openApp } from "./app.fixture.ts";
import { casesOf } from "./cases.fixture.ts";
import { huntCases } from "./hunt.cases.ts";
let opened: OpenApp | string;
before(async () => { opened = await openApp(); });
after(async () => { if (typeof opened !== "string") await opened.close(); });
huntCases(casesOf(() => opened));
