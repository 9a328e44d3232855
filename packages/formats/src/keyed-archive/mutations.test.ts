import { explodedTest, mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("keyed-archive", { read: 500 });
mutationTest("mbfile", { read: 500 });
await explodedTest("keyed-archive");
