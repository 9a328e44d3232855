/** The archive's threads, bundled as one classic script: the one that the page talks to, those that read documents, the one that draws pages. @module */
import { serveDocuments } from "@contraluz/archive/read/index.ts";
import type { Platform, WorkerPort } from "@contraluz/core";
import { portOfWorker, webPlatform } from "@contraluz/platform-web";
import { webOcr } from "@contraluz/platform-web/ocr.ts";
import { deviceOf } from "../engine/threads.ts";
import { blobScript } from "../engine/trust.ts";
import { mostPages } from "./bound.ts";
import { bringing } from "./brought.ts";
import { DRAWS, READS, SCRIPT } from "./protocol.ts";
import { servePictures } from "./thread/draw.ts";
import { serveArchive } from "./thread/serve.ts";

const base = webPlatform();
const brought = bringing();
const platform: Platform = { ...base, support: brought.support, ocr: webOcr(base, brought.support) };

/** Files come first, whatever else is said: the rest is for who serves. */
function behind(port: WorkerPort): WorkerPort {
  return {
    ...port,
    onMessage: (f) =>
      port.onMessage((m) => {
        const told = m as { readonly type?: unknown; readonly files?: Parameters<typeof brought.bring>[0] };
        if (told?.type === "brought" && told.files) brought.bring(told.files);
        else f(m);
      }),
  };
}

let address: string | undefined;
/** The same script at an address of this thread's own: in a page from the disk the one that it was started from is not its own. */
function script(): string {
  const source = brought.all()[SCRIPT];
  address ??= source ? URL.createObjectURL(source) : self.location.href;
  return address;
}

const port = behind(portOfWorker());
if (self.name === READS) serveDocuments(port, platform);
else if (self.name === DRAWS) servePictures(port, platform);
else
  serveArchive(port, platform, {
    brought,
    start: (name) => new Worker(blobScript(script()), { name }),
    now: () => performance.now(),
    clock: () => `${new Date().toISOString().slice(0, 19)}Z`,
    most: mostPages(deviceOf(navigator)),
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
