import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("documents", { read: 300 });
