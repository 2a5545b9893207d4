import { z } from "@hono/zod-openapi";
import { findTaskId } from "../catalogues/find-task.ts";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { localDateSchema } from "../shared/local-date.ts";
import { pageQuerySchema } from "../shared/page.ts";
import type { RefusalCode } from "../shared/refusals.ts";
import { correctProgressUpdate } from "./correct-progress-update.ts";
import { listProgressUpdates, showProgressUpdate } from "./list-progress-updates.ts";
import { NOTE_MAX_LENGTH } from "./note.ts";
import { noteAnswer, recordedAnswer, understoodAnswer, withdrawnAnswer } from "./note-answers.ts";
import { previewMessage } from "./preview-message.ts";
import { submitProgressUpdate } from "./submit-progress-update.ts";
import { withdrawProgressUpdate } from "./withdraw-progress-update.ts";

const text = z
  .string()
  .max(100_000)
  .openapi({
    description: `A sentence as one would type it in the chat; more than ${NOTE_MAX_LENGTH} characters are refused (\`note_too_long\`).`,
    example: "đã ban hành kế hoạch số 12/KH-UBND ngay 20/3, đạt 100%",
  });
const noteParams = z.object({ note_id: z.uuid() });
/** What words can be refused for. */
const WORDS: readonly RefusalCode[] = ["note_empty", "note_too_long", "date_invalid", "date_in_future"];
const OPEN_TASK: readonly RefusalCode[] = [
  "task_not_found",
  "task_withdrawn",
  "task_has_children",
  "catalogue_closed",
];
const OPEN_NOTE: readonly RefusalCode[] = [
  "post_required",
  "note_not_found",
  "note_of_other_unit",
  "note_replaced",
  "note_withdrawn",
  "note_confirmed",
  "note_locked",
];

/** Notes on tasks: append-only; corrections and withdrawals keep the earlier words in the history. */
export const PROGRESS_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/progress-updates",
    name: "list-progress-updates",
    room: "progress",
    summary: "Notes, newest first",
    description:
      "A key and whoever sees the whole office get all of them. A unit's post gets its own, and on shared tasks what it may see there: the lead the notes of those who coordinate, these the notes of the lead. Replaced and withdrawn words of other units stay hidden from it.",
    scope: "read",
    query: pageQuerySchema.extend({
      task_id: z.uuid().optional(),
      unit_id: z.uuid().optional(),
      from: localDateSchema.optional().openapi({ description: "The first day of the notes." }),
      to: localDateSchema.optional().openapi({ description: "The last day of the notes." }),
      q: z
        .string()
        .max(200)
        .optional()
        .openapi({ description: "Beginnings of words, without diacritics.", example: "ke hoach" }),
      notes: z
        .enum(["standing", "all"])
        .optional()
        .openapi({ description: "`all`: with those that were replaced or withdrawn." }),
    }),
    status: 200,
    answer: pageAnswer(noteAnswer),
    refusals: ["cursor_invalid", "period_invalid", "task_not_found"],
    run: (work, { query }) => listProgressUpdates(work, camelKeys(query)),
  }),
  apiRoute({
    method: "post",
    path: "/progress-updates",
    name: "submit-progress-update",
    room: "progress",
    summary: "A unit's note on a task, recorded at once",
    description:
      "In a post of a unit that takes part in the task (`Acting-Appointment`). Names the task by `task_id`, or by `number` where only one catalogue in force has it. The answer says what was understood; completion becomes a claim that somebody else confirms. The same words of the same person on one task are recorded once a day. Words that go on about another task of the unit are refused (`note_of_several_tasks`): `POST /understanding` parts them.",
    scope: "write",
    body: z.union([
      z.strictObject({ task_id: z.uuid(), text }),
      z.strictObject({ number: z.string().trim().min(1).max(40).openapi({ example: "2.4" }), text }),
    ]),
    status: 201,
    answer: recordedAnswer,
    refusals: [
      "post_required",
      ...OPEN_TASK,
      ...WORDS,
      "task_number_ambiguous",
      "task_not_of_unit",
      "task_of_other_post",
      "note_of_several_tasks",
    ],
    run: async (work, { body }) => {
      const task =
        "task_id" in body
          ? ({ ok: true, value: body.task_id } as const)
          : await findTaskId(work, body.number);
      if (!task.ok) return task;
      return submitProgressUpdate(work, {
        taskId: task.value,
        text: body.text,
        messageKey: null,
        parted: false,
      });
    },
  }),
  apiRoute({
    method: "get",
    path: "/progress-updates/{note_id}",
    name: "show-progress-update",
    room: "progress",
    summary: "One note, whatever became of it",
    scope: "read",
    params: noteParams,
    status: 200,
    answer: noteAnswer,
    refusals: ["note_not_found"],
    run: (work, { params }) => showProgressUpdate(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/progress-updates/{note_id}/correction",
    name: "correct-progress-update",
    room: "progress",
    summary: "Other words for a note of one's own unit",
    description:
      "Makes a new note that replaces the old one, with its files and, where it claims completion, a new claim. Refused once the round is closed or the completion confirmed; one that was replaced already is refused too (`replaced_by_id` of the note says by which).",
    scope: "write",
    params: noteParams,
    body: z.strictObject({ text }),
    status: 201,
    answer: recordedAnswer,
    refusals: [...OPEN_NOTE, ...OPEN_TASK, ...WORDS],
    run: (work, { params, body }) =>
      correctProgressUpdate(work, { ...camelKeys(params), text: body.text, messageKey: null }),
  }),
  apiRoute({
    method: "post",
    path: "/progress-updates/{note_id}/withdrawal",
    name: "withdraw-progress-update",
    room: "progress",
    summary: "Takes a note of one's own unit back, and its claim with it",
    scope: "write",
    params: noteParams,
    status: 200,
    answer: withdrawnAnswer,
    refusals: OPEN_NOTE,
    run: (work, { params }) => withdrawProgressUpdate(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/understanding",
    name: "preview-message",
    room: "progress",
    summary: "What a message would be taken for; nothing is written",
    description:
      'One line for each task that the message speaks of, as in the chat: "2.4 đã xong, 3.1 đang làm 60%". A number in the middle of a line counts where it is a task of the acting post\'s unit.',
    scope: "read",
    body: z.strictObject({ text }),
    status: 200,
    answer: z.object({
      lines: z.array(
        z.object({
          number: z.string().nullable(),
          text: z.string(),
          understood: understoodAnswer.nullable(),
          problem: z
            .string()
            .nullable()
            .openapi({ description: "The code with which these words would be refused." }),
        }),
      ),
    }),
    refusals: [],
    run: (work, { body }) => previewMessage(work, body),
  }),
];
