/**
 * A one-time code that is read aloud, copied from paper and typed on a phone: ten characters of Crockford's
 * alphabet, which lacks I, L, O and U, are 50 bits. Written "K7M2P-9QRTX".
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 10;

/**
 * A code of random bytes: five bits of each choose one of 32 characters. It is drawn again until it has letters and
 * figures, since ten letters in small print are a word to whoever reads them, and ten figures a telephone number.
 */
export const drawInvitationCode = (randomBytes: (count: number) => Uint8Array): string => {
  for (;;) {
    const code = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte & 31]).join("");
    if (/\d/.test(code) && /\p{L}/u.test(code)) return written(code);
  }
};

const written = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/**
 * The code that a person meant: without regard to case, spaces and hyphens; O is 0, I and L are 1.
 * Null when it cannot be a code.
 */
export const normaliseInvitationCode = (typed: string): string | null => {
  // A message of 10,000 characters is no code, and is not worth reading.
  if (typed.length > 60) return null;
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const known = code.length === LENGTH && [...code].every((character) => ALPHABET.includes(character));
  return known ? written(code) : null;
};
