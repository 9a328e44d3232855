import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { adbDirect } from "@contraluz/platform-node/adb.ts";
import { connected, hashesOf, KEY, options } from "./harness.fixture.ts";
import { acquire, type Channel, type Phone, phoneOf } from "./index.ts";
import { memoryShelf } from "./shelf.fixture.ts";
import { runShell, shellText } from "./shell.ts";
import { pull } from "./sync.ts";

const code = (c: string) => (e: unknown) => (e as { code?: string }).code === c;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what we look for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/;
const quiet = { silence: 2000, most: 1000, out: () => {} };

/** A phone whose service says these bytes, whatever it is asked, and then what `then` does. */
function says(bytes: readonly Uint8Array[], then: "ends" | "endless" | "hangs" = "ends"): Phone & { taken: number } {
  const phone = {
    taken: 0,
    async open(): Promise<Channel> {
      let at = 0;
      return {
        async read() {
          const next = bytes[at] ?? (then === "endless" ? bytes.at(-1) : undefined);
          if (next === undefined && then === "hangs") return new Promise(() => {});
          at++;
          phone.taken += next?.length ?? 0;
          return next;
        },
        write: async () => {},
        close() {},
      };
    },
  };
  return phone;
}
const frame = (id: number, length: number, data: string | Uint8Array = ""): Uint8Array => {
  const body = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const whole = new Uint8Array(5 + body.length);
  whole[0] = id;
  new DataView(whole.buffer).setUint32(1, length, true);
  whole.set(body, 5);
  return whole;
};
const block = (id: string, length: number, data: string | Uint8Array = ""): Uint8Array => {
  const body = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const whole = new Uint8Array(8 + body.length);
  whole.set(new TextEncoder().encode(id));
  new DataView(whole.buffer).setUint32(4, length, true);
  whole.set(body, 8);
  return whole;
};

test("shell: a frame of 4 GB, an output without end, complaints without end, an end that never comes", async () => {
  const data = new Uint8Array(65_536).fill(65);
  const endless = says([frame(1, 0xffff_ffff), data], "endless");
  const ran = await runShell(endless, "x", quiet);
  assert.deepEqual([ran.cut, ran.bytes, ran.exit], [true, 1000, undefined]);
  assert.ok(endless.taken < 200_000);
  const noisy = says([frame(2, 0xffff_ffff), data], "endless");
  const loud = await runShell(noisy, "x", quiet);
  assert.deepEqual([loud.cut, loud.bytes, loud.complaint.length], [true, 0, 4096]);
  assert.ok(noisy.taken < 17 << 20);
  await assert.rejects(runShell(says([frame(1, 3, "ab")], "hangs"), "x", { ...quiet, silence: 300 }), code("stalled"));
  await assert.rejects(runShell(says([frame(1, 3, "ab")]), "x", quiet), code("broken"));
  await assert.rejects(runShell(says([]), "x", quiet), code("broken"));
  await assert.rejects(runShell(says([frame(9, 1, "a")]), "x", quiet), code("wrong"));
  await assert.rejects(runShell(says([frame(3, 0xffff_ffff, "a")]), "x", quiet), code("wrong"));
  // Whole, byte by byte.
  const bytes = [...frame(1, 4, "hola"), ...frame(2, 2, "ay"), ...frame(3, 1, "\u0007")].map((b) => Uint8Array.of(b));
  const slow = await shellText(says(bytes), "x", quiet);
  assert.deepEqual([slow.text, slow.complaint, slow.exit], ["hola", "ay", 7]);
});

test("sync: a block above the protocol's, a message of 4 GB, a file without end, an answer that is none", async () => {
  const data = new Uint8Array(65_536).fill(66);
  await assert.rejects(pull(says([block("DATA", 65_537)]), "/x", quiet), code("wrong"));
  await assert.rejects(pull(says([block("FAIL", 0xffff_ffff)]), "/x", quiet), code("wrong"));
  await assert.rejects(pull(says([block("ZZZZ", 0)]), "/x", quiet), code("wrong"));
  await assert.rejects(pull(says([block("DATA", 10, "abc")]), "/x", quiet), code("broken"));
  await assert.rejects(
    pull(says([block("DATA", 10, "abc")], "hangs"), "/x", { ...quiet, silence: 300 }),
    code("stalled"),
  );
  const endless = says([block("DATA", 65_536, data)], "endless");
  assert.deepEqual(await pull(endless, "/x", quiet), { bytes: 1000, cut: true });
  assert.deepEqual(await pull(says([]), "x".repeat(2000), quiet), { bytes: 0, cut: false, refused: "path too long" });
});

/** A port that answers a greeting with these bytes. */
async function port(answer: (send: (b: Uint8Array) => boolean) => void): Promise<{ port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => answer((b) => !socket.destroyed && socket.write(b)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as { port: number }).port, close: () => void server.close() };
}
const packet = (
  command: number,
  length: number,
  payload: Uint8Array = new Uint8Array(0),
  magic = ~command,
): Uint8Array => {
  const whole = new Uint8Array(24 + payload.length);
  const view = new DataView(whole.buffer);
  for (const [i, v] of [command, 0x01000001, 1 << 20, length, 0, magic].entries()) view.setUint32(i * 4, v >>> 0, true);
  whole.set(payload, 24);
  return whole;
};
const CNXN = 0x4e584e43;

test("packets: a length of 4 GB and a wrong magic end the connection before anything is kept", async () => {
  for (const bad of [packet(CNXN, 0xffff_ffff), packet(CNXN, 0, undefined, 0), new Uint8Array(1000).fill(0x41)]) {
    const p = await port((send) => send(bad));
    const before = process.memoryUsage().rss;
    await assert.rejects(adbDirect({ host: "127.0.0.1", port: p.port }, KEY, AbortSignal.timeout(5000)));
    assert.ok(process.memoryUsage().rss - before < 100e6);
    p.close();
  }
});

test("packets: a phone that sends without waiting for answers is cut off, whatever window it was given", async () => {
  const banner = new TextEncoder().encode("device::features=shell_v2,delayed_ack");
  const [MIB, OKAY, WRTE] = [1 << 20, 0x59414b4f, 0x45545257];
  let sent = 0;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (b) => {
      const view = new DataView(b.buffer, b.byteOffset);
      if (view.getUint32(0, true) === CNXN) socket.write(packet(CNXN, banner.length, banner));
      if (view.getUint32(0, true) !== 0x4e45504f) return;
      // What was opened is answered, with leave to send as much as one likes; then it pours.
      const ours = view.getUint32(4, true);
      const to = (command: number, payload: Uint8Array): Uint8Array => {
        const whole = packet(command, payload.length, payload);
        new DataView(whole.buffer).setUint32(4, 7, true);
        new DataView(whole.buffer).setUint32(8, ours, true);
        return whole;
      };
      socket.write(to(OKAY, new Uint8Array([0, 0, 0, 1])));
      const pour = (): void => {
        if (socket.destroyed || sent >= 400) return;
        sent++;
        if (socket.write(to(WRTE, new Uint8Array(MIB)))) setTimeout(pour, 0);
        else socket.once("drain", pour);
      };
      setTimeout(pour, 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = { host: "127.0.0.1", port: (server.address() as { port: number }).port };
  const adb = await adbDirect(at, KEY);
  const channel = await phoneOf(adb).open("shell,v2,raw:x");
  // Nobody reads.
  const ended = await Promise.race([
    Promise.resolve(adb.disconnected).then(
      () => "closed",
      (e: Error) => e.message,
    ),
    new Promise((resolve) => setTimeout(() => resolve("goes on"), 60_000).unref()),
  ]);
  assert.equal(ended, "the phone sends without waiting");
  assert.ok(sent < 60, `${sent} MiB went`);
  channel.close();
  server.close();
});

test("names of a hostile phone: no path, no escape, no line break reaches a name or the log", async () => {
  const evil = ["../../etc/passwd", "com.x\u001b[2Jy", "com.example.app1;reboot", "a".repeat(300), "com.ok"];
  const apk = "/data/app/x/../../../../root/..apk";
  const more = (line: string) => {
    if (line === "pm list packages -u -U -i")
      return { out: evil.map((n) => `package:${n}  installer=$(reboot) uid:99999999999\n`).join("") };
    if (line.startsWith("for p in com.ok;"))
      return { out: `name=com.ok\npackage:${apk}\npackage:/con.apk\npackage:/it's.apk\nname=zzz\npackage:/zzz\n` };
    if (line.startsWith("for f in "))
      return { out: "size 99999999999999999999 /con.apk\nsize -1 /con.apk\nzz /con.apk\n" };
    if (line.startsWith("find '/data/log/'"))
      return {
        out: `//1.0|1.0|1.0|-rw|1|0|root|0|root||/data/log/../../../x\n//1.0|1.0|1.0|-rw|1|0|root|0|root||/data/log/\n//1.0|1.0|1.0|-rw|1|0|root|0|root||/data/log/x\u001b]0;a\u0007\n//9|too few\n//1|||||||||\n/no record\n`,
      };
    if (line === "echo $TMPDIR") return { out: "/data/local/tmp/$(reboot)\n" };
    if (line === "getenforce") return { err: "\u001b[31mno\nno\u202e", exit: 1 };
    return undefined;
  };
  await using p = await connected({
    more,
    files: { "/data/log/x\u001b]0;a\u0007": "d", [apk]: "a", "/con.apk": "b", "/it's.apk": "c" },
  });
  const shelf = memoryShelf();
  const made = await acquire(p.phone, shelf, options());
  assert.deepEqual(p.fake.breaches, []);
  for (const name of shelf.files.keys()) assert.match(name, /^([a-z_]+\/)*[A-Za-z0-9_+-][A-Za-z0-9._+-]*$/, name);
  assert.ok(
    shelf.files.has("apks/com.ok__.apk") &&
      shelf.files.has("apks/com.ok__con.apk") &&
      shelf.files.has("apks/com.ok_it_s.apk"),
  );
  assert.doesNotMatch(shelf.text("command.log"), CONTROL);
  for (const f of made.shortfalls) assert.doesNotMatch(f.what, CONTROL);
  assert.equal(made.shortfalls.filter((f) => f.code === "name").length, 4);
  assert.equal(shelf.text("logs/data/log/x__0_a_"), "d");
  assert.ok(made.shortfalls.some((f) => f.code === "refused" && f.what === "selinux.txt"));
  // Nothing of it came into a command: what the phone named is a word in quotes, or is not used.
  for (const asked of p.fake.asked) {
    assert.doesNotMatch(asked, /reboot|etc\/passwd/);
    if (!asked.startsWith("RECV ")) assert.doesNotMatch(asked, CONTROL);
    assert.doesNotMatch(asked, /log\/\.\.|RECV .*\/$/);
  }
  assert.deepEqual(
    JSON.parse(shelf.text("packages.json")).map((x: { name: string }) => x.name),
    ["com.ok"],
  );
  for (const [name, hash] of hashesOf(shelf)) assert.equal(hash, shelf.sha256(name), name);
});

test("lists without end are cut, and that is said", async () => {
  function* forever(line: (n: number) => string): Iterable<Uint8Array> {
    for (let n = 0; ; ) {
      let text = "";
      while (text.length < 60_000) text += line(n++);
      yield new TextEncoder().encode(text);
    }
  }
  const more = (line: string) => {
    if (line === "pm list packages -u -U -i") return { out: forever((n) => `package:com.x${n}\n`) };
    if (line === "mount") return { out: forever((n) => `m${n}\n`) };
    if (line.startsWith("for p in ")) return { out: "" };
    return undefined;
  };
  await using p = await connected({ more });
  const shelf = memoryShelf();
  const made = await acquire(p.phone, shelf, options({ apks: "none" }));
  assert.ok(made.shortfalls.some((f) => f.code === "limit" && f.what === "packages.json"));
  assert.equal(JSON.parse(shelf.text("packages.json")).length, 20_000);
  assert.ok(shelf.files.get("mounts.json")!.length < 64 << 20);
  assert.ok(made.shortfalls.some((f) => f.code === "limit" && f.what === "mount"));
});

test("an APK that is not what the phone said a moment before is named", async () => {
  await using p = await connected({ packages: 1 });
  const files = p.script.files as Map<string, unknown>;
  const path = [...p.apks.keys()][0]!;
  let listed = false;
  const first = p.script.command;
  const script = p.script as { command: typeof first };
  script.command = (line) => {
    const answer = first(line);
    if (line.startsWith("for f in ") && !listed) {
      listed = true;
      files.set(path, { size: 3, read: () => new Uint8Array([1, 2, 3]) });
    }
    return answer;
  };
  const made = await acquire(p.phone, memoryShelf(), options());
  assert.deepEqual(
    made.shortfalls.filter((f) => f.code === "changed"),
    [{ code: "changed", what: "apks/com.example.app0.apk" }],
  );
});
