# Trang văn bản: đọc tệp, xem lại bản đọc, công bố danh mục.
#
# Arguments: count, percent, line: số; number: số văn bản hoặc số nhiệm vụ (chữ); date, from, to, last: ngày;
# label, title, text, name: lời của văn bản; kind: một loại đơn vị trong terms.ftl.

web-documents = Văn bản
web-page-title = { $page } - Đôn Đốc

## Danh sách và gửi tệp

web-documents-nav = Trang khác
web-documents-list = Danh sách văn bản
web-documents-chat = Trò chuyện
web-documents-title = Văn bản và danh mục nhiệm vụ
web-documents-upload = Đọc một văn bản
web-documents-upload-how = Gửi quyết định hoặc kế hoạch có danh mục nhiệm vụ. Chương trình đọc từng nhiệm vụ, chỉ ra chỗ chưa chắc; chưa có gì được công bố cho đến khi đồng chí xem lại và quyết định công bố.
web-documents-file = Tệp văn bản
web-documents-file-hint = Nhận .docx, .pdf (bản có chữ, không phải ảnh chụp), .xlsx, .txt, .md; không quá { $max } MB. Việc đọc thường mất vài giây.
web-documents-read = Đọc văn bản
web-documents-template-how = Chưa có tệp văn bản?
web-documents-template = Tải biểu mẫu .xlsx
web-documents-read-before = Văn bản đã đọc
web-documents-none = Chưa có văn bản nào.
web-documents-read-on = Đọc ngày { DATE($date) }
web-documents-open = Đang xem lại
web-documents-published = Đã công bố
web-documents-withdrawn = Đã bỏ bản đọc. Chưa có gì được công bố từ bản đó.
web-documents-not-allowed = Trang dành cho quản trị
web-documents-not-allowed-how = Việc đọc và công bố văn bản do quản trị của cơ quan thực hiện. Đồng chí xem danh mục nhiệm vụ của đơn vị mình trong cuộc trò chuyện.

## Xem lại bản đọc

review-title = Xem lại { $number }
review-title-unnumbered = Xem lại văn bản
review-again = Tệp này đã được đọc trước đó. Đây là bản đang xem lại, kèm các chỗ đã sửa.
review-document = Văn bản
review-file = Tệp
review-source = Nguyên văn
review-sheet = Trang { $number }
review-line = Dòng { $line }
review-lines = Dòng { $from }–{ $to }
review-yes = Có
review-no = Không
review-nothing = Không có
review-typed = Nội dung đồng chí vừa ghi, chưa được lưu: { $text }

review-kind-quyet-dinh = Quyết định
review-kind-ke-hoach = Kế hoạch
review-kind-chuong-trinh = Chương trình
review-kind-cong-van = Công văn
review-kind-thong-bao = Thông báo
review-kind-khac = Văn bản khác

review-field-document-kind = Loại văn bản
review-field-document-number = Số, ký hiệu
review-field-document-issued-on = Ngày ban hành
review-field-document-issuer = Cơ quan ban hành
review-field-document-title = Trích yếu
review-field-document-scope-start-on = Áp dụng từ ngày
review-field-document-scope-end-on = Áp dụng đến hết ngày
review-field-document-restricted = Hạn chế phổ biến
review-field-catalogue-consolidating-unit = Đơn vị tổng hợp
review-field-catalogue-ad-hoc-reports = Có báo cáo đột xuất
review-field-catalogue-amends = Danh mục được sửa đổi
review-field-task-number = Số thứ tự
review-field-task-title = Nội dung nhiệm vụ
review-field-task-lead-units = Chủ trì
review-field-task-coordinating-units = Phối hợp
review-field-task-time-frame = Thời gian
review-field-task-targets = Chỉ tiêu
review-field-task-out = Đưa vào danh mục
review-field-round-label = Tên kỳ báo cáo
review-field-round-before = Báo cáo trước ngày
review-field-round-out = Đưa vào danh mục
review-field-unit = Là đơn vị nào
review-field-remark = Lưu ý khi đọc

review-hint-date = Ví dụ: 15/9/2026. Để trống nếu văn bản không ghi.
review-hint-time = Ghi như trong văn bản, ví dụ: Trước ngày 15/9/2026; Quý IV/2026; Thường xuyên.
review-hint-targets = Mỗi chỉ tiêu một dòng.
review-hint-units = Mỗi ô một đơn vị; xóa trắng ô để bỏ đơn vị đó.
review-unit-more = Thêm đơn vị
review-save = Lưu
review-edit = Sửa
review-edit-done = Xong
review-as-read = Lấy lại như bản đọc

## Chỗ chưa chắc

review-doubts = Chỗ cần xem lại
review-doubts-none = Không còn chỗ nào cần xem lại.
review-doubts-how = Đối chiếu lời văn bản với nội dung đã đọc; đúng thì chấp nhận, chưa đúng thì sửa.
review-of-task = Nhiệm vụ { $number }
review-of-document = Văn bản
review-of-round = Kỳ báo cáo “{ $label }”
review-must = Bắt buộc
review-unsure = Chương trình chưa đọc chắc chỗ này (mức chắc chắn khoảng { $percent }%).
review-remark-unknown = Có điểm cần xem lại ở đoạn “{ $text }”.
review-quote-more = Xem thêm { $count } dòng
review-read-as = Đã đọc:
review-accept = Chấp nhận
review-seen = Đã xem
review-correct = Sửa lại
review-settled = Đã xem
review-undo = Xem lại chỗ này
review-tag-unsure = Chưa chắc
review-tag-changed = Đã sửa
review-rest-accepted = Các chỗ còn lại đã được chấp nhận cùng một lần.
review-rest-undo = Xem lại từng chỗ
review-said = Đã lưu. { $count ->
    [0] Không còn chỗ nào cần xem lại.
   *[other] Còn { $count } chỗ cần xem lại.
}
review-said-undone = Đã lấy lại. Còn { $count } chỗ cần xem lại.

## Điểm chưa ổn của văn bản, kỳ báo cáo, nhiệm vụ, đơn vị

review-findings = Điểm nên xem lại trong chính văn bản ({ $count })
review-findings-how = Đây là nhận xét về nội dung văn bản, không ngăn việc công bố. Bản đọc giữ nguyên lời văn bản.
review-rounds = Kỳ báo cáo
review-rounds-none = Văn bản không nêu kỳ báo cáo nào.
review-round-before = Trước ngày { DATE($date) }
review-round-undated = Chưa có ngày; chưa nhắc cho đến khi được ấn định.
review-round-out = Không đưa vào
review-round-leave = Bỏ kỳ báo cáo này
review-round-back = Lấy lại kỳ báo cáo này
review-quoted = “{ $text }”
review-tasks = Nhiệm vụ ({ $count })
review-task-out = Không đưa vào
review-task-leave = Bỏ nhiệm vụ này khỏi danh mục
review-task-back = Lấy lại nhiệm vụ này
review-units = Đơn vị trong văn bản
review-units-how = { $known } đơn vị và nhóm đã có trong cơ quan, { $fresh } mới. Nếu đơn vị “mới” thực ra là một đơn vị đã có, xin chọn đúng đơn vị; cách viết trong văn bản được nhớ cho lần sau.
review-unit-tag-new = Mới
review-unit-tag-known = Đã có
review-unit-group = nhóm đơn vị
review-unit-kind = { $kind }
review-unit-new = Đơn vị mới: { $kind }
review-unit-new-group = Nhóm đơn vị mới
review-unit-spellings = Cách viết khác: { $names }

## Sửa đổi danh mục đã có

review-amends = Danh mục mới hay sửa đổi?
review-amends-undecided = Văn bản này giống một danh mục đã có. Xin chọn trước khi công bố.
review-amends-new = Danh mục mới
review-amends-one = Sửa đổi danh mục của { $number }: { $title }
review-amends-unnumbered = Sửa đổi danh mục: { $title }
review-amends-scope = Áp dụng { DATE($from) } – { DATE($to) }
review-amends-likely = Giống nhau nhiều
review-amends-choose = Chọn
review-compare-added = Thêm { $count } nhiệm vụ
review-compare-changed = Thay đổi { $count } nhiệm vụ
review-compare-removed = Bỏ { $count } nhiệm vụ
review-compare-same = Giữ nguyên { $count } nhiệm vụ. Nội dung đã ghi theo nhiệm vụ, không mất.
review-change-number = số cũ { $number }
review-change-place = chuyển mục
review-change-wording = nội dung
review-change-lead = chủ trì
review-change-coordinating = phối hợp
review-change-time-frame = thời gian
review-change-targets = chỉ tiêu

## Kết thúc

review-finish = Công bố
review-rest = Chấp nhận tất cả { $count } chỗ còn lại
review-rest-how = Chỉ chấp nhận khi đã đối chiếu với văn bản; mọi chỗ còn lại được lấy như đã đọc.
review-publish = Công bố
review-not-without-tasks = Chưa công bố được: không còn nhiệm vụ nào.
review-not-must = Chưa công bố được: còn { $count } chỗ bắt buộc phải điền hoặc sửa.
review-not-doubts = Chưa công bố được: còn { $count } chỗ chưa ai xem.
review-not-amends = Chưa công bố được: xin chọn danh mục mới hay sửa đổi danh mục đã có.
review-withdraw = Bỏ bản đọc này
review-withdraw-how = Các chỗ đã sửa sẽ mất. Tệp gốc của đồng chí không bị ảnh hưởng.
review-withdraw-sure = Bỏ bản đọc
review-left = Còn { $count } chỗ cần xem
review-left-none = Đã xem hết
review-counts = { $tasks } nhiệm vụ · { $sections } phần · { $units } đơn vị · { $rounds } kỳ báo cáo
review-next = Chỗ tiếp theo

publish-title = Công bố danh mục
publish-new = Công bố thành danh mục mới?
publish-next-version = Công bố thành phiên bản mới của danh mục đã có?
publish-tasks = { $count } nhiệm vụ
publish-units = { $groups ->
    [0] Giao cho { $units } đơn vị
   *[other] Giao cho { $units } đơn vị và { $groups } nhóm đơn vị
}
publish-rounds = { $undated ->
    [0] { $count } kỳ báo cáo
   *[other] { $count } kỳ báo cáo, { $undated } kỳ chưa có ngày
}
publish-told-all = Sau khi công bố, người đứng đầu và đầu mối của từng đơn vị được báo trong giờ làm việc, mỗi đơn vị phần của mình.
publish-told-changed = Sau khi công bố, chỉ những đơn vị có thay đổi được báo, trong giờ làm việc.
publish-past = Thời gian áp dụng đã qua: danh mục chỉ để tra cứu, không ai được nhắc.
publish-sure = Công bố
publish-back = Quay lại xem tiếp
publish-shares = Phần việc của từng đơn vị
publish-unit = Đơn vị
publish-leads = Chủ trì
publish-coordinates = Phối hợp
publish-reader = Người nhận
publish-people = { $count } người
publish-nobody = Chưa có ai
publish-unit-new = Đơn vị mới, chưa có ai
publish-group = Nhóm: theo danh sách đơn vị được xác nhận

published-title = Đã công bố
published-told = Đã gửi thông báo cho { $count } người; tin đến trong giờ làm việc.
published-told-nobody = Chưa có thông báo nào được gửi vì chưa có ai liên kết, hoặc thời gian áp dụng đã qua.
published-invite = Có đơn vị chủ trì chưa có người nhận. Mời cán bộ bằng lệnh “mời” trong cuộc trò chuyện.
published-groups = Có nhiệm vụ giao cho nhóm đơn vị. Xác nhận danh sách đơn vị của nhóm bằng lệnh “phân công” trong cuộc trò chuyện.
published-undated = Kỳ báo cáo chưa có ngày thì chưa được nhắc.
published-chat = Vào trò chuyện

## Thời gian có nghĩa là

time-means-before = Chậm nhất { DAY($last) } (trước ngày { DATE($date) })
time-means-not-after = Chậm nhất { DAY($last) }
time-means-within = Từ { DATE($from) } đến hết { DATE($to) }
time-means-onward = Từ { DATE($from) } và các năm tiếp theo
time-means-no-end = Chưa có ngày cuối
time-means-event = Tính theo một việc khác, chưa có ngày
time-means-continuous = Thường xuyên, không có hạn
time-means-on-direction = Khi có chỉ đạo, chưa có hạn
time-means-none = Văn bản không nêu thời gian
time-means-impossible = Ngày ghi trong văn bản không có trong lịch
time-recurs-yearly = Lặp lại hằng năm
time-recurs-half-yearly = Lặp lại sáu tháng một lần
time-recurs-quarterly = Lặp lại hằng quý
time-recurs-monthly = Lặp lại hằng tháng
time-recurs-weekly = Lặp lại hằng tuần
