import { expect, it } from "vitest";
import { readSettings } from "../../../api/settings.ts";
import { MESSENGERS } from "../../../bot/channels/registry.ts";
import type { CommandCall } from "../../../bot/commands/command.ts";
import { CommandProblem } from "../../../bot/commands/command.ts";
import { timeFramesFrom } from "../../../bot/commands/time-frames.ts";
import { translate } from "../../../locales/translate.ts";

const call = (): CommandCall => {
  const read = readSettings(MESSENGERS, {});
  if (!read.ok) throw new Error(read.problem.name);
  return {
    settings: read.settings,
    now: new Date(0),
    positionals: [],
    text: () => undefined,
    needed: () => "",
    texts: () => [],
    database: () => Promise.reject(new Error("this command opens no database")),
  };
};
async function* pieces(...parts: readonly (Uint8Array | string)[]) {
  yield* parts;
}
const answer = async (...parts: readonly (Uint8Array | string)[]): Promise<unknown> => {
  const result = await timeFramesFrom(() => pieces(...parts)).run(call());
  return result.ok ? result.value.json : result.refusal.code;
};
const sentence = async (...parts: readonly (Uint8Array | string)[]): Promise<string> => {
  try {
    await answer(...parts);
  } catch (error) {
    if (error instanceof CommandProblem)
      return error.lines.map(({ key, args }) => translate("vi", key, args)).join("\n");
    throw error;
  }
  return "no problem";
};

it("answers each phrase in its place, also when a letter is cut between two pieces", async () => {
  const asked = Buffer.from(
    JSON.stringify([
      { text: "Quý I/2026" },
      { text: "trước 20/7", context: { year: 2025, document_date: null }, sources: ["x"] },
      { text: "Phòng Kinh tế" },
    ]),
  );
  const cut = asked.indexOf(0xc3) + 1;
  expect(await answer(asked.subarray(0, cut), asked.subarray(cut))).toMatchObject([
    { text: "Quý I/2026", kind: "quarter", start_on: "2026-01-01", end_on: "2026-03-31" },
    { kind: "before_date", date: "2025-07-20", exclusive: true, due_on: null, needs_context: ["year"] },
    { kind: "none", unread: ["Phòng Kinh tế"] },
  ]);
  expect(await answer("[]")).toEqual([]);
});

it("refuses whatever is no list of phrases with one sentence", async () => {
  expect(await sentence("")).toBe("Dữ liệu ở đầu vào chuẩn không phải JSON hợp lệ.");
  expect(await sentence('[{"text":')).toBe("Dữ liệu ở đầu vào chuẩn không phải JSON hợp lệ.");
  for (const foreign of [
    "{}",
    "null",
    '"trước 15/2"',
    "[1]",
    '[{"words":"x"}]',
    '[{"text":"x","context":{"year":"?"}}]',
  ])
    expect(await sentence(foreign)).toMatch(
      /^Dữ liệu ở đầu vào chuẩn phải là danh sách .*chỗ chưa hợp lệ: \S+\.$/u,
    );
  expect(await sentence('[{"text":"a"},{"text":7}]')).toContain("1.text");
  const megabyte = "x".repeat(1024 * 1024);
  expect(await sentence(...Array.from({ length: 17 }, () => megabyte))).toBe(
    "Dữ liệu ở đầu vào chuẩn quá lớn.",
  );
});
