import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { listClaimPage } from "./list-claims.ts";
import { CLAIM_STATE, claimAnswer, settledAnswer } from "./note-answers.ts";
import { settleClaim } from "./settle-claim.ts";

/** Claims of completion: no unit confirms itself. */
export const CLAIM_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/claims",
    name: "list-claims",
    room: "claims",
    summary: "Claims of completion, oldest first",
    description:
      "`state=waiting` are those that wait for a decision. A key and whoever sees the whole office get all; a unit's post gets its own unit's.",
    scope: "read",
    query: pageQuerySchema.extend({
      state: CLAIM_STATE.optional(),
      task_id: z.uuid().optional(),
      unit_id: z.uuid().optional(),
    }),
    status: 200,
    answer: pageAnswer(claimAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listClaimPage(work, camelKeys(query)),
  }),
  apiRoute({
    method: "post",
    path: "/claims/{claim_id}/decision",
    name: "settle-claim",
    room: "claims",
    summary: "Confirms a claim, or returns it with a reason",
    description:
      "In the post of a consolidator or a leader (`Acting-Appointment`); the consolidating unit's own claims are a leader's. The unit hears the decision.",
    scope: "write",
    params: z.object({ claim_id: z.uuid() }),
    body: z.discriminatedUnion("decision", [
      z.strictObject({ decision: z.literal("confirm") }),
      z.strictObject({
        decision: z.literal("return"),
        reason: z.string().max(100_000).openapi({ example: "Bổ sung số liệu" }),
      }),
    ]),
    status: 200,
    answer: settledAnswer,
    refusals: [
      "post_required",
      "claim_not_found",
      "claim_of_own_unit",
      "claim_decided",
      "reason_required",
      "reason_too_long",
      "task_not_found",
    ],
    run: (work, { params, body }) => settleClaim(work, { ...camelKeys(params), ...body }),
  }),
];
