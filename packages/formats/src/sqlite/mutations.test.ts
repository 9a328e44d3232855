import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("sqlite", { read: 3000 });
mutationTest("sqlite-wal", { read: 10_000 });
