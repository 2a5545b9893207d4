# Ghi tiến độ, sửa, thu hồi.

joined-facts = { $first } · { $rest }

echo-recorded = Đã ghi { $number }  { $title }
echo-corrected = Đã sửa { $number }  { $title }
echo-withdrawn = Đã thu hồi nội dung ghi ở { $number }  { $title }
echo-understood = { CAP($facts) }
echo-quote = “{ $text }”
echo-completed-done-on-time = hoàn thành ngày { DATE($on) } (đúng hạn)
echo-completed-done-late = hoàn thành ngày { DATE($on) } (quá hạn)
echo-completed-no-due-date = hoàn thành ngày { DATE($on) }
echo-percent = { $percent }%
echo-document = văn bản { $number }
echo-difficulty = vướng mắc: { $text }
echo-files = { $count } tệp minh chứng
echo-ask-date = Nhiệm vụ { $number } đã quá hạn: thực tế hoàn thành ngày nào? Đồng chí gõ ngày, ví dụ: 20/3
echo-waits-for-consolidator = Chờ đơn vị tổng hợp xác nhận.
echo-waits-for-leader = Chờ lãnh đạo xác nhận.
echo-hint = Gõ “sửa …” hoặc “thu hồi” nếu ghi nhầm.
echo-several = Đã ghi { $count } nội dung
echo-several-hint = Nếu ghi nhầm, đồng chí chọn thu hồi rồi ghi lại.

note-ask-words = Xin đồng chí gõ nội dung tiến độ của { $number }  { $title }. Gõ “hủy” để thôi.
note-ask-correction = Xin đồng chí gõ nội dung thay thế. Gõ “hủy” để thôi.
note-which-task = Nội dung này thuộc nhiệm vụ nào? Xin gõ số nhiệm vụ trước nội dung, ví dụ: 2.4 đã hoàn thành.
file-which-task = Tệp này minh chứng cho nhiệm vụ nào? Xin gửi lại tệp kèm lời ghi có số nhiệm vụ, ví dụ: 2.4 ảnh hội nghị.
note-not-recorded = Không ghi nội dung vừa rồi.
note-nothing-to-correct = Chưa có nội dung nào vừa ghi để sửa. Xin gõ số nhiệm vụ và nội dung.
notes-too-many = Mỗi lần ghi tối đa { $max } dòng; các dòng sau chưa được ghi.
edit-without-note = Tin nhắn vừa sửa không ghi tiến độ nào nên không có gì thay đổi.
task-acknowledged = Đã ghi nhận: đơn vị nhận nhiệm vụ { $number }.
several-which = Số này có trong nhiều danh mục. Đồng chí chọn:
several-which-note = Số { $number } có trong nhiều danh mục. Đồng chí chọn rồi ghi lại nội dung:
several-one = { $title } ({ $document })
card-question = Ghi nội dung vừa rồi cho nhiệm vụ { $number }?

claim-title = { $number }  { $title }
claim-unit = { $unit } báo đã hoàn thành
claim-due = Ngày cuối đúng hạn: { DAY($due) }
claim-dates = Ngày hoàn thành: { DATE($completed) } · ngày ghi: { DATE($noted) }
claim-files = { $count } tệp minh chứng
claims-left = Còn { $count } đề nghị khác chờ xác nhận.
claims-none = Không còn đề nghị nào chờ đồng chí xác nhận.
claim-ask-reason = Xin đồng chí gõ lý do trả lại. Gõ “hủy” để thôi.
claim-confirmed = Đã xác nhận hoàn thành { $number }  { $title }.
claim-returned = Đã trả lại { $number }  { $title }; đơn vị sẽ nhận được lý do.
notice-claim-confirmed = Nhiệm vụ { $number }  { $title } đã được xác nhận hoàn thành ngày { DATE($completed) }.
notice-claim-returned = Nhiệm vụ { $number }  { $title } bị trả lại: “{ $reason }”. Xin đơn vị bổ sung và báo lại.

choice-correct = Sửa
choice-withdraw = Thu hồi
choice-withdraw-number = Thu hồi { $number }
choice-confirm = Xác nhận
choice-return = Trả lại
choice-yes = Có
choice-no = Không
notice-claims-waiting = Có đơn vị báo hoàn thành nhiệm vụ, đang chờ đồng chí xác nhận. Gõ “duyệt” để xem.
choice-decide = Duyệt
several-skipped = Số { $number } có trong nhiều danh mục nên chưa được ghi; xin ghi riêng mục này.
echo-ask-date-by-number = Nhiệm vụ { $number } đã quá hạn: thực tế hoàn thành ngày nào? Đồng chí gõ, ví dụ: { $number } xong ngày 20/3
note-which-withdraw = Thu hồi nội dung nào? Đồng chí chọn hoặc gõ “thu hồi” và số nhiệm vụ.
tasks-no-more = Đã hết danh sách.
choice-verbatim = { $text }
edit-nothing-changed = Nội dung đã ghi từ tin nhắn này không thay đổi.
edit-kept = Nội dung đã ghi từ tin nhắn này ở { $numbers } vẫn giữ nguyên. Nếu không đúng, đồng chí thu hồi:
