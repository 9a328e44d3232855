import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("radio", { read: 3000 });
