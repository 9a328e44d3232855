import assert from "node:assert/strict";
import { test } from "node:test";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { fieldsOf, parseDumpstate, parseSections, seen } from "../../artifacts.fixture.ts";
import { logcat } from "./index.ts";

const AVC =
  'type=1400 audit(0.0:918): avc: denied { write } for comm="kworker/u17:2" path="/data/local/tmp/x/a.db" dev="dm-8" ino=4411 scontext=u:r:kernel:s0 tcontext=u:object_r:shell_data_file:s0 tclass=file permissive=0';
const LOG = `--------- beginning of system
03-14 09:00:00.000 10081 31658 31750 W Sonono: nada
03-14 09:00:01.000  root  2211  2211 I auditd  : ${AVC}
03-14 09:00:02.000  root  2211  2211 I auditd  : ${AVC.replace("4411", "4412")}
03-14 09:00:03.000  1000     1     1 W Binder:1: type=1400 audit(0.0:7): avc: denied { read } for comm="x" name="y" scontext=u:r:hal_x:s0 tcontext=u:object_r:z:s0 tclass=file permissive=0
03-14 09:00:04.000  1000  5837  5850 I ActivityManager: Start proc 5837:com.ejemplo.app:remote/u0a68 for service {com.ejemplo.app/.X}
03-14 09:00:05.000  shell   77    77 I adbd    : adbd service requested 'shell,v2,raw:pm list packages'
03-14 09:00:06.000  shell   77    77 I adbd    : adb client authorized
03-14 09:00:06.500  shell   77    77 I adbd    : rogo 38
03-14 09:00:07.000  1000  1456  1456 I PackageManager: START DELETE PACKAGE: observer{1}
03-14 09:00:07.000  1000  1456  1456 I PackageManager: pkg{com.otra.app}
03-14 09:00:08.000 u0_a99  500   500 D okhttp.OkHttpClient: --> POST https://c2.ejemplo.net:8443/api/v2/upload http/1.1
03-14 09:00:09.000 10099   500   500 I chromium: source: https://ana:clave@www.ejemplo.com/carta?x=1 (1)
03-14 09:00:10.000 10099   500   501 F libc    : Fatal signal 11 (SIGSEGV), code 1 (SEGV_MAPERR) in tid 501 (x), pid 500 (jemplo.app.larg)
03-14 09:00:11.000  1000   500   500 I WhatsApp: BIGPRETZEL
03-14 09:00:12.000  1000   500   500 D UsbHostManager: USB device attached: vidpid 18d1:4ee7 mfg/product/ver/serial Google/Pixel/4.14/0A1B
03-14 09:00:13.000  1000   500   500 D UsbUI   : onUEvent(Host Interface): {SUBSYSTEM=usb, ACTION=add, INTERFACE=2/2/0, PRODUCT=239a/80f4/100}
03-14 09:00:14.000  1000   500   500 V UsbDeviceManager: USB UEVENT: {SUBSYSTEM=android_usb, ACTION=change, USB_STATE=CONFIGURED}`;

test("what matters of a log, each thing once", async () => {
  const { records, problems } = await parseSections(logcat, { "SYSTEM LOG": LOG });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => {
      const { last, text, ...rest } = fieldsOf(r);
      return [rest, text, seen(r)];
    }),
    [
      [
        { type: "avc-denied", tag: "auditd", process: "kworker/u17:2", path: "/data/local/tmp/x/a.db", count: 2 },
        AVC.slice(AVC.indexOf("avc: ")).replace(" ino=4411", ""),
        ["file-path present /data/local/tmp/x/a.db"],
      ],
      [
        {
          type: "process-start",
          tag: "ActivityManager",
          app: "com.ejemplo.app",
          process: "com.ejemplo.app:remote",
          count: 1,
        },
        undefined,
        ["process ran com.ejemplo.app:remote", "app-id ran com.ejemplo.app"],
      ],
      [{ type: "adb-service", tag: "adbd", count: 1 }, "shell,v2,raw:pm list packages", []],
      [{ type: "adb-auth", tag: "adbd", count: 1 }, "adb client authorized", []],
      [
        { type: "uninstall", tag: "PackageManager", app: "com.otra.app", count: 1 },
        undefined,
        ["app-id listed com.otra.app"],
      ],
      [
        { type: "server", tag: "okhttp.OkHttpClient", host: "c2.ejemplo.net", asked: true, uid: 10099, count: 1 },
        undefined,
        ["domain resolved c2.ejemplo.net"],
      ],
      [
        { type: "server", tag: "chromium", host: "www.ejemplo.com", uid: 10099, count: 1 },
        undefined,
        ["domain listed www.ejemplo.com"],
      ],
      [
        { type: "crash", tag: "libc", process: "jemplo.app.larg", count: 1 },
        "Fatal signal 11 (SIGSEGV), code 1 (SEGV_MAPERR) in tid 501 (x), pid 500 (jemplo.app.larg)",
        ["process ran jemplo.app.larg"],
      ],
      [{ type: "bigpretzel", tag: "WhatsApp", count: 1 }, "BIGPRETZEL", []],
      [{ type: "usb-attached", tag: "UsbHostManager", count: 1 }, "18d1:4ee7", []],
      [{ type: "usb-attached", tag: "UsbUI", count: 1 }, "239a:80f4", []],
      [{ type: "usb-computer", tag: "UsbDeviceManager", count: 1 }, "configured", []],
    ],
  );
  // No path, name or password of an address is kept.
  assert.ok(!JSON.stringify(records.map(fieldsOf), (_, v) => String(v)).includes("clave"));
  const utc = records[0]!.at!.utc!;
  assert.equal(new Date(Number(utc / 1_000_000n)).toISOString(), "2026-03-14T15:00:01.000Z");
  assert.equal((records[0]!.fields.last as { seen: string }).seen, "03-14 09:00:02.000");
});

test("events of the system, and files of another tool without the user", async () => {
  const text = `03-14 09:00:00.000  1456  1790 I am_proc_start: [0,9000,10123,com.ejemplo.app,service,{com.ejemplo.app/.X}]
03-14 09:00:01.000  1456  1790 I am_proc_start: [0,9001,10123,com.ejemplo.app,service,{com.ejemplo.app/.X}]
03-14 09:00:02.000  1456  1790 I am_crash: [9001,0,com.ejemplo.app,1,java.lang.X,mensaje privado,A.java,1]
`;
  for (const path of ["logcat.txt", "logcat_old.txt"]) {
    const { records, problems } = await parseDumpstate(logcat, text, { path });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      records.map((r) => {
        const { last, ...rest } = fieldsOf(r);
        return rest;
      }),
      [
        {
          type: "process-start",
          tag: "am_proc_start",
          app: "com.ejemplo.app",
          process: "com.ejemplo.app",
          uid: 10123,
          count: 2,
        },
        {
          type: "crash",
          tag: "am_crash",
          app: "com.ejemplo.app",
          process: "com.ejemplo.app",
          text: "java.lang.X",
          count: 1,
        },
      ],
    );
  }
});

test("a text that is no log is told; a line of any length costs no more than its length", async () => {
  const { problems } = await parseSections(logcat, { "SYSTEM LOG": "hola\nadios" });
  assert.deepEqual(
    problems.map((p) => [p.found, p.lost]),
    [["2 other lines", "file"]],
  );
  const head = "03-14 09:00:00.000  1000     1     1 I x: ";
  const long = ["://".repeat(80_000), "a.".repeat(120_000), " avc: ".repeat(40_000), " path=".repeat(40_000)];
  const spent = cpu();
  await parseSections(logcat, { "SYSTEM LOG": long.map((s) => head + s).join("\n") });
  assert.ok(spent() < 3000);
});
