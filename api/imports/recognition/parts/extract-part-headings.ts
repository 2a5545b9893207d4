import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { EntryNode } from "../tasks/catalogue-entry.ts";

/** Headings of a document's parts: they say that tasks follow, not what the tasks are about. */
const PART =
  /^(?:cac )?(?:noi dung|nhiem vu|danh muc|phu luc|phan cong|ke hoach|chuong trinh|muc tieu|trong tam)\b/;

/**
 * "II. NỘI DUNG" over everything is a part of the document and no section: what stands under it comes in its place.
 */
export const unwrapParts = (roots: readonly EntryNode[]): readonly EntryNode[] => {
  const [only, ...others] = roots;
  if (only === undefined || others.length > 0 || only.children.length === 0) return roots;
  const { entry } = only;
  const outer = entry.number === null ? entry.heading : ["roman", "capital"].includes(entry.number.style);
  if (!outer || entry.from === "row" || Object.keys(entry.fields).length > 0) return roots;
  const deeper = only.children.some(({ children }) => children.length > 0);
  return deeper || PART.test(foldVietnamese(entry.title)) ? unwrapParts(only.children) : roots;
};
