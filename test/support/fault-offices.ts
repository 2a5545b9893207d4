import { sql } from "drizzle-orm";
import { ROLES } from "../../api/members/member.ts";
import type { Database } from "../../db/scope.ts";
import { apiHouse } from "./api.ts";
import { breakingDatabase } from "./breaking-database.ts";
import { officeOf } from "./office.ts";
import { callOf } from "./operation-calls.ts";
import { planDocx } from "./plan-docx.ts";
import { type Post, type ProofOffices, proofOffices } from "./proof-offices.ts";
import { standingRows } from "./standing-rows.ts";
import { rowsOf } from "./two-offices.ts";
import { USE_CASE_INPUTS } from "./use-case-inputs.ts";

/** Whoever asked is gone with it, or has spent the one-time code: the request again is refused at the door. */
export const REFUSED_AGAIN: Readonly<Record<string, number>> = {
  login: 409,
  logout: 401,
  "leave-office": 401,
};

/** Who sends requests: a token, and the post in which its key acts. */
export type Caller = { readonly token: string | null; readonly post: Post | null };
export type Chat = { readonly chatLinkId: string; readonly chatKey: string; readonly account: string };

/** The office's key, in nobody's post and in some, and people by their sessions. */
const callersOf = ({ tokens, posts, session }: ProofOffices): readonly Caller[] => [
  ...[null, posts.head, posts.leader, posts.consolidator].map((post) => ({ token: tokens.admin, post })),
  ...ROLES.map((role) => ({ token: session(role), post: null })),
  { token: null, post: null },
];

/** Of the administrator, the head of whom the office's ids speak, the leader. */
const chatsOfOffice = ({ database, a }: ProofOffices): Promise<readonly Chat[]> =>
  database.asOwner((db) =>
    rowsOf<Chat>(
      db,
      sql`select distinct on (p.role) l.id as "chatLinkId", l.chat_key as "chatKey", l.account from chat_link l
            join appointment p on p.organization_id = l.organization_id and p.member_id = l.member_id
           where l.organization_id = ${a.organizationId} and l.channel = 'telegram'
             and p.role in ('head', 'leader', 'admin') order by p.role, l.member_id = ${a.memberId} desc, l.id`,
    ),
  );

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
  // From its first request on the door knows whose a key is: all that follow say the same statements.
  await door.with(house.tokens.admin).ask("list-units");
  const draft = await door.call("import-document", {
    file: { name: "kế hoạch.docx", bytes: await planDocx() },
  });
  await settleDoubts(door, draft.id);
  const { code } = await door.call("invite-again", { params: { member_id: house.posts.focal.memberId } });
  const readyId = String(draft.id);
  const loginCode = String(code);
  const callAtHome = (name: string) =>
    name === "login"
      ? { body: { code: loginCode } }
      : callOf(name, name === "publish-import" ? { ...house.a, importId: readyId } : house.a);
  /** What names something of the office's own, where the tenants' proof names what is not there. */
  const inputAtHome = (name: string): object => {
    if (name === "correct-message") return { messageKey: house.a.messageKey, text: "đang làm" };
    if (name === "revoke-chat") return { chatLinkId: house.a.webChatLinkId };
    if (name === "publish-import") return { importId: readyId, revision: null };
    return USE_CASE_INPUTS[name as keyof typeof USE_CASE_INPUTS](house.a);
  };
  return {
    ...house,
    /** The door behind which everything is taken back. */
    undone: house.door,
    door,
    breaking,
    loginCode,
    callAtHome,
    inputAtHome,
    callers: callersOf(house),
    chats: await chatsOfOffice(house),
    rows: await standingRows(database),
  };
};
export type FaultOffices = Awaited<ReturnType<typeof faultOffices>>;
