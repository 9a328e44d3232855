/** Companies by their number in Bluetooth Assigned Numbers: those whose devices are heard everywhere. @module */

const COMPANIES: Readonly<Record<number, string>> = {
  6: "Microsoft",
  76: "Apple",
  89: "Nordic Semiconductor",
  117: "Samsung",
  135: "Garmin",
  158: "Bose",
  224: "Google",
  301: "Sony",
  637: "Huawei",
  741: "Espressif",
  911: "Xiaomi",
  1660: "Tile",
};

/** The first that is known; else its number, `0x0499`. */
export function companyOf(numbers: readonly number[]): string | undefined {
  const known = numbers.find((n) => COMPANIES[n] !== undefined);
  if (known !== undefined) return COMPANIES[known];
  return numbers[0] === undefined ? undefined : `0x${numbers[0].toString(16).padStart(4, "0")}`;
}
