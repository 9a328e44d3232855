import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("json-stream", { read: 350 });
