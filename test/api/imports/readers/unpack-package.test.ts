import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { unpackPackage } from "../../../../api/imports/readers/unpack-package.ts";

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const opened = await unpackPackage(bytes);
  return opened.ok ? "ok" : opened.refusal.code;
};
const text = async (bytes: Uint8Array, name: string): Promise<string | null> => {
  const opened = await unpackPackage(bytes);
  const part = opened.ok ? await opened.value.unpack(name) : opened;
  if (!part.ok) return part.refusal.code;
  return part.value === null ? null : new TextDecoder().decode(part.value);
};
/** Where the entry of a part begins in the table at the end, as APPNOTE.TXT 4.3.12 has it. */
const entryAt = (bytes: Uint8Array): number => Buffer.from(bytes).indexOf("PK\u0001\u0002", 0, "latin1");
const patched = (bytes: Uint8Array, patch: (view: DataView, entry: number) => void): Uint8Array => {
  const copy = new Uint8Array(bytes);
  patch(new DataView(copy.buffer), entryAt(copy));
  return copy;
};

it("gives parts by their name, whatever its case, packed or stored", async () => {
  const bytes = zipSync({ "word/Document.xml": strToU8("<a/>"), media: [strToU8("stored"), { level: 0 }] });
  const opened = await unpackPackage(bytes);
  expect(opened.ok && opened.value.names).toEqual(["word/Document.xml", "media"]);
  expect(await text(bytes, "WORD/document.xml")).toBe("<a/>");
  expect(await text(bytes, "media")).toBe("stored");
  expect(await text(bytes, "nothing")).toBe(null);
});

it("reads a file that lies inside larger memory, with a comment at its end", async () => {
  const zip = zipSync({ a: strToU8("x") });
  const end = zip.length - 22;
  const commented = new Uint8Array([...zip, ...strToU8("ghi chú")]);
  new DataView(commented.buffer).setUint16(end + 20, commented.length - zip.length, true);
  const within = new Uint8Array(commented.length + 20);
  within.set(commented, 10);
  expect(await text(within.subarray(10, 10 + commented.length), "a")).toBe("x");
});

it("finds sizes that were written for files of any size", async () => {
  const zip = zipSync({ a: [strToU8("nội dung"), { extra: { 1: new Uint8Array(16) } }] });
  const large = patched(zip, (view, entry) => {
    const extra = entry + 46 + 1 + 4;
    view.setBigUint64(extra, BigInt(view.getUint32(entry + 24, true)), true);
    view.setBigUint64(extra + 8, BigInt(view.getUint32(entry + 20, true)), true);
    view.setUint32(entry + 20, 0xffffffff, true);
    view.setUint32(entry + 24, 0xffffffff, true);
  });
  expect(await text(large, "a")).toBe("nội dung");
});

describe("a bomb", () => {
  const saying = (size: number, bytes: Uint8Array): Uint8Array =>
    patched(bytes, (view, entry) => view.setUint32(entry + 24, size, true));
  const megabyte = 1024 * 1024;
  const small = zipSync({ a: strToU8("x"), b: strToU8("y") });

  it("is refused by what it says of itself, before anything is unpacked", async () => {
    expect(await codeOf(saying(101 * megabyte, small))).toBe("file_too_long");
    const oneLargePart = saying(45 * megabyte, small);
    expect(await text(oneLargePart, "b")).toBe("y");
    expect(await text(oneLargePart, "a")).toBe("file_too_long");
  });

  it("that lies about its size is stopped when more comes out", async () => {
    expect(await text(saying(100, zipSync({ a: new Uint8Array(5 * megabyte) })), "a")).toBe("file_damaged");
  });

  it("of many small parts is refused", async () => {
    const parts = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`p${at}`, new Uint8Array()]));
    expect(await codeOf(zipSync(parts))).toBe("file_too_long");
  });
});

describe("a damaged file", () => {
  const zip = zipSync({ a: strToU8("Danh mục nhiệm vụ công tác dân vận ".repeat(20)) });
  it("is refused when its end is missing", async () => {
    expect(await codeOf(zip.subarray(0, zip.length - 30))).toBe("file_damaged");
    expect(await codeOf(strToU8("PK\u0003\u0004"))).toBe("file_damaged");
    expect(await codeOf(new Uint8Array())).toBe("file_damaged");
  });

  it("is refused when a bit of the content flipped", async () => {
    const results = Array.from({ length: 20 }, (_, at) => {
      const flipped = new Uint8Array(zip);
      flipped[40 + at] = (flipped[40 + at] ?? 0) ^ 4;
      return text(flipped, "a");
    });
    expect(new Set(await Promise.all(results))).toEqual(new Set(["file_damaged"]));
  });

  it("is refused when it points outside itself, or has one name twice", async () => {
    expect(
      await text(
        patched(zip, (view, entry) => view.setUint32(entry + 42, 0x7fffffff, true)),
        "a",
      ),
    ).toBe("file_damaged");
    expect(
      await text(
        patched(zip, (view, entry) => view.setUint32(entry + 20, 0x7fffffff, true)),
        "a",
      ),
    ).toBe("file_damaged");
    expect(await codeOf(zipSync({ a: strToU8("1"), A: strToU8("2") }))).toBe("file_damaged");
  });
});

it("a password is said to be one", async () => {
  const locked = patched(zipSync({ a: strToU8("x") }), (view, entry) => view.setUint16(entry + 8, 1, true));
  expect(await codeOf(locked)).toBe("file_protected");
  const strong = patched(zipSync({ a: strToU8("x") }), (view, entry) =>
    view.setUint16(entry + 8, 0x41, true),
  );
  expect(await codeOf(strong)).toBe("file_protected");
});

it("sizes that are said twice, or that no file can have, are refused", async () => {
  const zip = zipSync({ a: [strToU8("nội dung"), { extra: { 1: new Uint8Array(16) } }] });
  const saying = (size: bigint): Uint8Array =>
    patched(zip, (view, entry) => {
      view.setUint32(entry + 24, 0xffffffff, true);
      view.setBigUint64(entry + 46 + 1 + 4, size, true);
    });
  expect(await codeOf(saying(2n ** 40n))).toBe("file_too_long");
  expect(await codeOf(saying(2n ** 63n))).toMatch(/^file_/);
  expect(await text(saying(3n), "a")).toBe("file_damaged");
});

it("a part with its sizes behind it is read as any other", async () => {
  // What programs write that do not know the size beforehand: bit 3, zeros at the part, the sizes in the table alone.
  const zip = zipSync({ a: strToU8("nội dung") });
  const streamed = patched(zip, (view, entry) => {
    for (const at of [6, entry + 8]) view.setUint16(at, view.getUint16(at, true) | 8, true);
    for (const at of [14, 18, 22]) view.setUint32(at, 0, true);
  });
  expect(await text(streamed, "a")).toBe("nội dung");
});
