import type { CatalogueWarning } from "../../api/catalogues/lint-loaded-catalogue.ts";
import type { PublishedVersion } from "../../api/catalogues/publish-version.ts";
import type { PublicationPreview } from "../../api/imports/preview-publication.ts";
import type { ShownImport } from "../../api/imports/show-import.ts";
import type { Message, MessageLine } from "../../api/outbox/message.ts";
import { comparisonCounts, draftName } from "./document-draft.ts";
import { choice, heading, line, main, message } from "./lines.ts";

const NAMES_SHOWN = 12;

/** What will happen, before it binds. */
export const confirmPublication = (shown: ShownImport, preview: PublicationPreview): Message => {
  const { importId, revision, comparison } = shown;
  const units = preview.shares.filter(({ isGroup }) => !isGroup);
  const reached = units.filter(({ people }) => people !== null && people > 0).length;
  return message(
    [
      [heading("publication-sure", { name: draftName(shown) })],
      [
        ...(comparison === null ? [] : [line("publication-amends", comparisonCounts(comparison))]),
        line("publication-tasks", { count: preview.tasks }),
        roundLine(preview),
        preview.past
          ? line("publication-past")
          : comparison === null
            ? line("publication-tells", { count: reached, waiting: units.length - reached })
            : line("publication-tells-changed"),
        ...(shown.restAccepted ? [line("publication-unseen")] : []),
      ],
    ],
    [
      [main(choice(["import-publish", importId, revision], "choice-publish-now"))],
      [choice(["import", "open", importId], "choice-publish-later")],
    ],
  );
};

const roundLine = ({ rounds, undatedRounds }: PublicationPreview): MessageLine => {
  if (rounds === 0) return line("publication-no-rounds");
  return undatedRounds === 0
    ? line("publication-rounds", { count: rounds })
    : line("publication-rounds-undated", { count: rounds, undated: undatedRounds });
};

/** What stands now, who was told, and what the document leaves to the administrator. */
export const published = (done: PublishedVersion): Message => {
  const { version, tasks, rounds, closed, told } = done;
  return message([
    [
      version === 1
        ? heading("publication-done-first", { tasks, rounds })
        : heading("publication-done-next", { version, tasks, rounds }),
      ...(closed ? [line("publication-closed")] : []),
      ...(told > 0 ? [line("publication-told", { count: told })] : []),
      ...(told === 0 && !closed
        ? [line(version === 1 ? "publication-told-nobody" : "publication-told-nobody-changed")]
        : []),
    ],
    done.warnings.flatMap(openPoint),
    [line("publication-after")],
  ]);
};

const openPoint = ({ code, count, names }: CatalogueWarning): readonly MessageLine[] => {
  // What the document left open stands with its tasks; nothing here is to be done about it.
  if (code === "questions-open") return [];
  if (code === "round-missing") return [line("publication-open-round-missing")];
  const listed = [...names.slice(0, NAMES_SHOWN), ...(names.length > NAMES_SHOWN ? ["…"] : [])];
  return [line(`publication-open-${code}`, { count, names: { list: listed } })];
};
