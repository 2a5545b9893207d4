# Nhắc việc buổi sáng: mỗi người một tin. Chỉ nêu số, tên ngắn và thời hạn.
#
# $role và $when là từ ngữ của terms.ftl; $due là ngày; $items là danh sách số nhiệm vụ; $count là số.

nudge-greeting = Kính gửi đồng chí { $role }
nudge-greeting-unit = Kính gửi đồng chí { $role } · { $unit }

## Báo cáo theo lần

nudge-round-today = Hôm nay, { DAY($due) }, là ngày cuối cùng để báo cáo { $label }. Đơn vị còn { $count } mục chưa báo cáo: { $items }.
nudge-round-soon = Báo cáo { $label }: chậm nhất { DAY($due) }, { $when }. Đơn vị còn { $count } mục chưa báo cáo: { $items }.
nudge-round-late = Báo cáo { $label } đã quá hạn { DAY($due) }, { $when }. Đơn vị còn { $count } mục chưa báo cáo: { $items }.
nudge-round-of-unit = Báo cáo { $label }: hạn { DAY($due) }, { $when }, còn { $count } mục
nudge-other-items = và { $count } mục khác

## Nhiệm vụ

nudge-overdue-heading = QUÁ HẠN
nudge-due-heading = SẮP ĐẾN HẠN
nudge-task = { $number }  { $title } · hạn { DAY($due) }, { $when }
nudge-unacknowledged = Đơn vị có { $count } nhiệm vụ được giao theo văn bản { $document } chưa xác nhận tiếp nhận: { $items }.

## Dành cho người tổng hợp và lãnh đạo

nudge-late-unit-heading = { $unit } còn chậm:
nudge-late-units = — còn chậm: { $units }
nudge-round-of-units = Báo cáo { $label }: hạn { DAY($due) }, { $when }
nudge-missing-units = — chưa báo cáo đủ: { $units }
nudge-unit-missing = { $unit } (còn { $count } mục)

## Cuối tin

nudge-and-more = và { $count } việc khác, gõ “nhiệm vụ” để xem
nudge-how-to-answer = Gõ số và nội dung; nếu không có gì mới: “{ $number } không phát sinh”.
nudge-how-to-acknowledge = Để xác nhận đã nhận nhiệm vụ: “{ $number } đã nhận”.
nudge-how-to-see = Gõ “nhiệm vụ” để xem tình hình.
nudge-open-list = Xem nhiệm vụ

## Diễn tập (lệnh rehearse)

nudge-subject-assignment = giao việc
rung-before = trước ngày cần xong { $days } ngày làm việc
rung-last-day = ngày cần xong
rung-after = sau hạn { $days } ngày làm việc
rung-repeated = sau hạn { $days } ngày làm việc, nhắc lại lần { $week }
rung-at-start = đã quá hạn khi bắt đầu theo dõi
rung-unacknowledged = chưa xác nhận tiếp nhận

## Lệnh của người vận hành

cli-summary-rehearse = Diễn tập: liệt kê mọi lần nhắc việc trong một khoảng thời gian, không gửi gì.
cli-summary-tick = Lập và gửi mọi lời nhắc tính đến một thời điểm, một lần.
cli-option-from = ngày đầu, dạng 2026-09-01
cli-option-to = ngày cuối, dạng 2026-09-30
cli-option-at = thời điểm kèm múi giờ, dạng 2026-09-14T07:30:00+07:00

cli-rehearsed = { $time } { DAY($date) } · { $who } · { $unit } · { $subject } · { $rung }
cli-rehearsed-nobody = { $role } (chưa ai liên kết)
cli-rehearsed-total = Tổng cộng { $count } lời nhắc trong { $digests } tin.
cli-instant-wrong = Thời điểm chưa hợp lệ. Xin viết kèm múi giờ, ví dụ 2026-09-14T07:30:00+07:00.
cli-tick = Đã lập { $queued } lời nhắc, bỏ qua { $skipped }, rút lại { $withdrawn }.
cli-tick-delivered = Đã gửi { $sent } tin, { $waiting } tin đang chờ, { $failed } tin không gửi được.
cli-tick-delivered-elsewhere = Một tiến trình khác đang gửi tin; các tin vừa lập sẽ do tiến trình đó gửi.
