import type { Role } from "../../api/members/member.ts";
import { localDate } from "../../api/shared/local-date.ts";
import { ok, type Result } from "../../api/shared/result.ts";
import type { CallResult, Context, Event, Step } from "../../bot/dialogues/dialogue.ts";
import { renderText } from "../../bot/messages/render-text.ts";
import { translatorFor } from "../../locales/translate.ts";

/** For pure steps of dialogues: what a step knows, the events it hears, the words of what it says. */

export const UNIT = { id: "0190a000-0000-7000-8000-000000000001", name: "Phòng Văn hóa - Xã hội" };
export const OTHER_UNIT = { id: "0190a000-0000-7000-8000-000000000002", name: "Công an phường" };
export const SOME_ID = "0190a000-0000-7000-8000-000000000009";

export const contextOf = (role: Role): Context => {
  const current = {
    id: "0190a000-0000-7000-8000-0000000000aa",
    role,
    unit: role === "admin" || role === "leader" ? null : { ...UNIT, kind: "department" },
    fromOn: localDate("2026-09-01"),
  };
  return {
    actor: {
      kind: "member",
      memberId: "0190a000-0000-7000-8000-0000000000bb",
      name: "Đỗ Văn Hải",
      locale: "vi",
      appointments: [current],
      current,
      chatLinkId: "0190a000-0000-7000-8000-0000000000cc",
      channel: "telegram",
      keyId: null,
    },
    organization: { name: "Ủy ban nhân dân phường Hải An", timeZone: "Asia/Ho_Chi_Minh" },
    today: localDate("2026-09-07"),
    now: new Date("2026-09-07T07:00:00+07:00"),
    messageKey: "m1",
    buttons: false,
    talking: false,
    undo: null,
  };
};

export const typed = (text: string): Event => ({ kind: "input", input: { kind: "text", text, about: null } });

export const resulted = <Name extends CallResult["name"]>(
  name: Name,
  value: Extract<CallResult, { name: Name }>["result"] extends Result<infer Value> ? Value : never,
): Event => ({ kind: "result", name, result: ok(value) }) as Event;

/** The Vietnamese words of a step's answers. */
export const wordsOf = (step: Step<unknown>): string =>
  (step.say ?? [])
    .map(({ message }) => renderText(message, translatorFor("vi"), { buttons: false }).text)
    .join("\n---\n");
