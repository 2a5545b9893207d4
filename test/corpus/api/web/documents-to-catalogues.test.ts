import { expect, it } from "vitest";
import { createOrganization } from "../../../../api/organizations/create-organization.ts";
import { selectOrganization } from "../../../../db/queries/organization-queries.ts";
import { formFor, formsIn, houseOver, type Reader, visible } from "../../../api/web/document-house.ts";
import {
  differencesOf,
  onPaper,
  SAMPLE_OF_DOCUMENT,
  type Standing,
  standing,
} from "../../../support/catalogue-standing.ts";
import { freshDatabase } from "../../../support/database.ts";
import { granted, MONDAY, type Office, officeOf, sampleOffice } from "../../../support/office.ts";
import { bytesOf, DOCUMENTS } from "../../corpus.ts";

/**
 * Every document of the corpus goes from its file to a published catalogue through the pages alone: sent,
 * what is doubtful corrected by the paper or accepted, published. What then stands in the database is the sample's, in numbers, units by any
 * spelling, time frames, targets and rounds.
 */

/** Of every doubtful field of a task: its form, and what stands on paper. */
const doubtfulFields = (page: string, sample: Standing) =>
  [...page.matchAll(/<article class="doubt[^"]*" id="doubt-task-(\d+)-(\w+)"/g)].flatMap(
    ([, index, field = ""]) => {
      const number = new RegExp(`id="task-${index}-title"[^>]*><span class="number">([^<]+)<`).exec(
        page,
      )?.[1];
      const task = sample.tasks.find((each) => each.number === number);
      const answer = task === undefined ? null : onPaper(task, field);
      return answer === null ? [] : [{ key: `task.${index}.${field}`, answer }];
    },
  );

/** Sends the file, corrects what is doubtful by the paper, and presses what the pages offer until it is published. */
const throughThePages = async (
  admin: Reader,
  bytes: Uint8Array,
  name: string,
  sample: Standing,
): Promise<void> => {
  const path = (await admin.upload(bytes, name)).headers.get("location") ?? "";
  for (const { key, answer } of doubtfulFields(await admin.get(path), sample))
    await admin.press(formFor(await admin.get(path), key), "correct", answer);
  const rest = formsIn(await admin.get(path)).find(({ fields }) =>
    fields.some(([field, value]) => field === "key" && value === "rest"),
  );
  if (rest !== undefined) await admin.press(rest, "accept");
  const last = formsIn(await admin.get(`${path}/publish`)).find(({ action }) => action.endsWith("/publish"));
  if (last === undefined) throw new Error(visible(await admin.get(`${path}/publish`)));
  const answer = await admin.press(last, "");
  if (answer.status !== 303) throw new Error(visible(await answer.text()));
};

it.each(DOCUMENTS)("%s becomes its sample through the pages", async (fileName) => {
  const database = await freshDatabase();
  const code = Object.entries(SAMPLE_OF_DOCUMENT).find(([start]) => fileName.startsWith(start))?.[1] ?? "";
  const sample: Office = await sampleOffice(database, code);
  const wanted = await sample.read(standing);
  const name = (await sample.read(selectOrganization))?.name ?? "";
  const made = granted(await createOrganization(database, MONDAY, { code: `${code}-new`, name }));
  const own = officeOf(database, made.id, made.code);
  const admin = await houseOver(own).login("admin");
  await throughThePages(admin, bytesOf(fileName), fileName, wanted);
  expect(differencesOf(wanted, await own.read(standing))).toEqual([]);
});
