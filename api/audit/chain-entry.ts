import { createHash } from "node:crypto";

/** What an entry's hash covers: all of it but the hash and the place themselves. */
export type ChainedEntry = {
  readonly organizationId: string;
  readonly sequence: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: unknown;
};

/** What the first entry of a chain follows. */
export const CHAIN_BEGINNING = "";

/** Keys in order, no blanks: the same value is the same text, whichever way the database gives its keys back. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(",")}}`;
};

/** SHA-256 over the hash before, the place in the chain and the entry. */
export const chainEntry = (previousHash: string, position: number, entry: ChainedEntry): string => {
  const { organizationId, sequence, at, actor, action, subjectKind, subjectId, details } = entry;
  return createHash("sha256")
    .update(`${previousHash}\n${position}\n`)
    .update(canonicalJson({ organizationId, sequence, at, actor, action, subjectKind, subjectId, details }))
    .digest("hex");
};
