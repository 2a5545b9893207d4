import { expect, test } from "vitest";
import { redactToken } from "../../../bot/channels/redact-token.ts";

test("no form of the token survives", () => {
  const redact = redactToken("4242:abc-DEF_gh");
  for (const text of [
    "https://x/bot4242:abc-DEF_gh/getMe",
    "4242%3Aabc-DEF_gh",
    "abc-DEF_gh",
    "99:otherTOKEN12",
  ])
    expect(redact(text)).not.toMatch(/abc-DEF|otherTOKEN/);
});
