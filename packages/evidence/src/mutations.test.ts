import { explodedTest, mutationTest } from "../../../tools/fuzz/mutations.ts";

mutationTest("backup", { read: 900 });
await explodedTest("backup");
