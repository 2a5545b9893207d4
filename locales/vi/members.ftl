# Mời, bàn giao, cài đặt, dữ liệu của tôi.

language-vi = Tiếng Việt
language-en = English

## Chọn, hỏi lại

choice-named = { $name }
choice-not-there = Không có lựa chọn này. Xin chọn lại trong danh sách.
ask-unit-hint = Xin chọn trong danh sách, hoặc gõ tên đơn vị.
ask-name-hint = Xin gõ họ và tên, ví dụ: Nguyễn Văn A.
name-unclear = Chưa rõ họ và tên: xin gõ bằng chữ, trên một dòng, không quá 100 ký tự.
unit-which = Chưa rõ “{ $text }” là đơn vị nào. Xin chọn, hoặc gõ lại đầy đủ tên.
choice-leave-out = Bỏ tên này khỏi danh sách
unit-unknown = Không có đơn vị nào tên “{ $text }”. Xin chọn hoặc gõ lại tên đơn vị.
units-none = Cơ quan chưa có đơn vị nào. Xin nạp văn bản hoặc thêm đơn vị trước.
post-in-unit = { $role } ({ $unit })

choice-head = Thủ trưởng đơn vị
choice-deputy = Cấp phó
choice-focal = Chuyên viên đầu mối
choice-consolidator = Cán bộ tổng hợp
choice-leader = Lãnh đạo UBND
choice-admin = Quản trị

## Mời

invite-ask-unit = Mời người của đơn vị nào?
invite-ask-role = { $unit }: mời giữ vị trí nào?
invite-ask-name = Mời ai làm { $post }?
invite-role-unclear = Chưa rõ vị trí. Xin chọn một trong các vị trí sau.
invite-line-hint = Có quá nhiều phần. Xin gõ đúng ba phần: đơn vị; vị trí; họ và tên.

invitation-issued = Đã lập mã mời
invitation-for = { $name } · { $post }
invitation-code = Mã: { $code }
choice-copy-code = Sao chép mã
choice-copy-link = Sao chép liên kết { $channel }
invitation-until = Mã dùng được một lần, đến { $time } { DAY($on) }.
invitation-pass-on = Xin chuyển riêng tin dưới đây cho đồng chí được mời, không gửi vào nhóm.
invitation-dear = Kính gửi đồng chí { $name }
invitation-why = Mời đồng chí dùng Đôn Đốc của { $place } với vai trò { $post }, để nhận và báo cáo nhiệm vụ công tác dân vận.
invitation-ways = { $count ->
    [1] Cách vào:
   *[other] Xin chọn một trong các cách sau:
  }
invitation-link = – mở { $channel }: { $link }
invitation-handle = – trên { $channel }: tìm “{ $handle }”, nhắn mã { $code }
invitation-web = – vào trang { $address }, nhập mã { $code }
invitation-type = Xin nhắn mã này cho Đôn Đốc: { $code }

## Bàn giao

hand-over-ask-unit = Bàn giao vị trí của đơn vị nào?
choice-leaders-and-admins = Lãnh đạo UBND và quản trị
hand-over-ask-post = { $unit }: ai bàn giao?
hand-over-ask-post-office = Lãnh đạo UBND và quản trị: ai bàn giao?
choice-post = { CAP($role) }
choice-post-held = { CAP($role) }: { $name }
hand-over-nobody-there = Đơn vị này chưa có ai giữ vị trí. Gõ “mời” để lập mã mời.
hand-over-ask-successor = Ai nhận bàn giao vị trí { $post }?
choice-nobody-yet = Chưa có người nhận
hand-over-confirm = Bàn giao vị trí { $post }
hand-over-from = Người bàn giao: { $name }
hand-over-to = Người nhận: { $name }
hand-over-to-nobody = Người nhận: chưa có
hand-over-what-stays = Nhiệm vụ, các nội dung đã ghi và lịch nhắc vẫn thuộc về đơn vị.
hand-over-chats-end = Nếu người bàn giao không còn vị trí nào khác, các cuộc trò chuyện đã liên kết của người đó sẽ ngừng.
hand-over-yes-or-no = Xin trả lời “đồng ý” hoặc “không”.
choice-hand-over = Đồng ý bàn giao
handed-over = Đã bàn giao vị trí { $post }, từ { DAY($today) }
handed-over-unlinked = Các cuộc trò chuyện của người bàn giao đã ngừng liên kết.
handed-over-vacant = Vị trí này đang trống. Khi có người nhận, xin gõ “mời”.
notice-handed-over = Vị trí { $post } của đồng chí đã được bàn giao từ { DAY($today) }. Nhiệm vụ và các nội dung đã ghi vẫn thuộc về đơn vị.
notice-handed-over-unlinked = Cuộc trò chuyện này ngừng liên kết với cơ quan. Xin cảm ơn đồng chí đã cùng làm việc.
notice-handed-over-remaining = Đồng chí còn giữ vị trí: { $posts }.
handed-over-successor = Xin chuyển riêng mã sau cho đồng chí { $name }, không gửi vào nhóm.

## Cài đặt

settings-title = Cài đặt của đồng chí
settings-language = Ngôn ngữ: { $language }
settings-digest = Giờ nhận tin nhắc: { $at }
settings-channel = Kênh nhận tin ưu tiên: { $channel }
settings-fallback = Kênh dự phòng khi kênh ưu tiên không gửi được: { $channel }
settings-post = Đang dùng với vai trò: { $post }
setting-of-office = theo cơ quan
setting-no-channel = nơi liên kết gần nhất
setting-no-fallback = nơi khác liên kết gần nhất
choice-language = Ngôn ngữ
choice-digest-hour = Giờ nhận tin
choice-channel = Kênh ưu tiên
choice-fallback = Kênh dự phòng
choice-current-post = Đổi vai trò
choice-new-device = Thêm thiết bị
choice-cut-off = Ngừng một liên kết
choice-own-data = Dữ liệu của tôi
choice-settings = Cài đặt
settings-ask-language = Đồng chí chọn ngôn ngữ nào?
settings-ask-digest = Đồng chí muốn nhận tin nhắc lúc mấy giờ?
settings-ask-digest-hint = Chọn một giờ, hoặc gõ giờ trong khoảng 06:00 – 21:00, ví dụ 07:45.
settings-hour-unclear = Giờ chưa đúng.
choice-time = { $time }
choice-as-office = Theo cơ quan
settings-ask-channel = Đồng chí muốn nhận tin nhắc ở đâu?
choice-no-channel = Nơi liên kết gần nhất
settings-ask-fallback = Khi kênh ưu tiên không gửi được, đồng chí muốn nhận tin ở đâu?
choice-no-fallback = Nơi khác liên kết gần nhất
settings-ask-post = Đồng chí muốn dùng cuộc trò chuyện này với vai trò nào?
settings-ask-cut-off = Ngừng liên kết nào?
settings-ask-cut-off-hint = Nơi đó sẽ không xem và không nhận tin của đồng chí nữa. Muốn dùng lại thì lấy mã mới.
choice-whole-post = { CAP($post) }
choice-channel-name = { CAP($channel) }
choice-cut-chat = { CAP($channel) }, từ { DATE($since) }
choice-cut-session = Trình duyệt, đăng nhập { $at } { DATE($since) }, dùng gần nhất { DATE($on) }
settings-language-changed = Đã đổi ngôn ngữ.
settings-digest-changed = Đã đổi giờ nhận tin nhắc.
settings-channel-changed = Đã đổi kênh nhận tin ưu tiên.
settings-fallback-changed = Đã đổi kênh dự phòng.
settings-post-changed = Đã đổi vai trò của cuộc trò chuyện này.
settings-cut-off = Đã ngừng liên kết đó.
device-code = Mã cho thiết bị mới của đồng chí
device-code-own = Mã này mở dữ liệu của chính đồng chí. Xin không chuyển cho người khác.

## Dữ liệu của tôi

own-data-title = Dữ liệu hệ thống lưu về đồng chí · { $place }
own-data-name = Họ và tên: { $name }
own-data-no-name = Họ và tên: không lưu
own-data-post = Vị trí: { $post }, từ { DATE($from) }
own-data-no-post = Vị trí: hiện không có
own-data-chat = Đã liên kết: { $channel }, từ { DATE($since) }
own-data-chat-here = Đã liên kết: { $channel }, từ { DATE($since) } (cuộc trò chuyện này)
own-data-session = Đăng nhập trên trình duyệt { $at } { DATE($since) }, dùng gần nhất { DATE($on) }
own-data-calendar = Địa chỉ lịch riêng lập ngày { DATE($since) }, đọc lần cuối ngày { DATE($on) }
own-data-calendar-unread = Địa chỉ lịch riêng lập ngày { DATE($since) }, chưa có ứng dụng nào đọc
own-data-settings = Cài đặt: { $language }; giờ nhận tin: { $digest }; nhận tin qua: { $channel }
own-data-notes = Nội dung đã ghi từ vị trí của đồng chí: { $count }
own-data-why = Vì sao: để gửi đúng người việc của đơn vị và biết nội dung do vị trí nào ghi.
own-data-who-sees = Ai xem được: quản trị thấy họ tên và vị trí; đơn vị tổng hợp và lãnh đạo thấy nội dung đã ghi.
own-data-correction = Nếu có điều chưa đúng, xin báo quản trị của cơ quan để sửa.
choice-leave = Rời hệ thống
leave-ask = Đồng chí muốn rời hệ thống?
leave-what-goes = Họ tên và các liên kết của đồng chí sẽ bị xóa, các vị trí kết thúc từ hôm nay.
leave-what-stays = Nội dung đã ghi thuộc về đơn vị nên được giữ lại, không kèm họ tên.
leave-no-way-back = Không lấy lại được; muốn dùng lại phải được mời.
leave-yes-or-no = Xin trả lời “đồng ý” hoặc “không”.
choice-leave-now = Đồng ý, xóa dữ liệu của tôi
choice-stay = Không, ở lại
left = Đã xóa họ tên và các liên kết của đồng chí. Xin cảm ơn đồng chí đã cùng làm việc.
