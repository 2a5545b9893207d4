import type { Span } from "../../outline.ts";
import type { EntryNode, Fields, ItemNumber } from "./catalogue-entry.ts";
import { classifyEntry, countSiblings } from "./classify-entry.ts";
import { deriveTaskNumber } from "./derive-task-number.ts";

export type PlacedSection = {
  readonly number: string;
  readonly printed: string | null;
  readonly title: string;
  readonly span: Span;
};

/** Fields that the items above give for several, and where: the number of a task, or "section 3". */
export type Inherited = {
  readonly fields: Fields;
  readonly from: string;
  /** Said after the items that it is for; else it is the upper item's own. */
  readonly after: boolean;
};

export type PlacedTask = {
  readonly node: EntryNode;
  readonly number: string;
  readonly printed: string | null;
  readonly section: string | null;
  readonly sectionTitle: string | null;
  readonly parent: string | null;
  readonly isHeading: boolean;
  /** The nearest first. */
  readonly inherited: readonly Inherited[];
  readonly numberConfidence: number;
};

export type LabelledCatalogue = {
  readonly sections: readonly PlacedSection[];
  readonly tasks: readonly PlacedTask[];
  /** The sections whose tasks stand in annexes, in their order. */
  readonly annexSections: readonly string[];
};

type Place = {
  /** What numbers of the items below begin with; null at the top and under sections that have no part in them. */
  readonly number: string | null;
  /** How sure that number is; what stands below can be no surer. */
  readonly sureness: number;
  readonly section: { readonly number: string; readonly title: string } | null;
  readonly parent: string | null;
  readonly inherited: readonly Inherited[];
  /** The figures of the items run on over the sections, so that each is a number by itself. */
  readonly runsOn: boolean;
};

/** Sections and tasks of the tree with the numbers that the document gives them; `prefix` tells annexes apart. */
export const labelTasks = (roots: readonly EntryNode[], prefix: string): LabelledCatalogue => {
  const sections: PlacedSection[] = [];
  const tasks: PlacedTask[] = [];
  const annexSections: string[] = [];
  const through = runsOn(roots);

  const walk = (nodes: readonly EntryNode[], place: Place, top: boolean): void => {
    const siblings = countSiblings(nodes);
    for (const [index, node] of nodes.entries()) {
      const { entry } = node;
      const role = classifyEntry(node, siblings, top);
      const own = place.runsOn && isFigure(entry.number) ? null : place.number;
      const derived = deriveTaskNumber(node, index, own, prefix);
      const { number } = derived;
      const confidence = own === null ? derived.confidence : Math.min(derived.confidence, place.sureness);
      const printed = printedNumber(entry.number);
      const title = entry.title.replace(/\s*:\s*$/, "").trim();
      if (role === "section" || role === "section_and_task")
        sections.push({ number, printed, title, span: entry.span });
      if (role === "section") {
        if (node.refersToAnnex) annexSections.push(number);
        const inherited = [...given(node, `section ${number}`), ...place.inherited];
        const below: Place = {
          // A heading whose lost number was inferred has one all the same.
          number: printed === null && entry.number?.inferred !== true && through ? null : number,
          sureness: confidence,
          section: { number, title },
          parent: null,
          inherited,
          runsOn: through && top && isOuter(entry.number),
        };
        walk(node.children, below, false);
        continue;
      }
      const section = role === "section_and_task" ? { number, title } : place.section;
      tasks.push({
        node,
        number,
        printed,
        section: section?.number ?? null,
        sectionTitle: section?.title ?? null,
        parent: place.parent,
        isHeading: role === "heading_task",
        inherited: place.inherited,
        numberConfidence: confidence,
      });
      const inherited = [...given(node, number), ...place.inherited];
      walk(
        node.children,
        { number, sureness: confidence, section: place.section, parent: number, inherited, runsOn: false },
        false,
      );
    }
  };
  walk(roots, { number: null, sureness: 1, section: null, parent: null, inherited: [], runsOn: false }, true);
  return { sections, tasks, annexSections };
};

const printedNumber = (number: ItemNumber | null): string | null =>
  number === null || number.style === "bullet" || number.inferred === true ? null : number.printed;

const given = ({ entry, shared }: EntryNode, from: string): readonly Inherited[] => [
  ...(Object.keys(shared).length > 0 ? [{ fields: shared, from, after: true }] : []),
  ...(Object.keys(entry.fields).length > 0 ? [{ fields: entry.fields, from, after: false }] : []),
];

/** "4", "3.5", "3.5.a". */
const isFigure = (number: ItemNumber | null): boolean =>
  number !== null && (number.style === "arabic" || number.path.length > 1);
/** Of a section: a numeral or capital letter that the figures below have no part in, or no number at all. */
const isOuter = (number: ItemNumber | null): boolean =>
  number === null || number.style === "roman" || number.style === "capital";

/** Items whose figures go on from one section to the next: none comes twice, so that none needs its section's number. */
const runsOn = (roots: readonly EntryNode[]): boolean => {
  const figures = [
    ...roots,
    ...roots.filter(({ entry }) => isOuter(entry.number)).flatMap(({ children }) => children),
  ].flatMap(({ entry }) => (isFigure(entry.number) ? (entry.number?.printed ?? []) : []));
  return figures.length > 0 && new Set(figures).size === figures.length;
};
