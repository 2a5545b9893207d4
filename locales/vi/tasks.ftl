# Danh sách nhiệm vụ và thẻ một nhiệm vụ.

tasks-header = { $unit }, { $place }
tasks-summary = { DAY($today, cap: 1) } · { $lead } nhiệm vụ chủ trì: { $overdue ->
    [0] không có việc quá hạn
   *[other] { $overdue } quá hạn
  }, { $month ->
    [0] không có việc đến hạn trong tháng { MONTH($today) }
   *[other] { $month } việc đến hạn trong tháng { MONTH($today) }
  }
tasks-others = { $coordinating } phối hợp · { $undetermined } mục “có liên quan” chờ xác định đơn vị
tasks-round = Báo cáo { $label }: chậm nhất { DAY($due) }, { $left }, còn thiếu { $missing } mục
tasks-round-met = Báo cáo { $label }: chậm nhất { DAY($due) }, { $left }, đơn vị đã báo cáo đủ các mục

tasks-keyword = Tìm “{ $keyword }”: { $count } nhiệm vụ
tasks-filter-overdue = Lọc: quá hạn
tasks-filter-due-soon = Lọc: sắp đến hạn
tasks-filter-continuous = Lọc: thường xuyên, không có thời hạn
tasks-filter-coordinating = Lọc: phối hợp
tasks-filter-undetermined = Lọc: “có liên quan”, chờ xác định đơn vị

tasks-section-overdue = QUÁ HẠN
tasks-section-due-soon = SẮP ĐẾN HẠN
tasks-section-round = CẦN BÁO CÁO TRONG KỲ NÀY
tasks-section-rest = CÁC NHIỆM VỤ KHÁC
tasks-section-waiting = CHỜ XÁC NHẬN
tasks-section-done = ĐÃ HOÀN THÀNH

task-line = { $number }  { $title }
task-detail = — { $details }
task-parts = { $done }/{ $all } đơn vị xong
task-last-note = ghi gần nhất { SHORTDAY($on) }: “{ $text }”
task-phrase = { $phrase }
task-due = hạn { SHORTDAY($due) }, { $left }
task-due-returned = bị trả lại, hạn { SHORTDAY($due) }, { $left }

tasks-no-catalogue = Hiện không có danh mục nhiệm vụ nào đang có hiệu lực. Gõ “văn bản” để xem các văn bản đã nạp.
tasks-no-lead-units = Danh mục đang có hiệu lực chưa nêu đơn vị chủ trì. Quản trị sẽ phân công; đồng chí sẽ thấy nhiệm vụ tại đây.
tasks-none = Không có nhiệm vụ nào trong mục này.

page-first = Trang { $page }/{ $pages }. Gõ “tiếp” để xem trang sau.
page-middle = Trang { $page }/{ $pages }. Gõ “tiếp” để xem trang sau, “trước” để xem trang trước.
page-last = Trang { $page }/{ $pages }. Gõ “trước” để xem trang trước.
pages-none = Danh sách không còn trang nào khác. Xin chọn trong danh sách trên.
pages-no-next = Không còn trang sau. Gõ “nhiệm vụ” để xem danh sách từ đầu.
pages-no-previous = Không có trang trước. Gõ “nhiệm vụ” để xem danh sách từ đầu.
tasks-number-hint = Gõ số nhiệm vụ để xem chi tiết, ví dụ: { $number }
tasks-other-lists = Muốn xem mục khác, xin gõ tên mục: { $lists }.
tasks-hint = Để ghi tiến độ, đồng chí gõ số và nội dung, ví dụ: { $number } đã hoàn thành ngày 20/3

office-header = { CAP($place) }
office-summary = { DAY($today, cap: 1) } · { $tasks } nhiệm vụ đang theo dõi, { $units } đơn vị chủ trì
office-unit = { $name }
office-unit-detail = — chủ trì { $lead }, xong { $done }, { $overdue ->
    [0] không quá hạn
   *[other] quá hạn { $overdue }
  }{ $soon ->
    [0] { "" }
   *[other] , sắp đến hạn { $soon }
  }
office-without-lead = Chưa có đơn vị chủ trì: { $numbers }
office-undetermined = Chưa xác định đơn vị: { $groups }
office-hint = Gõ “nhiệm vụ” và tên đơn vị để xem từng đơn vị.

card-title = { $number }  { $title }
card-wording = { $text }
card-document = Theo { $kind } { $number }
card-leads = Chủ trì: { $units }
card-no-lead = Chủ trì: chưa có đơn vị
card-children = Gồm { $count } mục con:
card-children-more = … và { $count } mục con nữa
card-coordinating = Phối hợp: { $units }
card-undetermined = Chưa xác định đơn vị: { $groups }
card-time-frame = Thời gian: { $phrase }
card-time-frame-none = văn bản không nêu
card-targets = Chỉ tiêu: { $targets }
card-status = Đơn vị đồng chí chủ trì · { $status }
card-own-coordinating = Đơn vị đồng chí phối hợp
card-due = Ngày cuối đúng hạn: { DAY($due) }, { $left }
card-due-rolled = Ngày cuối đúng hạn: { DAY($due) }, lùi tới ngày làm việc kế tiếp, { $left }
card-claim-waiting = Đã báo hoàn thành ngày { DATE($on) }, chờ xác nhận
card-claim-returned = Bị trả lại: { $reason }
card-claim-confirmed = Hoàn thành ngày { DATE($on) }, đã xác nhận
card-parts = { $done }/{ $all } đơn vị đã xong phần việc của mình
card-withdrawn = Nhiệm vụ này đã được đưa ra khỏi danh mục.
card-closed = Danh mục này ngoài thời gian thực hiện, chỉ để tra cứu.
card-no-history = Chưa có ghi nhận nào.
card-history = Các ghi nhận
card-note-standing = { DATE($on) } · { $unit }: “{ $text }”{ $files ->
    [0] { "" }
   *[other] { " " }· { $files } tệp
  }
card-note-replaced = { DATE($on) } · { $unit } (đã sửa): “{ $text }”{ $files ->
    [0] { "" }
   *[other] { " " }· { $files } tệp
  }
card-note-withdrawn = { DATE($on) } · { $unit } (đã thu hồi): “{ $text }”{ $files ->
    [0] { "" }
   *[other] { " " }· { $files } tệp
  }
card-history-more = … và { $count } ghi nhận trước đó
card-hint = Để ghi tiến độ, đồng chí trả lời ngay tại đây hoặc gõ: { $number } và nội dung.
card-nothing-new-hint = Không có gì mới thì gõ “không phát sinh”.
card-acknowledge-hint = Gõ “đã nhận nhiệm vụ” để xác nhận đơn vị đã tiếp nhận.

choice-previous = ‹ Trang trước
choice-next = Trang sau ›
choice-number = { $number }
choice-all = Tất cả chủ trì
choice-overdue = Quá hạn ({ $count })
choice-coordinating = Phối hợp ({ $count })
choice-undetermined = Có liên quan ({ $count })
choice-write-note = Ghi tiến độ
choice-nothing-new = Không phát sinh
choice-acknowledge = Đã nhận nhiệm vụ
