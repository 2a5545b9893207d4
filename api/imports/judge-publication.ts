import type { Refusal } from "../shared/result.ts";
import type { ShownImport } from "./show-import.ts";

/** What `publishImport` would refuse, before anybody is asked to confirm; `accepting`: what is doubtful is taken as read. */
export const judgePublication = (
  { draft, amends }: Pick<ShownImport, "draft" | "amends">,
  { accepting = false } = {},
): Refusal | null => {
  const { doubts, reading } = draft;
  if (reading.tasks.length === 0) return { code: "import_without_tasks", args: {} };
  const must = doubts.filter(({ blocking }) => blocking).length;
  if (must > 0) return { code: "import_not_ready", args: { count: must } };
  if (doubts.length > 0 && !accepting) return { code: "import_doubts_left", args: { count: doubts.length } };
  return amends === undefined ? { code: "import_amends_undecided", args: {} } : null;
};
