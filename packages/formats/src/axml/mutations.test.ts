import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("axml", { read: 100 });
