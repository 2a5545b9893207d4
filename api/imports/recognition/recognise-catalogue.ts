import { parseLocalDate } from "../../shared/local-date.ts";
import { convertRemarks } from "../convert-remarks.ts";
import { arrangeFlattened } from "../flattened/arrange-flattened.ts";
import { holdTornSyllables } from "../flattened/join-torn-syllables.ts";
import type { KnownNames } from "../known-names.ts";
import type { Block, Outline } from "../outline.ts";
import type { Reading, ReadTask, ReadWarning } from "../reading.ts";
import { recogniseHead } from "./head/recognise-head.ts";
import { headingBefore, labelCatalogues } from "./label-catalogues.ts";
import { splitParts } from "./parts/split-parts.ts";
import { recogniseReporting } from "./reporting/recognise-reporting.ts";
import { arrangeEntries } from "./tasks/arrange-entries.ts";
import { collectEntries } from "./tasks/collect-entries.ts";
import { composeTask } from "./tasks/compose-task.ts";
import { warning } from "./tasks/given-field.ts";
import type { LabelledCatalogue, PlacedTask } from "./tasks/label-tasks.ts";
import { labelTwins, warnOfTwins } from "./tasks/label-twins.ts";
import { cellText } from "./tasks/map-columns.ts";
import { recogniseTemplateSheets } from "./tasks/recognise-template-sheets.ts";
import { splitLeadSentence } from "./tasks/split-lead-sentence.ts";
import type { LeftOut } from "./tasks/tabulate-entries.ts";
import { tallyUsualFields } from "./tasks/tally-usual-fields.ts";
import { learnUnits } from "./units/collect-unit-names.ts";

/**
 * The reading of a document: its head, its tasks in their sections, who reports when, how sure each field is, and what
 * was not understood. Any outline has one; a document without a catalogue has no tasks and says so.
 */
export const recogniseCatalogue = (outline: Outline, known: KnownNames): Reading => {
  const template = recogniseTemplateSheets(outline, known);
  const flattened = outline.format === "text" || outline.format === "markdown";
  const arranged = template?.catalogue ?? (flattened ? arrangeFlattened(outline, known) : outline);
  const names = template?.known ?? known;
  const parts = splitParts(arranged.blocks);
  const head = template ?? recogniseHead(arranged, parts, names);
  const collected = parts.catalogues.map(({ annex, blocks }) => ({
    annex,
    first: blocks[0],
    ...collectEntries(blocks),
  }));
  const all = labelCatalogues(
    collected.map(({ annex, pieces, first }) => ({
      annex,
      roots: arrangeEntries(pieces),
      heading: headingBefore(arranged.blocks, first),
    })),
  );
  const { labelled, beyond } = firstTasks(all);
  const tasks = labelled.flatMap(({ tasks: own }) => own);
  const lexicon = learnUnits(
    { cells: unitCells(tasks), running: runningTexts(arranged.blocks) },
    names,
    head.document.issuer,
  );
  const { scope_years: years, issued_on: issued } = head.document;
  const time = {
    year: years.length === 1 ? (years[0] ?? null) : null,
    documentDate: issued === null ? null : parseLocalDate(issued),
  };
  const composed = labelled.flatMap(({ tasks: own }, index) => {
    const gives = collected[index]?.gives ?? new Set();
    const usual = tallyUsualFields(own);
    return own.map((placed) =>
      composeTask(placed, { lexicon, time, footnotes: arranged.footnotes, gives, usual }),
    );
  });
  const { warnings: reportWarnings, ...reporting } =
    template?.reporting ?? recogniseReporting(parts, lexicon, head.document);
  const scrambled = arranged.remarks.some(({ code }) => code === "columns_scrambled");
  const torn =
    arranged.remarks.some(({ code }) => code === "words_torn") &&
    composed.some(
      ({
        task: {
          source_lines: [from, to],
        },
      }) => holdTornSyllables(arranged.lines.slice(from - 1, to)),
    );
  const read = composed.map(({ task }) => (scrambled || torn ? doubtTask(task) : task));
  return {
    document: head.document,
    units: [...lexicon.units],
    composites: Object.fromEntries(
      Object.entries(lexicon.composites).map(([phrase, names]) => [phrase, [...names]]),
    ),
    sections: labelled.flatMap(({ sections }) =>
      sections.map(({ number, printed, title, span }) => ({
        number,
        number_in_document: printed,
        title,
        source_lines: [span.from, span.to] as [number, number],
      })),
    ),
    tasks: labelTwins(read),
    ...reporting,
    warnings: within(arranged, [
      ...head.warnings,
      ...(read.length === 0 ? [warning("no-tasks", null, null, null, "")] : []),
      ...tellLeftOut(collected.flatMap(({ leftOut }) => leftOut)),
      ...beyond,
      ...warnOfTwins(read),
      ...composed.flatMap(({ warnings }) => warnings),
      ...reportWarnings,
      ...convertRemarks(arranged.remarks, read),
    ]),
  };
};

/** Of every field, where cells and rows do not belong together, or words are torn. */
const SCRAMBLED = 0.5;

const doubtTask = (task: ReadTask): ReadTask => {
  const doubted = (sureness: number): number => Math.min(SCRAMBLED, sureness);
  const { number, title, lead_units, coordinating_units, time_frame, targets } = task.confidence;
  return {
    ...task,
    confidence: {
      number: doubted(number),
      title: doubted(title),
      lead_units: doubted(lead_units),
      coordinating_units: doubted(coordinating_units),
      time_frame: doubted(time_frame),
      targets: doubted(targets),
    },
  };
};

/** A year's catalogue of a province has some hundreds; a file with more of them is a list of something else. */
const MOST_TASKS = 4_000;

const firstTasks = (
  all: readonly LabelledCatalogue[],
): { readonly labelled: readonly LabelledCatalogue[]; readonly beyond: readonly ReadWarning[] } => {
  let room = MOST_TASKS;
  const labelled = all.map((catalogue) => {
    const tasks = catalogue.tasks.slice(0, room);
    room -= tasks.length;
    return { ...catalogue, tasks };
  });
  const left = all.flatMap(({ tasks }, index) => tasks.slice(labelled[index]?.tasks.length));
  const [first] = left;
  if (first === undefined) return { labelled, beyond: [] };
  return {
    labelled,
    beyond: [warning("more-left-out", null, null, first.node.entry.span, String(left.length))],
  };
};

const unitCells = (tasks: readonly PlacedTask[]): readonly string[] =>
  tasks.flatMap(({ node, inherited }) =>
    [node.entry.fields, ...inherited.map(({ fields }) => fields)].flatMap(({ lead, coordinating }) => {
      const split = lead === undefined ? null : splitLeadSentence(lead.paragraphs);
      const leading = split === null ? (lead?.paragraphs ?? []) : [split.lead, split.coordinating];
      return [...leading, ...(coordinating?.paragraphs ?? [])];
    }),
  );

const runningTexts = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block.text] : block.rows.flatMap(({ cells }) => cells.map(cellText)),
  );

/** Of texts left out; a file with more of them is no catalogue, and says so once more. */
const MOST_TOLD = 300;

const tellLeftOut = (leftOut: readonly LeftOut[]): readonly ReadWarning[] => [
  ...leftOut.slice(0, MOST_TOLD).map(({ code, text, span }) => warning(code, null, null, span, text)),
  ...(leftOut.length > MOST_TOLD
    ? [
        warning(
          "more-left-out",
          null,
          null,
          leftOut[MOST_TOLD]?.span ?? null,
          String(leftOut.length - MOST_TOLD),
        ),
      ]
    : []),
];

const within = ({ lines }: Outline, warnings: readonly ReadWarning[]): ReadWarning[] =>
  warnings.map((one) => ({
    ...one,
    line: one.line === null || one.line < 1 || one.line > lines.length ? null : one.line,
  }));
