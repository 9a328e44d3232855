import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("typedstream", { read: 200 });
