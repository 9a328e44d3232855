import { explodedTest, mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("plist-binary", { read: 1700 });
mutationTest("plist-xml", { read: 1000 });
await explodedTest("plist-binary");
