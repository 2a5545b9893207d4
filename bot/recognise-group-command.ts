import { foldVietnamese } from "../api/shared/normalise-vietnamese.ts";

/** Names may hold blanks ("@Đôn Đốc Hải An"); a messenger may leave them in the text, before the words or after. */
const SPOKEN = /^(?:@.{1,60}? )?\/?(ngat )?ket ?noi(?:@\S{1,60})?(?: @.{1,60})?[.!]?$/;

/** What an administrator may ask in a group: "/ketnoi", "kết nối", "ngat ket noi"; null for all other words. */
export const recogniseGroupCommand = (text: string): "connect" | "disconnect" | null => {
  if (text.length > 200) return null;
  const found = SPOKEN.exec(foldVietnamese(text).replace(/^\/ngatketnoi/, "/ngat ketnoi"));
  return found === null ? null : found[1] === undefined ? "connect" : "disconnect";
};
