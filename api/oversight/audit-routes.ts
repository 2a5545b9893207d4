import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { auditFilterSchema, listAuditEntries } from "./list-audit-entries.ts";
import { verifyOwnChain } from "./verify-own-chain.ts";

const entryAnswer = z
  .object({
    position: z.int().openapi({ description: "Its place in the office's chain, from 1 without a gap." }),
    hash: z.string().openapi({
      description:
        "SHA-256, in hexadecimal, of “PREVIOUS HASH\\nPOSITION\\nCANONICAL”; the first follows nothing.",
    }),
    at: instantAnswer,
    actor: z.string().openapi({
      description:
        "An appointment's id, `key:ID`, `key:ID for APPOINTMENT`, `operator` or `tick`. Never a name.",
    }),
    action: z.string().openapi({
      description: "One of those listed under Webhooks.",
      example: "unit-added",
    }),
    subject_kind: z.string(),
    subject_id: z.uuid().nullable(),
    details: z
      .unknown()
      .openapi({ type: "object", description: "Ids, dates and codes; never names or words." }),
    canonical: z.string().openapi({
      description:
        "The text that the hash covers, for whoever checks it, as it was hashed: names of fields in it are the program's own (`digestAt` for `digest_at`).",
    }),
  })
  .openapi("AuditEntry");

const { order, subjectId, action, actor } = auditFilterSchema.shape;

/** Who did what, when, and that nobody changed it since. */
export const AUDIT_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/audit-entries",
    name: "list-audit-entries",
    room: "audit",
    summary: "The office's audit chain, newest or oldest first",
    description:
      "An entry is here once the minute's tick has chained it. Whoever follows the chain asks for `order=oldest` and " +
      "goes on from the last `next_cursor`: positions have no gap, and none is taken later.",
    scope: "admin",
    query: pageQuerySchema.extend({
      action,
      actor,
      subject_kind: auditFilterSchema.shape.subjectKind,
      subject_id: subjectId,
      from: z.iso.date().optional().openapi({ description: "On this day of the office's wall, or later." }),
      to: z.iso.date().optional(),
      order,
    }),
    status: 200,
    answer: pageAnswer(entryAnswer),
    refusals: ["period_invalid", "cursor_invalid"],
    run: (work, { query }) => listAuditEntries(work, camelKeys(query)),
  }),
  apiRoute({
    method: "get",
    path: "/audit-chain",
    name: "verify-audit-chain",
    room: "audit",
    summary: "Computes the chain again from its first link and says whether it is intact",
    scope: "admin",
    status: 200,
    answer: z.object({
      intact: z.boolean(),
      broken_at: z.int().nullable().openapi({
        description:
          "The first place whose entry is missing, was changed, or does not follow the one before.",
      }),
      entries: z.int().openapi({ description: "Links that are as they were written." }),
      head: z.string().openapi({ description: "The hash of the last of them: to be kept elsewhere." }),
      waiting: z.int().openapi({ description: "Written since the last tick, not chained yet." }),
    }),
    refusals: [],
    run: (work) => verifyOwnChain(work, {}),
  }),
];
