import { z } from "zod";

/**
 * What a button carries back: an action and its arguments, at most 64 bytes (Telegram's `callback_data`).
 * Ids travel in 22 characters.
 */
const id = z.uuid();
const word = z.string().regex(/^[\w:-]{1,24}$/);
const count = z.coerce.number().int().min(0).max(999_999);
const page = z.coerce.number().int().min(1).max(999);

export const buttonSchema = z.union([
  z.tuple([z.literal("command"), word]),
  z.tuple([z.literal("tasks"), word, page]),
  z.tuple([z.literal("unit-tasks"), id]),
  z.tuple([z.literal("task"), id]),
  z.tuple([z.literal("task-note"), id]),
  z.tuple([z.literal("task-seen"), id]),
  z.tuple([z.literal("note-for"), id]),
  z.tuple([z.literal("nothing-new"), id]),
  z.tuple([z.literal("note-correct"), id]),
  z.tuple([z.literal("note-withdraw"), id]),
  z.tuple([z.literal("claim-confirm"), id]),
  z.tuple([z.literal("claim-return"), id]),
  z.tuple([z.literal("post"), id]),
  z.tuple([z.literal("answer"), word]),
  z.tuple([z.literal("setting"), word, word]),
  /** One of the things that were listed last; which kind, the dialogue that asked knows. */
  z.tuple([z.literal("pick"), id]),
  z.tuple([z.literal("hand-over"), id]),
  /** A task and a unit or group: the assignment is taken back. */
  z.tuple([z.literal("unlead"), id, id]),
  z.tuple([z.literal("uncoordinate"), id, id]),
  z.tuple([z.literal("confirm-group"), id]),
  z.tuple([z.literal("revoke"), z.enum(["chat", "session"]), id]),
  z.tuple([z.literal("own-data"), z.enum(["leave", "leave-now"])]),
  z.tuple([z.literal("catalogue-seen"), id]),
  /** A document that was read. */
  z.tuple([
    z.literal("import"),
    z.enum(["open", "doubts", "accept-all", "new", "publish", "discard", "discard-now"]),
    id,
  ]),
  /** The catalogue that it amends. */
  z.tuple([z.literal("import-amends"), id, id]),
  /** As it stood at that revision. */
  z.tuple([z.literal("import-publish"), id, count]),
  /** An answer to the question of that number. */
  z.tuple([z.literal("import-doubt"), z.enum(["right", "later", "new-unit", "retype"]), id, count]),
  /** The private calendar address: those there are, or a new one. */
  z.tuple([z.literal("feed"), z.enum(["offer", "new"])]),
  z.tuple([z.literal("feed-revoke"), id]),
  z.tuple([z.literal("cancel")]),
]);
export type Button = z.infer<typeof buttonSchema>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const shorten = (part: string): string =>
  UUID.test(part) ? `~${Buffer.from(part.replaceAll("-", ""), "hex").toString("base64url")}` : part;

const lengthen = (part: string): string => {
  if (!/^~[\w-]{22}$/.test(part)) return part;
  const hex = Buffer.from(part.slice(1), "base64url").toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

export const packButton = (button: Button): string => {
  const packed = button.map((part) => shorten(String(part))).join(" ");
  if (Buffer.byteLength(packed) > 64) throw new RangeError(`button data too long: ${button[0]}`);
  return packed;
};

/** Null for anything that this house did not pack. */
export const parseButton = (data: string): Button | null => {
  const parsed = buttonSchema.safeParse(data.split(" ").map(lengthen));
  return parsed.success ? parsed.data : null;
};
