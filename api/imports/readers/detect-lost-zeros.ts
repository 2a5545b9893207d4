import type { SheetRow } from "./place-sheet-cells.ts";
import type { SheetCell } from "./sheet.ts";

const FRACTION = /^(\d{1,3})\.(\d{1,2})$/;

/** By cell: what its number was before the sheet shortened it; the number itself where that cannot be known. */
export type LostZeros = ReadonlyMap<SheetCell, string>;

/**
 * A sheet keeps 1.10 as 1.1. After 1.9 in the same column it can be nothing else and is given back its zero; where a
 * number falls back without that reason, it is only told.
 */
export const detectLostZeros = (rows: readonly SheetRow[]): LostZeros => {
  const lost = new Map<SheetCell, string>();
  const last = new Map<number, { readonly whole: string; readonly part: number }>();
  for (const { regions } of rows)
    for (const { cell, continued } of regions) {
      const [, whole, part] = FRACTION.exec(cell.text.trim()) ?? [];
      if (continued || whole === undefined || part === undefined) continue;
      const before = last.get(cell.column);
      const fallsBack = cell.bareNumber && before?.whole === whole && before.part >= Number(part);
      const full = Number(`${part}0`);
      const certain = fallsBack && before.part + 1 === full;
      last.set(cell.column, { whole, part: certain ? full : Number(part) });
      if (fallsBack) lost.set(cell, certain ? `${whole}.${full}` : cell.text.trim());
    }
  return lost;
};
