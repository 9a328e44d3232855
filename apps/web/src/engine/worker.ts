/** The engine's thread: serves the page, or, under another name, a lane of itself, or keeps a copy of a phone. Bundled as one classic script. @module */
import { CATALOGUE, serve } from "@contraluz/engine";
import { portOfLine, portOfWorker, webPlatform } from "@contraluz/platform-web";
import { keeper, serveShelf } from "../cable/thread.ts";
import { SHELF } from "./protocol.ts";
import { serveSession } from "./session.ts";
import { blobScript } from "./trust.ts";

const LANE = "lane";
const platform = webPlatform({ worker: () => new Worker(blobScript(self.location.href), { name: LANE }) });

if (self.name === LANE) serve(portOfWorker(), platform, CATALOGUE);
else if (self.name === SHELF) serveShelf(portOfWorker(), keeper(platform.scratch), portOfLine);
else serveSession(portOfWorker(), platform, () => performance.now());
