import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("androids", { read: 1000 });
