import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("android-backup", { read: 300 });
