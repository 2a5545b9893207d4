const REPLACEMENT = "\uFFFD";

/**
 * Text as PostgreSQL can keep it: a null byte or half of a surrogate pair would make the whole update
 * unstorable, and the messenger would deliver it again for ever. Nothing else is changed.
 */
export const storableText = (text: string): string =>
  text.replaceAll("\0", REPLACEMENT).replace(/\p{Surrogate}/gu, REPLACEMENT);
