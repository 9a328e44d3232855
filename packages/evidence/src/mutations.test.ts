import { mutationTest } from "../../../tools/fuzz/mutations.ts";

mutationTest("backup", { read: 900 });
