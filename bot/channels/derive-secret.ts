import { createHmac } from "node:crypto";

/** One webhook secret per bot that nobody has to set: who knows the token may speak for the messenger anyway. */
export const deriveSecret = (token: string): string =>
  createHmac("sha256", token).update("webhook").digest("base64url");
