import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { netstat } from "./index.ts";

const NEW = `Active Internet connections (servers and established)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       User       Inode       PID/Program Name
tcp        0      0 127.0.0.1:5037          0.0.0.0:*               LISTEN      2000       9           77/adbd
tcp6       0      0 ::ffff:10.23.4.17:57613 ::ffff:203.0.113.2:443  ESTABLISHED 1010123    226936      1234/com.ejemplo.app:net
udp6       0      0 2001:db8::1:5353        2001:db8::7:443                     u0_a12     3           -
x y`;

test("connections with their app; what only waits meets nobody", async () => {
  const { records, problems } = await parseSections(netstat, { NETSTAT: NEW });
  assert.deepEqual(records.map(fieldsOf), [
    {
      proto: "tcp",
      local: "127.0.0.1:5037",
      remote: "0.0.0.0",
      listens: 5037,
      state: "LISTEN",
      uid: 2000,
      user: 0,
      pid: 77,
      program: "adbd",
    },
    {
      proto: "tcp6",
      local: "::ffff:10.23.4.17:57613",
      remote: "203.0.113.2",
      port: 443,
      state: "ESTABLISHED",
      uid: 1010123,
      user: 10,
      pid: 1234,
      program: "com.ejemplo.app:net",
      app: "com.ejemplo.app",
    },
    { proto: "udp6", local: "2001:db8::1:5353", remote: "2001:db8::7", port: 443, uid: 10012, user: 0 },
  ]);
  assert.deepEqual(records.map(seen), [[], ["ip resolved 203.0.113.2"], ["ip resolved 2001:db8::7"]]);
  assert.deepEqual(
    problems.map((p) => [p.found, p.lost]),
    [["1 other lines", "row"]],
  );
});

test("Android 8 prints fewer columns; sockets of programs are no connections", async () => {
  const { records, problems } = await parseSections(netstat, {
    NETSTAT: `Active Internet connections (w/o servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp        0      0 10.0.0.2:1              198.51.100.7:9091       ESTABLISHED
Active UNIX domain sockets (w/o servers)
Proto RefCnt Flags       Type       State           I-Node Path
unix  2      [ ]         DGRAM                        1234 /dev/socket/x`,
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { proto: "tcp", local: "10.0.0.2:1", remote: "198.51.100.7", port: 9091, state: "ESTABLISHED" },
  ]);
});
