import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("keybag", { read: 400 });
