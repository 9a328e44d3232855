import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("http2", { read: 100 });
