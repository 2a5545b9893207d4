# Trợ giúp, liên kết, tra cứu và những câu chung của cuộc trò chuyện.

stranger = Đây là Đôn Đốc, chương trình trợ giúp của cơ quan. Để dùng, xin liên hệ quản trị của cơ quan để nhận mã mời, rồi nhắn mã đó vào đây, ví dụ: ABCDE-12345
group-only = Nhiệm vụ và nội dung báo cáo của đơn vị chỉ trao đổi trong tin nhắn riêng với Đôn Đốc.
linked = Đã liên kết với { $place }
linked-already = Cuộc trò chuyện này đã liên kết với { $place }
linked-greeting = Kính chào đồng chí { $name }.
linked-begin = Gõ “nhiệm vụ” để xem danh sách, “trợ giúp” để xem các lệnh.
linked-begin-note = Để ghi tiến độ, gõ số nhiệm vụ và nội dung, ví dụ: 2.4 đã hoàn thành.

help-title = Trợ giúp · { $place }
help-unknown = Không có lệnh { $command }. Xin xem các lệnh dưới đây.
help-welcome = Đôn Đốc · { $place }
help-what-it-is = Đôn Đốc là chương trình máy tính nhắc việc và ghi tiến độ công tác dân vận, không phải người trực.
help-post = Đồng chí đang dùng với vai trò { $role }.
help-post-unit = Đồng chí đang dùng với vai trò { $role }, { $unit }.
help-no-post = Hiện đồng chí không giữ vị trí nào trong cơ quan. Xin liên hệ quản trị.
help-command-nhiemvu = nhiệm vụ – danh sách nhiệm vụ; thêm “quá hạn”, “phối hợp”, từ khóa hoặc số
help-command-nhiemvu-office = nhiệm vụ – tình hình các đơn vị; thêm tên đơn vị hoặc số nhiệm vụ
help-command-lich = lịch – các ngày đến hạn và ngày báo cáo
help-command-tim = tìm … – tìm nhiệm vụ, không cần dấu
help-command-vanban = văn bản – các văn bản và danh mục
help-command-vanban-loading = văn bản – các văn bản và danh mục, các bản đọc chưa công bố; để đưa văn bản mới vào, gửi tệp vào đây (.docx, .pdf, .xlsx, .txt, .md)
help-command-duyet = duyệt – các đề nghị xác nhận hoàn thành
help-command-phancong = phân công – giao nhiệm vụ cho đơn vị, xác định đơn vị của nhóm
help-command-moi = mời – mời người giữ một vị trí
help-command-bangiao = bàn giao – chuyển vị trí cho người kế nhiệm
help-command-ketnoi = kết nối – gõ trong nhóm của cơ quan để nhận bản tóm tắt hằng tuần
help-command-hoantac = hoàn tác – lấy lại nội dung vừa ghi
help-command-huy = hủy – thôi việc đang làm dở
help-command-caidat = cài đặt – ngôn ngữ, giờ nhắc, kênh nhận tin
help-command-dulieucuatoi = dữ liệu của tôi – những gì hệ thống lưu về đồng chí
help-command-trogiup = trợ giúp – trang này
help-notes = Để ghi tiến độ: gõ số nhiệm vụ và nội dung (“2.4 đã xong, đạt 100%”), mỗi nhiệm vụ một dòng; không có gì mới thì “2.4 không phát sinh”. Có thể gửi kèm ảnh, hoặc tệp nếu ứng dụng nhắn tin cho gửi.
help-privacy = Hệ thống lưu họ tên, vị trí công tác và nội dung đồng chí ghi để theo dõi nhiệm vụ. Gõ “dữ liệu của tôi” để xem hoặc rời hệ thống. Không gửi nội dung mật.

not-understood = Xin lỗi, tôi chưa hiểu ý đồng chí.
not-understood-hint-unit = Để ghi tiến độ, xin gõ số nhiệm vụ rồi đến nội dung, ví dụ: 2.4 đã hoàn thành. Gõ “nhiệm vụ” để xem danh sách, “trợ giúp” để xem các lệnh.
not-understood-hint = Gõ “nhiệm vụ” để xem tình hình các đơn vị, “trợ giúp” để xem các lệnh.
courtesy-greeting = Kính chào đồng chí. Gõ “nhiệm vụ” để xem danh sách, “trợ giúp” để xem các lệnh.
courtesy-thanks = Cảm ơn đồng chí. Khi cần, xin gõ “nhiệm vụ” hoặc “trợ giúp”.
please-write = Xin gửi bằng chữ, hoặc gửi ảnh kèm lời ghi.
button-unknown = Lựa chọn này không còn dùng được. Xin gõ “nhiệm vụ” để xem danh sách mới nhất.
cancelled = Đã thôi. Chưa có gì thay đổi.
nothing-to-cancel = Hiện không có việc nào đang làm dở.
internal-error = Hệ thống gặp lỗi khi xử lý tin nhắn vừa rồi, nội dung đó chưa được ghi. Xin gửi lại sau ít phút.

documents-title = CÁC VĂN BẢN
documents-none = Chưa có văn bản nào được nạp.
document-name = { CAP($kind) } số { $number }
document-name-unnumbered = { CAP($kind) } chưa có số
document-title = { $title }
document-in-force = Đang thực hiện, từ { DATE($start) } đến { DATE($end) } · { $tasks } nhiệm vụ
document-closed = Ngoài thời gian thực hiện ({ DATE($start) } – { DATE($end) }) · { $tasks } nhiệm vụ
document-without-lead = Chưa nêu đơn vị chủ trì: { $count } nhiệm vụ. Quản trị phân công bằng lệnh “phân công”.
document-without-rounds = Văn bản không nêu kỳ báo cáo.
document-consolidator = Đơn vị tổng hợp: { $unit }

due-dates-title = Lịch của { $unit } đến { DATE($until) }
due-dates-title-office = Lịch của cơ quan đến { DATE($until) }
due-dates-none = Không có ngày đến hạn nào trong thời gian này.
due-dates-day = { DAY($on, cap: 1) }
due-dates-round = Báo cáo { $label }: ngày cuối
due-dates-undated = Kỳ báo cáo văn bản không ghi ngày: { $labels }. Quản trị sẽ ấn định.

search-title = Tìm “{ $query }”: { $count } nhiệm vụ
search-none = Không tìm thấy nhiệm vụ nào có “{ $query }”.
search-hint = Gõ số nhiệm vụ để xem chi tiết, ví dụ: { $number }
search-more = … và { $count } nhiệm vụ nữa. Xin thêm từ khóa.

choice-tasks = Nhiệm vụ
choice-help = Trợ giúp
choice-calendar = Lịch
choice-unit = { $name }
