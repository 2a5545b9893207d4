import { normaliseInvitationCode } from "../api/members/invitation-code.ts";

/** Of a letter that is forwarded; more was pasted by mistake, or sent to keep the bot busy. */
const LONGEST = 4_096;
const STARTED = /^\/?start(?:@\S+)?[\s:]+(\S.{0,80})$/iu;
const NAMED =
  /^(?:đây là |day la )?(?:mã|ma|code)(?: (?:mời|moi|số|so|là|la|của tôi|cua toi))*\s*[:=]?\s*(.{1,60})$/iu;
const BARE = /^[0-9a-z]{5}\s*[\s\p{Pd}]?\s*[0-9a-z]{5}$/iu;
const WITHIN = /(?<![\p{L}\p{N}\p{Pd}])[0-9a-z]{5}[-‐‑‒–][0-9a-z]{5}(?![\p{L}\p{N}\p{Pd}])/giu;

/**
 * The invitation code of a message: "/start CODE", "mã mời: CODE", the code alone with or without hyphen; from a
 * stranger also the one that stands in a forwarded letter. A member's words are notes before they are letters.
 */
export const recogniseInvitationCode = (text: string, from: "stranger" | "member"): string | null => {
  if (text.length > LONGEST) return null;
  const words = text.normalize("NFC").trim();
  const started = STARTED.exec(words)?.[1];
  if (started !== undefined) return started.trim();
  const unquoted = words.replaceAll(/^["'“‘(]+|["'”’).,;!]+$/gu, "");
  const named = NAMED.exec(unquoted)?.[1];
  if (named !== undefined && isCode(named)) return named.trim();
  if (BARE.test(unquoted) && isCode(unquoted)) return unquoted;
  if (from === "member") return null;
  const within = new Set(
    (text.match(WITHIN) ?? []).filter(isCode).map((code) => normaliseInvitationCode(code)),
  );
  const [only, ...others] = within;
  return others.length === 0 ? (only ?? null) : null;
};

/** A telephone number has no letters; words have no figures, and a code without any is written in capitals. */
const isCode = (text: string): boolean =>
  normaliseInvitationCode(text) !== null &&
  /\p{L}/u.test(text) &&
  (/\d/.test(text) || /^[A-Z]{5}\s*\p{Pd}\s*[A-Z]{5}$/u.test(text.trim()));
