# Lời từ chối: nói rõ điều chưa đúng và việc cần làm tiếp.
#
# One message for each code of api/shared/refusals.ts: `refusal-` + the code, with `_` written as `-`.
# The caller makes the key. These codes carry arguments, all others none (none is optional):
#   invitation_locked  minutes  number, whole minutes left
#   task_not_found     number   text, as the person wrote it ("2.4"); "none" where it was asked for by its id
#   note_of_several_tasks  number  text, the other task
#   note_too_long      max      number of characters
#   reason_too_long    max      number of characters
#   file_too_large     max      number of megabytes
#   date_out_of_years  first, last  days
#   period_too_long    most     number of days
#   request_too_large  max      number of kilobytes

refusal-not-allowed = Việc này nằm ngoài quyền hạn của đồng chí. Nếu cần, xin liên hệ quản trị của cơ quan.
refusal-post-required = Việc này thuộc về một vị trí công tác. Khóa truy cập nêu vị trí đó ở tiêu đề Acting-Appointment (mã của vị trí).
refusal-not-linked = Cuộc trò chuyện này chưa được liên kết. Xin liên hệ quản trị của cơ quan để nhận mã, rồi nhắn mã đó vào đây.

## Cơ quan, đơn vị

refusal-organization-not-found = Không tìm thấy cơ quan này. Xin kiểm tra lại mã cơ quan.
refusal-organization-code-taken = Mã cơ quan này đã được dùng. Xin chọn mã khác.
refusal-organization-code-invalid = Mã cơ quan chưa hợp lệ. Xin dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ hai-an.
refusal-superior-not-found = Không tìm thấy cơ quan cấp trên đã nêu. Xin kiểm tra lại mã cơ quan cấp trên.
refusal-unit-not-found = Không tìm thấy đơn vị này. Xin kiểm tra lại tên đơn vị.
refusal-unit-name-taken = Tên này đã thuộc về một đơn vị của cơ quan. Xin chọn tên khác.
refusal-unit-name-invalid = Tên đơn vị còn trống hoặc quá dài. Xin nhập lại tên đơn vị.
refusal-unit-required = Chưa rõ việc này của đơn vị nào. Xin nêu tên đơn vị.
refusal-unit-kind-invalid = Loại đơn vị chưa đúng. Xin chọn một trong các loại có sẵn.
refusal-unit-ambiguous = Tên này khớp với nhiều đơn vị: { $candidates }. Xin nêu đầy đủ tên đơn vị.
refusal-group-not-found = Không tìm thấy nhóm đơn vị này. Xin kiểm tra lại tên nhóm.

## Cán bộ, liên kết

refusal-member-name-invalid = Họ và tên còn trống hoặc quá dài. Xin nhập lại họ và tên.
refusal-role-invalid = Vai trò chưa đúng. Xin chọn một trong các vai trò có sẵn.
refusal-invitation-unknown = Mã không đúng. Xin kiểm tra lại, hoặc đề nghị quản trị của cơ quan cấp mã mới.
refusal-invitation-expired = Mã đã hết hạn. Xin đề nghị quản trị của cơ quan cấp mã mới.
refusal-invitation-used = Mã này đã được dùng. Xin đề nghị quản trị của cơ quan cấp mã mới.
refusal-invitation-locked = Mã đã bị nhập sai nhiều lần nên việc nhập mã ở đây tạm khóa. Xin thử lại sau { $minutes } phút.
refusal-chat-linked-elsewhere = Cuộc trò chuyện này đang liên kết với một cán bộ khác. Nếu cần chuyển, xin liên hệ quản trị của cơ quan.
refusal-group-connected-elsewhere = Nhóm này đang kết nối với một cơ quan khác. Quản trị của cơ quan đó cần ngắt kết nối trước.
refusal-group-not-connected = Nhóm này không kết nối với cơ quan của đồng chí.
refusal-member-not-found = Không tìm thấy cán bộ này. Xin kiểm tra lại họ tên hoặc đơn vị.
refusal-appointment-not-found = Vị trí này không có hoặc đã kết thúc. Xin kiểm tra lại cán bộ và đơn vị.
refusal-appointment-to-self = Không thể giao vị trí cho chính người đang thực hiện hoặc đang giữ vị trí đó. Xin chọn người khác.
refusal-last-administrator = Cơ quan luôn phải có ít nhất một quản trị. Xin chỉ định thêm quản trị trước khi thay đổi.

## Danh mục, nhiệm vụ

refusal-catalogue-not-found = Không tìm thấy danh mục nhiệm vụ này. Gõ “văn bản” để xem các văn bản hiện có.
refusal-catalogue-invalid = Danh mục nhiệm vụ còn nội dung chưa hợp lệ. Xin xem lại các mục được cảnh báo rồi thử lại.
refusal-catalogue-exists = Văn bản này đã có danh mục nhiệm vụ. Nếu có thay đổi, xin lập phiên bản mới.
refusal-catalogue-closed = Danh mục nhiệm vụ này đã kết thúc, chỉ còn để xem. Xin chọn danh mục đang có hiệu lực.
refusal-catalogue-wrong-at = Danh mục chưa hợp lệ tại { $path }: { $problem ->
    [twice] “{ $name }” có hai lần
    [means-another] “{ $name }” đã là tên gọi của đơn vị hoặc nhóm khác
    [section-unknown] không có phần “{ $name }”
    [parent-unknown] phía trước không có nhiệm vụ “{ $name }”
    [parent-elsewhere] nhiệm vụ “{ $name }” nằm ở phần khác
    [heading-with-units] mục chỉ để nhóm thì không ghi đơn vị
    [name-unknown] không có đơn vị, nhóm nào tên “{ $name }”
    [group-empty] nhóm chưa có đơn vị nào thì chưa xác nhận được
    [ends-before-start] ngày cuối ở trước ngày đầu
    [day-of-no-paper] ngày { $name } nằm ngoài các năm 1900 đến 2199
    [round-order] kỳ báo cáo “{ $name }” có hạn trước ngày ban hành, hoặc hạn gửi cấp trên trước hạn của đơn vị
   *[form] giá trị còn thiếu hoặc chưa đúng dạng
  }. Xin sửa chỗ đó rồi gửi lại; chưa có gì được ghi.
refusal-version-not-found = Danh mục này không có phiên bản số { $number }. Xin xem lại danh sách các phiên bản.
refusal-document-not-found = Không tìm thấy văn bản này trong cơ quan.
refusal-catalogue-of-other-post = Thông báo này gửi cho { $unit }, một vị trí khác của đồng chí. Gõ “cài đặt” để đổi vai trò rồi xác nhận lại.
refusal-task-not-found = { $number ->
    [none] Không tìm thấy nhiệm vụ này.
   *[other] Không có nhiệm vụ số { $number }. Gõ “nhiệm vụ” để xem danh sách.
  }
refusal-task-number-ambiguous = Có hơn một danh mục đang dùng số { $number }. Xin cho biết nhiệm vụ bằng mã của nó.
refusal-task-withdrawn = Nhiệm vụ này đã được rút khỏi danh mục. Gõ “nhiệm vụ” để xem danh sách hiện hành.
refusal-task-has-children = Nhiệm vụ này gồm nhiều mục con. Xin nêu từng mục con, ví dụ 2.4.a.
refusal-task-not-of-unit = Nhiệm vụ này không giao cho đơn vị của đồng chí. Gõ “nhiệm vụ” để xem nhiệm vụ của đơn vị.
refusal-task-of-other-post = Nhiệm vụ { $number } thuộc { $unit }, một vị trí khác của đồng chí. Gõ “cài đặt” để đổi vai trò rồi ghi lại.
refusal-assignment-exists = Đơn vị này đã được phân công nhiệm vụ đó, không cần phân công lại.
refusal-assignment-not-found = Đơn vị này không được phân công nhiệm vụ đó. Xin kiểm tra lại số nhiệm vụ và tên đơn vị.

## Cập nhật tiến độ, xác nhận

refusal-note-empty = Chưa có nội dung. Xin gõ số nhiệm vụ và nội dung, ví dụ: 2.4 đã xong.
refusal-note-too-long = Nội dung quá dài. Xin rút gọn trong { $max } ký tự.
refusal-note-not-found = Không tìm thấy nội dung đã ghi này. Xin mở lại nhiệm vụ để xem các nội dung hiện có.
refusal-note-withdrawn = Nội dung này đã được thu hồi. Nếu cần, xin gửi nội dung mới.
refusal-note-replaced = Nội dung này đã được thay bằng nội dung khác. Xin sửa hoặc thu hồi nội dung mới nhất.
refusal-note-confirmed = Việc này đã được xác nhận hoàn thành nên không sửa hay thu hồi được nội dung này. Nếu cần, xin gửi nội dung bổ sung.
refusal-note-of-several-tasks = Nội dung nói đến cả nhiệm vụ { $number }. Xin gửi riêng nội dung của từng nhiệm vụ; chưa có gì được ghi.
refusal-note-locked = Số liệu của kỳ báo cáo đã chốt nên không sửa hay thu hồi được nội dung này. Nếu cần, xin gửi nội dung bổ sung.
refusal-note-of-other-unit = Nội dung này do đơn vị khác ghi; chỉ đơn vị đó được sửa hoặc thu hồi.
refusal-date-invalid = Ngày chưa hợp lệ. Xin viết theo dạng ngày/tháng/năm, ví dụ 20/03/2026.
refusal-date-in-future = Ngày này ở sau hôm nay. Xin nhập ngày không muộn hơn hôm nay.
refusal-claim-not-found = Không tìm thấy đề nghị xác nhận hoàn thành này. Gõ “duyệt” để xem các việc đang chờ.
refusal-claim-decided = Đề nghị này đã được xử lý. Gõ “duyệt” để xem các việc đang chờ.
refusal-claim-of-own-unit = Đơn vị không tự xác nhận việc của mình. Xin chờ cấp có thẩm quyền xác nhận.
refusal-reason-required = Việc này cần có lý do. Xin nêu lý do.
refusal-reason-too-long = Lý do quá dài. Xin rút gọn trong { $max } ký tự.
refusal-round-not-found = Không tìm thấy kỳ báo cáo này. Xin kiểm tra lại kỳ báo cáo.
refusal-round-date-invalid = Ngày của kỳ báo cáo chưa hợp lý. Xin đặt theo thứ tự: chốt số liệu, hạn của đơn vị, hạn gửi cấp trên.
refusal-round-date-past = Hạn của kỳ báo cáo đã qua. Xin đặt hạn từ hôm nay trở đi.
refusal-round-closed = Kỳ báo cáo này đã chốt, không thay đổi được nữa.
refusal-round-not-begun = Kỳ báo cáo này chưa bắt đầu nên chưa chốt được.
refusal-round-undated = Kỳ báo cáo này chưa có hạn. Xin đặt hạn trước.

## Tệp

refusal-attachment-not-found = Không tìm thấy tệp minh chứng này.
refusal-file-too-large = Tệp quá lớn. Xin gửi tệp không quá { $max } MB.
refusal-file-kind-forbidden = Loại tệp này chưa được nhận. Xin gửi ảnh chụp hoặc bản PDF.
refusal-file-empty = Tệp không có nội dung. Xin kiểm tra và gửi lại.
refusal-file-missing = Không tìm thấy tệp này. Xin kiểm tra lại hoặc gửi lại tệp.
refusal-file-kind-unknown = Chưa đọc được loại tệp này. Xin gửi văn bản dạng .docx, .pdf, .xlsx, .txt hoặc .md.
refusal-file-encoding-unknown = Chưa nhận ra bảng mã của tệp văn bản này. Xin mở tệp, lưu lại với bảng mã UTF-8 rồi gửi lại.
refusal-file-kind-old = Tệp được lưu theo định dạng cũ (.doc, .xls). Xin mở tệp, chọn “Lưu thành” dạng .docx hoặc .xlsx rồi gửi lại.
refusal-file-damaged = Tệp bị hỏng hoặc thiếu nên không đọc được. Xin mở lại tệp gốc, lưu một bản mới rồi gửi lại.
refusal-file-protected = Tệp được bảo vệ bằng mật khẩu nên không đọc được. Xin bỏ mật khẩu rồi gửi lại.
refusal-file-scanned = Tệp chỉ có ảnh chụp, không có chữ để đọc. Xin gửi bản gốc dạng .docx, hoặc bản PDF xuất từ phần mềm soạn thảo.
refusal-file-too-long = Nội dung trong tệp quá nhiều để đọc. Xin chỉ gửi văn bản có danh mục nhiệm vụ, bỏ các phụ lục và tệp đính kèm khác.
refusal-file-reading-too-slow = Việc đọc tệp mất quá nhiều thời gian nên đã dừng; chưa có gì được ghi lại. Xin thử lại sau ít phút, hoặc gửi bản gốc dạng .docx.

## Việc khác

refusal-nothing-to-undo = Không còn thao tác nào để hoàn tác.
refusal-query-empty = Chưa có từ khóa. Xin gõ từ khóa cần tìm, ví dụ: tìm hòa giải.
refusal-setting-invalid = Giá trị cài đặt chưa hợp lệ. Gõ “cài đặt” để xem các lựa chọn.
refusal-time-invalid = Giờ chưa hợp lệ. Xin viết theo dạng giờ:phút, ví dụ 07:30.
refusal-date-out-of-years = Ngày nêu ra quá xa. Ngày phải từ { $first } đến { $last }.
refusal-period-invalid = Khoảng thời gian chưa hợp lệ. Xin đặt ngày bắt đầu không muộn hơn ngày kết thúc.
refusal-period-too-long = Khoảng thời gian quá dài. Xin chọn nhiều nhất { $most } ngày mỗi lần.
refusal-tick-in-past = Thời điểm này ở trước lần chạy gần nhất. Xin chọn thời điểm muộn hơn.
refusal-tick-in-future = Thời điểm này ở sau hiện tại. Xin chọn thời điểm không muộn hơn hiện tại.
refusal-session-invalid = Phiên đăng nhập không còn hiệu lực. Xin lấy liên kết đăng nhập mới.
refusal-session-not-found = Không tìm thấy phiên đăng nhập này. Có thể phiên đã kết thúc.
refusal-key-missing = Yêu cầu cần có khóa truy cập hoặc phiên đăng nhập (Authorization: Bearer …).
refusal-key-invalid = Khóa truy cập không đúng, đã hết hạn hoặc đã bị thu hồi.
refusal-key-not-found = Không có khóa truy cập này, hoặc khóa đã bị thu hồi.
refusal-scope-too-small = Khóa truy cập chưa đủ quyền: thao tác này cần quyền { $scope ->
    [read] đọc
    [write] ghi
   *[admin] quản trị
  } ({ $scope }).
refusal-scope-unknown = Quyền của khóa là một trong ba: read, write, admin.
refusal-webhook-url-invalid = Địa chỉ nhận tin chưa đúng. Xin ghi một địa chỉ https đầy đủ, không kèm tên và mật khẩu, không có phần sau dấu #.
refusal-webhook-url-insecure = Địa chỉ nhận tin ngoài mạng nội bộ cần bắt đầu bằng https.
refusal-webhook-url-forbidden = Không gửi tin tới địa chỉ này. Xin dùng địa chỉ của một hệ thống thuộc cơ quan.
refusal-subscription-not-found = Không có đăng ký nhận tin này.
refusal-subscription-ended = Đăng ký nhận tin này đã kết thúc. Xin tạo đăng ký mới.
refusal-subscription-paused = Đăng ký nhận tin này đang tạm dừng. Xin cho chạy lại trước.
refusal-subscriptions-too-many = Cơ quan đã có { $most } đăng ký nhận tin. Xin kết thúc đăng ký không còn dùng trước.
refusal-event-delivered = Sự kiện này đã đến nơi nên không gửi lại.
refusal-event-delivery-not-found = Không có lượt gửi tin này; lượt gửi cũ được xóa sau 30 ngày.
refusal-calendar-feed-not-found = Không có địa chỉ lịch này, hoặc địa chỉ đã bị thu hồi.
refusal-calendar-feeds-too-many = Đã có { $most } địa chỉ lịch. Xin thu hồi địa chỉ không còn dùng trước.
refusal-revision-conflict = Nội dung đã được người khác thay đổi. Xin đọc lại bản mới nhất rồi sửa trên bản đó.
refusal-revision-unsupported = Thao tác này không dùng được với If-Match.
refusal-idempotency-key-reused = Idempotency-Key này đã được dùng cho một yêu cầu khác. Xin dùng khóa mới cho yêu cầu mới.
refusal-cursor-invalid = Con trỏ trang không hợp lệ. Xin bắt đầu lại từ trang đầu.
refusal-request-invalid = Yêu cầu chưa hợp lệ. Xin kiểm tra lại các thông tin đã nhập.
refusal-request-too-large = Yêu cầu quá lớn. Xin gửi nhiều nhất { $max } KB.
refusal-too-many-requests = Có quá nhiều yêu cầu trong thời gian ngắn. Xin chờ ít phút rồi thử lại.
refusal-method-not-allowed = Địa chỉ này không nhận phương thức đó. Tiêu đề Allow nêu các phương thức được nhận.
refusal-not-found = Không tìm thấy nội dung này. Xin kiểm tra lại đường dẫn.
refusal-database-unavailable = Hệ thống tạm thời chưa truy cập được dữ liệu. Xin thử lại sau ít phút.

# Văn bản đọc vào. count: số chỗ; text: chữ đã gõ; words: phần chưa hiểu
refusal-import-not-found = Không tìm thấy văn bản đã đọc này; có thể đã có người bỏ đi. Gõ “văn bản” để xem danh sách, hoặc gửi lại tệp.
refusal-import-published = Văn bản này đã được công bố, bản đọc không sửa được nữa. Muốn thay đổi, gửi văn bản sửa đổi hoặc dùng lệnh “phân công”.
refusal-import-changed = Có người khác vừa sửa bản đọc này. Xin tải lại trang rồi làm tiếp; phần người đó sửa đã được lưu.
refusal-import-without-tasks = Không thấy nhiệm vụ nào trong văn bản. Kiểm tra xem tệp có phụ lục danh mục nhiệm vụ không; nếu cần, dùng biểu mẫu .xlsx.
refusal-import-not-ready = Chưa công bố được: { $count } chỗ bắt buộc còn thiếu hoặc trùng (thời gian thực hiện, số nhiệm vụ). Xin điền các chỗ đó trước.
refusal-import-doubts-left = Còn { $count } chỗ chưa chắc chắn mà chưa ai xem. Xem từng chỗ, hoặc chấp nhận tất cả rồi công bố.
refusal-import-amends-undecided = Văn bản này giống một danh mục đã có. Xin chọn: sửa đổi danh mục đó, hay là danh mục mới.
refusal-date-not-understood = { $number ->
    [none] { "" }
   *[other] Nhiệm vụ { $number }:{" "}
  }Không hiểu ngày “{ $text }”. Xin ghi như 15/9/2026.
refusal-time-frame-not-understood = { $number ->
    [none] { "" }
   *[other] Nhiệm vụ { $number }:{" "}
  }Không hiểu “{ $words }” trong thời gian “{ $text }”. Ví dụ: trước ngày 15/9/2026; Quý IV/2026; Thường xuyên; Năm 2026.
refusal-task-number-invalid = Số nhiệm vụ chỉ gồm chữ và số, cách nhau bằng dấu chấm, ví dụ 3.5.a.
refusal-title-empty = Nội dung không được để trống.
refusal-internal-error = Có lỗi trong chương trình, chưa có gì thay đổi. Xin thử lại sau; nếu vẫn lỗi, xin báo người quản trị mã yêu cầu (request_id).

## Lịch làm việc, gửi tin

refusal-calendar-day-not-found = Cơ quan chưa có quy định riêng cho ngày này, nên không có gì để bỏ.
refusal-message-not-found = Không tìm thấy tin nhắn này.
refusal-message-not-failed = Tin nhắn này không ở trạng thái gửi hỏng, nên không cần gửi lại.
refusal-message-outdated = Tin nhắn này đã cũ, không gửi lại được. Việc nào còn hiệu lực sẽ có trong tin nhắc kế tiếp.
