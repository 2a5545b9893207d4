import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { KEY_SCOPES } from "../members/member.ts";
import { instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { createKey, createKeySchema } from "./create-key.ts";
import { listKeys } from "./list-keys.ts";
import { revokeKey } from "./revoke-key.ts";

const keyAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scope: z.enum(KEY_SCOPES),
    /** Its first characters. */
    hint: z.string(),
    created_at: instantAnswer,
    expires_at: instantAnswer.nullable(),
    last_used_at: instantAnswer.nullable(),
    revoked_at: instantAnswer.nullable(),
  })
  .openapi("Key");

/** Keys by which other systems of the office speak to this API. */
export const KEY_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/keys",
    name: "list-keys",
    room: "keys",
    summary: "Every key of the office with its last use, revoked ones too",
    scope: "admin",
    query: pageQuerySchema,
    status: 200,
    answer: pageAnswer(keyAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listKeys(work, query),
  }),
  apiRoute({
    method: "post",
    path: "/keys",
    name: "create-key",
    room: "keys",
    summary: "A new key; the answer shows it this once",
    scope: "admin",
    body: createKeySchema,
    status: 201,
    answer: z.object({
      id: z.uuid(),
      key: z.string(),
      name: z.string(),
      scope: z.enum(KEY_SCOPES),
      expires_at: instantAnswer.nullable(),
    }),
    refusals: [],
    run: (work, { body }) => createKey(work, body),
  }),
  apiRoute({
    method: "delete",
    path: "/keys/{key_id}",
    name: "revoke-key",
    room: "keys",
    summary: "Revokes a key: from this moment on it is nobody's",
    scope: "admin",
    params: z.object({ key_id: z.uuid() }),
    status: 204,
    answer: null,
    refusals: ["key_not_found"],
    run: (work, { params }) => revokeKey(work, camelKeys(params)),
  }),
];
