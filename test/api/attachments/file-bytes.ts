/** The smallest bytes by which each kind is known. */

const latin = (text: string): Buffer => Buffer.from(text, "latin1");

export const PDF = latin("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
export const JPEG = Buffer.concat([
  Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"),
  Buffer.alloc(16),
]);
export const WEBP = Buffer.concat([
  latin("RIFF"),
  Buffer.from([40, 0, 0, 0]),
  latin("WEBPVP8 "),
  Buffer.alloc(32),
]);
export const HEIC = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  latin("ftypheic"),
  Buffer.alloc(4),
  latin("mif1heic"),
  Buffer.alloc(16),
]);
export const EXE = Buffer.concat([latin("MZ"), Buffer.alloc(200, 7)]);

const entry = (name: string, content: Buffer): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, latin(name), content]);
};
const end = (): Buffer => {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  return record;
};

export const ZIP = Buffer.concat([entry("readme.txt", latin("hello")), end()]);

const MAIN = {
  word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xl: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
} as const;

/** A Word or Excel file; `before` bytes of a picture may stand in front of what says so. */
export const officeFile = (kind: keyof typeof MAIN, before = 0): Buffer =>
  Buffer.concat([
    ...(before === 0 ? [] : [entry("media/image1.bin", Buffer.alloc(before, 1))]),
    entry(
      "[Content_Types].xml",
      latin(
        `<?xml version="1.0"?><Types><Override PartName="/${kind}/main.xml" ContentType="${MAIN[kind]}"/></Types>`,
      ),
    ),
    entry(`${kind}/main.xml`, latin("<x/>")),
    end(),
  ]);
