import { expect, it } from "vitest";
import { hashSecret } from "../../../api/members/hash-secret.ts";
import {
  INVITATION_CODE_BYTES,
  invitationCodeFrom,
  normaliseInvitationCode,
} from "../../../api/members/invitation-code.ts";

it("writes ten characters that nobody confuses, the same for the same bytes", () => {
  const bytes = Uint8Array.from({ length: INVITATION_CODE_BYTES }, (_, at) => at * 29);
  expect(invitationCodeFrom(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(invitationCodeFrom(bytes)).toBe(invitationCodeFrom(bytes));
  expect(() => invitationCodeFrom(new Uint8Array(3))).toThrow(RangeError);
});

it.each([
  ["K7M2P-9QRTX", "K7M2P-9QRTX"],
  ["  k7m2p9qrtx ", "K7M2P-9QRTX"],
  ["k7m2p – 9qrtx", "K7M2P-9QRTX"],
  ["OIl2P-9QRTX", "0112P-9QRTX"],
  ["K７M2P-9QRTX", "K7M2P-9QRTX"],
])("understands %s", (typed, code) => {
  expect(normaliseInvitationCode(typed)).toBe(code);
});

it.each(["", "K7M2P", "K7M2P-9QRTXX", "K7M2P-9QRTU", "😀".repeat(10), "đ7M2P-9QRTX", "0".repeat(10_000)])(
  "knows that %j is no code",
  (typed) => {
    expect(normaliseInvitationCode(typed)).toBeNull();
  },
);

it("keeps a hash", () => {
  expect(hashSecret("K7M2P-9QRTX")).toMatch(/^[0-9a-f]{64}$/);
});
