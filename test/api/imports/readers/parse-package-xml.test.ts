import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePackageXml } from "../../../../api/imports/readers/parse-package-xml.ts";
import type { XmlElement } from "../../../../api/imports/readers/xml-element.ts";

const parse = (text: string) => parsePackageXml(new TextEncoder().encode(text));
const plain = (element: XmlElement | string): unknown =>
  typeof element === "string"
    ? element
    : [element.name, Object.fromEntries(element.attributes), ...element.children.map(plain)];

it("reads elements by their local name, whatever the prefix, with text and references", () => {
  const root = parse(
    `\ufeff<?xml version="1.0"?><!-- x --><w:a w:b="1 &gt; 0" c='"'>D&#7853;n v&#x1EAD;n<q:e/><![CDATA[<&>]]></w:a >\n`,
  );
  expect(root && plain(root)).toEqual(["a", { b: "1 > 0", c: '"' }, "Dận vận", ["e", {}], "<&>"]);
  const utf16 = new Uint8Array(Buffer.from("\ufeff<a>ủy</a>", "utf16le"));
  const wide = parsePackageXml(utf16);
  expect(wide && plain(wide)).toEqual(["a", {}, "ủy"]);
});

it.each([
  ["a tag that is not closed", "<a><b></a>"],
  ["a text that was cut off", "<a><b>chữ"],
  ["two roots", "<a/><b/>"],
  ["words beside the root", "<a/>chữ"],
  ["nothing", ""],
  ["a document type", "<!DOCTYPE a><a/>"],
  ["entities that grow", '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'],
  ["an entity from a file", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ["an entity that nobody declared", "<a>&nbsp;</a>"],
  ["a reference to no character", "<a>&#0;</a>"],
  ["a bare ampersand", "<a>Đ&T</a>"],
  ["half of a letter", "<a>&#xD800;</a>"],
  ["a control character", "<a>\u0001</a>"],
  ["an attribute given twice", "<a b='1' b='2'/>"],
  ["a comment that is none", "<a><!-- a -- b --></a>"],
  ["an instruction before the declaration", "\n<?xml version='1.0'?><a/>"],
  ["an attribute without quotes", "<a b=1/>"],
])("refuses %s", (_, text) => {
  expect(parse(text)).toBe(null);
});

it("refuses letters that are no UTF-8", () => {
  expect(parsePackageXml(new Uint8Array([...Buffer.from("<a>"), 0xff, ...Buffer.from("</a>")]))).toBe(null);
});

it("refuses what nests deeper than any document", () => {
  const nested = (depth: number) => parse("<a>".repeat(depth) + "</a>".repeat(depth));
  expect(nested(150)).not.toBe(null);
  expect(nested(100_000)).toBe(null);
});

describe("hostile text", () => {
  const long = 200_000;
  it.each([
    ["opening brackets", "<".repeat(long)],
    ["spaces in a tag", `<a${" ".repeat(long)}`],
    ["one endless name", `<${"a".repeat(long)}`],
    ["an endless attribute", `<a ${"b".repeat(long)}`],
    ["equals signs", `<a ${"b=".repeat(long)}`],
    ["ampersands", `<a>${"&".repeat(long)}</a>`],
    ["comments that never end", `<a>${"<!--".repeat(long)}`],
    ["many attributes that stop short", `<a${' b="1"'.repeat(long)}`],
  ])("is refused without end or fall: %s", (_, text) => {
    expect(parse(text)).toBe(null);
  });

  it("never throws", () => {
    const part = fc.constantFrom(
      "<",
      ">",
      "</",
      "/>",
      "a",
      "w:b",
      "=",
      '"',
      "'",
      " ",
      "&",
      "&lt;",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?",
      "?>",
      "chữ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const root = parse(parts.join(""));
        expect(root === null || typeof root.name === "string").toBe(true);
      }),
    );
  });
});
