import { basename } from "node:path";
import type { PublishedVersion } from "../../api/catalogues/publish-version.ts";
import { describeWarning } from "../../api/imports/describe-warning.ts";
import { importFile } from "../../api/imports/import-file.ts";
import { judgePublication } from "../../api/imports/judge-publication.ts";
import { publishImport } from "../../api/imports/publish-import.ts";
import { foreignIssuers } from "../../api/imports/recognition/head/foreign-issuer.ts";
import { reviewField } from "../../api/imports/review-field.ts";
import { type ShownImport, showImport } from "../../api/imports/show-import.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import { ok, type Result } from "../../api/shared/result.ts";
import type { UseCase } from "../../api/shared/work.ts";
import { comparisonCounts } from "../messages/document-draft.ts";
import { asOperator } from "./as-operator.ts";
import { type Command, type CommandAnswer, CommandProblem } from "./command.ts";
import { describeLoaded, loadedAsJson } from "./describe-loaded.ts";
import { readFileBytes } from "./read-file-bytes.ts";

/**
 * A document becomes a draft for the administrator's page and chat; with `--publish` whoever calls answers for every
 * field as it was read.
 */
export const importCommand: Command = {
  name: "import",
  usage: "FILE --organization CODE [--publish] [--amends NUMBER]",
  options: {
    organization: { type: "string", needed: true },
    publish: { type: "boolean" },
    amends: { type: "string" },
  },
  positionals: 1,
  run: async (call) => {
    const [path = ""] = call.positionals;
    const file = { bytes: readFileBytes(path), fileName: basename(path) };
    const imported = await importFile((steps) => asOperator(call, steps), file);
    if (!imported.ok) return imported;
    const { importId } = imported.value;
    const run: Run = (useCase, input) => asOperator(call, (work) => useCase(work, input));
    const amends = call.text("amends");
    const chosen = amends === undefined ? ok(null) : await chooseAmended(amends, importId, run);
    if (!chosen.ok) return chosen;
    const shown = await run(showImport, { importId });
    if (!shown.ok) return shown;
    return call.text("publish") === undefined ? ok(describeDraft(shown.value)) : publish(shown.value, run);
  },
};

type Run = <I, O>(useCase: UseCase<I, O>, input: I) => Promise<Result<O>>;

/** "--amends 673/QĐ-UBND" names the catalogue by its document; "--amends new" says that it is none of them. */
const chooseAmended = async (wanted: string, importId: string, run: Run): Promise<Result<unknown>> => {
  const shown = await run(showImport, { importId });
  if (!shown.ok) return shown;
  const found = shown.value.amendable.find(({ number }) => number === wanted.normalize("NFC"));
  if (found === undefined && wanted !== "new")
    throw new CommandProblem("catalogue_not_found", [{ key: "cli-amends-unknown", args: { text: wanted } }]);
  const answer = found?.catalogueId ?? "";
  return run(reviewField, { importId, revision: null, key: "catalogue.amends", answer });
};

/** All or nothing: a draft that cannot be published stays as doubtful as it was. */
const publish = async (before: ShownImport, run: Run): Promise<Result<CommandAnswer>> => {
  const refusal = judgePublication(before, { accepting: true });
  if (refusal?.code === "import_amends_undecided")
    throw new CommandProblem(refusal.code, resemblanceLines(before));
  if (refusal !== null) return { ok: false, refusal };
  const { importId } = before;
  const published = await run(acceptAndPublish, { importId });
  return published.ok ? ok(describePublished(before, published.value)) : published;
};

const acceptAndPublish: UseCase<{ readonly importId: string }, PublishedVersion> = async (
  work,
  { importId },
) => {
  const accepted = await reviewField(work, { importId, revision: null, key: "rest", answer: null });
  return accepted.ok ? publishImport(work, { importId, revision: null }) : accepted;
};

/** What to type: on a command line nobody is asked. */
const resemblanceLines = ({ amendable, amends }: ShownImport): readonly MessageLine[] =>
  amends !== undefined
    ? []
    : [
        { key: "refusal-import-amends-undecided" },
        ...amendable
          .filter(({ likely }) => likely)
          .flatMap(({ number, comparison }): readonly MessageLine[] => [
            ...(number === null ? [] : [{ key: "cli-amends-choose", args: { text: number } }]),
            { key: "draft-comparison", args: comparisonCounts(comparison) },
          ]),
        { key: "cli-amends-new" },
      ];

/** What a later document changes, by the numbers that it gives; what it leaves out by the old ones. */
const comparisonAsJson = ({ comparison }: ShownImport) =>
  comparison && {
    added: comparison.tasks.filter(({ before }) => before === null).map(({ after }) => after.number),
    removed: comparison.removed.map(({ content }) => content.number),
    changed: comparison.tasks.flatMap(({ before, after, changes }) =>
      before === null || changes.length === 0
        ? []
        : [{ number: after.number, was: before.content.number, changes }],
    ),
  };

const comparisonLines = ({ comparison }: ShownImport): readonly MessageLine[] =>
  comparison === null ? [] : [{ key: "draft-comparison", args: comparisonCounts(comparison) }];

const draftAsJson = (shown: ShownImport) => ({
  import: shown.importId,
  doubts: shown.draft.doubts.map(({ about: _about, ...doubt }) => doubt),
  findings: shown.findings,
  amends: shown.amends ?? null,
  comparison: comparisonAsJson(shown),
});

const describeDraft = (shown: ShownImport): CommandAnswer => {
  const { tasks, report_rounds: rounds } = shown.draft.reading;
  const counts = { tasks: tasks.length, rounds: rounds.length };
  return {
    json: { state: shown.state, ...counts, ...draftAsJson(shown) },
    lines: [
      { key: "cli-import-read", args: { ...counts, count: shown.draft.doubts.length } },
      ...foreignIssuers(shown.draft).map(describeWarning),
      ...resemblanceLines(shown),
      ...comparisonLines(shown),
      { key: "cli-import-how" },
    ],
  };
};

/** `doubts` are those that were accepted unseen. */
const describePublished = (before: ShownImport, published: PublishedVersion): CommandAnswer => {
  const { version, told } = published;
  const accepted = before.draft.doubts.length;
  return {
    json: { state: "published", version, told, ...loadedAsJson(published), ...draftAsJson(before) },
    lines: [
      { key: "cli-import-published", args: { count: version, given: told } },
      ...foreignIssuers(before.draft).map(describeWarning),
      ...comparisonLines(before),
      ...describeLoaded(published),
      ...(accepted === 0 ? [] : [{ key: "cli-import-accepted", args: { count: accepted } }]),
    ],
  };
};
