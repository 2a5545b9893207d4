import type { NamedBody } from "../head/recognise-recipients.ts";
import type { Duty } from "./segment-duties.ts";

/** Who reports: as written, and the units that the words name. */
export type Sender = { readonly from: string | null; readonly units: readonly string[] };

const VERB =
  /(?:,?\s)(?:triển khai|xây dựng|báo cáo|thực hiện|định kỳ|tổ chức|căn cứ|chủ động|gửi|nghiêm túc|có trách nhiệm|tổng hợp|tham mưu|trước|chậm nhất|lập|rà soát|theo dõi|đánh giá)(?!\p{L})/iu;
const EVERYBODY =
  /(?:^|,\s|(?:yêu cầu|đề nghị|giao)\s)((?:thủ trưởng\s)?(?:các|từng|mỗi)\s(?:cơ quan|đơn vị|phòng|ban|ngành|bộ phận|công chức|cán bộ|tổ|thôn|ấp|khu phố|trường)[^;.:]{0,200})/iu;

/** Without "1.", "a)" or "-" before it. */
export const withoutLabel = (text: string): string =>
  text.replace(/^\s*(?:\d{1,2}[.)]|[a-zđ]\)|[-+*•–])\s*/u, "").trim();

/** The units before the verb, else those whose paragraph it is. */
export const recogniseSender = (sentence: string, bodies: readonly NamedBody[], duty: Duty): Sender => {
  const start = withoutLabel(sentence);
  const everybody = EVERYBODY.exec(start)?.[1];
  if (everybody !== undefined) {
    const phrase = everybody
      .slice(0, VERB.exec(everybody)?.index ?? everybody.length)
      .replace(/[\s,]+$/u, "");
    const at = sentence.indexOf(phrase);
    const named = bodies.filter(
      ({ from, to, is }) => is === "unit" && from >= at && to <= at + phrase.length,
    );
    return { from: phrase, units: [...new Set(named.map(({ name }) => name))] };
  }
  if (duty.units.length > 0)
    return { from: duty.units.length === 1 ? (duty.units[0] ?? null) : duty.unitText, units: duty.units };
  const [first] = bodies;
  if (first !== undefined && first.is === "unit" && first.from <= sentence.length - start.length + 4)
    return { from: first.name, units: [first.name] };
  return { from: duty.unitText, units: [] };
};
