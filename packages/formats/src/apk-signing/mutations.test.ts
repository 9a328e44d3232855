import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("apk-signing", { read: 100 });
