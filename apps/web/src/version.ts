/** Version of the tool; a test keeps it equal to package.json. @module */
export const VERSION = "0.1.0";
