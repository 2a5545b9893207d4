import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { dayAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { documentFilterSchema, listAllDocuments, showDocument } from "./list-all-documents.ts";

const documentAnswer = z
  .object({
    id: z.uuid(),
    kind: z.string().openapi({ example: "decision" }),
    number: z.string().nullable().openapi({ example: "673/QĐ-UBND" }),
    issued_on: dayAnswer.nullable(),
    issuer: z.string(),
    title: z
      .string()
      .nullable()
      .openapi({ description: "Null for a restricted document: its number stands for it." }),
    restricted: z.boolean(),
    superiors: z
      .array(
        z.object({
          number: z.string().nullable(),
          date: z.string().nullable(),
          issuer: z.string().nullable(),
          text: z.string().nullable(),
        }),
      )
      .openapi({ description: "The documents that it carries out." }),
    catalogue_id: z.uuid().nullable(),
    version: z
      .int()
      .nullable()
      .openapi({ description: "The version of that catalogue which this document made." }),
  })
  .openapi("Document");

/** Decisions and plans. */
export const DOCUMENT_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/documents",
    name: "list-documents",
    room: "documents",
    summary: "Every document of the office, the newest first",
    scope: "read",
    query: documentFilterSchema,
    status: 200,
    answer: pageAnswer(documentAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listAllDocuments(work, query),
  }),
  apiRoute({
    method: "get",
    path: "/documents/{document_id}",
    name: "show-document",
    room: "documents",
    summary: "One document",
    scope: "read",
    params: z.object({ document_id: z.uuid() }),
    status: 200,
    answer: documentAnswer,
    refusals: ["document_not_found"],
    run: (work, { params }) => showDocument(work, camelKeys(params)),
  }),
];
