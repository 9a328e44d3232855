import { mutationTest } from "../../../../tools/fuzz/mutations.ts";

mutationTest("indicators-stix", { read: 150 });
mutationTest("indicators-yaml", { read: 600 });
mutationTest("indicators-plain", { read: 900 });
