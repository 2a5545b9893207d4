import type { TaskFilter } from "../../api/overviews/task-list.ts";
import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";

/** Filter words as people type them, folded. */
const FILTER_WORDS: Readonly<Record<string, TaskFilter>> = {
  "qua han": "overdue",
  "tre han": "overdue",
  "sap den han": "due_soon",
  "den han": "due_soon",
  "thuong xuyen": "continuous",
  "phoi hop": "coordinating",
  "lien quan": "undetermined",
  "co lien quan": "undetermined",
  "tat ca": "all",
  "chu tri": "all",
};

/** "nhiệm vụ nào đang quá hạn?", "những việc bị trễ hạn". */
const AROUND = /^(?:(?:nhung|cac) )?(?:(?:nhiem vu|viec|muc) )?(?:nao )?(?:(?:dang|bi|da|con) )*/;

/** The filter that somebody typed ("quá hạn", "qua han"), also as a question; undefined for any other words. */
export const filterOf = (words: string): TaskFilter | undefined => {
  const folded = foldVietnamese(words)
    .replace(AROUND, "")
    .replace(/(?: (?:roi|vay|the|a))*[ ?.]*$/, "");
  return Object.hasOwn(FILTER_WORDS, folded) ? FILTER_WORDS[folded] : undefined;
};
