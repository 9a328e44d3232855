import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("case", { read: 2000 });
