/** The engine's thread: serves the page, or, under another name, a lane of itself. Bundled as one classic script. @module */
import { CATALOGUE, serve } from "@contraluz/engine";
import { portOfWorker, webPlatform } from "@contraluz/platform-web";
import { serveSession } from "./session.ts";
import { blobScript } from "./trust.ts";

const LANE = "lane";
const platform = webPlatform({ worker: () => new Worker(blobScript(self.location.href), { name: LANE }) });

if (self.name === LANE) serve(portOfWorker(), platform, CATALOGUE);
else serveSession(portOfWorker(), platform, () => performance.now());
