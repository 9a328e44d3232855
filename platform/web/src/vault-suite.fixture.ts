/** What every folder of a case does alike: functions that run in `node:test`, and in a browser. @module */
import type { VaultFolder } from "@contraluz/core";
import { type Case, someBytes } from "./suite.fixture.ts";

function same(found: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: found ${a}, expected ${b}`);
}

async function* pieces(...list: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* list;
}

/** Length and a sum: enough to tell apart what the cases write. */
async function sumIn(folder: Pick<VaultFolder, "read">, name: string): Promise<string | undefined> {
  const source = await folder.read(name);
  if (!source) return undefined;
  const bytes = await source.read(0, source.size);
  await source.close?.();
  return sumOf(bytes);
}

const sumOf = (bytes: Uint8Array): string => `${bytes.length}:${bytes.reduce((n, b, i) => (n * 31 + b + i) % 1e9, 7)}`;

async function refused(f: () => Promise<unknown>): Promise<string> {
  try {
    await f();
  } catch (e) {
    return e instanceof Error ? e.message : String(e);
  }
  return "nothing was thrown";
}

/** `make`: a folder that is not there yet; called twice with one name it is the same one, opened by somebody else. */
export function vaultFolderSuite(make: (name: string) => VaultFolder): Case[] {
  const vault = (name: string, run: (folder: VaultFolder, again: VaultFolder) => Promise<void>): Case => {
    const id = name.replaceAll(/[^a-z0-9]+/g, "-");
    return { name: `folder of a case: ${name}`, run: () => run(make(id), make(id)) };
  };
  const large = someBytes(700_001, 3);
  return [
    vault("what is not there", async (f) => {
      same(await f.list(""), [], "list");
      same(await f.list("log"), [], "list of a folder");
      same(await sumIn(f, "log/1.json"), undefined, "read");
      same(await f.ref("log/1.json"), undefined, "ref");
      await f.remove("log/1.json");
      await f.destroy("keys.age");
    }),
    vault("files are made once, and replaced whole", async (f, again) => {
      same(await f.create("log/1.json", pieces(large.subarray(0, 5), large.subarray(5))), true, "made");
      same(await sumIn(again, "log/1.json"), sumOf(large), "read by another");
      same(await f.create("log/1.json", pieces(someBytes(9))), false, "made twice");
      same(await sumIn(f, "log/1.json"), sumOf(large), "as it was");
      await f.replace("log/1.json", pieces(someBytes(9)));
      same(await sumIn(again, "log/1.json"), sumOf(someBytes(9)), "replaced");
      same(await f.list("log"), ["1.json"], "nothing beside it");
      await f.create("case.json", pieces(someBytes(3)));
      same(await again.list(""), ["case.json", "log"], "names in order");
    }),
    vault("a source that fails leaves what was there", async (f, again) => {
      await f.create("a.json", pieces(someBytes(20)));
      const failing = async function* (): AsyncGenerator<Uint8Array> {
        yield large;
        throw new Error("the power was cut");
      };
      same(await refused(() => f.replace("a.json", failing())), "the power was cut", "replace");
      same(await refused(() => f.create("b.json", failing())), "the power was cut", "create");
      same(await sumIn(again, "a.json"), sumOf(someBytes(20)), "what was there");
      same(await sumIn(again, "b.json"), undefined, "what was not");
    }),
    vault("names are ours, and lead nowhere else", async (f) => {
      for (const name of ["../x", "a/../../x", "/x", "a//b", ".", "A.json", "a b", ""])
        same((await refused(() => f.create(name, pieces(large)))).slice(0, 20), "not a name of a case", name);
    }),
    vault("a folder written piece by piece is there when it is whole", async (f, again) => {
      const stage = await f.stage("checks/0001");
      const waits: Promise<void>[] = [];
      // Nobody waits: the order is that of the calls.
      for (let at = 0, n = 1; at < large.length; at += n, n += 997)
        waits.push(stage.append("records/a.jsonl", large.subarray(at, at + n)));
      waits.push(stage.append("index/run-0.bin", someBytes(40)), stage.append("empty.bin", new Uint8Array(0)));
      await Promise.all(waits);
      same(await sumIn(stage, "records/a.jsonl"), sumOf(large), "read while it is written");
      await stage.append("records/a.jsonl", someBytes(11));
      same(await sumIn(stage, "records/a.jsonl"), sumOf(new Uint8Array([...large, ...someBytes(11)])), "and goes on");
      await stage.remove("index/run-0.bin");
      same(await sumIn(again, "checks/0001/records/a.jsonl"), undefined, "not before it is whole");
      same(await again.list("checks"), ["0001.partial"], "and told apart");
      await stage.append("result.json", someBytes(7));
      await stage.commit();
      same(await again.list("checks"), ["0001"], "whole");
      same(await again.list("checks/0001/index"), [], "what was removed");
      same(await sumIn(again, "checks/0001/result.json"), sumOf(someBytes(7)), "its file");
      same(
        await sumIn(again, "checks/0001/records/a.jsonl"),
        sumOf(new Uint8Array([...large, ...someBytes(11)])),
        "all",
      );
      const late = await refused(() => stage.append("result.json", someBytes(1)));
      if (late === "nothing was thrown") throw new Error("a folder that is whole took more");
    }),
    vault("a folder that was given up, or that a crash left, is gone", async (f, again) => {
      const first = await f.stage("checks/0001");
      await first.append("records/a.jsonl", large);
      await first.discard();
      same(await again.list("checks"), [], "given up");
      const second = await f.stage("checks/0001");
      await second.append("records/a.jsonl", large);
      await second.read("records/a.jsonl").then((s) => s.close?.());
      // Whoever comes after a crash removes the half by the name under which it is listed.
      for (const name of await again.list("checks")) await again.remove(`checks/${name}`);
      same(await again.list("checks"), [], "left by a crash");
      same(await sumIn(again, "checks/0001/records/a.jsonl"), undefined, "and its files");
    }),
    vault("removed and destroyed", async (f, again) => {
      await f.create("evidence/0001/bytes", pieces(large));
      await f.create("keys.age", pieces(large));
      await f.remove("evidence/0001");
      await f.destroy("keys.age");
      same(await again.list("evidence"), [], "a folder");
      same(await again.read("keys.age"), undefined, "a file");
    }),
    vault("one writer at a time", async (f, again) => {
      const free = await f.lock();
      if (!free) throw new Error("nobody held it");
      same(await again.lock(), undefined, "a second one");
      await free();
      const next = await again.lock();
      if (!next) throw new Error("it was let go");
      await next();
    }),
  ];
}
