import fc from "fast-check";
import { expect, it } from "vitest";
import { hashSecret } from "../../../api/members/hash-secret.ts";
import { drawInvitationCode, normaliseInvitationCode } from "../../../api/members/invitation-code.ts";
import { recogniseInvitationCode } from "../../../bot/recognise-invitation-code.ts";

it("writes ten characters that nobody confuses", () => {
  const bytes = Uint8Array.from({ length: 10 }, (_, at) => at * 29);
  expect(drawInvitationCode(() => bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
});

it("is never a mere word or number, and is heard in capitals, in small letters and without its hyphen", () => {
  const draws = [Array(10).fill(10), Array(10).fill(3), [10, 11, 12, 13, 14, 15, 16, 17, 18, 9]];
  expect(drawInvitationCode(() => Uint8Array.from(draws.shift() ?? []))).toBe("ABCDE-FGHJ9");
  fc.assert(
    fc.property(fc.infiniteStream(fc.uint8Array({ minLength: 10, maxLength: 10 })), (bytes) => {
      const code = drawInvitationCode(() => bytes.next().value);
      for (const typed of [code, code.toLowerCase(), code.toLowerCase().replace("-", "")])
        expect(normaliseInvitationCode(recogniseInvitationCode(typed, "stranger") ?? "")).toBe(code);
    }),
  );
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
