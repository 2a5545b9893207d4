import type { VersionComparison } from "../../api/catalogues/version-task.ts";
import { describeWarning } from "../../api/imports/describe-warning.ts";
import type { Amendable } from "../../api/imports/find-amended.ts";
import type { ListedImport } from "../../api/imports/list-imports.ts";
import type { ReadWarning } from "../../api/imports/reading.ts";
import { foreignIssuers } from "../../api/imports/recognition/head/foreign-issuer.ts";
import type { ShownImport } from "../../api/imports/show-import.ts";
import type { Choice, Message, MessageArgument, MessageLine } from "../../api/outbox/message.ts";
import { kindLabel } from "../../api/web/documents/describe-field.ts";
import type { Context } from "../dialogues/dialogue.ts";
import { excerpt } from "./excerpt.ts";
import { above, choice, detail, grave, heading, line, main, message } from "./lines.ts";

const FINDINGS_SHOWN = 5;
const DRAFTS_SHOWN = 8;
const TITLE_EXCERPT = 200;

/** "Kế hoạch số 15/KH-UBND ngày 20/01/2026", as far as it was read. */
export const draftName = ({ draft }: ShownImport): MessageArgument => {
  const { kind, number, issued_on: issuedOn } = draft.reading.document;
  const named = { term: kindLabel(kind).key };
  if (number === null) return { term: "draft-name-unnumbered", args: { kind: named } };
  return issuedOn === null
    ? { term: "draft-name", args: { kind: named, number } }
    : { term: "draft-name-dated", args: { kind: named, number, date: { date: issuedOn } } };
};

/** What was read, what is doubtful, what looks wrong in the document, and what can be done. */
export const draftSummary = (
  context: Context,
  shown: ShownImport,
  said: readonly MessageLine[] = [],
): Message =>
  message(
    [
      said,
      [heading("draft-title", { name: draftName(shown) }), ...factLines(shown)],
      [...doubtLines(shown), ...amendLines(shown)],
      findingLines(shown),
      linkLines(context, shown),
    ],
    draftChoices(shown),
  );

/** After something was done with a draft whose summary stands above: where it is now. */
export const draftStanding = (shown: ShownImport, said: readonly MessageLine[]): Message =>
  message([[...said, ...doubtLines(shown), ...amendLines(shown)]], draftChoices(shown));

const factLines = ({ draft }: ShownImport): readonly MessageLine[] => {
  const { document, tasks, sections, units, report_rounds: rounds } = draft.reading;
  const { title, issuer, scope_period: scope } = document;
  return [
    ...foreignIssuers(draft).map((warning) => heading("draft-warning", { sentence: sentenceOf(warning) })),
    ...(title.trim() === "" ? [] : [line("draft-about", { title: excerpt(title, TITLE_EXCERPT) })]),
    issuer === null ? line("draft-issuer-missing") : line("draft-issuer", { name: excerpt(issuer, 120) }),
    scope === null
      ? line("draft-scope-missing")
      : line("draft-scope", { from: { date: scope.start_on }, to: { date: scope.end_on } }),
    line("draft-counts", {
      tasks: tasks.length,
      sections: sections.length,
      units: units.length,
      rounds: rounds.length,
    }),
  ];
};

const doubtLines = ({ draft, restAccepted }: ShownImport): readonly MessageLine[] => {
  const count = draft.doubts.length;
  const must = draft.doubts.filter(({ blocking }) => blocking).length;
  return [
    count === 0
      ? line(restAccepted ? "draft-rest-accepted" : "draft-no-doubts")
      : line("draft-doubts", { count }),
    ...(must === 0 ? [] : [line("draft-doubts-must", { count: must })]),
  ];
};

/** How many tasks a document adds, takes away, changes, and only moves or numbers otherwise. */
export const comparisonCounts = ({ tasks, removed }: VersionComparison) => {
  const kept = tasks.filter(({ before }) => before !== null);
  const changed = kept.filter(({ changes }) =>
    changes.some((change) => change !== "number" && change !== "place"),
  );
  const moved = kept.filter((task) => task.changes.length > 0 && !changed.includes(task));
  return {
    added: tasks.length - kept.length,
    removed: removed.length,
    changed: changed.length,
    moved: moved.length,
  };
};

export const isUnchanged = (comparison: VersionComparison): boolean =>
  Object.values(comparisonCounts(comparison)).every((count) => count === 0);

const catalogueName = ({ number, title }: Amendable): MessageArgument => number ?? excerpt(title, 80);

/** The catalogue that it amends as was decided, or is likely to. */
const resembled = ({ amendable, amends }: ShownImport): Amendable | undefined =>
  amendable.find(({ catalogueId, likely }) => (amends == null ? likely : catalogueId === amends));

const amendLines = (shown: ShownImport): readonly MessageLine[] => {
  const found = resembled(shown);
  if (found === undefined) return [];
  const { amends } = shown;
  if (amends === null) return [line("draft-amends-none", { name: catalogueName(found) })];
  return [
    line(amends === undefined ? "draft-resembles" : "draft-amends", { name: catalogueName(found) }),
    isUnchanged(found.comparison)
      ? detail("draft-unchanged")
      : detail("draft-comparison", comparisonCounts(found.comparison)),
  ];
};

const sentenceOf = (warning: ReadWarning): MessageArgument => {
  const { key, args } = describeWarning(warning);
  return args === undefined ? { term: key } : { term: key, args };
};

const findingLines = ({ findings }: ShownImport): readonly MessageLine[] =>
  findings.length === 0
    ? []
    : [
        heading("draft-findings", { count: findings.length }),
        ...findings.slice(0, FINDINGS_SHOWN).map((finding) => {
          const sentence = sentenceOf(finding);
          return finding.number === null
            ? line("draft-finding", { sentence })
            : line("draft-finding-of-task", { number: finding.number, sentence });
        }),
        ...(findings.length > FINDINGS_SHOWN
          ? [line("draft-findings-more", { count: findings.length - FINDINGS_SHOWN })]
          : []),
      ];

const linkLines = ({ pages }: Context, { importId }: ShownImport): readonly MessageLine[] =>
  pages == null ? [] : [line("draft-link", { url: `${pages}/documents/${importId}` })];

const draftChoices = (shown: ShownImport): readonly (readonly Choice[])[] => {
  const { importId, draft, amends } = shown;
  const { doubts } = draft;
  const found = resembled(shown);
  const publish = choice(["import", "publish", importId], "choice-draft-publish");
  const isReady = doubts.length === 0 && amends !== undefined;
  const isVain = amends != null && found !== undefined && isUnchanged(found.comparison);
  return [
    found !== undefined && amends !== found.catalogueId
      ? [
          choice(["import-amends", importId, found.catalogueId], "choice-draft-amend", {
            name: catalogueName(found),
          }),
        ]
      : [],
    found !== undefined && amends !== null ? [choice(["import", "new", importId], "choice-draft-new")] : [],
    doubts.length === 0
      ? []
      : [main(choice(["import", "doubts", importId], "choice-draft-doubts", { count: doubts.length }))],
    doubts.some(({ blocking }) => !blocking)
      ? [choice(["import", "accept-all", importId], "choice-draft-accept-all")]
      : [],
    isVain ? [] : [isReady ? main(publish) : publish],
    [grave(choice(["import", "discard", importId], "choice-draft-discard"))],
  ];
};

/** Documents that were read and wait for somebody. */
export const openDrafts = (drafts: readonly ListedImport[]): Message => {
  const shown = drafts.slice(0, DRAFTS_SHOWN);
  return message(
    [
      [
        heading("drafts-open", { count: drafts.length }),
        ...(drafts.length > shown.length
          ? [line("drafts-more", { count: drafts.length - shown.length })]
          : []),
      ],
    ],
    shown.map(({ importId, fileName, documentNumber, readOn }) => [
      choice(["import", "open", importId], "choice-draft-open", {
        file: excerpt(documentNumber ?? fileName, 60),
        date: { date: readOn },
      }),
    ]),
  );
};

export const confirmDiscard = ({ importId, fileName }: ShownImport, problem?: MessageLine): Message =>
  message(
    [above(problem), [heading("draft-discard-sure", { file: excerpt(fileName, 80) })]],
    [
      [grave(choice(["import", "discard-now", importId], "choice-draft-discard-now"))],
      [choice(["import", "open", importId], "choice-draft-keep")],
    ],
  );
