import { z } from "zod";
import { insertAcknowledgement } from "../../db/queries/progress-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import {
  loadTasksOfCatalogue,
  loadUnitProgress,
  progressKey,
  type TaskInForce,
} from "../catalogues/load-tasks.ts";
import { may, refusalWithoutPost } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";

const inputSchema = z.object({
  catalogueId: z.uuid(),
  /** The unit that was told; null for the one that the chat speaks for. */
  unitId: z.uuid().nullable(),
});

export type AcknowledgedCatalogue = {
  readonly catalogueId: string;
  readonly unitId: string;
  readonly document: { readonly kind: string; readonly number: string | null };
  /** How many tasks were acknowledged now, and how many had been before. */
  readonly done: number;
  readonly before: number;
};

/**
 * A unit says of a published catalogue that it has received all that it leads there. Saying it twice changes nothing.
 * Refuses `not_allowed`, `catalogue_not_found`, `catalogue_closed`, `catalogue_of_other_post`.
 */
export const acknowledgeCatalogue: UseCase<z.input<typeof inputSchema>, AcknowledgedCatalogue> = async (
  work,
  raw,
) => {
  const { actor } = work;
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { catalogueId, unitId: told } = parsed.data;
  if (actor.kind !== "member" || !may(actor, "write-note") || actor.current?.unit == null)
    return refuse(refusalWithoutPost(actor));
  const { id: appointmentId, unit } = actor.current;
  if (told !== null && told !== unit.id) {
    const other = actor.appointments.find((post) => post.unit?.id === told);
    return other?.unit == null
      ? refuse("not_allowed")
      : refuse("catalogue_of_other_post", { unit: other.unit.name });
  }

  const tasks = await loadTasks(work, catalogueId);
  const [any] = tasks;
  if (any === undefined) return refuse("catalogue_not_found");
  if (any.task.scope.endOn < work.today) return refuse("catalogue_closed");
  const led = tasks
    .filter(({ task, expanded }) => !task.isHeading && expanded.leadUnitIds.includes(unit.id))
    .map(({ task }) => task.id);
  const progress = await loadUnitProgress(work, led, unit.id);
  const news = led.filter((taskId) => progress.get(progressKey(taskId, unit.id))?.acknowledged !== true);
  for (const taskId of news)
    await insertAcknowledgement(work.tx, {
      taskId,
      unitId: unit.id,
      appointmentId,
      acknowledgedAt: work.now,
    });
  if (news.length > 0)
    await recordAuditEntry(
      work,
      "catalogue-acknowledged",
      { kind: "catalogue", id: catalogueId },
      { unitId: unit.id, tasks: news },
    );
  const { kind, number } = any.task.document;
  return ok({
    catalogueId,
    unitId: unit.id,
    document: { kind, number },
    done: news.length,
    before: led.length - news.length,
  });
};

/** With the assignments that hold when the catalogue does: it may be published before its time. */
const loadTasks = async (work: Work, catalogueId: string): Promise<readonly TaskInForce[]> => {
  const tasks = await loadTasksOfCatalogue(work, catalogueId, work.today);
  const [first] = tasks;
  return first === undefined || first.task.scope.startOn <= work.today
    ? tasks
    : loadTasksOfCatalogue(work, catalogueId, first.task.scope.startOn);
};
