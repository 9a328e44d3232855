import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections } from "../../artifacts.fixture.ts";
import { netstats } from "./index.ts";

const WIFI = '[{type=1, subType=COMBINED, networkId="red de ejemplo", metered=false}]';
const BODY = `Active interfaces:
  iface=wlan0 ident=${WIFI}
Xt stats:
  Complete history:
  ident=${WIFI} uid=-1 set=ALL tag=0x0
      st=1773288000 rb=9 rp=1 tb=9 tp=1 op=0
Uid stats:
  Pending bytes: 0
  Complete history:
  ident=${WIFI} uid=1010123 set=DEFAULT tag=0x0
    NetworkStatsHistory: bucketDuration=7200
      st=1773295200 rb=10 rp=1 tb=200 tp=1 op=0
      st=1773288000 rb=1 rp=1 tb=2 tp=1 op=0
      st=x
  ident=${WIFI} uid=1010123 set=DEFAULT tag=0x7f
      st=1773288000 rb=5 rp=1 tb=5 tp=1 op=0
  ident=[{type=MOBILE, subType=COMBINED, subscriberId=334020...}] uid=1010123 set=FOREGROUND tag=0x0
      st=1773288000000 rb=5 rp=1 tb=6 tp=1 op=0
  ident=${WIFI} uid=1010123 set=DEFAULT tag=0x0
      st=1773302400 rb=100 rp=1 tb=0 tp=1 op=0
  ident=nada
Uid tag stats:
  ident=${WIFI} uid=1 set=DEFAULT tag=0x0
      st=1773288000 rb=5 rp=1 tb=5 tp=1 op=0`;

test("sums of each app, network and set; tags and other tables are none", async () => {
  const { records, problems } = await parseSections(netstats, { netstats: BODY });
  assert.deepEqual(
    records.map((r) => {
      const { first, last, ...rest } = fieldsOf(r) as { first: { seen: string }; last: { seen: string } };
      return [rest, first.seen, last.seen, r.at === r.fields.last];
    }),
    [
      [
        {
          uid: 1010123,
          user: 10,
          network: "wifi",
          background: true,
          received: 111,
          sent: 202,
          buckets: 3,
          list: "netstats",
        },
        "1773288000",
        "1773302400",
        true,
      ],
      [
        {
          uid: 1010123,
          user: 10,
          network: "mobile",
          background: false,
          received: 5,
          sent: 6,
          buckets: 1,
          list: "netstats",
        },
        "1773288000",
        "1773288000",
        true,
      ],
    ],
  );
  // No name of a network is kept.
  assert.ok(!JSON.stringify(records.map(fieldsOf), (_, v) => String(v)).includes("ejemplo"));
  assert.deepEqual(
    problems.map((p) => [p.found, p.lost]),
    [["1 other lines", "row"]],
  );
});

test("the fuller list", async () => {
  const { records } = await parseSections(netstats, { "CHECKIN NETSTATS": BODY });
  assert.deepEqual(
    records.map((r) => r.fields.list),
    ["checkin", "checkin"],
  );
});
