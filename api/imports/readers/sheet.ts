/** What a cell of a spreadsheet looks like beside its words. */
export type SheetCellLook = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly centred: boolean;
  /** It has a border of its own: tables of official sheets are drawn, titles and signatures are not. */
  readonly ruled: boolean;
};

export type SheetCell = SheetCellLook & {
  /** From 1, as the sheet numbers them. */
  readonly row: number;
  readonly column: number;
  /** As a person sees it; "" for a cell that is only drawn. */
  readonly text: string;
  /** Footnote marks that were written above the line. */
  readonly marks: readonly string[];
  /** A number without a format of its own: 1.10 has become 1.1 in it. */
  readonly bareNumber: boolean;
};

export type SheetRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** In reading order. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly SheetRange[];
};
