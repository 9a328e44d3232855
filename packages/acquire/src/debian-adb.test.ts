/** Another implementation of ADB between us and the scripted phone, and alone with it: Google's, where it is installed. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { adbServer } from "@contraluz/platform-node/adb.ts";
import { FakeAdbd } from "./fake-adbd.fixture.ts";
import { fakeTcp } from "./fake-tcp.fixture.ts";
import { connected, hashesOf, options } from "./harness.fixture.ts";
import { acquire, phoneOf } from "./index.ts";
import { digest, madePhone } from "./phone.fixture.ts";
import { memoryShelf } from "./shelf.fixture.ts";

const installed = spawnSync("adb", ["version"], { encoding: "utf8" });
const skip = installed.status === 0 ? false : "adb is not installed here";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("through Google's adb server: the same files as without it; its own client reads the same phone", {
  skip,
}, async () => {
  const made = madePhone({ packages: 12, bytes: 12e6 });
  const fake = new FakeAdbd(made.script);
  const tcp = await fakeTcp(fake);
  const home = mkdtempSync(join(tmpdir(), "contraluz-adb-"));
  const port = await freePort();
  const adb = async (...args: string[]): Promise<string> => {
    const child = spawn("adb", ["-P", String(port), ...args], {
      env: { ...process.env, HOME: home, ANDROID_SDK_HOME: home, ADB_MDNS: "0" },
      // A server that it starts must not hold our pipes.
      stdio: ["ignore", args[0] === "start-server" ? "ignore" : "pipe", "ignore"],
    });
    let out = "";
    child.stdout?.on("data", (b: Buffer) => {
      out += b.toString();
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    return `${out}[${code}]`;
  };
  try {
    await adb("start-server");
    const serial = `127.0.0.1:${tcp.port}`;
    await adb("connect", serial);
    const server = await adbServer({ host: "127.0.0.1", port });
    for (let i = 0; i < 50; i++) {
      if ((await server.phones()).some((p) => p.state === "device")) break;
      await wait(100);
      if (i % 10 === 9) await adb("connect", serial);
    }
    assert.deepEqual(
      (await server.phones()).map((p) => [p.serial, p.state]),
      [[serial, "device"]],
    );
    // What Google's client makes of the scripted phone: it is one.
    assert.match(await adb("-s", serial, "shell", "getprop ro.product.model"), /^Modelo 1\r?\n\[0\]$/);
    assert.match(await adb("-s", serial, "shell", "no-such-command"), /\[127\]$/);
    assert.deepEqual(fake.breaches.splice(0), ["unknown: no-such-command"]);
    const [path, file] = [...made.apks][3]!;
    await adb("-s", serial, "pull", path, join(home, "x.apk"));
    assert.equal(
      createHash("sha256")
        .update(readFileSync(join(home, "x.apk")))
        .digest("hex"),
      digest(file, "sha256"),
    );
    assert.match(await adb("-s", serial, "ls", "/data/local/tmp"), /nota\.txt/);
    await adb("-s", serial, "push", join(home, "x.apk"), "/data/local/tmp/x");
    assert.equal(fake.breaches.length > 0, true, "a push is a breach");
    fake.breaches.length = 0;

    const shelf = memoryShelf();
    const phone = phoneOf(await server.connect(serial));
    const got = await acquire(phone, shelf, options());
    assert.deepEqual(fake.breaches, []);
    assert.deepEqual(got.shortfalls, [{ code: "empty", what: "logcat_old.txt" }]);
    await using direct = await connected({ packages: 12, bytes: 12e6 });
    const other = memoryShelf();
    await acquire(direct.phone, other, options());
    const own = ["acquisition.json", "command.log"];
    const content = (s: typeof shelf) => new Map([...hashesOf(s)].filter(([name]) => !own.includes(name)));
    assert.deepEqual(content(shelf), content(other));

    // The cable is pulled while a file comes.
    const half = memoryShelf();
    let reads = 0;
    fake.onRead = () => {
      if (++reads === 4) tcp.cut();
    };
    await assert.rejects(
      acquire(phoneOf(await server.connect(serial)), half, options()),
      (e) => (e as { code?: string }).code === "lost",
    );
  } finally {
    await adb("kill-server");
    await tcp.close();
    rmSync(home, { recursive: true, force: true });
  }
});
