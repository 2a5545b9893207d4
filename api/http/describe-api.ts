import type { OpenAPIHono } from "@hono/zod-openapi";
import { describeWebhooks } from "./describe-webhooks.ts";

const ABOUT = `The canonical catalogue of an office's công tác dân vận tasks, read and written under the rules of its chats.

Everything belongs to one office: that of the key or session in \`Authorization: Bearer …\`. A key has a scope (\`read\`, \`write\`, \`admin\`); what belongs to a post (notes, acknowledgements, decisions on claims) it does in a post named by \`Acting-Appointment\`. Dates are calendar dates without a zone, instants are UTC. Lists answer \`items\` and \`next_cursor\`. A refusal is a problem (RFC 9457) with a code, a sentence in the language of \`Accept-Language\` and a request id.`;

/** The generator writes a pattern's flags behind it ("^a$/u"), where nobody else reads them as such. */
const withoutFlags = (document: object): object =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === "pattern" && typeof value === "string" ? value.replace(/\/[dgimsuvy]+$/, "") : value,
  );

/** The OpenAPI 3.1 document of the routes that the app serves. */
export const describeApi = (api: OpenAPIHono): object => {
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "A key of the office, or the token of a person's session.",
  });
  describeWebhooks(api);
  return withoutFlags(
    api.getOpenAPI31Document({
      openapi: "3.1.0",
      info: { title: "Đôn Đốc", version: "1", description: ABOUT },
      servers: [{ url: "/" }],
    }),
  );
};
