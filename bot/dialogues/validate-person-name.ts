import { memberNameSchema } from "../../api/members/member-name.ts";

/**
 * A person's name as typed at the step that asks for one; null for what can be no name there: numbers that were
 * meant for a choice, an emoji, several lines, a whole page.
 */
export const validatePersonName = (typed: string): string | null => {
  const parsed = memberNameSchema.safeParse(typed.replaceAll(/[^\S\n]+/gu, " "));
  if (!parsed.success) return null;
  const letters = parsed.data.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 2 && !/\d/.test(parsed.data) ? parsed.data : null;
};
