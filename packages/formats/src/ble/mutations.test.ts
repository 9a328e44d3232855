import { explodedTest, mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("bluetooth", { read: 300 });
await explodedTest("bluetooth");
