import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { ok } from "../shared/result.ts";
import { changeMemberName } from "./change-member-name.ts";
import { inviteAgain } from "./invite-again.ts";
import { inviteMember } from "./invite-member.ts";
import { listMembers, memberFilterSchema, showMember } from "./list-members.ts";
import { ROLES } from "./member.ts";
import { memberNameSchema } from "./member-name.ts";
import { codeAnswer, localeAnswer, postAnswer, showCode } from "./people-answers.ts";
import { removeMember } from "./remove-member.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

const memberAnswer = z
  .object({
    id: z.uuid(),
    name: z.string().nullable(),
    locale: localeAnswer,
    posts: z.array(postAnswer).openapi({ description: "Held today." }),
    channels: z
      .array(z.string())
      .openapi({ description: "The messengers that are linked.", example: ["zalo"] }),
    invited_until: instantAnswer.nullable().openapi({
      description: "Until when an unused code opens; null without one.",
    }),
  })
  .openapi("Member");
const memberParams = z.object({ member_id: z.uuid() });

/** The office's people, and the codes that bring them in. */
export const MEMBER_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/members",
    name: "list-members",
    room: "members",
    summary: "The office's people with their posts of today; found by name without diacritics",
    scope: "read",
    query: memberFilterSchema,
    status: 200,
    answer: pageAnswer(memberAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listMembers(work, query),
  }),
  apiRoute({
    method: "post",
    path: "/members",
    name: "invite-member",
    room: "members",
    summary: "Gives somebody a post from today on, and a one-time code for 24 hours",
    description:
      "The code is shown this once: hand it to the person, who sends it to the bot or opens the link. The same name in the same post is the same person and gets a new code. Leader and administrator have no unit; a consolidator without one works in the consolidating unit.",
    scope: "admin",
    body: z.strictObject({
      name: memberNameSchema.meta({ example: "Trần Thị B" }),
      role: z.enum(ROLES),
      unit_id: z.uuid().nullable().default(null).openapi({ example: "0199a1b2-0000-7000-8000-000000000001" }),
    }),
    status: 201,
    answer: codeAnswer.extend({ member: memberAnswer, appointment_id: z.uuid() }).openapi("InvitedMember"),
    refusals: ["unit_required", "unit_not_found"],
    run: async (work, { body }, { publicUrl }) => {
      const invited = await inviteMember(work, camelKeys(body));
      if (!invited.ok) return invited;
      const { memberId, appointmentId } = invited.value;
      const member = await showMember(work, { memberId });
      return member.ok
        ? ok({ ...showCode(invited.value, publicUrl), member: member.value, appointmentId })
        : member;
    },
  }),
  apiRoute({
    method: "get",
    path: "/members/{member_id}",
    name: "show-member",
    room: "members",
    summary: "One person: posts of today, and which messengers are linked",
    scope: "read",
    params: memberParams,
    status: 200,
    answer: memberAnswer,
    refusals: ["member_not_found"],
    run: (work, { params }) => showMember(work, camelKeys(params)),
  }),
  apiRoute({
    method: "patch",
    path: "/members/{member_id}",
    name: "change-member-name",
    room: "members",
    summary: "Corrects the name; everything else is the person's own or a post",
    scope: "admin",
    params: memberParams,
    body: z.strictObject({ name: memberNameSchema.meta({ example: "Trần Thị B" }) }),
    status: 200,
    answer: memberAnswer,
    refusals: ["member_not_found"],
    current: (work, { params }) => showMember(work, camelKeys(params)),
    run: (work, { params, body }) => changeMemberName(work, { ...camelKeys(params), ...body }),
  }),
  apiRoute({
    method: "delete",
    path: "/members/{member_id}",
    name: "remove-member",
    room: "members",
    summary: "Lets a person go: every post ends with nobody to follow, and the person is forgotten",
    description:
      "Posts end with yesterday, chats and sessions are cut, name and chat keys are blanked. Tasks, notes and reminders stay with the unit. To give a post to a successor, hand it over instead.",
    scope: "admin",
    params: memberParams,
    status: 204,
    answer: null,
    refusals: ["member_not_found", "last_administrator"],
    run: (work, { params }) => removeMember(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/members/{member_id}/invitations",
    name: "invite-again",
    room: "members",
    summary: "A new one-time code for a chat or for logging in; the one before is worthless",
    scope: "admin",
    params: memberParams,
    status: 201,
    answer: codeAnswer,
    refusals: ["member_not_found"],
    run: async (work, { params }, { publicUrl }) => {
      const issued = await inviteAgain(work, camelKeys(params));
      return issued.ok ? ok(showCode(issued.value, publicUrl)) : issued;
    },
  }),
  apiRoute({
    method: "delete",
    path: "/members/{member_id}/invitations",
    name: "revoke-invitation",
    room: "members",
    summary: "Makes a code that was handed out and not used worthless",
    scope: "admin",
    params: memberParams,
    status: 204,
    answer: null,
    refusals: ["member_not_found"],
    run: (work, { params }) => revokeInvitation(work, camelKeys(params)),
  }),
];
