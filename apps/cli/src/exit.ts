/** Exit codes of the command line (DESIGN section 5). @module */
export const EXIT = {
  result: 0,
  usage: 2,
  unchecked: 3,
  unproven: 4,
  fails: 5,
  targeted: 10,
  match: 20,
  cancelled: 130,
} as const;
