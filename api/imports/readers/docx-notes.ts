import { roman } from "./label-lists.ts";
import { childrenNamed, type XmlElement } from "./xml-element.ts";

export type DocxNote = { readonly mark: string; readonly element: XmlElement };

export type DocxNotes = {
  /** The mark of a note where it is referred to; null where the file has no such note. */
  readonly mark: (of: "footnote" | "endnote", id: string, own: string | null) => string | null;
  /** Those referred to so far. */
  readonly inOrder: () => readonly DocxNote[];
};

/**
 * Notes get their numbers in the order of the first reference to each: footnotes 1, 2, 3, endnotes i, ii, iii, as
 * long as the author wrote no mark of their own.
 */
export const docxNotes = (footnotes: XmlElement | null, endnotes: XmlElement | null): DocxNotes => {
  const byId = (root: XmlElement | null, name: string) =>
    new Map(childrenNamed(root, name).map((note) => [note.attributes.get("id") ?? "", note]));
  const elements = { footnote: byId(footnotes, "footnote"), endnote: byId(endnotes, "endnote") };
  const counts = { footnote: 0, endnote: 0 };
  const known = new Map<string, string>();
  const order: DocxNote[] = [];
  return {
    mark: (of, id, own) => {
      const before = known.get(`${of} ${id}`);
      if (before !== undefined) return before;
      const element = elements[of].get(id);
      if (element === undefined) return null;
      if (own === null) counts[of] += 1;
      const mark = own ?? (of === "footnote" ? String(counts.footnote) : roman(counts.endnote));
      known.set(`${of} ${id}`, mark);
      order.push({ mark, element });
      return mark;
    },
    inOrder: () => order,
  };
};
