import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { dayAnswer, instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { changeOrganization } from "./change-organization.ts";
import { createOrganizationBelow } from "./create-organization-below.ts";
import { listOrganizations } from "./list-organizations.ts";
import { OFFICE_LEVELS, officeNameSchema, officeSchema, policySchema } from "./organization.ts";
import { showOrganization } from "./show-organization.ts";

const { shape } = policySchema;
/** The policy's fields as the API spells them, without defaults. They were made before this library knew of them: `meta`. */
const policyFields = {
  lateness: shape.lateness.unwrap().meta({
    description: "By which day lateness is judged: the document's own, or the next working day after it.",
  }),
  rungs_before: shape.rungsBefore.unwrap().meta({
    description: "Working days before the aim day on which a head is told; 0 is its morning.",
    example: [10, 5, 3, 1, 0],
  }),
  rungs_after: shape.rungsAfter.unwrap().meta({
    description: "Working days after the due date, and who is told then.",
    example: [
      { days: 1, audience: ["head"] },
      { days: 3, audience: ["head", "consolidator"] },
    ],
  }),
  repeat_days: shape.repeatDays.unwrap().meta({
    description: "After the last rung: every so many calendar days, moved to the next working day.",
  }),
  repeat_audience: shape.repeatAudience.unwrap(),
  acknowledge_after: shape.acknowledgeAfter.unwrap().meta({
    description: "Working days after which an assignment that nobody acknowledged gets a word.",
  }),
  digest_at: shape.digestAt.unwrap().meta({ example: "07:30" }),
  working_hours: shape.workingHours.unwrap().meta({
    example: [
      ["07:30", "11:30"],
      ["13:30", "17:00"],
    ],
  }),
  unasked_per_day: shape.unaskedPerDay.unwrap().meta({
    description: "Unasked messages a person gets in a day, escalation aside.",
  }),
};
const policyAnswer = z.object(policyFields).openapi("Policy");
const policyBody = z.strictObject({
  lateness: policyFields.lateness.nullable().optional(),
  rungs_before: policyFields.rungs_before.nullable().optional(),
  rungs_after: policyFields.rungs_after.nullable().optional(),
  repeat_days: policyFields.repeat_days.nullable().optional(),
  repeat_audience: policyFields.repeat_audience.nullable().optional(),
  acknowledge_after: policyFields.acknowledge_after.nullable().optional(),
  digest_at: policyFields.digest_at.nullable().optional(),
  working_hours: policyFields.working_hours.nullable().optional(),
  unasked_per_day: policyFields.unasked_per_day.nullable().optional(),
});

const organizationAnswer = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    level: z.enum(OFFICE_LEVELS),
    superior_id: z.uuid().nullable(),
    time_zone: z.string(),
    live_on: dayAnswer.nullable().openapi({
      description:
        "The day of the first planning at which a catalogue was in force and somebody in a post had a chat or a session to be told in; null until then. Reminders due before it are silent (`before_go_live`).",
    }),
    policy: policyAnswer,
    created_at: instantAnswer,
  })
  .openapi("Organization");

/** The office itself, and the offices below it. */
export const ORGANIZATION_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/organization",
    name: "show-organization",
    room: "organizations",
    summary: "The caller's own office with its policy",
    scope: "read",
    status: 200,
    answer: organizationAnswer,
    refusals: [],
    run: (work) => showOrganization(work, {}),
  }),
  apiRoute({
    method: "patch",
    path: "/organization",
    name: "change-organization",
    room: "organizations",
    summary: "Another name or policy",
    description:
      "A field that is absent stays as it is; a policy field that is null follows the product's default again.",
    scope: "admin",
    body: z.strictObject({ name: officeNameSchema.optional(), policy: policyBody.optional() }),
    status: 200,
    answer: organizationAnswer,
    refusals: [],
    current: (work) => showOrganization(work, {}),
    run: (work, { body }) => changeOrganization(work, camelKeys(body)),
  }),
  apiRoute({
    method: "get",
    path: "/organizations",
    name: "list-organizations",
    room: "organizations",
    summary: "The caller's office and those directly below it, by code and name",
    scope: "read",
    query: pageQuerySchema,
    status: 200,
    answer: pageAnswer(
      z.object({
        id: z.uuid(),
        code: z.string(),
        name: z.string(),
        level: z.enum(OFFICE_LEVELS),
        superior_id: z.uuid().nullable(),
      }),
    ),
    refusals: ["cursor_invalid"],
    run: (work, { query }, { both }) => listOrganizations(work, both, query),
  }),
  apiRoute({
    method: "post",
    path: "/organizations",
    name: "create-organization",
    room: "organizations",
    summary: "An office below the caller's own begins to exist; its first key is shown this once",
    description:
      "The answer's `key` administers the new office and nothing else: with it units, people and catalogues are built there. The caller's own key does not reach into the new office.",
    scope: "admin",
    body: officeSchema,
    status: 201,
    answer: z.object({ id: z.uuid(), code: z.string(), name: z.string(), key: z.string() }),
    refusals: ["organization_code_taken"],
    run: (work, { body }, { both }) => createOrganizationBelow(work, both, body),
  }),
];
