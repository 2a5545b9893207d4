import type { NewCatalogue } from "../../db/queries/catalogue-load-queries.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { hasOwnLadder, resolveDueDate } from "../time-frames/resolve-due-date.ts";
import { isInvitedKind } from "../units/unit.ts";
import { describeTimeFrame, extrasOfTimeFrame } from "./describe-time-frame.ts";
import type { BodyIds } from "./place-units.ts";
import type { FileTask } from "./version-task.ts";

type TaskPlace = {
  readonly id: string;
  readonly catalogueId: string;
  readonly sectionId: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly version: number;
  /** From when this version's assignments and due date hold. */
  readonly fromOn: LocalDate;
};

type Making = {
  readonly newId: () => string;
  readonly fold: (text: string) => string;
  readonly bodyOf: (name: string) => BodyIds;
  readonly kindOf: (name: string) => string;
};

export type TaskRows = {
  readonly task: NewCatalogue["tasks"][number];
  readonly revision: NewCatalogue["revisions"][number];
  readonly timeFrame: NewCatalogue["timeFrames"][number];
  readonly targets: readonly NewCatalogue["targets"][number][];
  readonly assignments: readonly NewCatalogue["assignments"][number][];
};

/** Every row that says what one version says of one task. */
export const planTaskRows = (
  content: FileTask,
  place: TaskPlace,
  { newId, fold, bodyOf, kindOf }: Making,
): TaskRows => {
  const { id, version, fromOn, ...row } = place;
  const frame = content.time_frame;
  const meaning = describeTimeFrame(frame);
  const dueOn = resolveDueDate(meaning);
  const parts = new Map((content.coordination_roles ?? []).map(({ unit, role }) => [unit, role]));
  const assignment = (name: string, role: "lead" | "coordinating" | "invited") => ({
    id: newId(),
    taskId: id,
    role,
    ...bodyOf(name),
    part: role === "lead" ? null : (parts.get(name) ?? null),
    fromOn,
    toOn: null,
  });
  return {
    task: {
      id,
      ...row,
      number: content.number,
      shortTitle: content.short_title,
      searchText: fold(`${content.short_title} ${content.wording ?? ""}`),
      wording: content.wording ?? null,
      isHeading: content.is_heading,
      dueOn,
      hasLadder: hasOwnLadder(meaning),
      withdrawnAt: null,
    },
    revision: {
      taskId: id,
      version,
      number: content.number,
      shortTitle: content.short_title,
      dueOn,
      inForceFrom: fromOn,
      content,
    },
    timeFrame: {
      taskId: id,
      position: 0,
      phrase: frame.text,
      kind: frame.kind,
      date: frame.date,
      exclusive: frame.exclusive,
      startOn: frame.start_on,
      endOn: frame.end_on,
      recurs: frame.recurs,
      parts: extrasOfTimeFrame(frame),
    },
    targets: content.targets.map(({ text, ...meaning }, position) => ({
      taskId: id,
      position,
      phrase: text,
      meaning,
    })),
    assignments: [
      ...content.lead_units.map((name) => assignment(name, "lead")),
      ...content.coordinating_units.map((name) =>
        assignment(name, isInvitedKind(kindOf(name)) ? "invited" : "coordinating"),
      ),
    ],
  };
};
