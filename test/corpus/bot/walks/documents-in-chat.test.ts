import { expect, it } from "vitest";
import { createOrganization } from "../../../../api/organizations/create-organization.ts";
import { selectOrganization } from "../../../../db/queries/organization-queries.ts";
import { translatorFor } from "../../../../locales/translate.ts";
import {
  differencesOf,
  onPaper,
  SAMPLE_OF_DOCUMENT,
  type Standing,
  standing,
} from "../../../support/catalogue-standing.ts";
import { type Chat, chatOf } from "../../../support/chat.ts";
import { freshDatabase } from "../../../support/database.ts";
import { granted, MONDAY, type Office, officeOf, sampleOffice } from "../../../support/office.ts";
import { bytesOf, DOCUMENTS } from "../../corpus.ts";

/**
 * Every document of the corpus goes from its file to a published catalogue through chat alone: sent, each
 * doubtful place answered by the paper, published. What then stands in the database is the sample's.
 */

const FIELDS = ["lead_units", "coordinating_units", "time_frame"] as const;
const labelOf = (field: string): string =>
  translatorFor("vi")(`review-field-task-${field.replaceAll("_", "-")}`);

/** What somebody with the paper in hand answers to a question. */
const answerTo = (question: string, sample: Standing): string => {
  const [, number, label] = /^Chỗ \d+\/\d+ · nhiệm vụ (\S+) · (.+)$/m.exec(question) ?? [];
  const field = FIELDS.find((each) => labelOf(each) === label);
  const task = sample.tasks.find((each) => each.number === number);
  if (field !== undefined && task !== undefined)
    return onPaper(task, field)?.replaceAll("\n", "; ") || "không có";
  const [from = "", to = ""] = sample.scope.split(" ");
  if (question.includes("bắt buộc"))
    return question.includes(translatorFor("vi")("review-field-document-scope-end-on")) ? to : from;
  return "đúng";
};

/** Answers until nothing is asked any more, and publishes. Answers how many questions there were. */
const throughChat = async (
  admin: Chat,
  bytes: Uint8Array,
  name: string,
  sample: Standing,
): Promise<number> => {
  const [summary = ""] = await admin.sendDocument(name, bytes);
  expect(summary).toContain("Đã đọc: ");
  let questions = 0;
  let said = summary;
  const walk = admin.labels().find((label) => label.startsWith("Xem từng chỗ"));
  if (walk !== undefined) [said = ""] = await admin.press(walk);
  while (/^Chỗ \d+\/\d+/m.test(said)) {
    questions += 1;
    const answered = (await admin.say(answerTo(said, sample)))[0] ?? "";
    // A name of the paper that the office does not have yet.
    said = answered.includes("Có phải đơn vị mới không?") ? ((await admin.say("có"))[0] ?? "") : answered;
    if (questions > 500) throw new Error(`no end of questions: ${said}`);
  }
  const [sure = ""] = await admin.press("Công bố");
  const [told = ""] = await admin.press("Có, công bố");
  expect(told, sure).toContain("Đã công bố danh mục");
  return questions;
};

it.each(DOCUMENTS)("%s becomes its sample in chat", async (fileName) => {
  const database = await freshDatabase();
  const code = Object.entries(SAMPLE_OF_DOCUMENT).find(([start]) => fileName.startsWith(start))?.[1] ?? "";
  const sample: Office = await sampleOffice(database, code);
  const wanted = await sample.read(standing);
  const name = (await sample.read(selectOrganization))?.name ?? "";
  const made = granted(await createOrganization(database, MONDAY, { code: `${code}-new`, name }));
  const own = officeOf(database, made.id, made.code);
  const admin = chatOf(database, await own.link("admin", null));
  const bytes = bytesOf(fileName);
  const questions = await throughChat(admin, bytes, fileName, wanted);
  console.info(`${fileName}: ${wanted.tasks.length} tasks, ${questions} questions`);
  expect(differencesOf(wanted, await own.read(standing))).toEqual([]);
});
