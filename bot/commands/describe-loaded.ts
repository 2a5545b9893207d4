import type { LoadedCatalogue } from "../../api/catalogues/load-catalogue.ts";
import type { MessageLine } from "../../api/outbox/message.ts";

/** A list of forty numbers helps nobody; the first ones show where to look. */
const MOST_NAMES = 6;

/** What was loaded, and what the document leaves open. */
export const describeLoaded = (loaded: LoadedCatalogue): readonly MessageLine[] => [
  { key: "cli-catalogue-loaded", args: { tasks: loaded.tasks, rounds: loaded.rounds } },
  ...(loaded.closed ? [{ key: "cli-catalogue-closed" }] : []),
  ...loaded.warnings.map(({ code, count, names }) => ({
    key: `cli-warning-${code}`,
    args:
      count === 0
        ? {}
        : {
            count,
            names: { list: [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ["…"] : [])] },
          },
  })),
];

export const loadedAsJson = (loaded: LoadedCatalogue): Readonly<Record<string, unknown>> => ({
  catalogue: loaded.catalogueId,
  tasks: loaded.tasks,
  rounds: loaded.rounds,
  closed: loaded.closed,
  warnings: loaded.warnings,
});
