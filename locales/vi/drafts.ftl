# Văn bản gửi vào cuộc trò chuyện: tóm tắt bản đọc, từng chỗ chưa chắc, công bố.
#
# Arguments: name, kind, where, field, value, sentence (term hoặc chữ); number, title, text, file, url, label (chữ);
# date, from, to (date); channels, names, candidates (list); line (chữ); mọi tên khác là số.

draft-how-to-send = Để đưa một văn bản mới vào, xin gửi tệp vào đây (.docx, .pdf, .xlsx, .txt, .md). Đôn Đốc đọc văn bản; đồng chí xem lại rồi mới công bố.
draft-send-elsewhere = Ứng dụng này không chuyển được tệp văn bản. Xin gửi tệp cho Đôn Đốc qua { $channels }.
draft-send-elsewhere-web = Ứng dụng này không chuyển được tệp văn bản. Xin gửi tệp cho Đôn Đốc qua { $channels }. Địa chỉ trên web: { $url }

## Bản đọc

draft-name = { CAP($kind) } số { $number }
draft-name-dated = { CAP($kind) } số { $number } ngày { DATE($date) }
draft-name-unnumbered = { CAP($kind) } chưa có số
draft-title = Đã đọc: { $name }
draft-about = Trích yếu: { $title }
draft-issuer = Cơ quan ban hành: { $name }
draft-warning = Lưu ý: { $sentence }
draft-issuer-missing = Chưa thấy cơ quan ban hành.
draft-scope = Thời gian áp dụng: { DATE($from) } – { DATE($to) }
draft-scope-missing = Chưa rõ thời gian áp dụng.
draft-counts = { $tasks } nhiệm vụ trong { $sections } phần · { $units } đơn vị · { $rounds } kỳ báo cáo
draft-doubts = { $count } chỗ chưa chắc, cần đồng chí xem lại trước khi công bố.
draft-doubts-must = Trong đó { $count } chỗ bắt buộc phải điền.
draft-no-doubts = Không còn chỗ nào chưa chắc.
draft-rest-accepted = Các chỗ chưa chắc đã được chấp nhận như bản đọc.
draft-resembles = Văn bản này giống danh mục của { $name } đang có. Xin chọn: sửa đổi danh mục đó, hay là danh mục mới.
draft-amends = Văn bản này sửa đổi danh mục của { $name }.
draft-amends-none = Văn bản này được ghi là danh mục mới, không sửa đổi danh mục của { $name }.
draft-comparison = So với danh mục đó: thêm { $added }, bỏ { $removed }, sửa { $changed }, đổi số hoặc vị trí { $moved } nhiệm vụ.
draft-unchanged = So với danh mục đó không có gì thay đổi, nên không cần công bố lại.
draft-findings = Văn bản có { $count } điểm cần lưu ý:
draft-finding = – { $sentence }
draft-finding-of-task = – Nhiệm vụ { $number }. { $sentence }
draft-findings-more = … và { $count } điểm khác.
draft-link = Xem và sửa trên trang: { $url }
draft-known = Tệp này đã có bản đọc; những chỗ đã xem vẫn được giữ nguyên.
draft-kept = Đã dừng. Những chỗ đã xem vẫn được giữ nguyên. Gõ “văn bản” để làm tiếp.
draft-discard-sure = Bỏ bản đọc của tệp “{ $file }”? Những chỗ đã xem trong bản này sẽ không còn.
draft-discarded = Đã bỏ bản đọc của tệp “{ $file }”. Khi cần, xin gửi lại tệp.

choice-draft-amend = Sửa đổi danh mục của { $name }
choice-draft-new = Là danh mục mới
choice-draft-doubts = Xem từng chỗ chưa chắc ({ $count })
choice-draft-accept-all = Chấp nhận tất cả
choice-draft-publish = Công bố
choice-draft-discard = Bỏ bản này
choice-draft-discard-now = Có, bỏ bản này
choice-draft-keep = Không, giữ lại
choice-draft-open = { $file } (đọc ngày { DATE($date) })

drafts-open = { $count } văn bản đã đọc, chưa công bố. Xin chọn văn bản để làm tiếp:
drafts-more = Dưới đây là các văn bản đọc gần nhất; còn { $count } văn bản khác.

## Từng chỗ chưa chắc

doubt-title = Chỗ { $at }/{ $of } · { $where } · { $field }
doubt-of-task = nhiệm vụ { $number }
doubt-of-round = kỳ báo cáo { $label }
doubt-of-document = văn bản
doubt-task = { $title }
doubt-words = Văn bản ghi (dòng { $line }): “{ $text }”
doubt-read = Đọc được: { $value }
doubt-read-nothing = Chưa đọc được nội dung này.
doubt-nothing = không có
doubt-quoted = “{ $text }”
doubt-unsure = Chưa chắc: độ tin cậy khoảng { $percent }%.
doubt-must = Chỗ này bắt buộc phải điền.
doubt-hint-line = Để sửa, xin gõ nội dung đúng; văn bản không nêu thì gõ “không có”.
doubt-hint-area = Để sửa, xin gõ lại cả nội dung.
doubt-hint-date = Để sửa, xin gõ ngày đúng, ví dụ 15/9/2026.
doubt-hint-time = Để sửa, xin gõ thời gian đúng, ví dụ: trước ngày 15/9/2026; Quý IV/2026; Thường xuyên.
doubt-hint-units = Để sửa, xin gõ tên các đơn vị, cách nhau bằng dấu chấm phẩy; không có đơn vị nào thì gõ “không có”.
doubt-hint-targets = Để sửa, xin gõ các chỉ tiêu, cách nhau bằng dấu chấm phẩy; không có chỉ tiêu thì gõ “không có”.
doubt-hint-choice = Để sửa, xin gõ loại văn bản: quyết định, kế hoạch, chương trình, công văn, thông báo hoặc khác.
doubt-words-to-answer = Gõ “đúng” để giữ như đã đọc, “bỏ qua” để xem sau.
doubt-how-to-stop = Gõ “dừng” để nghỉ; những chỗ đã xem vẫn được giữ.
doubt-noted = Đã ghi { $where } · { $field }: { $value }
doubt-remark-only = Chỗ này chỉ để đồng chí xem, không có gì phải điền. Gõ “đã xem” để sang chỗ tiếp theo.
doubt-type-right = Xin gõ nội dung đúng, hoặc gõ “bỏ qua” để xem sau.
doubt-kind-unclear = Chưa rõ loại văn bản này.
doubt-unit-ambiguous = “{ $name }” có thể là: { $candidates }. Xin gõ rõ tên đơn vị.
doubt-new-units = Cơ quan và văn bản chưa có đơn vị tên { $names }. Có phải đơn vị mới không?
doubt-passed = Lựa chọn vừa rồi thuộc một câu hỏi trước đó, không còn dùng được.
doubt-settled-elsewhere = Chỗ vừa hỏi đã được xem ở nơi khác.
doubts-left = Còn { $count } chỗ để xem sau.
doubts-done = Đã xem hết các chỗ chưa chắc.

choice-doubt-right = Đúng
choice-doubt-seen = Đã xem
choice-doubt-later = Bỏ qua, xem sau
choice-doubt-new-unit = Có, là đơn vị mới
choice-doubt-retype = Không, gõ lại tên

## Công bố

publication-sure = Công bố { $name }?
publication-amends = Danh mục đang có được thêm { $added }, bỏ { $removed }, sửa { $changed }, đổi số hoặc vị trí { $moved } nhiệm vụ.
publication-tasks = { $count } nhiệm vụ có hiệu lực theo văn bản.
publication-rounds = { $count } kỳ báo cáo được mở.
publication-rounds-undated = { $count } kỳ báo cáo được mở, trong đó { $undated } kỳ chưa có ngày: chưa nhắc gì cho đến khi định ngày.
publication-no-rounds = Văn bản không nêu kỳ báo cáo.
publication-tells = { $count } đơn vị được báo phần việc của mình trong giờ làm việc.{ $waiting ->
    [0] { "" }
   *[other] { " " }{ $waiting } đơn vị chưa có người liên kết nên chưa báo được.
}
publication-tells-changed = Chỉ những đơn vị có thay đổi được báo, trong giờ làm việc.
publication-past = Thời gian áp dụng đã qua: danh mục chỉ để tra cứu, không báo cho ai và không nhắc việc.
publication-unseen = Các chỗ chưa chắc được chấp nhận như bản đọc, chưa xem từng chỗ.
publication-done-first = Đã công bố danh mục: { $tasks } nhiệm vụ, { $rounds } kỳ báo cáo.
publication-done-next = Đã công bố phiên bản { $version } của danh mục: { $tasks } nhiệm vụ, { $rounds } kỳ báo cáo.
publication-told = { $count } người sẽ nhận thông báo trong giờ làm việc.
publication-told-nobody = Chưa báo được cho ai: các đơn vị chưa có người liên kết. Gõ “mời” để lập mã mời.
publication-told-nobody-changed = Chưa báo cho ai: không đơn vị nào có thay đổi, hoặc đơn vị chưa có người liên kết.
publication-closed = Hôm nay nằm ngoài thời gian áp dụng của văn bản nên hệ thống không nhắc việc theo danh mục này.
publication-open-group-unconfirmed = { $count } nhóm chưa xác định đơn vị: { $names }. Gõ “phân công” để xác định.
publication-open-lead-missing = { $count } nhiệm vụ chưa có đơn vị chủ trì: { $names }. Gõ “phân công” để giao.
publication-open-round-missing = Văn bản không nêu kỳ báo cáo.
publication-open-round-undated = { $count } kỳ báo cáo chưa có ngày: { $names }. Các kỳ này chưa nhắc cho đến khi được định ngày.
publication-open-round-outside-scope = { $count } mốc báo cáo định kỳ nằm ngoài thời gian áp dụng nên không lập: { $names }.
publication-open-round-order = { $count } kỳ báo cáo có hạn trước ngày ban hành hoặc sai thứ tự: { $names }.
publication-open-issued-far-from-scope = Ngày ban hành cách xa thời gian áp dụng: { $names }.
publication-after = Gõ “nhiệm vụ” để xem tình hình các đơn vị.

choice-publish-now = Có, công bố
choice-publish-later = Không, xem lại
