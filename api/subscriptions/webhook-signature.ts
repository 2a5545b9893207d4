import { createHmac } from "node:crypto";

const PREFIX = "whsec_";
/** Of the secret: 256 random bits. */
export const SECRET_BYTES = 32;

export const secretFrom = (random: Uint8Array): string =>
  `${PREFIX}${Buffer.from(random).toString("base64")}`;

/** By Standard Webhooks, version 1: HMAC-SHA256 over id, second and body. */
export const signatureOf = (
  secret: string,
  message: { readonly id: string; readonly second: number; readonly body: string },
): string => {
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signed = createHmac("sha256", key).update(`${message.id}.${message.second}.${message.body}`);
  return `v1,${signed.digest("base64")}`;
};
