import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute, openRoute } from "../http/api-route.ts";
import { dayAnswer, instantAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { localTimeSchema } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import { changeMemberSettings } from "./change-member-settings.ts";
import { inviteDevice } from "./invite-device.ts";
import { leaveOffice } from "./leave-office.ts";
import { loginPerson } from "./login-person.ts";
import { channelNameSchema, KEY_SCOPES } from "./member.ts";
import { codeAnswer, localeAnswer, postAnswer, showCode } from "./people-answers.ts";
import { revokeChat } from "./revoke-chat.ts";
import { revokeWebSession } from "./revoke-web-session.ts";
import { showCaller } from "./show-caller.ts";
import { showOwnData } from "./show-own-data.ts";
import { switchPost } from "./switch-post.ts";

const timeAnswer = z.string().openapi({ example: "07:30" });
const settingsAnswer = z
  .object({
    locale: localeAnswer,
    digest_at: timeAnswer.nullable().openapi({ description: "Null follows the office." }),
    preferred_channel: z.string().nullable(),
    fallback_channel: z.string().nullable(),
  })
  .openapi("Settings");
const memberAnswer = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  locale: localeAnswer,
  posts: z.array(postAnswer),
});
const personOnly = "A person's own affair: a key, also one that acts in their post, is refused.";

/** Logging in by a one-time code, and what is a person's own. */
export const SESSION_ROUTES: readonly AnyRoute[] = [
  openRoute({
    method: "post",
    path: "/sessions",
    name: "login",
    room: "sessions",
    summary: "Logs a person in by a one-time code; the token is shown this once",
    description:
      "The code is that of an invitation or of another device. Five wrong ones lock the address for fifteen minutes. Send the token as `Authorization: Bearer …`: the person then does here what their post may do in the chat, for 180 days or until the session ends.",
    scope: "open",
    body: z.strictObject({ code: z.string().min(1).max(60).openapi({ example: "K7M2P-9QRTX" }) }),
    status: 201,
    answer: z.object({
      token: z.string(),
      expires_at: instantAnswer,
      organization: z.object({ id: z.uuid(), name: z.string() }),
      member: memberAnswer,
    }),
    refusals: [
      "invitation_unknown",
      "invitation_expired",
      "invitation_used",
      "invitation_locked",
      "member_not_found",
    ],
    open: (both, { body, now, locale, address }) =>
      loginPerson(both, now, { ...body, address, languageCode: locale }),
  }),
  apiRoute({
    method: "delete",
    path: "/sessions/current",
    name: "logout",
    room: "sessions",
    summary: "Ends the session that asks",
    description: personOnly,
    scope: "read",
    status: 204,
    answer: null,
    refusals: ["session_not_found"],
    run: (work, _, { sessionId }) =>
      sessionId === null ? Promise.resolve(refuse("not_allowed")) : revokeWebSession(work, { sessionId }),
  }),
  apiRoute({
    method: "get",
    path: "/me",
    name: "show-caller",
    room: "sessions",
    summary: "Who asks: a key with its scope, or a person with their posts",
    scope: "read",
    status: 200,
    answer: z.object({
      kind: z.enum(["key", "person"]),
      organization: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
      key: z
        .object({
          id: z.uuid(),
          name: z.string(),
          scope: z.enum(KEY_SCOPES),
          expires_at: instantAnswer.nullable(),
        })
        .nullable(),
      member: memberAnswer.nullable(),
      current_post: postAnswer
        .nullable()
        .openapi({ description: "For which the caller speaks now; a key does so by Acting-Appointment." }),
    }),
    refusals: [],
    run: (work) => showCaller(work, {}),
  }),
  apiRoute({
    method: "get",
    path: "/me/data",
    name: "show-own-data",
    room: "sessions",
    summary: "Everything that is held on the person who asks",
    description: personOnly,
    scope: "read",
    status: 200,
    answer: z.object({
      name: z.string().nullable(),
      organization_name: z.string(),
      posts: z.array(postAnswer),
      chats: z.array(
        z.object({
          id: z.uuid(),
          channel: z.string(),
          linked_on: dayAnswer,
          here: z.boolean().openapi({ description: "The chat to which this session belongs." }),
        }),
      ),
      sessions: z.array(
        z.object({ id: z.uuid(), opened_on: dayAnswer, opened_at: timeAnswer, last_seen_on: dayAnswer }),
      ),
      calendar_feeds: z.array(
        z.object({ id: z.uuid(), made_on: dayAnswer, last_read_on: dayAnswer.nullable() }),
      ),
      settings: settingsAnswer,
      notes: z.int().openapi({ description: "Written from this person's posts; they belong to the unit." }),
    }),
    refusals: ["member_not_found"],
    run: (work) => showOwnData(work, {}),
  }),
  apiRoute({
    method: "patch",
    path: "/me/settings",
    name: "change-member-settings",
    room: "sessions",
    summary: "Language, hour of the digest, and through which messenger reminders come",
    description: `${personOnly} What is absent stays; null means no wish.`,
    scope: "write",
    body: z.strictObject({
      locale: localeAnswer.optional(),
      digest_at: localTimeSchema.nullable().optional().openapi({ example: "07:00" }),
      preferred_channel: channelNameSchema.nullable().optional(),
      fallback_channel: channelNameSchema.nullable().optional(),
    }),
    status: 200,
    answer: settingsAnswer,
    refusals: ["setting_invalid", "member_not_found"],
    run: (work, { body }) => changeMemberSettings(work, camelKeys(body)),
  }),
  apiRoute({
    method: "post",
    path: "/me/devices",
    name: "invite-device",
    room: "sessions",
    summary: "A one-time code for another chat or browser of one's own",
    description: personOnly,
    scope: "write",
    status: 201,
    answer: codeAnswer,
    refusals: [],
    run: async (work, _, { publicUrl }) => {
      const issued = await inviteDevice(work, {});
      return issued.ok ? ok(showCode(issued.value, publicUrl)) : issued;
    },
  }),
  apiRoute({
    method: "delete",
    path: "/me/chats/{chat_id}",
    name: "revoke-chat",
    room: "sessions",
    summary: "Another chat of one's own no longer speaks for the person",
    description: personOnly,
    scope: "write",
    params: z.object({ chat_id: z.uuid() }),
    status: 204,
    answer: null,
    refusals: ["session_not_found"],
    run: (work, { params }) => revokeChat(work, { chatLinkId: params.chat_id }),
  }),
  apiRoute({
    method: "delete",
    path: "/me/sessions/{session_id}",
    name: "revoke-session",
    room: "sessions",
    summary: "Logs out a browser or program of one's own",
    description: personOnly,
    scope: "write",
    params: z.object({ session_id: z.uuid() }),
    status: 204,
    answer: null,
    refusals: ["session_not_found"],
    run: (work, { params }) => revokeWebSession(work, camelKeys(params)),
  }),
  apiRoute({
    method: "put",
    path: "/me/post",
    name: "switch-post",
    room: "sessions",
    summary: "The web chat and its sessions speak for another of one's posts from now on",
    description: `${personOnly} For a single request send Acting-Appointment instead.`,
    scope: "write",
    body: z.strictObject({ appointment_id: z.uuid() }),
    status: 200,
    answer: postAnswer,
    refusals: ["appointment_not_found"],
    run: (work, { body }) => switchPost(work, camelKeys(body)),
  }),
  apiRoute({
    method: "delete",
    path: "/me",
    name: "leave-office",
    room: "sessions",
    summary: "The person leaves the office and is forgotten",
    description: `${personOnly} Posts end with yesterday, chats and sessions are cut, name and chat keys are blanked; notes stay with the unit.`,
    scope: "write",
    status: 204,
    answer: null,
    refusals: ["last_administrator"],
    run: (work) => leaveOffice(work, {}),
  }),
];
