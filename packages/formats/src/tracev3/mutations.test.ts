import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("tracev3", { read: 2000 });
mutationTest("tracev3-texts", { read: 300 });
