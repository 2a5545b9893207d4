import type { Block, Paragraph, Table } from "../../outline.ts";
import { FIELD_ROLES, type FieldRole } from "./catalogue-entry.ts";
import { inferMergedCells } from "./infer-merged-cells.ts";
import { inferMissingHeading } from "./infer-missing-heading.ts";
import { type ColumnMap, cellText, inferColumns, mapColumns } from "./map-columns.ts";
import { resolveDitto } from "./resolve-ditto.ts";
import { type ListPiece, segmentList } from "./segment-list.ts";
import { type LeftOut, tabulateEntries } from "./tabulate-entries.ts";

export type CollectedEntries = {
  readonly pieces: readonly ListPiece[];
  readonly leftOut: readonly LeftOut[];
  /** Fields that the catalogue has columns or labelled lines for. */
  readonly gives: ReadonlySet<FieldRole>;
};

/** A heading over a table is short and is no sentence. */
const LONGEST_HEADING = 250;

/** The rows and list items of one catalogue in the order of the document. */
export const collectEntries = (blocks: readonly Block[]): CollectedEntries => {
  const pieces: ListPiece[] = [];
  const leftOut: LeftOut[] = [];
  const gives = new Set<FieldRole>();
  const mapped = mapTables(blocks);
  let run: Paragraph[] = [];
  const closeRun = (): void => {
    const list = segmentList(run);
    const kept = mapped.size > 0 ? headingsOnly(list.pieces) : { pieces: list.pieces, leftOut: [] };
    pieces.push(...kept.pieces);
    leftOut.push(...kept.leftOut);
    if (mapped.size === 0)
      leftOut.push(...list.introduction.filter(isWorthTelling).map((paragraph) => told(paragraph)));
    for (const piece of list.pieces) if (piece.kind === "fields") addRoles(gives, Object.keys(piece.fields));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      run.push(block);
      continue;
    }
    closeRun();
    const map = mapped.get(block);
    if (map === undefined) {
      const text = block.rows
        .flatMap(({ cells }) => cells.map(cellText))
        .join(" ")
        .trim();
      if (text !== "") leftOut.push({ code: "table-not-understood", text, span: block });
      continue;
    }
    const { entries, leftOut: rows } = tabulateEntries(block, map);
    const resolved = resolveDitto(entries);
    const rebuilt = block.rows.some(({ doubt }) => doubt !== undefined);
    const filled = rebuilt ? inferMergedCells(resolved) : resolved;
    pieces.push(...filled.map((entry) => ({ ...entry, kind: "entry" as const })));
    leftOut.push(
      ...rows,
      ...map.unknown.map((heading) => ({ code: "column-unknown", text: heading, span: block })),
    );
    addRoles(gives, map.roles.values());
  }
  closeRun();
  const whole = inferMissingHeading(pieces);
  const [first] = whole;
  if (first?.kind === "entry" && first.number?.inferred === true)
    leftOut.push({ code: "section-number-missing", text: first.title, span: first.span });
  return { pieces: whole, leftOut, gives };
};

const addRoles = (gives: Set<FieldRole>, roles: Iterable<string>): void => {
  for (const role of roles) {
    const field = FIELD_ROLES.find((known) => known === role);
    if (field !== undefined) gives.add(field);
  }
};

/** A table without a header goes on with the one before it, when it has as many columns. */
const mapTables = (blocks: readonly Block[]): ReadonlyMap<Table, ColumnMap> => {
  const mapped = new Map<Table, ColumnMap>();
  let before: { readonly table: Table; readonly map: ColumnMap } | undefined;
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    const own = mapColumns(block);
    const continued: ColumnMap | null =
      before !== undefined && before.table.columns === block.columns
        ? { ...before.map, headerRows: 0, unknown: [] }
        : null;
    const map: ColumnMap | null = own ?? continued ?? inferColumns(block);
    if (map === null || ![...map.roles.values()].includes("task")) continue;
    mapped.set(block, map);
    before = { table: block, map };
  }
  return mapped;
};

const isWorthTelling = ({ text }: Paragraph): boolean => text.length > 60;
const told = (paragraph: Paragraph): LeftOut => ({
  code: "text-left-out",
  text: paragraph.text,
  span: paragraph,
});

/** Beside a table, paragraphs are the headings of its parts; a sentence there is told, not made a task. */
const headingsOnly = (
  pieces: readonly ListPiece[],
): { readonly pieces: readonly ListPiece[]; readonly leftOut: readonly LeftOut[] } => {
  const leftOut: LeftOut[] = [];
  const kept = pieces.filter((piece) => {
    if (piece.kind !== "entry") return false;
    const heading =
      piece.title.length < LONGEST_HEADING &&
      (piece.heading || piece.number !== null) &&
      piece.number?.style !== "bullet" &&
      !/[.;…]\s*$/.test(piece.title);
    if (!heading && piece.title.length > 60)
      leftOut.push({ code: "text-left-out", text: piece.title, span: piece.span });
    return heading;
  });
  return { pieces: kept, leftOut };
};
