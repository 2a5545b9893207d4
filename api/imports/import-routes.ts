import { z } from "@hono/zod-openapi";
import { publishedAnswer } from "../catalogues/catalogue-answers.ts";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { may } from "../members/permissions.ts";
import { pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import type { RefusalCode } from "../shared/refusals.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { InWork, Work } from "../shared/work.ts";
import { describeImport } from "./describe-import.ts";
import { importAnswer, listedImportAnswer, previewAnswer } from "./import-answers.ts";
import { importFile } from "./import-file.ts";
import { listImportPage } from "./list-imports.ts";
import { LIMITS } from "./outline.ts";
import { previewPublication } from "./preview-publication.ts";
import { publishImport } from "./publish-import.ts";
import { reviewField } from "./review-field.ts";
import { showImport } from "./show-import.ts";
import { withdrawImport } from "./withdraw-import.ts";

const importParams = z.object({ import_id: z.uuid() });
const revision = z
  .int()
  .nullable()
  .default(null)
  .openapi({ description: "As it was read: a later change by somebody else refuses with `import_changed`." });

/** Each waits with its file in memory; two are read at once. */
const MOST_WAITING = 4;
let waiting = 0;

const readFile = async (
  inWork: InWork,
  file: { readonly bytes: Uint8Array; readonly name: string },
): Promise<Result<{ readonly importId: string }>> => {
  const allowed = await inWork(async ({ actor }) =>
    may(actor, "load-catalogue") ? ok(null) : refuse("not_allowed"),
  );
  if (!allowed.ok) return allowed;
  if (file.bytes.length > LIMITS.fileBytes)
    return refuse("file_too_large", { max: LIMITS.fileBytes / 1024 / 1024 });
  if (waiting >= MOST_WAITING) return refuse("too_many_requests");
  waiting += 1;
  try {
    return await importFile(inWork, { bytes: file.bytes, fileName: file.name });
  } finally {
    waiting -= 1;
  }
};

const show = async (work: Work, importId: string) => {
  const shown = await showImport(work, { importId });
  return shown.ok ? ok(describeImport(shown.value)) : shown;
};

const FILE_REFUSALS: readonly RefusalCode[] = [
  "file_too_large",
  "file_empty",
  "file_kind_unknown",
  "file_kind_old",
  "file_kind_forbidden",
  "file_damaged",
  "file_protected",
  "file_scanned",
  "file_too_long",
  "file_reading_too_slow",
  "file_encoding_unknown",
  "import_without_tasks",
];

const OPEN_REFUSALS: readonly RefusalCode[] = ["import_not_found", "import_published", "import_changed"];

/** From the file of a decision to the published catalogue, with a person's look in between. */
export const IMPORT_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/imports",
    name: "list-imports",
    room: "imports",
    summary: "Documents that were read, the newest first",
    scope: "admin",
    query: pageQuerySchema,
    status: 200,
    answer: pageAnswer(listedImportAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listImportPage(work, query),
  }),
  apiRoute({
    method: "post",
    path: "/imports",
    name: "import-document",
    room: "imports",
    summary: "Reads a decision or a plan (.docx, .pdf, .xlsx, .txt, .md) into a draft",
    description:
      "The answer is the draft with everything that is doubtful in it: settle that with decisions, then publish. The same file sent again while its draft is open is the same draft.",
    scope: "admin",
    upload: { maxBytes: LIMITS.fileBytes },
    status: 201,
    answer: importAnswer,
    refusals: FILE_REFUSALS,
    ahead: (inWork, { file }) =>
      file === null ? Promise.resolve(refuse("file_missing")) : readFile(inWork, file),
    run: (work, _asked, { ahead }) => show(work, z.object({ importId: z.uuid() }).parse(ahead).importId),
  }),
  apiRoute({
    method: "get",
    path: "/imports/{import_id}",
    name: "show-import",
    room: "imports",
    summary: "A draft: fields, doubts, warnings, and the document's lines",
    scope: "admin",
    params: importParams,
    status: 200,
    answer: importAnswer,
    refusals: ["import_not_found"],
    run: (work, { params }) => show(work, params.import_id),
  }),
  apiRoute({
    method: "post",
    path: "/imports/{import_id}/decisions",
    name: "review-field",
    room: "imports",
    summary: "Decides one field of a draft",
    description:
      '`key` names the field: `document.FIELD` (kind, number, issued_on, issuer, title, scope_start_on, scope_end_on, restricted), `task.INDEX.FIELD` (number, title, lead_units, coordinating_units, time_frame, targets, out), `round.INDEX.FIELD` (label, before, out), `catalogue.FIELD` (consolidating_unit, ad_hoc_reports, amends), `unit.NAME`, `warning.INDEX`; `rest` takes everything that is still doubtful as it was read. `answer` is what a person would type there (names of units apart by `;`), null to accept what was read, `{"undo": true}` to take a decision back.',
    scope: "admin",
    params: importParams,
    body: z
      .strictObject({
        key: z.string().max(400),
        answer: z.union([z.string().max(20_000), z.null(), z.strictObject({ undo: z.literal(true) })]),
        revision,
      })
      .openapi({ example: { key: "task.2.time_frame", answer: "Trước ngày 30/11/2026", revision: null } }),
    status: 200,
    answer: z.object({
      revision: z.int(),
      doubts: z.int().openapi({ description: "How many are left." }),
    }),
    refusals: [
      ...OPEN_REFUSALS,
      "date_not_understood",
      "time_frame_not_understood",
      "task_number_invalid",
      "title_empty",
      "catalogue_not_found",
    ],
    run: (work, { params, body }) => reviewField(work, { ...camelKeys(params), ...body }),
  }),
  apiRoute({
    method: "get",
    path: "/imports/{import_id}/publication",
    name: "preview-publication",
    room: "imports",
    summary: "Who would get what, and who is there to read it",
    scope: "admin",
    params: importParams,
    status: 200,
    answer: previewAnswer,
    refusals: ["import_not_found"],
    run: (work, { params }) => previewPublication(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/imports/{import_id}/publication",
    name: "publish-import",
    room: "imports",
    summary: "Publishes the draft as a version of a catalogue, and tells the units",
    scope: "admin",
    params: importParams,
    body: z.strictObject({ revision }),
    status: 201,
    answer: publishedAnswer,
    refusals: [
      ...OPEN_REFUSALS,
      "import_without_tasks",
      "import_not_ready",
      "import_doubts_left",
      "import_amends_undecided",
      "catalogue_invalid",
      "catalogue_exists",
      "catalogue_not_found",
    ],
    run: (work, { params, body }) => publishImport(work, { ...camelKeys(params), ...body }),
  }),
  apiRoute({
    method: "delete",
    path: "/imports/{import_id}",
    name: "withdraw-import",
    room: "imports",
    summary: "Discards a draft that nobody wants any longer",
    scope: "admin",
    params: importParams,
    status: 204,
    answer: null,
    refusals: OPEN_REFUSALS,
    run: async (work, { params }) => {
      const withdrawn = await withdrawImport(work, camelKeys(params));
      return withdrawn.ok ? ok(null) : withdrawn;
    },
  }),
];
