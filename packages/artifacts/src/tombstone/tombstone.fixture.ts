/** A made-up crash, as text and as protobuf. @module */

export interface TextOptions {
  /** Without time, user and command line, as Android 8 writes it. */
  readonly old?: boolean;
}

export function tombstoneText(o: TextOptions = {}): string {
  const head = o.old
    ? ""
    : "Timestamp: 2026-03-03 10:19:12.750000000-0600\nProcess uptime: 41s\nCmdline: com.ejemplo.fotos --x\n";
  return `*** *** *** *** *** *** *** *** *** *** *** *** *** *** *** ***
Build fingerprint: 'ejemplo/x:16/A/1:user/release-keys'
Revision: '0'
ABI: 'arm64'
${head}pid: 29548, tid: 29562, name: pool 4 thread  >>> com.ejemplo.fotos <<<
${o.old ? "" : "uid: 1010391\n"}signal 11 (SIGSEGV), code 1 (SEGV_MAPERR), fault addr 0x0
Cause: null pointer dereference
Abort message: 'algo 'raro''
    x0  000000000000001a  x1  4a54dbf6a22d5520

backtrace:
      #00 pc 000000000001f9d8  /data/local/tmp/wd/pred.so (start+16) (BuildId: fb9b651e)
      #01 pc 00000000000209d8  /system/lib64/libimagecodec.quram.so (a(b)+20) (BuildId: fb9b651e)
      #02 pc 00000000000209d8  <anonymous:7100>

memory near x0:
    0000007b1c2d3e40 0000000000000000 0000000000000000  ................

memory map (5 entries):
    0000007100000000-00000071000fffff r-x         0    100000  /system/bin/app_process64 (BuildId: fb9b)
    0000007100400000-00000071004fffff r-x         0    100000  /memfd:cosa (deleted) (BuildId: fb9b)
    0000007100600000-00000071006fffff r-x         0    100000  [anon:dalvik-main space]
    0000007100800000-00000071008fffff r-x         0    100000  /memfd:jit-cache (deleted) (BuildId: fb9b)
--->0000007100900000-00000071009fffff r-x         0    100000  /data/user/0/com.ejemplo.fotos/files/l.so (deleted)
    0000007100a00000-0000007100afffff r--         0    100000  /data/user/0/com.ejemplo.fotos/databases/x.db

open files:
    fd 0: /dev/null (unowned)
--- --- --- --- --- --- --- --- --- --- --- --- --- --- --- ---
pid: 29548, tid: 1, name: otra  >>> com.otra <<<
uid: 7

backtrace:
      #00 pc 00000000000a3418  /otra/cosa.so (x+8)
--------- tail end of log main
03-03 10:19:11.000  29548  29562 I x       : antes
03-03 10:19:12.750  29548  29562 F libc    : Fatal signal 11 (SIGSEGV), code 1 (SEGV_MAPERR) in tid 29562 (x), pid 29548 (y)
03-03 10:19:13.000  29548  29562 I x       : luego
`;
}

type Value = number | string | Uint8Array;

function varint(n: number): number[] {
  const out: number[] = [];
  let v = n;
  for (; v >= 128; v = Math.floor(v / 128)) out.push((v % 128) | 128);
  return [...out, v];
}

/** A message of fields by number. */
export function message(...fields: readonly (readonly [number, Value])[]): Uint8Array {
  const out: number[] = [];
  for (const [n, v] of fields) {
    const bytes = typeof v === "string" ? new TextEncoder().encode(v) : v;
    if (typeof bytes === "number") out.push(...varint(n * 8), ...varint(bytes));
    else out.push(...varint(n * 8 + 2), ...varint(bytes.length), ...bytes);
  }
  return Uint8Array.from(out);
}

const call = (file: string): Uint8Array => message([1, 0x1f9d8], [4, "start"], [6, file]);
const map = (name: string): Uint8Array => message([1, 1], [2, 2], [7, name]);

export function tombstoneMessage(): Uint8Array {
  const own = message(
    [1, 29562],
    [2, "pool 4 thread"],
    [4, call("/data/local/tmp/wd/pred.so")],
    [4, call("/system/lib64/libimagecodec.quram.so")],
  );
  return message(
    [1, 1],
    [2, "ejemplo/x:16/A/1:user/release-keys"],
    [4, "2026-03-03 10:19:12.750000000-0600"],
    [5, 29548],
    [6, 29562],
    [7, 1010391],
    [8, "u:r:untrusted_app:s0"],
    [9, "com.ejemplo.fotos"],
    [9, "--x"],
    [10, message([1, 11], [2, "SIGSEGV"], [3, 1], [4, "SEGV_MAPERR"])],
    [14, "algo 'raro'"],
    [15, message([1, "null pointer dereference"])],
    [16, message([1, 1], [2, message([2, "otra"], [4, call("/otra/cosa.so")])])],
    [16, message([1, 29562], [2, own])],
    [17, map("/system/bin/app_process64")],
    [17, map("/memfd:cosa (deleted)")],
  );
}
