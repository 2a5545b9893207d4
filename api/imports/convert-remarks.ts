import type { ReaderRemark } from "./outline.ts";
import type { ReadTask, ReadWarning } from "./reading.ts";

/** What the reader of the file saw, as warnings of the reading: a number that lost its zero is its task's. */
export const convertRemarks = (
  remarks: readonly ReaderRemark[],
  tasks: readonly ReadTask[],
): readonly ReadWarning[] =>
  remarks.map(({ code, line, detail }) => {
    const task =
      code === "number_shortened" && line !== null
        ? tasks.find(({ source_lines: [from, to] }) => from <= line && line <= to)
        : undefined;
    return {
      code: code.replaceAll("_", "-"),
      number: task?.number ?? null,
      field: task === undefined ? null : "number",
      line,
      text: detail,
    };
  });
