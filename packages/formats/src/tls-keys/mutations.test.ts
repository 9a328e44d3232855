import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("tls-keys", { read: 100 });
