# Trang trò chuyện trên web.
#
# Arguments: web-day date; web-clock date, time (text "07:00"); web-post role (term);
# web-demo-who office (text).

web-name = Đôn Đốc
web-title = Đôn Đốc - trợ lý công tác dân vận
web-no-page = Không có trang này
web-no-page-way = Về trang đầu
web-purpose = Trợ lý nhắc việc và ghi nhận tiến độ nhiệm vụ công tác dân vận của phường, xã.

## Đăng nhập

web-code-label = Mã mời
web-code-hint = Nhập mã do quản trị của cơ quan cấp, hoặc mã cho thiết bị mới lấy từ cuộc trò chuyện đã liên kết. Chữ hoa, chữ thường và dấu gạch đều được.
web-login = Vào trò chuyện
web-about-title = Trước khi vào
web-about-program = Đôn Đốc là chương trình trả lời tự động, không phải người. Nội dung đồng chí gửi được ghi cho đơn vị, theo vị trí công tác.
web-about-keeps = Hệ thống lưu họ tên, vị trí công tác, các nội dung đã gửi và thời điểm gửi. Trên thiết bị này chỉ có một cookie đăng nhập, hiệu lực 180 ngày.
web-about-leave = Sau khi vào, gõ /dulieucuatoi để xem dữ liệu về mình hoặc dừng sử dụng. Bấm “Đăng xuất” để kết thúc trên thiết bị này.

## Trang trò chuyện

web-post = { CAP($role) }
web-no-post = Chưa có vị trí công tác
web-logout = Đăng xuất
web-thread = Cuộc trò chuyện
web-welcome = Chưa có tin nhắn. Chọn “Nhiệm vụ” ở dưới để xem việc của đơn vị, hoặc gõ nội dung cần báo cáo.
web-answering = Đang trả lời…
web-from-me = Đồng chí viết:
web-from-bot = Đôn Đốc viết:
web-picture = Mã QR
web-choices = Các lựa chọn
web-quick = Lệnh nhanh
web-quick-tasks = Nhiệm vụ
web-quick-calendar = Lịch
web-quick-help = Trợ giúp
web-write = Viết nội dung…
web-send = Gửi
web-attach = Đính kèm ảnh hoặc tệp văn bản
web-drop-file = Bỏ tệp
web-sending = đang gửi…
web-failed = Chưa gửi được. Xin kiểm tra kết nối mạng rồi thử lại.
web-again = Gửi lại
web-copied = Đã sao chép.
web-selected = Đã chọn sẵn, xin sao chép phần chữ được chọn.
web-reconnecting = Mất kết nối, đang kết nối lại…

web-day = { DAY($date, cap: 1) }
web-clock = { DAY($date, cap: 1) }, { $time }

## Bản trình diễn

web-demo = Bản trình diễn
web-demo-who = Cơ quan mẫu: { $office }. Đồng chí muốn xem với vai nào?
web-demo-begin = Nên bắt đầu ở đây
web-demo-about = Dữ liệu nhiệm vụ lấy theo quyết định đã ban hành; các vai và nội dung tiến độ là giả định để trình diễn. Không có tin nào được gửi ra ngoài máy này.
web-demo-day = Thêm một ngày
web-demo-next-reminder = Đến lần nhắc kế tiếp
web-demo-next-report = Đến ngày báo cáo kế tiếp
web-demo-change = Đổi vai
web-demo-no-reminder = Suốt một tháng qua không có lần nhắc nào cho vai này.
web-demo-no-report = Không còn ngày báo cáo nào được ấn định.
web-moving-clock = Đang chuyển đồng hồ…

## Các vai. web-persona-in-unit role (term), unit; web-persona-member role (term).

web-persona-in-unit = { $unit }: { $role }
web-persona-member = { CAP($role) } (trình diễn)
web-persona-begin-sees = 17 nhiệm vụ chủ trì, 5 việc quá hạn, báo cáo lần 1 còn một tuần và còn thiếu 9 mục.
web-persona-head-sees = Các nhiệm vụ của đơn vị mình, hạn từng việc và phần còn thiếu của báo cáo lần 1.
web-persona-consolidator-sees = Số nhiệm vụ, việc quá hạn của từng đơn vị và các đề nghị xác nhận hoàn thành.
web-persona-leader-sees = Tình hình cả phường trong một màn hình; xác nhận việc của đơn vị tổng hợp.
web-persona-admin-sees = Gửi văn bản để lập danh mục, mời cán bộ, bàn giao vị trí, phân công nhiệm vụ còn chưa xác định đơn vị.

## Nội dung tiến độ giả định của bản trình diễn: lời của đơn vị, không phải của chương trình.

web-sample-note-plan-done = Đã ban hành kế hoạch công tác dân vận năm 2026 ngày 12/02/2026, đã phân công một đồng chí phụ trách.
web-sample-note-plan-late = Đã hoàn thành kế hoạch dân vận của phòng ngày 20/8/2026.
web-sample-note-asking-opinions = đang lấy ý kiến
web-sample-note-conferences = Đã tổ chức 2 hội nghị quán triệt, tiếp tục thực hiện.
web-sample-note-planning = Đang phối hợp tuyên truyền quy hoạch tại các tổ dân phố.
web-sample-note-staff = Đang nắm tình hình tư tưởng cán bộ, công chức; chưa có vướng mắc.
web-sample-note-reform = Đang thực hiện, đạt 60%.
web-sample-note-models = Đã đăng ký 2 mô hình, đang triển khai.
web-sample-note-democracy = Đang thực hiện, công khai đầy đủ tại trụ sở.
web-sample-note-friendly = Đang chuẩn bị nội dung triển khai.
