import { z } from "@hono/zod-openapi";
import { MESSAGE_STATES } from "../../db/queries/outbox-page-queries.ts";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { ROLES } from "../members/member.ts";
import { instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { listDeliveryFailures, listMessages, MESSAGE_PURPOSES, showMessage } from "./list-messages.ts";
import { retryMessage } from "./retry-message.ts";

const postShape = {
  role: z.enum(ROLES),
  unit_id: z.uuid().nullable(),
  unit_name: z.string().nullable(),
};
const personName = z.string().nullable().openapi({ description: "Only for a caller who may see people." });

const messageAnswer = z
  .object({
    id: z.uuid(),
    purpose: z.enum(MESSAGE_PURPOSES).openapi({
      description:
        "An answer to what somebody wrote, a notice that comes unasked, or a morning's digest of nudges.",
    }),
    state: z.enum(MESSAGE_STATES),
    attempts: z.int(),
    created_at: instantAnswer,
    not_before: instantAnswer.openapi({
      description: "Not tried before: a messenger that asked for rest gets it.",
    }),
    sent_at: instantAnswer.nullable(),
    failure: z.string().nullable().openapi({
      description:
        "How the last attempt ended: `nobody_reachable`, `gave_up`, `ambiguous`, the messenger's own code …",
    }),
    channel: z.string().nullable().openapi({ description: "The messenger; null while none was chosen." }),
    recipient: z
      .object({ member_id: z.uuid(), name: personName, posts: z.array(z.object(postShape)) })
      .nullable()
      .openapi({ description: "Null for a group, and for the chat of somebody who has left." }),
  })
  .openapi("Message");

const unreachedAnswer = z
  .object({
    appointment_id: z.uuid(),
    ...postShape,
    member_id: z.uuid(),
    name: personName,
    why: z.enum(["never_linked", "chat_closed"]),
    since: instantAnswer.nullable().openapi({ description: "Since when the last of their chats is closed." }),
    invited_until: instantAnswer.nullable().openapi({ description: "An invitation that may still be used." }),
  })
  .openapi("UnreachedPost");

const messageParams = z.object({ message_id: z.uuid() });

const NO_WORDS =
  "A message's words are never here, whoever asks: they are made at delivery for one reader, and an answer may hold " +
  "what only that person asked for.";

/** What is to be said, what was, and what did not arrive. */
export const OUTBOX_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/outbox",
    name: "list-messages",
    room: "outbox",
    summary: "Messages to the office's people and groups with what became of them, newest first",
    description: NO_WORDS,
    scope: "read",
    query: pageQuerySchema.extend({
      state: z.enum(MESSAGE_STATES).optional(),
      purpose: z.enum(MESSAGE_PURPOSES).optional(),
      member_id: z.uuid().optional(),
    }),
    status: 200,
    answer: pageAnswer(messageAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listMessages(work, camelKeys(query)),
  }),
  apiRoute({
    method: "get",
    path: "/outbox/{message_id}",
    name: "show-message",
    room: "outbox",
    summary: "One message and what became of it",
    description: NO_WORDS,
    scope: "read",
    params: messageParams,
    status: 200,
    answer: messageAnswer,
    refusals: ["message_not_found"],
    run: (work, { params }) => showMessage(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/outbox/{message_id}/retry",
    name: "retry-message",
    room: "outbox",
    summary: "Sends once more what could not be delivered",
    description:
      "For a message that failed. An answer or a digest is sent again on the day it was said only: after that nobody " +
      "waits for the one, and the next digest says what is still true of the other. What failed as `ambiguous` may " +
      "have arrived already, and then comes twice.",
    scope: "write",
    params: messageParams,
    status: 202,
    answer: messageAnswer,
    refusals: ["message_not_found", "message_not_failed", "message_outdated"],
    run: (work, { params }) => retryMessage(work, camelKeys(params)),
  }),
  apiRoute({
    method: "get",
    path: "/delivery-failures",
    name: "list-delivery-failures",
    room: "outbox",
    summary: "What did not arrive, newest first, and the posts of today that no message reaches",
    description: "`unreached` is complete on every page; `items` are the messages that were given up.",
    scope: "read",
    query: pageQuerySchema,
    status: 200,
    answer: pageAnswer(messageAnswer).extend({ unreached: z.array(unreachedAnswer) }),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listDeliveryFailures(work, query),
  }),
];
