import type { Cost } from "./reading-document.ts";
import type { JudgedField, Score } from "./score-reading.ts";

/** One file of the folder: what was read of it and what it cost. */
export type BenchRow = {
  readonly document: string;
  readonly format: string;
  /** Null where the folder has no scorer. */
  readonly score: Score | null;
  readonly refused: string | null;
  readonly read: Cost;
  readonly bare: Cost;
};

/** A reading may take half as long again as the bare extraction, and a third of a second. */
const allowed = (bare: number): number => 1.5 * bare + 0.3;

const share = (right: number, all: number): string =>
  all === 0 ? "-" : `${((100 * right) / all).toFixed(2)} %`;

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
};

export const tabulateReadings = (rows: readonly BenchRow[]): string =>
  table([
    [
      "document",
      "format",
      "right/all",
      "share",
      "wrong flagged",
      "flags",
      "read s",
      "bare s",
      "read cpu",
      "bare cpu",
      "ratio",
      "within",
      "read MB",
      "bare MB",
    ],
    ...rows.map(({ document, format, score, refused, read, bare }) => [
      document,
      format,
      refused ?? (score ? `${score.right}/${score.all}` : "no scorer"),
      score ? share(score.right, score.all) : "-",
      score && refused === null ? `${score.flagged}/${score.wrong}` : "-",
      score && refused === null ? String(score.flags) : "-",
      read.seconds.toFixed(3),
      bare.seconds.toFixed(3),
      read.processor.toFixed(3),
      bare.processor.toFixed(3),
      (read.seconds / Math.max(bare.seconds, 0.0001)).toFixed(1),
      read.seconds <= allowed(bare.seconds) ? "yes" : "NO",
      read.megabytes.toFixed(0),
      bare.megabytes.toFixed(0),
    ]),
  ]);

export const tabulateFormats = (rows: readonly BenchRow[]): string => {
  const formats = [...new Set(rows.map(({ format }) => format)), "all"];
  return table([
    ["format", "files", "right/all", "share", "wrong flagged", "flags", "within"],
    ...formats.map((format) => {
      const own = rows.filter((row) => format === "all" || row.format === format);
      const sum = (figure: (score: Score) => number): number =>
        own.reduce((total, { score }) => total + (score ? figure(score) : 0), 0);
      const right = sum((score) => score.right);
      const all = sum((score) => score.all);
      const within = own.filter(({ read, bare }) => read.seconds <= allowed(bare.seconds)).length;
      return [
        format,
        String(own.length),
        `${right}/${all}`,
        share(right, all),
        `${sum((score) => score.flagged)}/${sum((score) => score.wrong)}`,
        String(sum((score) => score.flags)),
        `${within}/${own.length}`,
      ];
    }),
  ]);
};

const BANDS = [0, 0.5, 0.8, 0.9, 0.95, 1.0001] as const;

/** How sure the reading was, and how often it was right: fields of found tasks that are not ambiguous. */
export const tabulateCalibration = (fields: readonly JudgedField[]): string =>
  table([
    ["confidence", "", "fields", "wrong", "right"],
    ...BANDS.slice(0, -1).map((low, index) => {
      const high = BANDS[index + 1] ?? 1;
      const own = fields.filter(({ confidence }) => confidence >= low && confidence < high);
      const right = own.filter((field) => field.right).length;
      const name = index === 0 ? `< ${high}` : `${low} to ${Math.min(high, 1)}`;
      return [name, "", String(own.length), String(own.length - right), share(right, own.length)];
    }),
  ]);

export const tabulateFields = (fields: readonly JudgedField[]): string =>
  table([
    ["field", "", "fields", "wrong", "right"],
    ...[...new Set(fields.map(({ field }) => field))].map((name) => {
      const own = fields.filter(({ field }) => field === name);
      const right = own.filter((field) => field.right).length;
      return [name, "", String(own.length), String(own.length - right), share(right, own.length)];
    }),
  ]);
