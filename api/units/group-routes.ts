import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { localDateSchema } from "../shared/local-date.ts";
import { addGroup, addGroupSchema } from "./add-group.ts";
import { changeGroup, changeGroupSchema } from "./change-group.ts";
import { confirmGroupMembers } from "./confirm-group-members.ts";
import { groupFilterSchema, listGroups } from "./list-groups.ts";
import { showGroup } from "./show-group.ts";

const groupAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    aliases: z.array(z.string()),
    confirmed: z.boolean().openapi({
      description:
        "False while the units are only what a document's wording proposes: nobody is late for it.",
    }),
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .openapi("Group");
const groupParams = z.object({ group_id: z.uuid() });
const onQuery = z.object({
  on: localDateSchema.optional().openapi({
    description: "The day whose units are shown; today without it.",
    example: "2026-09-14",
  }),
});

/** Named lists of units, such as "Các phòng, đơn vị trực thuộc", as of a day. */
export const GROUP_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/groups",
    name: "list-groups",
    room: "groups",
    summary: "The groups that documents name, with their units on a day",
    scope: "read",
    query: groupFilterSchema,
    status: 200,
    answer: pageAnswer(groupAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listGroups(work, query),
  }),
  apiRoute({
    method: "post",
    path: "/groups",
    name: "add-group",
    room: "groups",
    summary: "Adds a group; its units are confirmed by themselves",
    scope: "admin",
    body: addGroupSchema,
    status: 201,
    answer: groupAnswer,
    refusals: ["unit_name_invalid", "unit_name_taken"],
    run: async (work, { body }) => {
      const added = await addGroup(work, body);
      return added.ok ? showGroup(work, added.value) : added;
    },
  }),
  apiRoute({
    method: "get",
    path: "/groups/{group_id}",
    name: "show-group",
    room: "groups",
    summary: "One group with its units on a day",
    scope: "read",
    params: groupParams,
    query: onQuery,
    status: 200,
    answer: groupAnswer,
    refusals: ["group_not_found"],
    run: (work, { params, query }) => showGroup(work, { ...camelKeys(params), on: query.on }),
  }),
  apiRoute({
    method: "patch",
    path: "/groups/{group_id}",
    name: "change-group",
    room: "groups",
    summary: "Another name or set of aliases",
    scope: "admin",
    params: groupParams,
    body: changeGroupSchema,
    status: 200,
    answer: groupAnswer,
    refusals: ["group_not_found", "unit_name_invalid", "unit_name_taken"],
    current: (work, { params }) => showGroup(work, camelKeys(params)),
    run: (work, { params, body }) => changeGroup(work, { ...camelKeys(params), ...body }),
  }),
  apiRoute({
    method: "put",
    path: "/groups/{group_id}/members",
    name: "confirm-group-members",
    room: "groups",
    summary: "Says which units the group holds from today on",
    description:
      "The whole list: a unit that is left out belonged to the group until yesterday, and the history keeps it. With the first confirmation the group's tasks begin to be owed.",
    scope: "admin",
    params: groupParams,
    body: z.strictObject({ unit_ids: z.array(z.uuid()).min(1).max(500) }),
    status: 200,
    answer: groupAnswer,
    refusals: ["group_not_found", "unit_not_found"],
    run: async (work, { params, body }) => {
      const confirmed = await confirmGroupMembers(work, { ...camelKeys(params), ...camelKeys(body) });
      return confirmed.ok ? showGroup(work, camelKeys(params)) : confirmed;
    },
  }),
];
