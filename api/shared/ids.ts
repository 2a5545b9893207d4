import { randomBytes } from "node:crypto";

const IDS_IN_A_MILLISECOND = 0x1000;
/** Chance is fetched for many ids at once: the call costs more than the bytes. */
const POOL = 16 * 256;
let pool = randomBytes(POOL);
let used = 0;
const sixteenBytes = (): Buffer => {
  if (used === POOL) {
    pool = randomBytes(POOL);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
};

let lastMs = -1;
let made = 0;

/**
 * UUID version 7: rises with time, so that rows of one day lie together in an index, and with every id that this
 * process makes in the same millisecond (RFC 9562, 6.2), so that the later of two notes stays the later one.
 */
export const newId = (now: Date): string => {
  const ms = now.getTime();
  made = ms === lastMs ? made + 1 : 0;
  lastMs = ms;
  const bytes = sixteenBytes();
  bytes.writeUIntBE(ms + Math.floor(made / IDS_IN_A_MILLISECOND), 0, 6);
  bytes.writeUInt16BE(0x7000 | (made % IDS_IN_A_MILLISECOND), 6);
  bytes.writeUInt8(((bytes.at(8) ?? 0) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

/** Rises above every id that was made before that instant, and above none that was made after it. */
export const firstIdAt = (instant: Date): string => {
  const hex = instant.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};
