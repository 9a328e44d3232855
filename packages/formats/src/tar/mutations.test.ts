import { explodedTest, mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("tar", { read: 1000 });
mutationTest("tar-gz", { read: 700 });
await explodedTest("tar");
