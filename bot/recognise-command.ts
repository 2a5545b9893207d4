import type { Role } from "../api/members/member.ts";
import { PERMISSIONS } from "../api/members/permissions.ts";
import { normaliseTaskNumber, splitNotes } from "../api/progress/split-notes.ts";
import { understandNote } from "../api/progress/understand-note.ts";
import type { LocalDate } from "../api/shared/local-date.ts";
import { foldVietnamese } from "../api/shared/normalise-vietnamese.ts";
import { COMMANDS, type Command } from "./dialogues/dialogue.ts";
import { filterOf } from "./dialogues/filter-words.ts";

type Speaking = { readonly role: Role | null; readonly today: LocalDate };

/** Spellings of a command without slash; those with words after them are held apart, so that a note is not taken for one. */
const SPOKEN: Readonly<Record<string, Command>> = {
  "nhiem vu": "nhiemvu",
  nv: "nhiemvu",
  lich: "lich",
  tim: "tim",
  "van ban": "vanban",
  duyet: "duyet",
  moi: "moi",
  "ban giao": "bangiao",
  "phan cong": "phancong",
  huy: "huy",
  "hoan tac": "hoantac",
  "cai dat": "caidat",
  "du lieu cua toi": "dulieucuatoi",
  "ket noi": "ketnoi",
  "ngat ket noi": "ngatketnoi",
  "tro giup": "trogiup",
  help: "trogiup",
};

/**
 * "/nhiemvu quá hạn", "nhiem vu qua han", "nv": the command and what follows it; null for all other words. A slash
 * before what is no command asks for help on that.
 */
export const recogniseCommand = (
  text: string,
  facts: Speaking,
  awaited: boolean,
): { name: Command; rest: string } | null => {
  const slashed = /^\/([^\s@]{1,40})(?:@\S+)?\s*([\s\S]*)$/u.exec(text.trim());
  if (slashed) {
    const word = foldVietnamese(slashed[1] ?? "").replaceAll(/[^a-z]/g, "");
    const name = COMMANDS.find((known) => known === word) ?? SPOKEN[word];
    return name === undefined
      ? { name: "trogiup", rest: `/${slashed[1]}` }
      : { name, rest: slashed[2] ?? "" };
  }
  const trimmed = text.trim();
  if (trimmed.length > 300 || trimmed.includes("\n")) return null;
  const words = trimmed.split(/\s+/u);
  for (const length of [4, 3, 2, 1]) {
    if (words.length < length) continue;
    const name = SPOKEN[foldVietnamese(words.slice(0, length).join(" "))];
    if (name === undefined) continue;
    const rest = words.slice(length).join(" ");
    return rest === "" || followsSpoken(name, rest, facts, awaited) ? { name, rest } : null;
  }
  return null;
};

/** While a dialogue waits for words, "tìm thêm minh chứng" and "nhiệm vụ chưa có minh chứng" are those words. */
const followsSpoken = (name: Command, rest: string, { role, today }: Speaking, awaited: boolean): boolean => {
  switch (name) {
    case "nhiemvu":
      // An overseer names a unit; a unit's own words after "nhiệm vụ 2.4" are a note.
      return (
        filterOf(rest) !== undefined ||
        normaliseTaskNumber(rest) !== null ||
        (!awaited && (isOverseer(role) || isKeyword(rest, today)))
      );
    case "tim":
      return !awaited;
    case "moi":
    case "bangiao":
    case "phancong":
      return role === "admin";
    default:
      return false;
  }
};

/** By the table of permissions: who sees every unit names one. */
const isOverseer = (role: Role | null): boolean => {
  const overseers: readonly Role[] = PERMISSIONS["see-all-tasks"];
  return role !== null && overseers.includes(role);
};

/** "nhiệm vụ chuyển đổi số" looks for words; "nhiệm vụ 2.4 đã xong" and "nhiệm vụ đã xong" tell of work. */
const isKeyword = (words: string, today: LocalDate): boolean => {
  if (splitNotes(`nhiệm vụ ${words}`).lines.some(({ number }) => number !== null)) return false;
  const { state, percent, difficulty, completedOn, plannedOn } = understandNote(words, {
    today,
    taskNumber: "",
  });
  return [state, percent, difficulty, completedOn, plannedOn].every((read) => read === null);
};
