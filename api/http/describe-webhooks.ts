import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { AUDIT_ACTIONS } from "../audit/audit-action.ts";
import { instantAnswer } from "../shared/answers.ts";

const eventSchema = z
  .object({
    type: z.string(),
    timestamp: instantAnswer,
    data: z.object({
      organization_id: z.uuid(),
      position: z.int(),
      actor: z.string(),
      subject: z.object({ kind: z.string(), id: z.uuid().nullable() }),
      details: z.unknown().openapi({ type: "object" }),
    }),
  })
  .openapi("Event");

/** What the office's system posts to those who subscribed, one webhook for each action of the audit chain. */
export const describeWebhooks = (api: OpenAPIHono): void => {
  for (const [path, summary] of Object.entries(AUDIT_ACTIONS))
    api.openAPIRegistry.registerWebhook({
      method: "post",
      path,
      operationId: `webhook-${path}`,
      summary,
      request: { body: { content: { "application/json": { schema: eventSchema } } } },
      responses: { "2XX": { description: "It has arrived; any other answer is tried again." } },
    });
};
