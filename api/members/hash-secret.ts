import { hash } from "node:crypto";

/**
 * What is kept of a code or a session's token. They are random and long, so one round of SHA-256 is enough:
 * there is no dictionary to try.
 */
export const hashSecret = (secret: string): string => hash("sha256", secret, "hex");
