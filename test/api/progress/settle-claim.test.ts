import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { listClaims } from "../../../api/progress/list-claims.ts";
import { type SettleClaimInput, settleClaim } from "../../../api/progress/settle-claim.ts";
import { rows } from "../../../db/queries/rows.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, MONDAY, type Office, type Person, refusalOf, SERVICE_CENTRE } from "../../support/office.ts";
import { claimsOf, counted, givePost, note, OFFICE_UNIT } from "./progress-story.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const centre = () => office.as("head", SERVICE_CENTRE);
/** The service centre's claim, which the consolidator may decide. */
const claimOfCentre = async () =>
  (await note(office, centre(), "1.3", "đã hoàn thành", { at: "2026-09-07T08:00:00+07:00" })).claim?.id ?? "";
/** The consolidating unit's own. */
const claimOfCulture = async () =>
  (await note(office, office.as("head"), "2.4", "đã hoàn thành ngày 20/3")).claim?.id ?? "";

const settle = (who: Person, input: SettleClaimInput, at: string | Date = MONDAY) =>
  office.at(at).as(who).run(settleClaim, input);
const confirm = (who: Person, claimId: string) => settle(who, { claimId, decision: "confirm" });
const notices = (key: string) =>
  office.read((tx) =>
    rows<{ member_id: string; not_before: string; reason: string | null }>(
      tx,
      sql`select member_id, to_char(not_before at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as not_before,
                 message -> 'paragraphs' -> 0 -> 0 -> 'args' ->> 'reason' as reason
            from outbox_message where message -> 'paragraphs' -> 0 -> 0 ->> 'key' = ${key}`,
    ),
  );

describe("nobody confirms itself", () => {
  it("a consolidator decides on other units", async () => {
    const claimId = await claimOfCentre();
    expect(refusalOf(await confirm(office.as("consolidator"), claimId))).toBeNull();
    expect(await claimsOf(office, "1.3")).toMatchObject([{ state: "confirmed" }]);
    expect(await notices("notice-claim-confirmed")).toMatchObject([{ member_id: centre().memberId }]);
  });

  it("the consolidating unit's own claim is the leader's", async () => {
    const claimId = await claimOfCulture();
    const elsewhere = await office.link("consolidator", OFFICE_UNIT);
    for (const consolidator of [office.as("consolidator"), elsewhere])
      expect(refusalOf(await confirm(consolidator, claimId))).toBe("claim_of_own_unit");
    expect(refusalOf(await confirm(office.as("leader"), claimId))).toBeNull();
  });

  it("who heads the unit as well does not decide on it, not even as leader", async () => {
    const claimId = await claimOfCentre();
    const leader = await givePost(office, centre(), "leader", null);
    expect(refusalOf(await confirm(leader, claimId))).toBe("claim_of_own_unit");
    expect(await office.at(MONDAY).as(leader).do(listClaims, { claimId: null })).toEqual([]);
  });

  it("heads, deputies, administrators and the operator decide on none", async () => {
    const claimId = await claimOfCentre();
    for (const role of ["head", "deputy", "admin"] as const)
      expect(refusalOf(await confirm(office.as(role), claimId))).toBe("not_allowed");
    const operator = office.at(MONDAY).as("operator");
    expect(refusalOf(await operator.run(settleClaim, { claimId, decision: "confirm" }))).toBe("not_allowed");
    expect(refusalOf(await operator.run(listClaims, { claimId: null }))).toBe("not_allowed");
  });
});

describe("what waits", () => {
  it("is shown with both dates to those who may decide, oldest first", async () => {
    await claimOfCulture();
    await claimOfCentre();
    const list = (who: Person) => office.at(MONDAY).as(who).do(listClaims, { claimId: null });
    expect(await list(office.as("consolidator"))).toMatchObject([
      { task: { number: "1.3" }, unit: { name: SERVICE_CENTRE } },
    ]);
    const [first, second] = await list(office.as("leader"));
    expect(first).toMatchObject({
      task: { number: "2.4" },
      dueOn: "2026-03-31",
      completedOn: "2026-03-20",
      notedOn: "2026-09-07",
      text: "đã hoàn thành ngày 20/3",
      files: 0,
    });
    expect(second).toMatchObject({ task: { number: "1.3" } });
    const one = await office
      .at(MONDAY)
      .as(office.as("leader"))
      .do(listClaims, { claimId: second?.id ?? "" });
    expect(one).toEqual([second]);
    expect(refusalOf(await office.at(MONDAY).as(office.as("leader")).run(listClaims, { claimId: "x" }))).toBe(
      "request_invalid",
    );
  });
});

describe("returned with a reason", () => {
  it("the head hears it within working hours", async () => {
    const claimId = await claimOfCentre();
    const input = { claimId, decision: "return", reason: "  chưa có\nminh chứng " } as const;
    expect(refusalOf(await settle(office.as("consolidator"), input, "2026-09-11T17:05:00+07:00"))).toBeNull();
    expect(await claimsOf(office, "1.3")).toMatchObject([
      { state: "returned", reason: "chưa có\nminh chứng" },
    ]);
    // After Friday's closing hour: Monday morning.
    expect(await notices("notice-claim-returned")).toEqual([
      { member_id: centre().memberId, not_before: "2026-09-14 07:30", reason: "chưa có\nminh chứng" },
    ]);
  });

  it("another claim may follow", async () => {
    const claimId = await claimOfCentre();
    await settle(office.as("consolidator"), { claimId, decision: "return", reason: "thiếu ảnh" });
    await note(office, centre(), "1.3", "đã hoàn thành, có ảnh", { at: "2026-09-08T08:00:00+07:00" });
    expect((await claimsOf(office, "1.3")).map(({ state }) => state)).toEqual(["returned", "waiting"]);
  });
});

describe("refused, with nothing changed", () => {
  it("twice, after a withdrawal, without a reason, unknown", async () => {
    const claimId = await claimOfCentre();
    const consolidator = office.as("consolidator");
    const before = await counted(office);
    for (const reason of ["", " \n ", "👍", "…"])
      expect(refusalOf(await settle(consolidator, { claimId, decision: "return", reason }))).toBe(
        "reason_required",
      );
    const tooLong = { claimId, decision: "return", reason: "x".repeat(1001) } as const;
    expect(refusalOf(await settle(consolidator, tooLong))).toBe("reason_too_long");
    expect(refusalOf(await confirm(consolidator, crypto.randomUUID()))).toBe("claim_not_found");
    expect(refusalOf(await confirm(consolidator, "x"))).toBe("request_invalid");
    expect(await counted(office)).toEqual(before);

    await confirm(consolidator, claimId);
    const decided = await counted(office);
    expect(refusalOf(await confirm(consolidator, claimId))).toBe("claim_decided");
    expect(refusalOf(await settle(office.as("leader"), { claimId, decision: "return", reason: "x" }))).toBe(
      "claim_decided",
    );
    expect(await counted(office)).toEqual(decided);
  });

  it("two who decide at once end in one decision and one refusal", async () => {
    const claimId = await claimOfCentre();
    const both = await Promise.all([
      confirm(office.as("consolidator"), claimId),
      settle(office.as("leader"), { claimId, decision: "return", reason: "chưa đủ" }),
    ]);
    expect(both.map(refusalOf).filter((code) => code !== null)).toEqual(["claim_decided"]);
  });
});

describe("audit", () => {
  it("says who decided, without the reason's words", async () => {
    const claimId = await claimOfCentre();
    await settle(office.as("leader"), { claimId, decision: "return", reason: "bí mật" });
    const entries = await office.read((tx) =>
      rows<{ actor: string; details: unknown }>(
        tx,
        sql`select actor, details from audit_entry where action = 'claim-returned'`,
      ),
    );
    expect(entries).toMatchObject([{ actor: office.as("leader").appointmentId }]);
    expect(JSON.stringify(entries)).not.toContain("bí mật");
  });
});
