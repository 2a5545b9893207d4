import type { Database } from "../../db/scope.ts";
import { apiHouse } from "./api.ts";
import { breakingDatabase } from "./breaking-database.ts";
import { officeOf } from "./office.ts";
import { callOf } from "./operation-calls.ts";
import { planDocx } from "./plan-docx.ts";
import { proofOffices } from "./proof-offices.ts";
import { standingRows } from "./standing-rows.ts";

/** Something is decided about every field of the draft, so that it can be published. */
const settleDoubts = async (door: Awaited<ReturnType<typeof apiHouse>>, importId: string): Promise<void> => {
  const params = { import_id: importId };
  const { doubts } = await door.call("show-import", { params });
  for (const { key } of doubts as readonly { readonly key: string }[]) {
    const answer = key.endsWith("lead_units")
      ? "Phòng Văn hóa - Xã hội"
      : key.endsWith("time_frame")
        ? "Trước ngày 30/11/2026"
        : null;
    await door.call("review-field", { params, body: { key, answer } });
  }
  await door.call("review-field", { params, body: { key: "rest", answer: null } });
  const { amends_decided } = await door.call("show-import", { params });
  if (!amends_decided)
    await door.call("review-field", { params, body: { key: "catalogue.amends", answer: "" } });
};

/**
 * The offices of the proofs over a database whose connection can be lost. Beside what the other proofs need, a code
 * is open with which somebody logs in, and a draft without doubts waits to be published.
 */
export const faultOffices = async (database: Database) => {
  const house = await proofOffices(database);
  const breaking = breakingDatabase(database);
  const office = officeOf(breaking.database, house.a.organizationId, house.a.code);
  const door = await apiHouse(office);
  door.clock.set(house.door.clock.now());
  const draft = await door.call("import-document", {
    file: { name: "kế hoạch.docx", bytes: await planDocx() },
  });
  await settleDoubts(door, draft.id);
  const { code } = await door.call("invite-again", { params: { member_id: house.posts.focal.memberId } });
  const readyId = String(draft.id);
  const callAtHome = (name: string) =>
    name === "login"
      ? { body: { code: String(code) } }
      : callOf(name, name === "publish-import" ? { ...house.a, importId: readyId } : house.a);
  return { ...house, readyId, door, breaking, callAtHome, rows: await standingRows(database) };
};
export type FaultOffices = Awaited<ReturnType<typeof faultOffices>>;
