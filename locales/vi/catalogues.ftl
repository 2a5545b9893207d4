# Phân công nhiệm vụ.

assigned-as-lead = chủ trì
assigned-as-coordinating = phối hợp
assigned-as-invited = phối hợp (được mời)

# number: số nhiệm vụ; title: tên ngắn; role: một trong các cụm từ trên
notice-task-assigned = Đơn vị được giao { $role } nhiệm vụ { $number }: { $title }.
notice-task-assigned-due = Hạn: { DAY($due) }.
notice-task-assigned-how = Gõ { $number } để xem chi tiết.
notice-task-assigned-received = Gõ “{ $number } đã nhận” để xác nhận đơn vị đã nhận nhiệm vụ.

# Công bố danh mục. document: tên văn bản; numbers: số các nhiệm vụ
notice-catalogue-published = { CAP($document) } đã được công bố.
notice-catalogue-amended = { CAP($document) } đã thay đổi danh mục nhiệm vụ.
notice-catalogue-leads = Đơn vị chủ trì { $count } nhiệm vụ: { $numbers }.
notice-catalogue-coordinates = Phối hợp { $count } nhiệm vụ: { $numbers }.
notice-catalogue-first-due = Hạn gần nhất: nhiệm vụ { $number }, { DAY($due) }.
notice-catalogue-gained = Giao thêm cho đơn vị chủ trì { $count } nhiệm vụ: { $numbers }.
notice-catalogue-lost = Đơn vị thôi chủ trì { $count } nhiệm vụ: { $numbers }. Nội dung đã ghi vẫn được lưu.
notice-catalogue-due-changed = Nhiệm vụ { $number }: hạn mới là { DAY($due) }.
notice-catalogue-due-gone = Nhiệm vụ { $number }: không còn hạn cụ thể.
notice-catalogue-reworded = Sửa số, nội dung hoặc chỉ tiêu của { $count } nhiệm vụ: { $numbers }.
notice-catalogue-how = Gõ “nhiệm vụ” để xem danh sách.
notice-catalogue-received = Gõ “đã nhận” để xác nhận đơn vị đã nhận.
catalogue-acknowledged = Đã ghi nhận: đơn vị nhận { $done } nhiệm vụ của { $document }{ $before ->
    [0] .
   *[other] ; { $before } nhiệm vụ khác đã nhận từ trước.
}
catalogue-acknowledged-before = Đơn vị đã nhận cả { $count } nhiệm vụ của { $document } từ trước.
catalogue-acknowledged-none = Đơn vị đồng chí không chủ trì nhiệm vụ nào của { $document } nên không cần xác nhận đã nhận.
