import { fileTaskSchema } from "../../api/catalogues/file-task.ts";
import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";
import { listNamedUnits } from "../../api/units/list-units.ts";
import type { NamedUnit } from "../../api/units/unit.ts";
import {
  selectCataloguesToAmend,
  selectRoundsOfCatalogue,
  selectVersionTasks,
} from "../../db/queries/catalogue-version-queries.ts";
import type { TenantTx } from "../../db/scope.ts";

/** What stands in an office with one catalogue, as far as a document says it. */
export const standing = async (tx: TenantTx) => {
  const [catalogue] = await selectCataloguesToAmend(tx);
  if (catalogue === undefined) throw new Error("no catalogue");
  return {
    units: await listNamedUnits(tx),
    scope: `${catalogue.scope_start_on} ${catalogue.scope_end_on}`,
    tasks: (await selectVersionTasks(tx, catalogue.id)).map(({ content }) => fileTaskSchema.parse(content)),
    rounds: (await selectRoundsOfCatalogue(tx, catalogue.id))
      .map(({ dueOn }): string => dueOn ?? "undated")
      .sort((one, other) => one.localeCompare(other)),
  };
};
export type Standing = Awaited<ReturnType<typeof standing>>;

const sameUnit = (one: NamedUnit, other: NamedUnit): boolean => {
  const spellings = new Set(one.spellings.map(foldVietnamese));
  return other.spellings.some((spelling) => spellings.has(foldVietnamese(spelling)));
};

/** Names of the published office in the sample's words, where they share a spelling. */
const inWordsOf = (sample: Standing, published: Standing) => (name: string) => {
  const own = published.units.find((unit) => unit.name === name);
  const same = own === undefined ? undefined : sample.units.find((unit) => sameUnit(own, unit));
  return same?.name ?? name;
};

const plain = (text: string | null): string =>
  foldVietnamese(text ?? "")
    .replaceAll(/[\s.;,]+/g, " ")
    .trim();

const factsOf = (task: Standing["tasks"][number], nameOf: (name: string) => string) => ({
  lead: task.lead_units.map(nameOf).sort().join("; "),
  coordinating: task.coordinating_units.map(nameOf).sort().join("; "),
  time: [
    plain(task.time_frame.text),
    task.time_frame.kind,
    task.time_frame.date,
    task.time_frame.exclusive,
    task.time_frame.start_on,
    task.time_frame.end_on,
    task.time_frame.recurs,
  ].join(" "),
  targets: task.targets
    .map(({ value, unit }) => `${value} ${unit}`)
    .sort()
    .join("; "),
});

/** In numbers, units by any spelling, time frames, targets, rounds and scope; one line each. */
export const differencesOf = (sample: Standing, published: Standing): readonly string[] => {
  const nameOf = inWordsOf(sample, published);
  const found = new Map(published.tasks.map((task) => [task.number, task]));
  const known = new Set(sample.tasks.map(({ number }) => number));
  const tasks = sample.tasks.flatMap((task) => {
    const other = found.get(task.number);
    if (other === undefined) return [`${task.number} is missing`];
    const [wanted, got] = [factsOf(task, (name) => name), factsOf(other, nameOf)];
    return (["lead", "coordinating", "time", "targets"] as const).flatMap((field) =>
      wanted[field] === got[field] ? [] : [`${task.number} ${field}: “${got[field]}” for “${wanted[field]}”`],
    );
  });
  const more = published.tasks.flatMap(({ number }) => (known.has(number) ? [] : [`${number} is no task`]));
  const rounds =
    sample.rounds.join() === published.rounds.join()
      ? []
      : [`rounds: ${published.rounds.join()} for ${sample.rounds.join()}`];
  const scope = sample.scope === published.scope ? [] : [`scope: ${published.scope} for ${sample.scope}`];
  return [...tasks, ...more, ...rounds, ...scope];
};

/** What somebody with the paper in hand writes into a doubtful field. */
export const onPaper = (task: Standing["tasks"][number], field: string): string | null => {
  if (field === "lead_units") return task.lead_units.join("\n");
  if (field === "coordinating_units") return task.coordinating_units.join("\n");
  if (field === "time_frame") return task.time_frame.text ?? "";
  return null;
};

/** Which sample each document of the corpus is. */
export const SAMPLE_OF_DOCUMENT: Readonly<Record<string, string>> = {
  "000": "le-chan-2025",
  "001": "kim-thanh",
  "002": "hai-an",
  "003": "le-chan",
  "004": "lam-ha",
};
