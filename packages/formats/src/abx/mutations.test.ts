import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("abx", { read: 100 });
