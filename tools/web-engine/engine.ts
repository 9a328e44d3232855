/**
 * The engine in a web worker, as a page uses it: checks what it is handed, and starts further threads of the same script.
 * Bundled by `bundle.ts`.
 * @module
 */
import { ARTIFACTS } from "@contraluz/artifacts";
import { ContraluzError, type Input } from "@contraluz/core";
import { BUILTIN_SET, compileIndicators, RULES, readIndicators } from "@contraluz/detection";
import { CATALOGUE, check, serve } from "@contraluz/engine";
import {
  fileInput,
  filesInput,
  folderInput,
  portOfWorker,
  type WebFolder,
  webFolder,
  webPlatform,
} from "@contraluz/platform-web";
import { htmlReport } from "@contraluz/report";
import { encodeStructure, ResultWriter } from "@contraluz/store";
import type { Answer, Chosen, Order } from "./order.ts";

const LANE = "lane";
const platform = webPlatform({ worker: () => new Worker(import.meta.url, { type: "module", name: LANE }) });

async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += 1 << 20)
    yield new Uint8Array(await file.slice(at, at + (1 << 20)).arrayBuffer());
}

function inputOf(chosen: Chosen): Input {
  switch (chosen.kind) {
    case "folder":
      return folderInput(chosen.files);
    case "file":
      return fileInput(chosen.file.name, chosen.file);
    case "files":
      return filesInput(chosen.name, chosen.files);
  }
}

async function answer(order: Order, folder: WebFolder): Promise<Answer> {
  const started = performance.now();
  const sets = order.signs.map((file) => readIndicators(bytesOf(file), file.name, () => {}));
  const compiled = await compileIndicators([BUILTIN_SET, ...sets]);
  const writer = new ResultWriter(folder, platform);
  const { password } = order;
  const result = await check([inputOf(order.chosen)], {
    platform,
    compiled,
    writer,
    version: "0.0.0",
    context: { asOf: "", custody: [], known: [] },
    scope: { artifacts: "all", content: false, evidenceCopies: false },
    workers: order.workers,
    ...(password === undefined ? {} : { secret: async () => new TextEncoder().encode(password) }),
  });
  const artifacts = new Map(ARTIFACTS.map((a) => [a.id, a]));
  const rules = new Map(RULES.map((r) => [r.id, r.words.name]));
  for (const lang of ["es", "en"] as const)
    await writer.file(`report.${lang}.html`, htmlReport(result, { lang, artifacts, rules }));
  await writer.finish(encodeStructure(result));
  const files = [];
  const names = order.brief ? ["result.json"] : folder.names();
  for (const name of names) files.push({ name, blob: await folder.blob(name) });
  return { files, ms: performance.now() - started };
}

if (self.name === LANE) serve(portOfWorker(), platform, CATALOGUE);
else {
  const port = portOfWorker();
  port.onMessage(async (order) => {
    const { memory } = order as Order;
    const folder = webFolder({ scratch: platform.scratch, ...(memory === undefined ? {} : { memory }) });
    const came = await answer(order as Order, folder).catch((e: unknown): Answer => {
      const code = e instanceof ContraluzError ? e.code : "";
      return { code, message: e instanceof Error ? (e.stack ?? e.message) : String(e) };
    });
    // First: the page ends this thread once it has the answer.
    await folder.close();
    port.post(came);
  });
}
