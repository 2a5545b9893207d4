import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { changeMemberSettings } from "../../../api/members/change-member-settings.ts";
import { findChatMember } from "../../../api/members/find-chat-member.ts";
import { findWebSession } from "../../../api/members/find-web-session.ts";
import { handOver } from "../../../api/members/hand-over.ts";
import { leaveOffice } from "../../../api/members/leave-office.ts";
import { listPosts } from "../../../api/members/list-posts.ts";
import { openWebSession } from "../../../api/members/open-web-session.ts";
import { revokeWebSession } from "../../../api/members/revoke-web-session.ts";
import { showOwnData } from "../../../api/members/show-own-data.ts";
import { messageSchema } from "../../../api/outbox/message.ts";
import { renderText } from "../../../bot/messages/render-text.ts";
import { rows } from "../../../db/queries/rows.ts";
import { translatorFor } from "../../../locales/translate.ts";
import { freshDatabase } from "../../support/database.ts";
import { ACCOUNT, haiAn, type Office, type Person, refusalOf } from "../../support/office.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const NOON = "2026-09-08T10:00:00+07:00";
const admin = () => office.at(NOON).as(office.as("admin"));
const who = ({ chatKey }: Person) =>
  office.database.inBoth((both) =>
    findChatMember(both, { channel: "telegram", account: ACCOUNT, chatKey }, new Date(NOON)),
  );

describe("handing over", () => {
  it("ends the post yesterday, unlinks the leaver, invites the successor into the same unit", async () => {
    const head = office.as("head");
    const done = await admin().do(handOver, {
      appointmentId: head.appointmentId,
      successorName: "Bùi Văn Nam",
    });
    expect(done).toMatchObject({ unlinked: true, successor: { code: expect.stringMatching(/^.{5}-.{5}$/) } });
    expect(await who(head)).toBeNull();
    const posts = await admin().do(listPosts, {});
    expect(posts.filter(({ role, unit }) => role === "head" && unit?.name === head.unit)).toMatchObject([
      { memberName: "Bùi Văn Nam", fromOn: "2026-09-08", linked: false },
    ]);
    expect(
      refusalOf(
        await admin().run(handOver, { appointmentId: head.appointmentId, successorName: "Bùi Văn Nam" }),
      ),
    ).toBe("appointment_not_found");
  });

  /** What was queued for a person: to a chat by its address, or to the member. */
  const toldTo = ({ chatKey, memberId }: Person) =>
    office.read(async (tx) =>
      (
        await rows<{ message: unknown; bare: boolean }>(
          tx,
          sql`select message, member_id is null as bare from outbox_message
               where chat_key = ${chatKey} or member_id = ${memberId}::uuid order by sequence`,
        )
      ).map(({ message, bare }) => ({
        bare,
        text: renderText(messageSchema.parse(message), translatorFor("vi"), { buttons: false }).text,
      })),
    );

  it("is told to the leaver in the chat that ends; in the best chat to whoever keeps another post", async () => {
    const head = office.as("head");
    await admin().do(handOver, { appointmentId: head.appointmentId, successorName: "Bùi Văn Nam" });
    expect(await toldTo(head)).toEqual([
      {
        bare: true,
        text: "Vị trí thủ trưởng đơn vị (Phòng Văn hóa - Xã hội) của đồng chí đã được bàn giao từ thứ Ba 08/09/2026. Nhiệm vụ và các nội dung đã ghi vẫn thuộc về đơn vị.\nCuộc trò chuyện này ngừng liên kết với cơ quan. Xin cảm ơn đồng chí đã cùng làm việc.",
      },
    ]);
    const deputy = office.as("deputy");
    await office.read((tx) =>
      rows(
        tx,
        sql`insert into appointment select organization_id, gen_random_uuid(), member_id, unit_id, 'focal', from_on, null
              from appointment where id = ${deputy.appointmentId}::uuid`,
      ),
    );
    await admin().do(handOver, { appointmentId: deputy.appointmentId, successorName: null });
    const [told, ...others] = await toldTo(deputy);
    expect(others).toEqual([]);
    expect(told?.bare).toBe(false);
    expect(told?.text).toMatch(/Đồng chí còn giữ vị trí: chuyên viên đầu mối \(.+\)\.$/);
  });

  it("is refused to oneself, to nobody for the last administrator, and to anyone but the administrator", async () => {
    const { appointmentId } = office.as("admin");
    expect(refusalOf(await admin().run(handOver, { appointmentId, successorName: null }))).toBe(
      "last_administrator",
    );
    expect(refusalOf(await admin().run(handOver, { appointmentId, successorName: "đỗ văn hải" }))).toBe(
      "appointment_to_self",
    );
    expect(refusalOf(await admin().run(handOver, { appointmentId, successorName: "" }))).toBe(
      "member_name_invalid",
    );
    const head = office.at(NOON).as(office.as("head"));
    expect(refusalOf(await head.run(handOver, { appointmentId, successorName: "A" }))).toBe("not_allowed");
    expect(refusalOf(await head.run(listPosts, {}))).toBe("not_allowed");
  });
});

describe("a person's own affairs", () => {
  it("changes settings, and refuses what cannot be", async () => {
    const head = office.at(NOON).as(office.as("head"));
    expect(await head.do(changeMemberSettings, { digestAt: "06:45", locale: "en" })).toEqual({
      locale: "en",
      digestAt: "06:45",
      preferredChannel: null,
      fallbackChannel: null,
    });
    expect(await head.do(changeMemberSettings, { digestAt: null })).toMatchObject({
      locale: "en",
      digestAt: null,
    });
    expect(refusalOf(await head.run(changeMemberSettings, { digestAt: "25:00" }))).toBe("time_invalid");
    expect(refusalOf(await head.run(changeMemberSettings, { preferredChannel: "zalo" }))).toBe(
      "setting_invalid",
    );
    expect(refusalOf(await head.run(changeMemberSettings, {}))).toBe("setting_invalid");
    expect(refusalOf(await office.at(NOON).as("operator").run(changeMemberSettings, {}))).toBe("not_allowed");
  });

  it("shows what is held, browsers included, and logs one out", async () => {
    const person = office.as("head");
    const head = office.at(NOON).as(person);
    const { token, sessionId } = await office.read((tx) =>
      openWebSession(tx, new Date(NOON), person.chatLinkId),
    );
    expect(await head.do(showOwnData, {})).toMatchObject({
      name: "Trần Thị Bình",
      posts: [{ role: "head" }],
      chats: [{ channel: "telegram", linkedOn: "2026-09-07", here: true }],
      sessions: [{ id: sessionId, openedOn: "2026-09-08", openedAt: "10:00", lastSeenOn: "2026-09-08" }],
      notes: 0,
    });
    const find = (now: string) =>
      office.database.inBoth((both) => findWebSession(both, token, new Date(now)));
    expect((await find("2026-12-01T08:00:00+07:00"))?.actor.memberId).toBe(person.memberId);
    expect(await find("2027-03-07T10:00:01+07:00")).toBeNull();
    const other = office.at(NOON).as(office.as("deputy"));
    expect(refusalOf(await other.run(revokeWebSession, { sessionId }))).toBe("session_not_found");
    await head.do(revokeWebSession, { sessionId });
    expect(await find(NOON)).toBeNull();
  });

  it("leaves no name and no chat behind, while the last administrator stays", async () => {
    const head = office.as("head");
    await office.at(NOON).as(head).do(leaveOffice, {});
    expect(await who(head)).toBeNull();
    const [left] = await office.read((tx) =>
      rows<Record<string, unknown>>(
        tx,
        sql`select m.name, l.chat_key, (select max(to_on)::text from appointment a where a.member_id = m.id) as until
              from member m join chat_link l on l.member_id = m.id where m.id = ${head.memberId}::uuid`,
      ),
    );
    expect(left).toEqual({ name: null, chat_key: null, until: "2026-09-07" });
    expect(refusalOf(await admin().run(leaveOffice, {}))).toBe("last_administrator");
  });
});
