import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseJsonFile } from "../../artifacts.fixture.ts";
import { sockets } from "./index.ts";

const call = (process: string, dest_ip: string, timestamp: number, stack?: readonly string[]) => ({
  type: "socket_trace_log",
  dump: "socket_trace.json",
  pid: 4321,
  process,
  data_type: "json",
  timestamp,
  data: {
    socket_type: "tcp6",
    socket_event_type: "connect",
    dest_ip,
    dest_port: 443,
    local_ip: "::ffff:10.0.0.5",
    local_port: 40_000,
    ...(stack ? { stack: stack.map((c) => ({ class: c, line: 1 })) } : {}),
  },
});

test("one record for each program and server, with the code of the app that called", async () => {
  const T = 1_772_021_580_250;
  const list = [
    call("com.casa.app", "::ffff:203.0.113.7", T, ["java.net.Socket", "com.casa.app.Sync"]),
    call("com.casa.app", "203.0.113.7", T + 5000, ["android.os.Looper", "com.casa.app.Sync", "com.casa.app.Main"]),
    call("unknown", "2001:db8::7", 5),
    { type: "socket_trace_log", data: {} },
  ];
  const { records, problems } = await parseJsonFile(sockets, JSON.stringify(list), {
    path: "said/sockets/socket_trace.json",
  });
  const [app, none] = records.map(fieldsOf);
  assert.equal(records.length, 2);
  const { last: _, ...rest } = app!;
  assert.deepEqual(rest, {
    process: "com.casa.app",
    pid: 4321,
    client: "10.0.0.5",
    server: "203.0.113.7",
    port: 443,
    transport: "tcp",
    count: 2,
    code: ["com.casa.app.Sync", "com.casa.app.Main"],
  });
  assert.equal(records[0]!.at?.utc, BigInt(T) * 1_000_000n);
  assert.deepEqual([none!.process, none!.server, records[1]!.at], [undefined, "2001:db8::7", undefined]);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["artifact-value", "1 values"]],
  );
});
