import { convertFontLetters } from "../convert-font-letters.ts";
import type { PdfFont } from "./page-drawing.ts";

const BOLD = /bold|black|heavy|demi|,b|-bd/i;
const ITALIC = /italic|oblique|,i|-it$/i;
/** Families of the time before Unicode; a name that ends in H shows small letters as capitals. */
const TCVN3 = /^(?:[A-Z]{6}\+)?\.Vn\w+/;
const VNI = /^(?:[A-Z]{6}\+)?VNI[- ]?\w+/i;

/** What a font's name and matrix tell; the library says nothing of a font that is not embedded but its name. */
export const describeFont = (font: unknown): PdfFont => {
  const name = stringOf(font, "name");
  return {
    bold: BOLD.test(name) || fieldOf(font, "bold") === true,
    italic: ITALIC.test(name) || fieldOf(font, "italic") === true,
    unit: unitOf(font),
    convert: converterOf(name),
  };
};

const converterOf = (name: string): PdfFont["convert"] => {
  if (TCVN3.test(name)) {
    const capitals = /^(?:[A-Z]{6}\+)?\.Vn\w+H(?:[,\s-]|$)/.test(name);
    return (text) => {
      const converted = convertFontLetters(text, "TCVN3");
      return capitals ? converted.toUpperCase() : converted;
    };
  }
  return VNI.test(name) ? (text) => convertFontLetters(text, "VNI") : null;
};

const unitOf = (font: unknown): number => {
  const matrix = fieldOf(font, "fontMatrix");
  const [unit] = Array.isArray(matrix) ? matrix : [];
  return typeof unit === "number" && unit > 0 ? unit : 0.001;
};

const stringOf = (font: unknown, key: string): string => {
  const value = fieldOf(font, key);
  return typeof value === "string" ? value : "";
};

const fieldOf = (font: unknown, key: string): unknown =>
  typeof font === "object" && font !== null ? Reflect.get(font, key) : undefined;
