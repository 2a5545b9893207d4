/**
 * The words officials report with, as data. Written with full diacritics; a note may leave any of them out.
 * Chat spellings stand beside the words they shorten.
 */

const list = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");

const NOT_YET = ["chưa", "chx", "chả", "chẳng"] as const;
const NOT = ["không", "ko", "k", "kg", "khg", "hông", "hok"] as const;
const each = (heads: readonly string[], tails: readonly string[]): readonly string[] =>
  heads.flatMap((head) => tails.map((tail) => `${head} ${tail}`));

export const NOTE_VOCABULARY = {
  /** Says that the task is finished. */
  completion: list("xong, xong xuôi, xog, hoàn thành, hoàn tất, ht, hthành, done, đã kết thúc"),
  /** Finishes a task whose product is a paper, if a number or a day shows that the paper exists. */
  act: list("ban hành, phát hành, phê duyệt, thông qua, nộp, gửi báo cáo, ký, tham mưu ban hành"),
  handedIn: list("nộp"),
  handedInWhat: list("báo cáo, bc, đủ, đầy đủ, rồi, roài, r, rùi, ạ, lên, về, cho, đúng hạn"),
  past: list("đã, vừa, mới, đc, rồi"),
  /** Before a word of completion: the work goes on. */
  hold: [...NOT_YET, ...list("sắp, gần, cơ bản, sơ bộ, tương đối, gần như, chuẩn bị")],
  notYet: NOT_YET,
  /** After "chưa": nothing is open. */
  harmless: list(
    "phát sinh, ps, có khó khăn, có vướng mắc, có vướng, gặp, ghi nhận, thấy, có gì, có phát sinh, có ý kiến, có phản ánh",
  ),
  stillOpen: list("còn lại, còn thiếu, còn tồn, còn nợ, còn vướng, còn phải, còn một số, còn vài"),
  remaining: list("còn, thiếu"),
  /** Before a word of completion: a promise, a wish or somebody else's duty. */
  plan: list(`
    dự kiến, dk, dự định, dự tính, phấn đấu, sẽ, cố gắng, quyết tâm, cam kết, hứa, đăng ký, mục tiêu, chỉ tiêu, hướng tới,
    ngày mai, mai, mốt, tuần sau, tuần tới, tháng sau, tháng tới, cuối tuần, cuối tháng, cuối quý, cuối năm, quý sau
  `),
  /** Before a word of completion: it is not being claimed. */
  voided: [
    ...NOT,
    ...list(`
      đề nghị, đề xuất, yêu cầu, đôn đốc, chỉ đạo, nhắc, nhắc nhở, xin, để, nhằm, cần, phải, nếu, khi, chờ, đợi, trình, thời hạn,
      hạn, kịp, chậm nhất, khó, không thể, nhờ, hướng dẫn, vận động, bao giờ, liệu, hay, tỷ lệ, tỉ lệ, thúc, thúc đẩy
    `),
  ],
  /** A span of time after "hoàn thành" reads as a promise unless "đã" stands there. */
  within: list(
    "trong tuần, trong tháng, trong quý, trong năm, trong thời gian, vào tuần, vào tháng, vào quý, tháng, quý",
  ),
  /** Only a part, or a draft, was finished. */
  part: list(`
    bước, giai đoạn, đợt, phần, khâu, một phần, một nửa, nửa, phần lớn, cơ bản, lần, dự thảo, bản thảo, soạn thảo, lấy ý kiến, xin ý kiến,
    góp ý, thẩm định, hầu hết, công tác chuẩn bị, chuẩn bị, một ít, một tổ, vài, một số, nhiều, một vài
  `),
  /** "phần việc được giao" is the whole. */
  wholeAfterPart: list("phần việc, phần công việc, nhiều nhiệm vụ"),
  purpose: list("để, nhằm"),
  underway: list("đang, đg, trong quá trình, vẫn làm, dở dang"),
  /** Without its marks "đang" is also Đảng and đăng: it counts only before one of these. */
  underwayVerb: list(`
    làm, thực hiện, triển khai, lấy, xin, trình, chờ, đợi, soạn, dự thảo, rà soát, xây dựng, hoàn thiện, hoàn thành, tham mưu, tổ chức, phối hợp,
    tuyên truyền, vận động, tổng hợp, lập, chuẩn bị, gửi, họp, khảo sát, tiếp tục, tiến hành, xử lý, giải quyết, đôn đốc, theo dõi,
    kiểm tra, vướng, gặp, ban hành, diễn ra, thẩm định, thống kê, viết, thi công, ký, in, đi
  `),
  partyBefore: list("xây dựng, ban, khối, tổ chức, của, cơ quan, công tác"),
  waiting: list("đang chờ, đang đợi, chờ, đợi"),
  /** The work goes on, unless the note also says that it is finished. */
  softUnderway: list(`
    lấy ý kiến, xin ý kiến, dự thảo, bản thảo, soạn thảo, tiếp tục thực hiện, tiếp tục triển khai, bắt đầu triển khai, bắt đầu thực hiện,
    bắt đầu làm, mới bắt đầu, mới triển khai, mới làm, đã bắt đầu
  `),
  notStarted: each(
    NOT_YET,
    list(
      "triển khai, thực hiện, làm, làm gì, bắt đầu, tiến hành, khởi động, có kết quả, tk, th, được triển khai, được thực hiện, đc triển khai",
    ),
  ),
  /** After "chưa triển khai": started, but not all over or not well. */
  notWholly: list("hết, đầy đủ, đồng bộ, dứt điểm, tốt, hiệu quả, đạt, đúng, rộng rãi, đều, nhiều"),
  nothingNew: [
    ...each(
      [...NOT, ...NOT_YET],
      list(
        "phát sinh, ps, p sinh, có phát sinh, có ps, có gì mới, có gì phát sinh, có nội dung phát sinh, có nội dung mới",
      ),
    ),
    ...each(NOT, list("có gì, có nội dung gì, có việc mới, có nội dung")),
    "kps",
  ],
  noChange: [
    ...list(`
      giữ nguyên, như cũ, như trước, như kỳ trước, như lần trước, như tháng trước, như tuần trước, như báo cáo trước, như đã báo cáo, vẫn vậy,
      vẫn thế, vẫn như cũ, vẫn như vậy, y như cũ, như hôm trước
    `),
    ...each(NOT, list("thay đổi, có thay đổi, có gì thay đổi, đổi, có biến động")),
  ],
  not: NOT,
  /** Right behind a task's number in the middle of a line: another note begins there. */
  opensNote: [
    ...NOT_YET,
    ...list(`
      đã, đang, vẫn đang, xong, xong xuôi, xog, hoàn thành, hoàn tất, ht, done, đạt, còn vướng, đang vướng, gặp khó khăn, gặp vướng mắc,
      vướng mắc, khó khăn, giữ nguyên, như cũ, dự kiến, kps
    `),
    ...each(NOT, list("phát sinh, ps, có phát sinh, có ps, có gì mới, thay đổi, có thay đổi")),
  ],
  /** May stand before those. */
  opensNoteAfter: list("cũng, thì, vẫn, hiện, cũng đã, cũng vẫn"),
  /** Before a task's number: courtesy, nothing of the task. Folded. */
  lead: list(`
    da, em, chi, anh, toi, minh, xin, phep, bao, cao, bc, gui, cho, ghi, giup, thua, kinh, chao, a, phong, ben, don, vi, co, chu, dong, nhe, nho,
    la, ve, cap, nhat, xem, con, rieng, oi
  `),
  numberLead: list("nhiem, vu, nv, muc, stt, dau, viec, so"),
  /** Words of "đã làm xong hết" before the number they are said of. Folded. */
  claimedBefore: list(
    "da, vua, moi, lam, thuc, hien, xong, xog, hoan, thanh, tat, het, dang, chua, roi, duoc, dc, cac",
  ),
  closing: list("roi, r, a, nhe, nha, em, anh, chi, dong, co, chu, roai"),
  /** One to ten. Folded. */
  spelledDigits: list("mot, hai, ba, bon, nam, sau, bay, tam, chin, muoi"),
  spelledPoint: list("cham, phay"),
  question: list("đâu, chưa, chx, không, ko, hay chưa"),
  difficulty: list(`
    khó khăn, vướng mắc, vướng, khó khăn vướng mắc, vướng mắc khó khăn, tồn tại hạn chế, kk, kkvm, trở ngại
  `),
  /** A difficulty told without announcing it. */
  plainDifficulty: list(`
    thiếu kinh phí, thiếu nhân lực, thiếu người, thiếu nhân sự, chưa có kinh phí, chưa được cấp kinh phí, chưa được bố trí kinh phí, chưa bố trí được kinh phí,
    chưa có hướng dẫn, không có kinh phí, ko có kinh phí, hết kinh phí, chưa có mặt bằng
  `),
  /** Straight before "khó khăn": it is a difficulty of the work, not of a family. */
  beforeDifficulty: list(
    "gặp, có, còn, nhiều, những, các, số, đang, rất, do, vì, bị, nêu, chút, là, hơi, vẫn, tuy, dù, về, phải",
  ),
  noDifficulty: [
    ...NOT,
    ...NOT_YET,
    ...list(
      "hết, tháo gỡ, giải quyết, khắc phục, hỗ trợ, giúp, giúp đỡ, hoàn cảnh, hộ, gia đình, người, đối tượng, vùng, đặc biệt, vượt, vượt qua, chia sẻ, nắm, lắng nghe, tìm hiểu",
    ),
  ],
  emptyDifficulty: [
    ...NOT,
    ...list(
      "không có, ko có, k có, kg có, không có gì, hết, chưa có, không phát sinh, chưa, 0, chưa phát sinh",
    ),
  ],
  /** After a comma: the difficulty has been told, the next thing begins. */
  endsDifficulty: list(
    "đã, đang, đạt, hoàn thành, dự kiến, dk, không phát sinh, tổ chức, kết quả, phấn đấu, sẽ, xong, tiến độ, hiện",
  ),
  difficultyLead: list("do, vì, là, bởi, tại vì, bởi vì"),
  basis: list(
    "theo, thực hiện, căn cứ, triển khai, quán triệt, hưởng ứng, kèm theo, tại, dựa trên, dựa theo, học tập",
  ),
  deadline: list(
    "trước, hạn, chậm nhất, đến hạn, quá hạn, sau, thời hạn, hết hạn, muộn nhất, đến, tới, đến hết",
  ),
  dateFiller: list("ngày, hôm, vào, mùng, mồng, lúc, từ, hết, là, ngay, sáng, chiều, tối, trưa, được, nay"),
  today: list("hôm nay, hnay, sáng nay, trưa nay, chiều nay, tối nay, bữa nay, nay"),
  yesterday: list("hôm qua, hqua, sáng qua, trưa qua, chiều qua, tối qua, đêm qua, bữa qua, qua"),
  dayBeforeYesterday: list("hôm kia"),
  /** Of the whole task: what "80% …" may go on with. */
  wholeNoun: list(
    "kế hoạch, kh, khối lượng, công việc, cv, nhiệm vụ, nv, tiến độ, chỉ tiêu, yêu cầu, nội dung, việc, kế hoạch đề ra, kế hoạch năm",
  ),
  afterPercent: list(`
    rồi, r, roài, rùi, ạ, a, nhé, nha, do, vì, và, so với, theo, của kế hoạch, của nhiệm vụ, hiện, đang, đến nay, tính đến, nay, dự kiến, trong kỳ, trong tháng,
    hoàn thành, xong, chưa, nhưng, còn, tuy, đúng hạn, trước hạn, đúng tiến độ, đến, bộ phận, vào, ngày, từ, theo kế hoạch, e, em, thôi, đã
  `),
  /** Words that may stand before "100%" without giving it another subject. */
  percentLead: list(`
    đã, đạt, được, đc, hoàn thành, hoàn tất, ht, xong, thực hiện, triển khai, tiến độ, kết quả, là, công việc, nhiệm vụ, việc, kế hoạch, làm, hiện,
    hiện nay, hiện tại, nay, đến, đến nay, đến ngày, ngày, vào, chung, toàn bộ, tổng, vừa, mới, tỷ lệ hoàn thành, tính đến, mức, em, e, báo cáo, cả, hết, rồi, thì
  `),
  /** Before a percentage: it is not what has been reached. */
  notReached: list("còn, thiếu, giảm, tăng, tỷ lệ, tỉ lệ, vượt, trên tổng số, chỉ tiêu, dưới"),
} as const satisfies Record<string, readonly string[]>;

/** Things that are counted in reports: a decimal of them makes no sense. */
export const COUNTED_UNITS = list(`
  hội nghị, hội thảo, cuộc, cuộc họp, buổi, buổi họp, lượt, lượt người, lượt hộ, lượt cán bộ, lượt tuyên truyền, người, người dân, người dự, người tham gia,
  hộ, hộ dân, hộ gia đình, hộ nghèo, hộ kinh doanh, đảng viên, hội viên, đoàn viên, cán bộ, công chức, viên chức, cán bộ công chức, đại biểu, học sinh, chiến sĩ,
  tổ, tổ dân phố, tdp, khu, khu phố, khu dân cư, thôn, xóm, chi bộ, chi hội, đơn vị, cơ quan, phòng, ban, trường, cơ sở, doanh nghiệp,
  mô hình, công trình, điểm, tin, bài, tin bài, bài viết, lớp, lớp tập huấn, đợt, văn bản, kế hoạch, báo cáo, quyết định, công văn, nghị quyết, thông báo,
  ý kiến, kiến nghị, đơn, đơn thư, hồ sơ, vụ, vụ việc, phiếu, suất, suất quà, phần quà, cây, tờ rơi, tờ gấp, pano, băng rôn, khẩu hiệu, bản cam kết, bản, cuốn,
  lượt truy cập, lượt xem, nhà, căn, đoàn, câu lạc bộ, clb, tổ hòa giải, trường hợp, th, nhiệm vụ, nội dung, mục, thủ tục, cuộc kiểm tra, cuộc đối thoại, lần
`);

export const MEASURED_UNITS = list(`
  tỷ đồng, tỉ đồng, triệu đồng, nghìn đồng, ngàn đồng, đồng, tỷ, tỉ, triệu, tr, m2, m, mét, mét vuông, km, ha, kg, tấn, giờ, ngày công, công, điểm phần trăm
`);

/** Spans of time: "2 tháng nay" begins with no task number. */
export const TIME_UNITS = list("ngày, tuần, tháng, quý, năm, giờ, phút, hôm");

/** Sign in the number → kind of document; the spelling is the official one (Nghị định 30/2020/NĐ-CP). */
export const DOCUMENT_SIGNS: Readonly<Record<string, string>> = {
  KH: "kế hoạch",
  BC: "báo cáo",
  QĐ: "quyết định",
  CV: "công văn",
  TTr: "tờ trình",
  TB: "thông báo",
  CT: "chỉ thị",
  CTr: "chương trình",
  NQ: "nghị quyết",
  NĐ: "nghị định",
  HD: "hướng dẫn",
  GM: "giấy mời",
  KL: "kết luận",
  ĐA: "đề án",
  PA: "phương án",
  BB: "biên bản",
  QC: "quy chế",
  TT: "thông tư",
  GUQ: "giấy ủy quyền",
  HĐ: "hợp đồng",
  UBND: "công văn",
  HĐND: "công văn",
  VP: "công văn",
};

export const DOCUMENT_KINDS = [...new Set(Object.values(DOCUMENT_SIGNS))];
