import type { GROUP_KINDS, Reading } from "../../../api/imports/reading.ts";
import type { TimeMeaning } from "./time-meanings.ts";

/**
 * A document given as data: what is printed, in the order of the pages, and beside each task what it means.
 * The readings made from it judge the reader, so no meaning here is ever computed by the reader's own rules.
 */

export type UnitSource = {
  readonly name: string;
  readonly kind: Reading["units"][number]["kind"];
  readonly short: string | null;
  /** Every spelling that the document prints, and the ones as good. */
  readonly aliases: readonly string[];
  readonly groupOf: (typeof GROUP_KINDS)[number] | null;
};

/** A cell of units as printed, and whom it names. */
export type UnitCellSource = { readonly text: string; readonly units: readonly UnitSource[] };
export type TimeCellSource = { readonly text: string; readonly meaning: TimeMeaning };

export type TargetSource = {
  readonly text: string;
  readonly value: number | string | null;
  readonly unit: string | null;
  readonly value_min?: number;
  readonly value_max?: number;
  readonly by?: string;
  readonly where?: "time_cell" | "product" | "remarks";
};

export type TaskSource = {
  readonly is: "task";
  /** Path in the truth: "3.5.a", "I.2", "PL1.4". */
  readonly number: string;
  /** As printed; null where the item has none. */
  readonly printed: string | null;
  /** `{1}` is the mark of footnote 1. */
  readonly title: string;
  readonly parent?: string;
  readonly heading?: boolean;
  readonly lead?: UnitCellSource;
  readonly with?: UnitCellSource;
  readonly time?: TimeCellSource;
  readonly product?: string;
  readonly leader?: string;
  readonly remarks?: string;
  /** Columns whose cell is one with the cell above: printed once, meant for both. */
  readonly merged?: readonly ColumnKey[];
  readonly targets?: readonly TargetSource[];
  readonly roles?: readonly { readonly unit: UnitSource; readonly role: string }[];
  readonly mentioned?: readonly UnitSource[];
  /** The best reading, not the only fair one: shown by the scorer and not counted. */
  readonly ambiguous?: string;
  readonly notes?: string;
};

export type SectionSource = {
  readonly is: "section";
  readonly number: string;
  /** As printed; null where the heading has none. */
  readonly printed: string | null;
  readonly title: string;
  /** Said of everything below ("Thời gian thực hiện: …" under a heading). */
  readonly below?: readonly string[];
};

export type Entry = TaskSource | SectionSource;

export type ColumnKey = "number" | "title" | "lead" | "with" | "time" | "product" | "leader" | "remarks";
export type Column = {
  readonly key: ColumnKey;
  readonly header: string;
  /** Twips. */
  readonly width: number;
  /** Words of the upper header row that this column stands under with its neighbours. */
  readonly under?: string;
};

export type TextStyle =
  | "body"
  | "centre-bold"
  | "centre-italic"
  | "bold"
  | "italic"
  | "small"
  | "bullet"
  | "dash"
  | "page-title";

export type TextBlock = {
  readonly is: "text";
  readonly style: TextStyle;
  readonly text: string;
  /** Level in a Markdown copy. */
  readonly heading?: number;
};
export type LetterheadBlock = {
  readonly is: "letterhead";
  readonly left: readonly string[];
  readonly number: string | null;
  readonly place: string | null;
};
export type TableBlock = {
  readonly is: "table";
  readonly columns: readonly Column[];
  readonly entries: readonly Entry[];
  /** "spanning": one cell over all columns; "title": number and title cells, the rest empty; "beside": number, then one cell over the rest. */
  readonly sections: "spanning" | "title" | "beside";
  readonly borders: boolean;
  /** Repeated by the word processor on every page. */
  readonly repeated: boolean;
};
/** No table: every entry becomes lines of text. */
export type ListBlock = {
  readonly is: "list";
  readonly entries: readonly Entry[];
  readonly print: (entry: Entry) => readonly TextBlock[];
};
export type PageBlock = { readonly is: "page"; readonly landscape: boolean };
export type SignatureBlock = {
  readonly is: "signature";
  readonly recipients: readonly string[];
  readonly signer: readonly string[];
  readonly name: string;
};
export type Block = TextBlock | LetterheadBlock | TableBlock | ListBlock | PageBlock | SignatureBlock;

export type PrintedFormat = "docx" | "pdf" | "txt" | "xlsx" | "md";

/** What a person has to understand: written by hand. */
export type UnderstoodSource = {
  readonly document: Record<string, unknown>;
  readonly composites?: Readonly<Record<string, readonly UnitSource[]>>;
  readonly report_rounds: readonly Record<string, unknown>[];
  readonly report_text: string | null;
  readonly ad_hoc_reports: boolean;
  readonly consolidating_unit: UnitSource | null;
  readonly consolidating_units?: readonly UnitSource[];
  readonly adjustment_route?: Record<string, unknown> | null;
  readonly difficulty_route?: Record<string, unknown> | null;
  readonly other_duties?: readonly Record<string, unknown>[];
};

export type DocumentSource = {
  /** Base name of its files. */
  readonly name: string;
  readonly formats: readonly PrintedFormat[];
  readonly layout: string;
  readonly blocks: readonly Block[];
  readonly footnotes?: Readonly<Record<string, string>>;
  readonly units: readonly UnitSource[];
  readonly understood: UnderstoodSource;
};

export const entriesOf = (source: DocumentSource): readonly Entry[] =>
  source.blocks.flatMap((block) => (block.is === "table" || block.is === "list" ? block.entries : []));
