import { hash } from "node:crypto";

/** The tag of a representation: equal words have equal tags, wherever and whenever they are asked for. */
export const revisionOf = (body: string | Uint8Array): string =>
  `"${hash("sha256", body, "base64url").slice(0, 22)}"`;

/** Whether a header `If-Match` or `If-None-Match` names that tag; `*` names every one. */
export const namesRevision = (header: string, revision: string): boolean =>
  header
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === "*" || tag === revision);
