import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("http3", { read: 100 });
