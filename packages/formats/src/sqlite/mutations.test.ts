import { explodedTest, mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("sqlite", { read: 3000 });
await explodedTest("sqlite");
mutationTest("sqlite-journal", { read: 10_000 });
mutationTest("sqlite-wal", { read: 10_000 });
