import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("pack", { read: 100 });
