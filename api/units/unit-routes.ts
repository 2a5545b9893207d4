import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { addUnit, addUnitSchema } from "./add-unit.ts";
import { changeUnit, changeUnitSchema } from "./change-unit.ts";
import { listShownUnits, showUnit, unitFilterSchema } from "./show-unit.ts";
import { UNIT_KINDS } from "./unit.ts";

const unitAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    short_name: z.string().nullable(),
    kind: z.enum(UNIT_KINDS),
    position: z.int(),
    aliases: z.array(z.string()),
  })
  .openapi("Unit");
const unitParams = z.object({ unit_id: z.uuid() });

/** Units and the spellings under which documents name them. */
export const UNIT_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/units",
    name: "list-units",
    room: "units",
    summary: "The office's units in the documents' order",
    scope: "read",
    query: unitFilterSchema,
    status: 200,
    answer: pageAnswer(unitAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listShownUnits(work, query),
  }),
  apiRoute({
    method: "post",
    path: "/units",
    name: "add-unit",
    room: "units",
    summary: "Adds a unit with its other spellings",
    scope: "admin",
    body: addUnitSchema,
    status: 201,
    answer: unitAnswer,
    refusals: ["unit_name_invalid", "unit_kind_invalid", "unit_name_taken"],
    run: async (work, { body }) => {
      const added = await addUnit(work, body);
      return added.ok ? showUnit(work, added.value) : added;
    },
  }),
  apiRoute({
    method: "get",
    path: "/units/{unit_id}",
    name: "show-unit",
    room: "units",
    summary: "One unit",
    scope: "read",
    params: unitParams,
    status: 200,
    answer: unitAnswer,
    refusals: ["unit_not_found"],
    run: (work, { params }) => showUnit(work, camelKeys(params)),
  }),
  apiRoute({
    method: "patch",
    path: "/units/{unit_id}",
    name: "change-unit",
    room: "units",
    summary: "Another name, kind or set of aliases",
    scope: "admin",
    params: unitParams,
    body: changeUnitSchema,
    status: 200,
    answer: unitAnswer,
    refusals: ["unit_not_found", "unit_name_invalid", "unit_name_taken"],
    current: (work, { params }) => showUnit(work, camelKeys(params)),
    run: (work, { params, body }) => changeUnit(work, { ...camelKeys(params), ...body }),
  }),
];
