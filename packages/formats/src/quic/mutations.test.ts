import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("quic", { read: 100 });
