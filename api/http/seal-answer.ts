import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Only a hash of the caller's token is kept anywhere, so that nobody but the caller can open what is kept. */
const keyOf = (token: string, idempotencyKey: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", token, idempotencyKey, "answered request", 32));

/** An answer that is kept may hold a key or a code that is shown this once: nobody reads it in the database. */
export const sealAnswer = (body: string, token: string, idempotencyKey: string): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(token, idempotencyKey), nonce);
  const sealed = Buffer.concat([cipher.update(body, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
};

/** Null when it was sealed for another token: a person logs in anew, or a row was tampered with. */
export const openAnswer = (sealed: string, token: string, idempotencyKey: string): string | null => {
  const bytes = Buffer.from(sealed, "base64");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(token, idempotencyKey), nonce).setAuthTag(tag);
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString();
  } catch {
    return null;
  }
};
