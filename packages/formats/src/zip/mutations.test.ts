import { explodedTest, mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("zip", { read: 700 });
await explodedTest("zip");
