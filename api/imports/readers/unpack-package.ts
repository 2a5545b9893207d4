import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { LIMITS } from "../outline.ts";

/**
 * The parts of a zipped document (.docx, .xlsx), unpacked one by one and only when asked for. What the table of parts
 * says of a part (its size, its checksum) is held against what comes out of it, so that neither a bomb nor a flipped
 * bit is read as text.
 */
export type Package = {
  /** As written in the file, in its order, folders left out. */
  readonly names: readonly string[];
  /** A part's bytes; null where there is none of that name (letter case does not count). */
  readonly unpack: (name: string) => Promise<Result<Uint8Array | null>>;
};

/** The method of a part that is kept as it is (APPNOTE.TXT 4.4.5). */
const STORED = 0;

/** Refuses `file_damaged`, `file_protected` (a zip with a password) and `file_too_long` (too much in it). */
export const unpackPackage = async (bytes: Uint8Array): Promise<Result<Package>> => {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
    });
    return zip.entryCount > LIMITS.parts ? refuse("file_too_long") : packageOf(zip, await entriesOf(zip));
  } catch (error) {
    // The library tells of stronger passwords only by a sentence.
    const encrypted = error instanceof Error && /\bencrypt/.test(error.message);
    return refuse(encrypted ? "file_protected" : "file_damaged");
  }
};

const entriesOf = async (zip: ZipFile): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
};

const packageOf = (zip: ZipFile, entries: readonly Entry[]): Result<Package> => {
  const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]));
  if (byName.size < entries.length) return refuse("file_damaged");
  if (entries.some((entry) => entry.isEncrypted())) return refuse("file_protected");
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (size > LIMITS.unpackedBytes) return refuse("file_too_long");
  return ok({
    names: entries.map(({ fileName }) => fileName).filter((name) => !name.endsWith("/")),
    unpack: async (name) => {
      const entry = byName.get(name.toLowerCase());
      if (entry === undefined) return ok(null);
      return entry.uncompressedSize > LIMITS.partBytes ? refuse("file_too_long") : unpackEntry(zip, entry);
    },
  });
};

/** Inflated at once, which takes half the time of a stream; stops as soon as more comes out than was announced. */
const unpackEntry = async (zip: ZipFile, entry: Entry): Promise<Result<Uint8Array>> => {
  if (!entry.canDecodeFileData()) return refuse("file_damaged");
  try {
    const chunks: Uint8Array[] = [];
    const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    for await (const chunk of stream) chunks.push(chunk);
    const packed = Buffer.concat(chunks);
    const size = entry.uncompressedSize;
    const unpacked =
      entry.compressionMethod === STORED
        ? packed
        : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    // The library leaves the checksum to its caller.
    return unpacked.length === size && crc32(unpacked) === entry.crc32
      ? ok(unpacked)
      : refuse("file_damaged");
  } catch {
    return refuse("file_damaged");
  }
};
