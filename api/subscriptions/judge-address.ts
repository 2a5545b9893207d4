/**
 * Where an address of the network leads: "private" is this machine or the office's own network, "forbidden" what
 * no other system of an office lives at: link-local and metadata services, multicast, reserved ranges.
 */
export type AddressKind = "public" | "private" | "forbidden";

type Block = readonly [network: readonly number[], bits: number];

const FORBIDDEN_4: readonly Block[] = [
  [[0, 0, 0, 0], 8],
  [[169, 254, 0, 0], 16],
  // Metadata services of clouds outside link-local: 192.0.0.192, 100.100.100.200, 168.63.129.16.
  [[192, 0, 0, 0], 24],
  [[100, 100, 100, 200], 32],
  [[168, 63, 129, 16], 32],
  [[192, 0, 2, 0], 24],
  [[198, 51, 100, 0], 24],
  [[203, 0, 113, 0], 24],
  [[224, 0, 0, 0], 4],
  [[240, 0, 0, 0], 4],
];
const PRIVATE_4: readonly Block[] = [
  [[127, 0, 0, 0], 8],
  [[10, 0, 0, 0], 8],
  [[172, 16, 0, 0], 12],
  [[192, 168, 0, 0], 16],
  [[100, 64, 0, 0], 10],
];

const isIn = (bytes: readonly number[], [network, bits]: Block): boolean =>
  network.every((part, at) => {
    const left = Math.min(Math.max(bits - at * 8, 0), 8);
    const mask = (0xff << (8 - left)) & 0xff;
    return ((bytes[at] ?? 0) & mask) === (part & mask);
  });

const judge4 = (bytes: readonly number[]): AddressKind =>
  FORBIDDEN_4.some((block) => isIn(bytes, block))
    ? "forbidden"
    : PRIVATE_4.some((block) => isIn(bytes, block))
      ? "private"
      : "public";

const bytesOf4 = (text: string): readonly number[] | null => {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
};

const groupsOf = (part: string): readonly number[] | null => {
  if (part === "") return [];
  const groups: number[] = [];
  const pieces = part.split(":");
  for (const [at, piece] of pieces.entries()) {
    const four = at === pieces.length - 1 ? bytesOf4(piece) : null;
    if (four !== null) {
      const [a = 0, b = 0, c = 0, d = 0] = four;
      groups.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9a-f]{1,4}$/i.test(piece)) groups.push(Number.parseInt(piece, 16));
    else return null;
  }
  return groups;
};

/** The sixteen bytes of an IPv6 address without its zone; null for anything else. */
const bytesOf6 = (text: string): readonly number[] | null => {
  const halves = text.replace(/%.*$/, "").split("::");
  if (halves.length > 2) return null;
  const [head, tail] = [groupsOf(halves[0] ?? ""), groupsOf(halves[1] ?? "")];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  return [...head, ...new Array<number>(missing).fill(0), ...tail].flatMap((group) => [
    group >> 8,
    group & 0xff,
  ]);
};

const judge6 = (bytes: readonly number[]): AddressKind => {
  const starts = (...first: readonly number[]): boolean => first.every((byte, at) => bytes[at] === byte);
  const zeros = (from: number, to: number): boolean => bytes.slice(from, to).every((byte) => byte === 0);
  // An IPv4 address in other clothes: mapped, behind NAT64, by 6to4.
  if (zeros(0, 10) && bytes[10] === 0xff && bytes[11] === 0xff) return judge4(bytes.slice(12));
  if (starts(0x00, 0x64, 0xff, 0x9b) && zeros(4, 12)) return judge4(bytes.slice(12));
  if (starts(0x20, 0x02)) return judge4(bytes.slice(2, 6));
  if (zeros(0, 15) && bytes[15] === 1) return "private";
  // The metadata service of a cloud within the private range.
  if (starts(0xfd, 0x00, 0x0e, 0xc2)) return "forbidden";
  if (((bytes[0] ?? 0) & 0xfe) === 0xfc) return "private";
  // Only 2000::/3 is the internet; link-local, site-local, multicast, unspecified and Teredo are not.
  return ((bytes[0] ?? 0) & 0xe0) === 0x20 && !starts(0x20, 0x01, 0x00, 0x00) ? "public" : "forbidden";
};

/** Null when the text is no address. */
export const judgeAddress = (text: string): AddressKind | null => {
  const four = bytesOf4(text);
  if (four !== null) return judge4(four);
  const six = text.includes(":") ? bytesOf6(text) : null;
  return six === null ? null : judge6(six);
};
