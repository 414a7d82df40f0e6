import type { Scalar } from "./located.ts";
import { parseQuantity, type Quantity } from "./quantity.ts";
import { plainNumber } from "./show.ts";

type Written = Scalar["value"];

/** Swept values as shown to people: numbers, or texts with a unit; quantities have one unit, so that an axis can be drawn. */
export function labelsOf(values: readonly Written[]): (number | string)[] {
  const quantities = values.map(quantityOf);
  const units = new Set(values.map((value) => String(value).replace(/^[-+\d.\s]+/, "")));
  const inSi = units.size > 1 && quantities.every((quantity) => quantity !== null && quantity.time !== 0);
  return values.map((value, i) => (inSi ? siText(quantities[i]!) : label(value, quantities[i])));
}

function quantityOf(value: Written): Quantity | null {
  const quantity = parseQuantity(String(value));
  return quantity !== null && "value" in quantity ? quantity : null;
}

function siText({ value, time }: Quantity): string {
  return time === 1 ? `${plainNumber(value)} s` : `${plainNumber(value)}/s`;
}

function label(value: Written, quantity: Quantity | null): number | string {
  const text = String(value).trim();
  if (quantity === null) return text;
  if (quantity.time === 0 && !text.endsWith("%")) return quantity.value;
  return text.replace(/^([-+\d.]+)\s*(?=\p{L})/u, "$1 ").replace(/\s*([/%])\s*/, "$1");
}
