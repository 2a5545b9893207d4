import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { dayAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { ok } from "../shared/result.ts";
import { appointMember } from "./appoint-member.ts";
import { handOver } from "./hand-over.ts";
import { appointmentFilterSchema, listAppointments, showAppointment } from "./list-appointments.ts";
import { ROLES } from "./member.ts";
import { memberNameSchema } from "./member-name.ts";
import { codeAnswer, postAnswer, showCode } from "./people-answers.ts";

const appointmentAnswer = postAnswer
  .extend({
    to_on: dayAnswer.nullable().openapi({ description: "The last day in the post; null while it lasts." }),
    member: z.object({ id: z.uuid(), name: z.string().nullable() }),
  })
  .openapi("Appointment");
const appointmentParams = z.object({ appointment_id: z.uuid() });

/** Posts: who holds which, from which day to which. */
export const APPOINTMENT_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/appointments",
    name: "list-appointments",
    room: "appointments",
    summary: "Who holds which post on a day",
    scope: "read",
    query: appointmentFilterSchema,
    status: 200,
    answer: pageAnswer(appointmentAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listAppointments(work, query),
  }),
  apiRoute({
    method: "post",
    path: "/appointments",
    name: "appoint-member",
    room: "appointments",
    summary: "Gives somebody who is a member already one more post from today on",
    scope: "admin",
    body: z.strictObject({
      member_id: z.uuid(),
      role: z.enum(ROLES),
      unit_id: z.uuid().nullable().default(null).openapi({
        example: "0199a1b2-0000-7000-8000-000000000001",
        description:
          "Not used for leader and administrator; a consolidator without one works in the consolidating unit.",
      }),
    }),
    status: 201,
    answer: appointmentAnswer,
    refusals: ["member_not_found", "unit_required", "unit_not_found", "appointment_to_self"],
    run: async (work, { body }) => {
      const made = await appointMember(work, camelKeys(body));
      return made.ok ? showAppointment(work, made.value) : made;
    },
  }),
  apiRoute({
    method: "get",
    path: "/appointments/{appointment_id}",
    name: "show-appointment",
    room: "appointments",
    summary: "One post, also one that has ended",
    scope: "read",
    params: appointmentParams,
    status: 200,
    answer: appointmentAnswer,
    refusals: ["appointment_not_found"],
    run: (work, { params }) => showAppointment(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/appointments/{appointment_id}/hand-over",
    name: "hand-over",
    room: "appointments",
    summary: "Ends a post yesterday and gives it to a successor from today, with a one-time code",
    description:
      "Tasks, notes and reminders stay with the unit. Who held no other post is told, and their chats are unlinked.",
    scope: "admin",
    params: appointmentParams,
    body: z.strictObject({ successor_name: memberNameSchema.meta({ example: "Bùi Văn Nam" }) }),
    status: 200,
    answer: z.object({
      successor: codeAnswer.extend({ member_id: z.uuid(), appointment_id: z.uuid() }).nullable(),
      unlinked: z.boolean().openapi({ description: "The leaver held no other post." }),
    }),
    refusals: ["appointment_not_found", "appointment_to_self"],
    run: async (work, { params, body }, { publicUrl }) => {
      const done = await handOver(work, { ...camelKeys(params), ...camelKeys(body) });
      if (!done.ok) return done;
      const { successor, unlinked } = done.value;
      if (successor === null) return ok({ successor, unlinked });
      const { memberId, appointmentId } = successor;
      return ok({ successor: { ...showCode(successor, publicUrl), memberId, appointmentId }, unlinked });
    },
  }),
  apiRoute({
    method: "delete",
    path: "/appointments/{appointment_id}",
    name: "end-appointment",
    room: "appointments",
    summary: "Ends a post with yesterday; nobody follows yet",
    scope: "admin",
    params: appointmentParams,
    status: 204,
    answer: null,
    refusals: ["appointment_not_found", "last_administrator"],
    run: (work, { params }) => handOver(work, { ...camelKeys(params), successorName: null }),
  }),
];
