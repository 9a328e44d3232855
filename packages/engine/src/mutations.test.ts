import { mutationTest } from "../../../tools/fuzz/mutations.ts";

mutationTest("evidence", { read: 50_000 });
