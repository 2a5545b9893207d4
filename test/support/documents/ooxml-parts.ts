import { escapeXml } from "./render-paragraphs.ts";

/** The parts of a .docx package round the body that is handed in. */
export const packageParts = (
  body: string,
  footnotes: Readonly<Record<string, string>>,
  font: string,
): Readonly<Record<string, string>> => ({
  "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${PARTS.map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${WORD_TYPE}.${type}+xml"/>`).join("")}</Types>`,
  "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
  "word/_rels/document.xml.rels": `${XML}<Relationships xmlns="${PACKAGE_RELATIONS}">${["header1", "footnotes", "styles", "numbering"].map((name, index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}/${name.replace(/\d/, "")}" Target="${name}.xml"/>`).join("")}</Relationships>`,
  "word/document.xml": `${XML}<w:document ${SPACES}><w:body>${body}</w:body></w:document>`,
  "word/header1.xml": `${XML}<w:hdr ${SPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
  "word/footnotes.xml": `${XML}<w:footnotes ${SPACES}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>${Object.entries(footnotes).map(footnote).join("")}</w:footnotes>`,
  "word/styles.xml": `${XML}<w:styles ${SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}" w:eastAsia="${font}"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`,
  "word/numbering.xml": `${XML}<w:numbering ${SPACES}>${["•", "-"].map((sign, index) => `<w:abstractNum w:abstractNumId="${index}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>`).join("")}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
});

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const SPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATION}"`;
const PARTS = [
  ["document", "document.main"],
  ["styles", "styles"],
  ["numbering", "numbering"],
  ["footnotes", "footnotes"],
  ["header1", "header"],
] as const;

const footnote = ([mark, text]: readonly [string, string]): string =>
  `<w:footnote w:id="${mark}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> ${escapeXml(text)}</w:t></w:r></w:p></w:footnote>`;
