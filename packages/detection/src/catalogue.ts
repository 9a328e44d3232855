/** Every rule, in the order of results. One line each. @module */
import type { AnyRule } from "./rule.ts";
import { orphanUsage } from "./rules/ios-orphan-usage/index.ts";
import { profiles } from "./rules/ios-profiles/index.ts";
import { triangulationWindow } from "./rules/ios-triangulation-window/index.ts";

export const RULES: readonly AnyRule[] = [orphanUsage, triangulationWindow, profiles];
