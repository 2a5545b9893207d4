import type { Context } from "hono";
import { z } from "zod";
import { sentenceOf } from "../../http/refusal-words.ts";
import { parseDecisionKey } from "../../imports/decision.ts";
import { type ShownImport, showImport } from "../../imports/show-import.ts";
import { type Refusal, refusalOf } from "../../shared/result.ts";
import { statusOf } from "../answer-refusal.ts";
import { asPage } from "../page-frame.tsx";
import { answerPublished } from "./answer-publication.tsx";
import { blockOf, doubtName, keyOf, parseBlock } from "./block.ts";
import { asksForPart, type DocumentDesk, type Reader } from "./document-desk.tsx";
import { type DraftPage, importPath, type Problem } from "./draft-page.ts";
import { BlockPart, DecisionPart, DraftPart, ReviewPage } from "./review-page.tsx";
import { type Settled, type Settling, settleField } from "./settle-field.ts";

const PLACE = /^(doubt-[\w-]{1,60}|document|(task|round|unit)-\d{1,6}|amends|finish|doubts)$/;

const fieldsSchema = z.object({
  revision: z.coerce.number().int().min(0),
  key: z.string().max(400),
  act: z.enum(["accept", "correct", "undo"]),
  place: z.string().regex(PLACE).catch("doubts"),
  next: z.string().max(400).catch(""),
});

type Posted = Omit<Settling, "importId"> & { readonly place: string; readonly next: string };

const parsePosted = (form: FormData | null): Posted | null => {
  const parsed = fieldsSchema.safeParse(Object.fromEntries(form ?? []));
  if (!parsed.success || form === null) return null;
  const answers = form.getAll("answer").filter((each): each is string => typeof each === "string");
  return {
    ...parsed.data,
    answers: answers.length > 1 ? answers.filter((each) => each.trim() !== "") : answers,
  };
};

const pageOf = (
  { words }: Reader,
  shown: ShownImport,
  own: Partial<Pick<DraftPage, "editing" | "at" | "problem">> = {},
): DraftPage => ({
  words,
  shown,
  editing: null,
  problem: null,
  ...own,
  at: own.at ?? shown.draft.doubts[0]?.key ?? null,
});

const problemOf = (refusal: Refusal, { words }: Reader, posted: Posted): Problem => ({
  sentence: sentenceOf(refusal, words.locale),
  // Of these the field itself is not the matter: said once, above everything.
  key: refusal.code === "import_changed" || refusal.code === "import_published" ? null : posted.key,
  typed: posted.act === "correct" ? posted.answers : [],
});

/** The review of one draft: the page, one of its blocks, a decision. */
export const createReview = (desk: DocumentDesk) => {
  const show = (c: Context): Promise<Response> =>
    desk.answer(
      c,
      (work) => showImport(work, { importId: c.req.param("id") ?? "" }),
      (shown, reader) => {
        if (shown.state === "published") return answerPublished(desk, c, shown);
        const editing = c.req.query("edit") ?? null;
        const page = pageOf(reader, shown, { editing, at: keyOf(c.req.query("at")) });
        const block = parseBlock(editing ?? c.req.query("block"));
        if (asksForPart(c) && block !== null) return c.html(String(<BlockPart page={page} block={block} />));
        return c.html(
          asPage(
            <ReviewPage page={page} office={reader.office} again={c.req.query("again") !== undefined} />,
          ),
        );
      },
    );

  /** The whole draft in place of the old one: the document's own words stay as they are. */
  const wholeDraft = (c: Context, page: DraftPage, said: string) => {
    c.header("HX-Retarget", "#draft");
    c.header("HX-Reswap", "outerHTML");
    return c.html(String(<DraftPart page={page} said={said} />), page.problem === null ? 200 : 409);
  };

  const done = (c: Context, reader: Reader, settled: Settled, posted: Posted) => {
    const { shown, doubt } = settled;
    const { key, place, act } = posted;
    const editing = parseBlock(place) === null ? null : place;
    const said = reader.words.t(act === "undo" ? "review-said-undone" : "review-said", {
      count: shown.draft.doubts.length,
    });
    if (!asksForPart(c)) return c.redirect(wayOn(shown, posted, editing), 303);
    const page = pageOf(reader, shown, { editing });
    if (settled.everywhere) return wholeDraft(c, page, said);
    const about = parseDecisionKey(key);
    const block = about === null ? null : blockOf(about, shown.read);
    return c.html(String(<DecisionPart page={page} place={place} doubt={doubt} block={block} said={said} />));
  };

  const notDone = (c: Context, reader: Reader, settled: Settled, refusal: Refusal, posted: Posted) => {
    const { shown, doubt } = settled;
    if (shown.state === "published") return answerPublished(desk, c, shown);
    const { key, place } = posted;
    const editing = parseBlock(place) === null ? null : place;
    const problem = problemOf(refusal, reader, posted);
    const page = pageOf(reader, shown, { editing, at: keyOf(key), problem });
    if (!asksForPart(c))
      return c.html(
        asPage(<ReviewPage page={page} office={reader.office} again={false} />),
        statusOf(refusal),
      );
    if (problem.key === null || (editing === null && doubt === null))
      return wholeDraft(c, page, problem.sentence);
    const about = parseDecisionKey(key);
    const block = about === null ? null : blockOf(about, shown.read);
    return c.html(
      String(<DecisionPart page={page} place={place} doubt={doubt} block={block} said={problem.sentence} />),
      422,
    );
  };

  const decide = async (c: Context): Promise<Response> => {
    const posted = parsePosted(await c.req.formData().catch(() => null));
    const importId = c.req.param("id") ?? "";
    if (posted === null)
      return desk.answer(
        c,
        (work) => showImport(work, { importId }),
        (_shown, reader) => desk.refused(c, reader, refusalOf("request_invalid")),
      );
    return desk.answer(
      c,
      (work) => settleField(work, { importId, ...posted }),
      (settled, reader) =>
        settled.refusal === null
          ? done(c, reader, settled, posted)
          : notDone(c, reader, settled, settled.refusal, posted),
    );
  };

  return { show, decide };
};

/** Back to the place: the next doubt, or the block that is still open. */
const wayOn = (shown: ShownImport, { next, place, key }: Posted, editing: string | null): string => {
  const path = importPath(shown);
  if (editing !== null) return `${path}?edit=${editing}#${editing}`;
  if (place === "amends") return `${path}#amends`;
  const { doubts } = shown.draft;
  const on =
    doubts.find((doubt) => doubt.key === next) ?? doubts.find((doubt) => doubt.key === key) ?? doubts[0];
  if (on === undefined) return `${path}#${key === "rest" ? "finish" : "doubts"}`;
  return `${path}?at=${encodeURIComponent(on.key)}#${doubtName(on.key)}`;
};
