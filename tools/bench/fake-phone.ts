/** The scripted phone of `packages/acquire` as a program: `fake-phone.ts PACKAGES BYTES` prints its port, and ends with its input. @module */
import { FakeAdbd } from "@contraluz/acquire/fake-adbd.fixture.ts";
import { fakeTcp } from "@contraluz/acquire/fake-tcp.fixture.ts";
import { madePhone } from "@contraluz/acquire/phone.fixture.ts";

const [packages, bytes] = process.argv.slice(2).map(Number);
const fake = new FakeAdbd(madePhone({ packages: packages!, bytes: bytes! }).script);
const tcp = await fakeTcp(fake);
process.stdout.write(`${tcp.port}\n`);
process.stdin.resume().on("end", async () => {
  await tcp.close();
  process.exit(fake.breaches.length > 0 ? 1 : 0);
});
