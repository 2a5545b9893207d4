# Nhóm của cơ quan: kết nối, ngắt kết nối, bản tóm tắt hằng tuần.

group-admin-only = Chỉ quản trị của cơ quan, đã liên kết với Đôn Đốc trong tin nhắn riêng, mới kết nối hoặc ngắt kết nối được nhóm này.
group-connected = Đã kết nối nhóm này với { $place }
group-connected-already = Nhóm này đã được kết nối với { $place }
group-what-comes = Mỗi tuần một lần, vào ngày làm việc đầu tiên, nhóm nhận bản tóm tắt: số nhiệm vụ đang theo dõi, việc đến hạn trong tuần và tình hình báo cáo.
group-next-summary = Bản tóm tắt tiếp theo: { $time } { DAY($on) }.
group-only-summary = Trong nhóm, Đôn Đốc không nhận nội dung báo cáo. Xin xem nhiệm vụ và báo cáo trong tin nhắn riêng với Đôn Đốc.
group-how-to-end = Khi không cần nữa, quản trị nhắc tên (@) Đôn Đốc trong nhóm và gõ “ngắt kết nối”.
group-disconnected = Đã ngắt kết nối nhóm này với { $place }. Nhóm sẽ không nhận bản tóm tắt nữa.
group-how-to-connect = Để nhóm của cơ quan nhận bản tóm tắt hằng tuần: thêm Đôn Đốc vào nhóm, rồi nhắc tên (@) Đôn Đốc trong nhóm đó và gõ “kết nối”. Để thôi nhận: cũng làm như vậy với “ngắt kết nối”.

## Bản tóm tắt: chỉ nêu con số, số và tên ngắn của nhiệm vụ, đơn vị, thời hạn

summary-title = Tóm tắt tuần · { $place }
summary-week = Từ { SHORTDAY($from) } đến { DAY($to) }
summary-counts = Đang theo dõi { $followed } nhiệm vụ: { $done ->
    [0] chưa có nhiệm vụ nào hoàn thành
   *[other] { $done } đã hoàn thành
}, { $overdue ->
    [0] không có nhiệm vụ quá hạn
   *[other] { $overdue } quá hạn
}.
summary-nothing-due = Trong tuần không có nhiệm vụ nào đến hạn.
summary-due-heading = ĐẾN HẠN TRONG TUẦN
summary-task = { $number }  { $title }
summary-task-lead = { "     " }{ $units } · hạn { DAY($due) }
summary-task-without-lead = { "     " }chưa có đơn vị chủ trì · hạn { DAY($due) }
summary-other-units = và { $count } đơn vị khác
summary-more = … và { $count } nhiệm vụ nữa
summary-round = Báo cáo { $label }: chậm nhất { DAY($due) }, { $when }; { $complete }/{ $asked } đơn vị đã báo cáo đủ.
summary-round-late = Báo cáo { $label }: đã quá hạn { DAY($due) }; { $complete }/{ $asked } đơn vị đã báo cáo đủ.
summary-in-private = Đơn vị xem và báo cáo trong tin nhắn riêng với Đôn Đốc.
