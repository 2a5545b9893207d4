# Câu của dòng lệnh dành cho người vận hành.
#
# Arguments: command, usage, option, summary, meaning, text, path, problem, folder, migration, name, code, link,
# candidates, organization, position text; names list; count, tasks, sections, units, rounds, entries, organizations,
# wanted, given number; line number or "-"; date date; time text ("07:00").

cli-verbatim = { $text }

## Trợ giúp

cli-help-head = Đôn Đốc - các lệnh dành cho người vận hành:
cli-help-command = { "  " }{ $command }: { $summary }
cli-help-foot = Gõ --help sau một lệnh để xem cách dùng. Thêm --json để nhận kết quả dạng JSON, --language en để dùng tiếng Anh.
cli-help-usage = Cách dùng: { $usage }
cli-help-option = { "  " }{ $option }: { $meaning }

cli-summary-migrate = Đưa cơ sở dữ liệu lên phiên bản mới nhất.
cli-summary-samples = Nạp năm danh mục mẫu cùng các cơ quan của chúng.
cli-summary-organization-create = Tạo một cơ quan.
cli-summary-unit-add = Thêm một đơn vị vào cơ quan.
cli-summary-catalogue-load = Nạp danh mục nhiệm vụ từ tệp JSON.
cli-summary-import = Đọc một văn bản thành bản dự thảo danh mục để quản trị xem lại; thêm --publish để công bố ngay như đã đọc.
cli-summary-invite = Cấp mã mời để một cán bộ liên kết cuộc trò chuyện.
cli-summary-verify-audit = Kiểm tra chuỗi nhật ký có còn nguyên vẹn.
cli-summary-backup = Sao lưu toàn bộ dữ liệu, hoặc một cơ quan với --organization, kèm tệp minh chứng, vào một tệp.
cli-summary-restore = Khôi phục tệp sao lưu vào cơ sở dữ liệu trống, hoặc khôi phục một cơ quan vào nơi chưa có cơ quan đó.
cli-summary-read = Đọc một văn bản (.docx, .pdf, .xlsx, .txt, .md) và in những gì đọc được; không cần cơ sở dữ liệu.
cli-summary-time-frames = Đọc các cụm từ chỉ thời gian (text, context) từ đầu vào chuẩn và in nghĩa của từng cụm.
cli-summary-key-create = Tạo khóa truy cập API cho một hệ thống khác của cơ quan.
cli-summary-template = Ghi biểu mẫu .xlsx để nhập danh mục bằng tay.

cli-option-code = mã cơ quan: chữ thường không dấu, chữ số, dấu gạch nối
cli-option-name = tên cơ quan, tên đơn vị hoặc họ và tên cán bộ
cli-option-superior = mã cơ quan cấp trên
cli-option-days = số ngày khóa có hiệu lực; không ghi thì dùng đến khi thu hồi
cli-option-scope = quyền của khóa: read (đọc), write (ghi) hoặc admin (quản trị)
cli-option-organization = mã cơ quan
cli-option-unit = tên đơn vị; không cần đối với leader và admin
cli-option-kind = loại đơn vị: department, service_unit, armed_force, residential_group, front, party, mass_organization, other
cli-option-alias = cách gọi khác của đơn vị; có thể nêu nhiều lần
cli-option-role = vai trò: head, deputy, focal, consolidator, leader, admin
cli-option-publish = công bố ngay, chấp nhận mọi chỗ chưa chắc như đã đọc
cli-option-amends = số của văn bản có danh mục được sửa đổi, hoặc new nếu là danh mục mới
cli-option-json = in kết quả dạng JSON
cli-option-help = in cách dùng lệnh này
cli-option-language = ngôn ngữ của câu trả lời: vi hoặc en
cli-option-out = tên tệp sẽ ghi

## Lệnh gõ chưa đúng

cli-unknown-command = Không có lệnh “{ $command }”.
cli-option-missing = Thiếu { $option }. Gõ { $command } --help để xem cách dùng.
cli-option-wrong = Tùy chọn { $option } chưa đúng. Gõ { $command } --help để xem cách dùng.
cli-option-twice = { $option } được nêu hai lần. Gõ { $command } --help để xem cách dùng.
cli-words-wrong = Lệnh cần { $wanted } tham số ngoài các tùy chọn, đã nhận { $given }. Gõ { $command } --help để xem cách dùng.

## Cơ sở dữ liệu

cli-data-folder-busy = Thư mục dữ liệu { $folder } đang được một tiến trình khác sử dụng. Xin dừng tiến trình đó, hoặc đặt DATA_DIR sang thư mục khác.
cli-roles-missing = Tài khoản kết nối không có quyền tạo vai trò trong PostgreSQL. Xin chạy các câu lệnh sau bằng tài khoản quản trị, thay current_user bằng tài khoản của Đôn Đốc:
cli-migration-changed = Bước chuyển đổi { $migration } đã chạy nhưng tệp của nó sau đó bị sửa. Xin khôi phục đúng bản chương trình đã dùng.
cli-migration-unknown = Cơ sở dữ liệu đã có bước chuyển đổi { $migration } mà bản chương trình này không biết. Xin dùng bản chương trình mới hơn.
cli-installation-is-demo = Cơ sở dữ liệu này thuộc bản trình diễn, không dùng cho vận hành thật được. Xin đặt DATA_DIR hoặc DATABASE_URL khác.
cli-installation-is-live = Cơ sở dữ liệu này đang dùng cho vận hành thật, không dùng cho bản trình diễn được. Xin kiểm tra lại các cài đặt hoặc đặt DEMO=off.

## Kết quả

cli-migrate-none = Cơ sở dữ liệu đã ở phiên bản mới nhất.
cli-migrate-applied = Đã chạy { $count } bước chuyển đổi: { $names }.
cli-organization-created = Đã tạo cơ quan { $code }.
cli-unit-added = Đã thêm đơn vị { $name }.
cli-sample-known = { $code }: đã có, không thay đổi gì.
cli-sample-loaded = { $code }:
cli-catalogue-loaded = Đã nạp { $tasks } nhiệm vụ, { $rounds } kỳ báo cáo.
cli-catalogue-closed = Hôm nay nằm ngoài thời gian của văn bản: danh mục chỉ để xem, không nhắc việc.
cli-warning-lead-missing = { $count } nhiệm vụ chưa có đơn vị chủ trì: { $names }. Quản trị phân công bằng /phancong.
cli-warning-group-unconfirmed = { $count } nhóm chưa xác định đơn vị: { $names }.
cli-warning-round-missing = Văn bản không nêu kỳ báo cáo.
cli-warning-round-undated = { $count } kỳ báo cáo chưa có ngày: { $names }.
cli-warning-round-outside-scope = { $count } kỳ báo cáo định kỳ có mốc nằm ngoài thời gian của văn bản nên không lập: { $names }.
cli-warning-round-order = { $count } kỳ báo cáo có hạn trước ngày ban hành hoặc sai thứ tự: { $names }.
cli-warning-issued-far-from-scope = Ngày ban hành cách xa thời gian áp dụng: { $names }.
cli-warning-questions-open = { $count } nhiệm vụ còn điểm văn bản chưa nói rõ: { $names }.
cli-invited-code = Mã mời: { $code }
cli-invited-link = Liên kết: { $link }
cli-invited-until = Hiệu lực đến { $time } { DAY($date) }, dùng một lần.
cli-audit-intact = Chuỗi nhật ký nguyên vẹn: { $entries } mục của { $organizations } cơ quan.{ $waiting ->
    [0] { "" }
   *[other] { " " }{ $waiting } mục mới ghi chưa vào chuỗi.
}
cli-audit-broken = Chuỗi nhật ký của cơ quan { $organization } bị đứt ở mục { $position }. Xin giữ nguyên cơ sở dữ liệu và báo người phụ trách kỹ thuật.

## Kết quả đọc văn bản

cli-read-title = { $text }
cli-read-number = Số, ký hiệu: { $number }
cli-read-issued = Ngày ban hành: { DAY($date) }
cli-read-issuer = Cơ quan ban hành: { $name }
cli-read-counts = Đọc được { $tasks } nhiệm vụ trong { $sections } phần, { $units } đơn vị, { $rounds } kỳ báo cáo.
cli-read-task = { $number }. { $text }
cli-read-lead = { "  " }Chủ trì: { $names }
cli-read-coordinating = { "  " }Phối hợp: { $names }
cli-read-time = { "  " }Thời gian: { $text }
cli-read-round = Báo cáo: { $text }
cli-read-doubts = { $count ->
    [0] Không có điểm nào cần xem lại.
   *[other] { $count } điểm cần xem lại:
}
cli-read-point = { "  " }{ $text }
cli-read-point-at-line = { "  " }Dòng { $line }: { $text }
cli-read-point-of-task = { "  " }Nhiệm vụ { $number }, dòng { $line }: { $text }
cli-read-unsure = { "  " }nhiệm vụ { $number }, chưa chắc: { $names }
cli-read-findings = { $count ->
    [0] Không thấy điểm chưa ổn nào của chính văn bản.
   *[other] { $count } điểm của chính văn bản cần người soạn xem lại:
}

## Nhập văn bản

cli-import-read = Đã đọc { $tasks } nhiệm vụ, { $rounds } kỳ báo cáo; { $count ->
    [0] không có chỗ nào chưa chắc.
   *[other] { $count } chỗ chưa chắc cần xem lại.
}
cli-import-how = Quản trị xem lại và công bố trên trang “Văn bản” hoặc trong cuộc trò chuyện (gõ “văn bản”).
cli-import-published = Đã công bố phiên bản { $count } của danh mục; { $given } người sẽ nhận thông báo.
cli-import-accepted = { $count } chỗ chưa chắc đã được chấp nhận như bản đọc.
cli-amends-unknown = Không có danh mục nào của văn bản { $text } trong cùng thời gian. Xin kiểm tra lại số văn bản, hoặc dùng --amends new.
cli-amends-choose = Gõ thêm --amends { $text } nếu văn bản sửa đổi danh mục của văn bản { $text }.
cli-amends-new = Gõ thêm --amends new nếu đây là danh mục mới.

## Lời từ chối nói thêm

cli-candidates = Có thể là: { $candidates }.

## Tệp

cli-file-missing = Không đọc được tệp { $path }. Xin kiểm tra lại đường dẫn và quyền đọc.
cli-file-not-json = Tệp { $path } không phải JSON hợp lệ.
cli-file-too-large = Tệp { $path } quá lớn.
cli-file-exists = Tệp { $path } đã có. Xin chọn tên khác để không ghi đè.
cli-file-not-written = Không ghi được tệp { $path }. Xin kiểm tra lại thư mục và quyền ghi.
cli-template-written = Đã ghi biểu mẫu vào { $path }.
cli-date-invalid = { $option } chưa phải là ngày. Xin viết dạng 2026-09-01.
cli-input-too-large = Dữ liệu ở đầu vào chuẩn quá lớn.
cli-input-not-json = Dữ liệu ở đầu vào chuẩn không phải JSON hợp lệ.
cli-phrases-wrong = Dữ liệu ở đầu vào chuẩn phải là danh sách các mục có “text” và, nếu cần, “context” (year, document_date); chỗ chưa hợp lệ: { $path }.
cli-key-created = Khóa truy cập: { $key }
cli-key-once = Khóa chỉ hiện một lần này; xin cất vào nơi an toàn.

## Sao lưu

cli-backup-written = Đã ghi { $path }: { $organizations } cơ quan, { $entries } bản ghi, { $count } tệp minh chứng.
cli-backup-secret = Tệp này chứa dữ liệu cá nhân và khóa bí mật của webhook. Xin cất ở nơi chỉ người phụ trách đọc được.
cli-backup-files-missing = { $count } tệp minh chứng bị thiếu hoặc bị hỏng trong DATA_DIR nên không có trong bản sao lưu.
cli-backup-restored = Đã khôi phục { $path }: { $organizations } cơ quan, { $entries } bản ghi, { $count } tệp minh chứng.
cli-backup-damaged = Tệp { $path } không phải bản sao lưu của Đôn Đốc, hoặc bị thiếu, bị thay đổi. Chưa khôi phục gì; xin dùng bản khác.
cli-backup-newer = Bản sao lưu do một bản chương trình khác tạo ra (bước chuyển đổi { $migration }). Xin khôi phục bằng đúng bản chương trình đó hoặc bản mới hơn.
cli-backup-older = Cơ sở dữ liệu mới hơn bản sao lưu (bước chuyển đổi { $migration }). Xin khôi phục vào một cơ sở dữ liệu mới, còn trống; chương trình sẽ tự đưa lên bản mới nhất.
cli-backup-office-here = Cơ sở dữ liệu đã có các cơ quan: { $names }. Chưa khôi phục gì; xin dùng cơ sở dữ liệu chưa có các cơ quan này.
cli-backup-not-empty = Bản sao lưu chứa toàn bộ dữ liệu, mà cơ sở dữ liệu không trống. Chưa khôi phục gì; xin dùng một cơ sở dữ liệu mới, còn trống.
cli-backup-of-demo = Bản sao lưu hoặc cơ sở dữ liệu này thuộc về bản trình diễn, không dùng cho vận hành thật được. Chưa khôi phục gì.
cli-backup-of-live = Bản sao lưu hoặc cơ sở dữ liệu này thuộc về vận hành thật, không dùng cho bản trình diễn được. Xin đặt DEMO=off rồi thử lại.
