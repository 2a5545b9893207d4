import { foldVietnamese } from "../api/shared/normalise-vietnamese.ts";

/** What somebody wants of a note that was recorded. */
export type Change =
  /** Of the last note, or of the task with that number (lower case). */
  | { readonly kind: "withdraw"; readonly number: string | null }
  /** `words` take the note's place; null: they are still to come. */
  | { readonly kind: "correct"; readonly words: string | null }
  /** That something is wrong is clear; what is to be done is not. */
  | { readonly kind: "mistaken" };

/** "thu hồi", "thu hồi 3.1". */
const WITHDRAWAL = /^thu hoi(?: (?:so |nhiem vu )?(\d+(?:\.\w+)*))?\.?$/;

/** "Em ghi nhầm rồi", "xóa đi". */
const MISTAKEN =
  /^(?:(?:da|em|toi|minh|chet|xin loi),? )*(?:(?:(?:ghi|go|nhan|gui|nhap) )?(?:nham|lon|sai)(?: mat)?(?: roi)?|(?:xoa|bo)(?: di)?)(?: a)?\.?$/;

/** "sửa …", "sửa lại: …"; "sửa chữa đường", "sửa đổi quy chế", "sửa sang trụ sở" are work that was done. */
const CORRECTION =
  /^s[uử]a(?:\s+l[aạ]i)?(?:\s*:\s*|\s+)(?!(?:ch[uữ]a|[dđ][oổ]i|sang)(?!\p{L}))(\S[\s\S]*)$/iu;

/** Null when the words ask for no change. */
export const recogniseChange = (text: string): Change | null => {
  const folded = foldVietnamese(text);
  const withdrawn = WITHDRAWAL.exec(folded);
  if (withdrawn !== null) return { kind: "withdraw", number: withdrawn[1] ?? null };
  if (folded === "sua" || folded === "sua lai") return { kind: "correct", words: null };
  const words = CORRECTION.exec(text.normalize("NFC").trim())?.[1];
  if (words !== undefined) return { kind: "correct", words };
  return MISTAKEN.test(folded) ? { kind: "mistaken" } : null;
};
