import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { acknowledgeCatalogue } from "../progress/acknowledge-catalogue.ts";
import { pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import {
  acknowledgedAnswer,
  catalogueAnswer,
  comparisonAnswer,
  publishedAnswer,
  shownCatalogueAnswer,
  shownVersionAnswer,
  versionAnswer,
} from "./catalogue-answers.ts";
import { catalogueBodySchema, SMALLEST_CATALOGUE } from "./catalogue-body.ts";
import { listCatalogues, showCatalogue } from "./list-catalogues.ts";
import { listVersions } from "./list-versions.ts";
import { publishCatalogueBody } from "./publish-catalogue-body.ts";
import { showComparison, showVersion } from "./show-version.ts";

const catalogueParams = z.object({ catalogue_id: z.uuid() });
const versionNumber = z.coerce.number().int().min(1).max(1_000_000);

const HOW_TO_LOAD = `A document with its sections, tasks and reporting rounds, all together or not at all. Units that lead or coordinate are named as the office knows them (\`GET /units\`, in any spelling), or come along in \`units\` and \`groups\`. What is left out follows from the rest: one section for all tasks, no parent, no coordinating units, the office as issuer. A time frame is the document's phrase, read as in an imported document and refused where it is not understood, or an object in full. \`before\` of a round is the date in "trước ngày …": a report on that day is late.

The smallest that works:

\`\`\`json
${JSON.stringify(SMALLEST_CATALOGUE, null, 2)}
\`\`\`

With \`amends\` it becomes the next version of that catalogue: tasks that stay keep their ids and notes, what is no longer named is withdrawn. People of the units are told within working hours.`;

/** Catalogues, their versions, and what changed between two. */
export const CATALOGUE_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/catalogues",
    name: "list-catalogues",
    room: "catalogues",
    summary: "The office's catalogues, the newest first",
    scope: "read",
    query: pageQuerySchema,
    status: 200,
    answer: pageAnswer(catalogueAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listCatalogues(work, query),
  }),
  apiRoute({
    method: "post",
    path: "/catalogues",
    name: "load-catalogue",
    room: "catalogues",
    summary: "Publishes a catalogue, or the next version of one",
    description: HOW_TO_LOAD,
    scope: "admin",
    query: z.object({
      amends: z.uuid().optional().openapi({ description: "The catalogue that the document amends." }),
    }),
    body: catalogueBodySchema.openapi({ example: SMALLEST_CATALOGUE }),
    status: 201,
    answer: publishedAnswer,
    refusals: [
      "catalogue_wrong_at",
      "catalogue_exists",
      "catalogue_not_found",
      "time_frame_not_understood",
      "date_not_understood",
    ],
    run: (work, { query, body }) => publishCatalogueBody(work, { body, amends: query.amends ?? null }),
  }),
  apiRoute({
    method: "get",
    path: "/catalogues/{catalogue_id}",
    name: "show-catalogue",
    room: "catalogues",
    summary: "One catalogue with its sections",
    scope: "read",
    params: catalogueParams,
    status: 200,
    answer: shownCatalogueAnswer,
    refusals: ["catalogue_not_found"],
    run: (work, { params }) => showCatalogue(work, camelKeys(params)),
  }),
  apiRoute({
    method: "get",
    path: "/catalogues/{catalogue_id}/versions",
    name: "list-versions",
    room: "catalogues",
    summary: "The versions of a catalogue with reason, document and post, the newest first",
    scope: "read",
    params: catalogueParams,
    query: pageQuerySchema,
    status: 200,
    answer: pageAnswer(versionAnswer),
    refusals: ["catalogue_not_found", "cursor_invalid"],
    run: (work, { params, query }) => listVersions(work, { ...camelKeys(params), ...query }),
  }),
  apiRoute({
    method: "get",
    path: "/catalogues/{catalogue_id}/versions/{number}",
    name: "show-version",
    room: "catalogues",
    summary: "One version: its tasks as the document said them then",
    description:
      "A version that people made (an assignment) says of its tasks what the last document before it said; who was assigned when stands under the task's assignments.",
    scope: "read",
    params: catalogueParams.extend({ number: versionNumber }),
    status: 200,
    answer: shownVersionAnswer,
    refusals: ["catalogue_not_found", "version_not_found"],
    run: (work, { params }) => showVersion(work, camelKeys(params)),
  }),
  apiRoute({
    method: "get",
    path: "/catalogues/{catalogue_id}/comparison",
    name: "compare-versions",
    room: "catalogues",
    summary: "What one version has changed since another: added, removed, changed, moved",
    scope: "read",
    params: catalogueParams,
    query: z.object({ from: versionNumber, to: versionNumber }),
    status: 200,
    answer: comparisonAnswer,
    refusals: ["catalogue_not_found", "version_not_found"],
    run: (work, { params, query }) => showComparison(work, { ...camelKeys(params), ...query }),
  }),
  apiRoute({
    method: "post",
    path: "/catalogues/{catalogue_id}/acknowledgement",
    name: "acknowledge-catalogue",
    room: "catalogues",
    summary: "A unit says that it has received all that it leads in a catalogue",
    description: "In a post of the unit (`Acting-Appointment`). Saying it twice changes nothing.",
    scope: "write",
    params: catalogueParams,
    status: 200,
    answer: acknowledgedAnswer,
    refusals: ["post_required", "catalogue_not_found", "catalogue_closed", "catalogue_of_other_post"],
    run: (work, { params }) => acknowledgeCatalogue(work, { ...camelKeys(params), unitId: null }),
  }),
];
