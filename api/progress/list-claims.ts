import { z } from "zod";
import { type ClaimPageRow, selectClaimPage } from "../../db/queries/claim-page-queries.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import type { Actor } from "../members/member.ts";
import { may } from "../members/permissions.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

/** A claim as the one who decides sees it: both dates, the words and the evidence. */
export type WaitingClaim = {
  readonly id: string;
  readonly task: { readonly id: string; readonly number: string; readonly title: string };
  readonly unit: { readonly id: string; readonly name: string };
  readonly dueOn: LocalDate | null;
  readonly completedOn: LocalDate;
  readonly notedOn: LocalDate;
  readonly text: string;
  readonly files: number;
};

export const CLAIM_STATES = ["waiting", "confirmed", "returned", "withdrawn"] as const;

/** A claim with what became of it. */
export type ShownClaim = WaitingClaim & {
  readonly noteId: string;
  readonly state: (typeof CLAIM_STATES)[number];
  readonly claimedAt: Date;
  readonly decidedAt: Date | null;
  /** The post that decided. */
  readonly decidedBy: string | null;
  readonly reason: string | null;
  /** Whether the asker may decide on it now. */
  readonly mayDecide: boolean;
};

/**
 * No unit confirms itself: a consolidator decides on other units, the consolidating unit's own claims go to a
 * leader, and nobody decides on a unit in which he holds a post himself.
 */
export const mayDecideClaim = (
  actor: Actor,
  claim: { readonly unitId: string; readonly consolidatingUnitId: string | null },
): boolean => {
  if (actor.kind !== "member" || actor.current === null) return false;
  const ownUnits = actor.appointments.flatMap(({ unit }) => (unit === null ? [] : [unit.id]));
  if (ownUnits.includes(claim.unitId)) return false;
  if (actor.current.role === "leader") return true;
  return actor.current.role === "consolidator" && claim.unitId !== claim.consolidatingUnitId;
};

const MOST_AT_ONCE = 50;
/** More than ever wait in one office: what one may not decide oneself must not push out what one may. */
const MOST_READ = 2_000;

const maybeDecides = (actor: Actor, row: ClaimPageRow): boolean =>
  mayDecideClaim(actor, { unitId: row.unit_id, consolidatingUnitId: row.consolidating_unit_id });

/** The claims that wait for this actor, oldest first. */
export const listClaims: UseCase<{ readonly claimId: string | null }, readonly WaitingClaim[]> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "decide-claim")) return refuse("not_allowed");
  const parsed = z.object({ claimId: z.uuid().nullable() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const waiting = await selectClaimPage(work.tx, {
    state: "waiting",
    claimId: parsed.data.claimId ?? undefined,
    limit: MOST_READ,
  });
  return ok(
    waiting
      .filter((row) => maybeDecides(work.actor, row))
      .slice(0, MOST_AT_ONCE)
      .map(describeWaiting),
  );
};

export const claimFilterSchema = pageQuerySchema.extend({
  state: z.enum(CLAIM_STATES).optional(),
  taskId: z.uuid().optional(),
  unitId: z.uuid().optional(),
});

/**
 * Claims of completion, oldest first: all for those who see the office's notes, its own for a unit's post.
 * Refuses `not_allowed`, `cursor_invalid`.
 */
export const listClaimPage: UseCase<z.input<typeof claimFilterSchema>, Page<ShownClaim>> = async (
  work,
  raw,
) => {
  const parsed = claimFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { limit, cursor, ...filter } = parsed.data;
  const { actor } = work;
  const own = actor.kind === "member" ? (actor.current?.unit?.id ?? null) : null;
  const seesAll = may(actor, "see-notes");
  if (!seesAll && (own === null || !may(actor, "see-own-tasks"))) return refuse("not_allowed");
  if (!seesAll && filter.unitId !== undefined && filter.unitId !== own) return refuse("not_allowed");
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const found = await selectClaimPage(work.tx, {
    ...filter,
    unitId: seesAll ? filter.unitId : (own ?? undefined),
    after: after?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(
    pageOf(
      found.map((row) => describeClaimRow(row, actor)),
      limit,
      ({ id }) => [id],
    ),
  );
};

const describeClaimRow = (row: ClaimPageRow, actor: Actor): ShownClaim => ({
  ...describeWaiting(row),
  noteId: row.note_id,
  state: row.state,
  claimedAt: new Date(row.claimed_at),
  decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
  decidedBy: row.decided_by,
  reason: row.reason,
  mayDecide: row.state === "waiting" && maybeDecides(actor, row),
});

const describeWaiting = (row: ClaimPageRow): WaitingClaim => ({
  id: row.id,
  task: {
    id: row.task_id,
    number: row.number,
    title: titleOf({
      shortTitle: row.short_title,
      document: { restricted: row.restricted, number: row.document_number },
    }),
  },
  unit: { id: row.unit_id, name: row.unit_name },
  dueOn: row.due_on === null ? null : localDate(row.due_on),
  completedOn: localDate(row.completed_on),
  notedOn: localDate(row.noted_on),
  text: row.text,
  files: row.files,
});
