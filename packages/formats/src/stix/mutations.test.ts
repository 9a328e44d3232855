import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("stix", { read: 50 });
