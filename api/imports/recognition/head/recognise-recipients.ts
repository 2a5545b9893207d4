import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { canonicalOffice, findOffices, isCommune } from "../units/name-office.ts";
import { findUnits } from "../units/select-unit-mentions.ts";
import type { UnitLexicon } from "../units/unit-lexicon.ts";

/** Somebody named in a sentence: a unit, the office itself, an office above it. */
export type NamedBody = {
  readonly name: string;
  readonly is: "own" | "superior" | "unit";
  readonly from: number;
  readonly to: number;
};

export type OwnOffice = {
  /** "Ủy ban nhân dân phường …"; null where it is not known. */
  readonly issuer: string | null;
  readonly lexicon: UnitLexicon;
};

const SUPERIOR =
  /(?<!\p{L})(?:(?:Sở|Bộ)\s\p{Lu}\p{L}*(?:(?:,\s|\svà\s|\s)\p{Lu}\p{L}*|\s(?:vụ|lịch|thao|tế|tạo|trường|dựng|pháp|chính|nghệ|an)(?!\p{L})){0,8}|(?:Thành|Tỉnh|Quận|Huyện|Thị)\s(?:ủy|uỷ)|Ban\s\p{Lu}\p{L}*(?:\s(?:và\s)?\p{L}+){0,5}\s(?:Thành|Tỉnh|Quận|Huyện)\s(?:ủy|uỷ)|(?:UBND|HĐND)\s(?:cấp trên|cấp tỉnh|cấp huyện)|cấp trên|(?:Văn phòng\s)?UBND\s(?:TP|tp)(?!\p{L})|(?<=báo cáo\s)(?:thành phố|tỉnh|quận|huyện|cấp có thẩm quyền)|(?:Văn phòng|Phòng|Ban|Trung tâm)\s\p{Lu}\p{L}*(?:[\s,&-]{1,3}(?!(?:để|báo|gửi|tổng|trước|về|qua|cho|trình|UBND|Ủy|Uỷ)(?!\p{L}))\p{L}+){0,6}\s(?:thành phố|tỉnh|quận|huyện)(?!\p{L})|Đảng ủy(?:\s(?:phường|xã|đặc khu))?)/gu;

const UPPER =
  /^(?:Sở|Bộ)\s|(?:thành phố|tỉnh|quận|huyện)$|^(?:Thường trực |Ban Thường vụ )?Đảng ủy(?: (?:phường|xã|đặc khu)(?: .*)?)?$/u;

/** Everybody that a text names, in order; the longer of two that overlap. */
export const findBodies = (text: string, { issuer, lexicon }: OwnOffice): readonly NamedBody[] => {
  const own = issuer === null ? undefined : findOffices(issuer)[0];
  const offices = findOffices(text).map((office): NamedBody => {
    const same =
      own === undefined
        ? isCommune(office.level)
        : office.level === own.level &&
          (office.name === null ||
            own.name === null ||
            foldVietnamese(office.name) === foldVietnamese(own.name));
    return {
      name: same && issuer !== null ? issuer : canonicalOffice(office),
      is: same ? "own" : "superior",
      from: office.from,
      to: office.to,
    };
  });
  const bare = [
    ...text.matchAll(
      /(?<!\p{L})(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)(?!\p{L}|\s(?:phường|xã|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh|TP))/gu,
    ),
  ].map(
    (found): NamedBody => ({
      name: issuer ?? "Ủy ban nhân dân",
      is: "own",
      from: found.index,
      to: found.index + found[0].length,
    }),
  );
  const superiors = [...text.matchAll(SUPERIOR)].map(
    (found): NamedBody => ({
      name: capital(found[0]),
      is: "superior",
      from: found.index,
      to: found.index + found[0].length,
    }),
  );
  const units = findUnits(partVerbs(text), lexicon).map(({ name, from, to }): NamedBody => {
    const office = findOffices(name)[0];
    const upper = UPPER.test(name) || (office?.from === 0 && !isCommune(office.level));
    const level = upper ? "superior" : "unit";
    const isOwn = issuer !== null && foldVietnamese(name) === foldVietnamese(issuer);
    return { name, is: isOwn ? "own" : level, from, to };
  });
  return [...offices, ...bare, ...superiors, ...units]
    .sort((a, b) => a.from - b.from || b.to - a.to || (a.is === "unit" ? -1 : 1))
    .filter((body, at, all) => all.slice(0, at).every((other) => other.to <= body.from));
};

/** Of "Văn phòng tổng hợp" the verb is no part of the name; of "Phòng Tổng hợp" it is. Offsets stay. */
const partVerbs = (text: string): string => text.replace(/(?<=\p{L}{2}) (?=tổng hợp(?!\p{L}))/gu, ";");

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export type Recipients = {
  readonly to: NamedBody | null;
  readonly via: NamedBody | null;
  readonly explicit: boolean;
};

const VIA =
  /(?:^|[(\s,])(?:thông\s)?qua\s(?:đầu mối\s|đồng chí\s|bộ phận\s|cơ quan thường trực\s|cơ quan thường trực là\s|đ\/c\s)?$/iu;
const STRONG =
  /(?:về|gửi|gửi về|nộp về|gởi|nộp|tới|lên)\s(?:lãnh đạo\s|chủ tịch\s|thường trực\s|cho\s|về\s)?$/iu;
const WEAK =
  /(?:báo cáo(?:\skết quả(?:\sthực hiện)?)?\svới|báo cáo|trình|cho|đến|phản ánh|kiến nghị|đề xuất)(?:\s(?:với|cho|về|tới|đến|lên|kịp thời|ngay))?\s(?:lãnh đạo\s|chủ tịch\s|thường trực\s|đồng chí\s)?$/iu;

const before = (text: string, at: number): string => text.slice(Math.max(0, at - 40), at);

/** "về UBND phường (qua Phòng …)", "gửi Phòng … để tổng hợp, báo cáo UBND phường": to whom, and through whom. */
export const recogniseRecipients = (text: string, bodies: readonly NamedBody[]): Recipients => {
  const purpose = /\sđể\s|\snhằm\s/u.exec(text)?.index ?? text.length;
  const via = bodies.find(({ from }) => VIA.test(before(text, from))) ?? null;
  const others = bodies.filter((body) => body !== via);
  const main = others.filter(({ from }) => from < purpose);
  const strong = main.filter(({ from }) => STRONG.test(before(text, from)));
  const weak = main.filter(({ from }) => WEAK.test(before(text, from)));
  const to = strong[0] ?? weak[0] ?? null;
  return { to, via, explicit: strong.length > 0 };
};
