import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

/** Pixels of one module: large enough for a phone that reads it off another phone. */
const SCALE = 8;
const QUIET_MODULES = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREYSCALE = 0;

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A text as a QR code in PNG, eight bits a pixel (PNG, ISO/IEC 15948). */
export const drawQr = (text: string): Uint8Array => {
  const { data: modules, size } = encode(text, { border: QUIET_MODULES, ecc: "M" });
  const width = size * SCALE;
  const row = (y: number): Buffer => {
    // Each row begins with its filter: none.
    const pixels = Buffer.alloc(width + 1, 0xff);
    pixels[0] = 0;
    for (let x = 0; x < width; x += 1)
      if (modules[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] === true) pixels[x + 1] = 0;
    return pixels;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([8, GREYSCALE, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: width }, (_, y) => row(y))))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
