import type { Block, Paragraph } from "../outline.ts";
import { unwrapParts } from "./parts/extract-part-headings.ts";
import { splitItemNumber } from "./parts/parse-item-number.ts";
import type { EntryNode } from "./tasks/catalogue-entry.ts";
import { type LabelledCatalogue, labelTasks } from "./tasks/label-tasks.ts";

export type ArrangedCatalogue = {
  readonly annex: string | null;
  readonly roots: readonly EntryNode[];
  /** The paragraph over a part of the body: "III. GIẢI PHÁP". */
  readonly heading: Paragraph | null;
};

/**
 * Annexes beside other tasks number theirs apart: "PL.1", or "PL1.1" and "PL2.1" where there are several. Parts of the
 * body keep their own numerals where without them two tasks would have one number.
 */
export const labelCatalogues = (catalogues: readonly ArrangedCatalogue[]): readonly LabelledCatalogue[] => {
  const filled = catalogues.filter(({ roots }) => labelTasks(roots, "").tasks.length > 0);
  const annexes = filled.filter(({ annex }) => annex !== null);
  const clash = sharesNumbers(filled.filter(({ annex }) => annex === null));
  const sent: string[] = [];
  return catalogues.map((catalogue) => {
    const at = annexes.indexOf(catalogue);
    if (at < 0) {
      const labelled = clash ? labelPart(catalogue) : labelTasks(unwrapParts(catalogue.roots), "");
      sent.push(...labelled.annexSections);
      return labelled;
    }
    const prefix = filled.length < 2 ? "" : annexes.length === 1 ? "PL." : `PL${at + 1}.`;
    // As many sections send to annexes as there are: each has its own. Else the last that does has them all.
    const section = (sent.length === annexes.length ? sent[at] : sent.at(-1)) ?? null;
    return within(labelTasks(unwrapParts(catalogue.roots), prefix), section);
  });
};

/** Tasks without a section of their own stand in the given one. */
const within = (labelled: LabelledCatalogue, section: string | null): LabelledCatalogue =>
  section === null || labelled.sections.length > 0
    ? labelled
    : { ...labelled, tasks: labelled.tasks.map((task) => ({ ...task, section: task.section ?? section })) };

const sharesNumbers = (body: readonly ArrangedCatalogue[]): boolean => {
  const numbers = body.flatMap(({ roots }) => {
    const { sections, tasks } = labelTasks(unwrapParts(roots), "");
    return [...new Set([...sections, ...tasks].map(({ number }) => number))];
  });
  return new Set(numbers).size < numbers.length;
};

const labelPart = ({ roots, heading }: ArrangedCatalogue): LabelledCatalogue => {
  const split = heading === null ? null : splitItemNumber(heading.text);
  if (heading === null || split === null) return labelTasks(roots, "");
  const number = split.number.printed;
  const labelled = labelTasks(unwrapParts(roots), `${number}.`);
  const section = {
    number,
    printed: number,
    title: split.rest.replace(/:$/, "").trim(),
    span: { from: heading.from, to: heading.to },
  };
  return { ...within(labelled, number), sections: [section, ...labelled.sections] };
};

/** The paragraph right before the first block of a catalogue. */
export const headingBefore = (blocks: readonly Block[], first: Block | undefined): Paragraph | null => {
  const before = first === undefined ? undefined : blocks[blocks.indexOf(first) - 1];
  return before?.kind === "paragraph" ? before : null;
};
