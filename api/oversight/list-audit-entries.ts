import { z } from "zod";
import { selectAuditEntries } from "../../db/queries/audit-queries.ts";
import { canonicalJson } from "../audit/chain-entry.ts";
import { describeDetails } from "../audit/describe-details.ts";
import { may } from "../members/permissions.ts";
import { instantsBetween, localDateSchema, runsBackwards } from "../shared/local-date.ts";
import { type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

const word = z.string().min(1).max(200);

export const auditFilterSchema = pageQuerySchema.extend({
  action: word.optional(),
  subjectKind: word.optional(),
  subjectId: z.uuid().optional(),
  actor: word.optional(),
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  order: z.enum(["newest", "oldest"]).default("newest"),
});

const cursorSchema = z.tuple([z.enum(["newest", "oldest"]), z.int().min(0)]);

export type ShownEntry = {
  readonly position: number;
  readonly hash: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: unknown;
  /** The text that the hash covers, behind the hash before it and the place. */
  readonly canonical: string;
};

/**
 * The office's audit chain, link by link; what was written since the last tick is not chained yet, and not here.
 * Refuses `not_allowed`, `request_invalid`, `period_invalid`, `cursor_invalid`.
 */
export const listAuditEntries: UseCase<z.input<typeof auditFilterSchema>, Page<ShownEntry>> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "see-audit")) return refuse("not_allowed");
  const parsed = auditFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { cursor, limit, from, to, order, ...filter } = parsed.data;
  if (runsBackwards(from, to)) return refuse("period_invalid");
  const after = cursor === undefined ? null : readCursor(cursor, cursorSchema);
  if (cursor !== undefined && after?.[0] !== order) return refuse("cursor_invalid");
  const found = await selectAuditEntries(work.tx, {
    ...filter,
    ...instantsBetween({ from, to }, work.organization.timeZone),
    rising: order === "oldest",
    ...(after === null ? {} : order === "oldest" ? { above: after[1] } : { below: after[1] }),
    limit: limit + 1,
  });
  return ok(pageOf(found.map(describeEntry), limit, ({ position }) => [order, position]));
};

const describeEntry = (row: Awaited<ReturnType<typeof selectAuditEntries>>[number]): ShownEntry => {
  const { hash, chainPosition, ...entry } = row;
  const { at, actor, action, subjectKind, subjectId, details } = entry;
  return {
    position: chainPosition ?? 0,
    hash: hash ?? "",
    at,
    actor,
    action,
    subjectKind,
    subjectId,
    details: describeDetails(details),
    canonical: canonicalJson(entry),
  };
};
