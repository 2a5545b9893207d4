import { z } from "zod";
import { NUDGE_OUTCOMES, selectNudges } from "../../db/queries/nudge-queries.ts";
import { may } from "../members/permissions.ts";
import { instantsBetween, localDateSchema, runsBackwards } from "../shared/local-date.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { ShownNudge } from "./shown-nudge.ts";

export const nudgeFilterSchema = pageQuerySchema.extend({
  unitId: z.uuid().optional(),
  memberId: z.uuid().optional(),
  taskId: z.uuid().optional(),
  roundId: z.uuid().optional(),
  outcome: z.enum(NUDGE_OUTCOMES).optional(),
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
});

/**
 * The ledger, newest first: what was said to whom and why, and why somebody was not told. By days on the office's
 * wall. Refuses `not_allowed`, `request_invalid`, `period_invalid`, `cursor_invalid`.
 */
export const listNudges: UseCase<z.input<typeof nudgeFilterSchema>, Page<ShownNudge>> = async (work, raw) => {
  if (!may(work.actor, "see-nudges")) return refuse("not_allowed");
  const parsed = nudgeFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { cursor, limit, from, to, ...filter } = parsed.data;
  if (runsBackwards(from, to)) return refuse("period_invalid");
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const found = await selectNudges(work.tx, {
    ...filter,
    ...instantsBetween({ from, to }, work.organization.timeZone),
    after: after?.[0] ?? null,
    limit: limit + 1,
  });
  const named = may(work.actor, "see-people");
  return ok(
    pageOf(
      found.map((row) => describeRow(row, named)),
      limit,
      ({ id }) => [id],
    ),
  );
};

type Row = Awaited<ReturnType<typeof selectNudges>>[number];

const describeRow = (row: Row, named: boolean): ShownNudge => ({
  id: row.id,
  outcome: row.outcome,
  reason: row.reason,
  rung: row.rung,
  subject: {
    kind: row.subjectKind,
    id: row.subjectId,
    label: row.taskNumber ?? row.roundLabel ?? "",
    title:
      row.taskTitle !== null && row.restricted !== true
        ? row.taskTitle
        : (row.roundLabel ?? row.documentNumber ?? ""),
    unitId: row.unitId,
    unitName: row.unitName,
    dueOn: row.dueOn,
  },
  recipient: { role: row.role, memberId: row.memberId, name: named ? row.memberName : null },
  plannedFor: row.plannedFor,
  decidedAt: row.decidedAt,
  message:
    row.messageId === null
      ? null
      : { id: row.messageId, attempts: row.attempts ?? 0, failure: row.failure, sentAt: row.sentAt },
});
