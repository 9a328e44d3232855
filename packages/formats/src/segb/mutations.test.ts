import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("segb", { read: 100 });
