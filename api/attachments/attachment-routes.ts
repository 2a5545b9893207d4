import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { addEvidence } from "../progress/add-evidence.ts";
import { openNote } from "../progress/correct-progress-update.ts";
import { findEvidence, listEvidence, showEvidenceOf } from "../progress/list-evidence.ts";
import { instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import { EVIDENCE_MAX_BYTES } from "./evidence-kind.ts";
import { keepFile } from "./keep-file.ts";
import { readKeptFile } from "./read-kept-file.ts";
import { attachmentSchema } from "./write-attachments.ts";

const attachmentAnswer = z
  .object({
    id: z.uuid(),
    note_id: z.uuid(),
    task_id: z.uuid(),
    unit_id: z.uuid(),
    name: z.string(),
    kind: z.string().openapi({ description: "Media type, by the bytes." }),
    size: z.int().openapi({ description: "Bytes" }),
    sha256: z.string(),
    received_at: instantAnswer,
  })
  .openapi("Attachment");

/** Evidence: files that came with notes, from a chat or by the API. */
export const ATTACHMENT_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/attachments",
    name: "list-attachments",
    room: "attachments",
    summary: "Files that came with notes, newest first",
    description: "Whoever may see a note may see its files.",
    scope: "read",
    query: pageQuerySchema.extend({ note_id: z.uuid().optional(), task_id: z.uuid().optional() }),
    status: 200,
    answer: pageAnswer(attachmentAnswer),
    refusals: ["cursor_invalid", "task_not_found"],
    run: (work, { query }) => listEvidence(work, camelKeys(query)),
  }),
  apiRoute({
    method: "get",
    path: "/attachments/{attachment_id}/content",
    name: "read-attachment",
    room: "attachments",
    summary: "The file itself",
    scope: "read",
    params: z.object({ attachment_id: z.uuid() }),
    status: 200,
    answer: "file",
    refusals: ["attachment_not_found", "file_missing"],
    run: async (work, { params }, { dataDir }) => {
      const found = await findEvidence(work, params.attachment_id);
      if (!found.ok) return found;
      const { sha256, kind, name } = found.value;
      const bytes = await readKeptFile(dataDir, sha256);
      return bytes.ok ? ok({ bytes: bytes.value, kind, name }) : bytes;
    },
  }),
  apiRoute({
    method: "post",
    path: "/progress-updates/{note_id}/attachments",
    name: "add-evidence",
    room: "attachments",
    summary: "A picture or a document as evidence for a note of one's own unit",
    description:
      "In a post of the unit (`Acting-Appointment`). JPEG, PNG, WebP, HEIC, PDF, .docx or .xlsx up to 20 MB; what the bytes say decides, not the name. The same file twice is one attachment. Once the completion is confirmed, evidence needs a note of its own.",
    scope: "write",
    params: z.object({ note_id: z.uuid() }),
    upload: { maxBytes: EVIDENCE_MAX_BYTES },
    status: 201,
    answer: attachmentAnswer,
    refusals: [
      "post_required",
      "note_not_found",
      "note_of_other_unit",
      "note_replaced",
      "note_withdrawn",
      "note_confirmed",
      "note_locked",
      "file_empty",
      "file_too_large",
      "file_kind_forbidden",
    ],
    // The file is written and flushed before the transaction that names it; whoever may not add it writes none.
    ahead: async (inWork, { params, file }, { dataDir }) => {
      if (file === null) return refuse("file_missing");
      const opened = await inWork((work) => openNote(work, params.note_id));
      return opened.ok ? keepFile(dataDir, file.bytes, file.name) : opened;
    },
    run: async (work, { params }, { ahead }) => {
      const file = attachmentSchema.parse(ahead);
      const added = await addEvidence(work, { noteId: params.note_id, file });
      return added.ok ? showEvidenceOf(work, { noteId: params.note_id, sha256: file.sha256 }) : added;
    },
  }),
];
