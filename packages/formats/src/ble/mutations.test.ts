import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("bluetooth", { read: 300 });
