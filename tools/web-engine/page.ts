/** The page of the test: hands files to a worker and gives back what it says. Bundled by `bundle.ts`. @module */
import type { Answer, Came, Chosen, Order, Question, TestPage, Wish } from "./order.ts";

const filesIn = (id: string): readonly File[] => [...((document.getElementById(id) as HTMLInputElement).files ?? [])];

/** One message to a new worker, one answer. */
function ask<A>(script: string, message: unknown): Promise<A> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { type: "module" });
    const end = (f: () => void): void => {
      worker.terminate();
      f();
    };
    worker.onerror = (e) => end(() => reject(new Error(`${script}: ${e.message} ${e.filename}:${e.lineno}`)));
    worker.onmessage = (e) => end(() => resolve(e.data as A));
    worker.postMessage(message);
  });
}

async function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

async function chosen(from: Wish["from"]): Promise<Chosen> {
  if (from === "folder") return { kind: "folder", files: filesIn("folder") };
  if (from === "file") return { kind: "file", file: filesIn("file")[0]! };
  const files = await Promise.all(
    from.paths.map(async (path) => ({ path, file: await (await fetch(`/${from.name}/${path}`)).blob() })),
  );
  return { kind: "files", name: from.name, files };
}

/** A check; rejects with `code: message` if it could not be made. */
async function run(w: Wish): Promise<Came> {
  const order: Order = {
    chosen: await chosen(w.from),
    signs: filesIn("signs"),
    workers: w.workers,
    ...(w.brief === undefined ? {} : { brief: w.brief }),
    ...(w.memory === undefined ? {} : { memory: w.memory }),
    ...(w.password === undefined ? {} : { password: w.password }),
  };
  const answer = await ask<Answer>("engine.js", order);
  if ("code" in answer) throw new Error(`${answer.code}: ${answer.message}`);
  const files: { [name: string]: string } = {};
  for (const { name, blob } of answer.files) files[name] = await base64(blob);
  return { files, ms: answer.ms };
}

async function probe(q: Question): Promise<unknown> {
  const file = filesIn("file")[0];
  const question: Question = q.ask === "inflate" && file ? { ...q, bytes: file } : q;
  const { value, error } = await ask<{ value?: unknown; error?: string }>("probe.js", question);
  if (error !== undefined) throw new Error(error);
  return value;
}

(globalThis as unknown as { contraluz: TestPage }).contraluz = {
  run,
  probe,
  isolated: globalThis.crossOriginIsolated,
};
