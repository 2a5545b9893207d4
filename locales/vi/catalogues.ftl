# Phân công nhiệm vụ.

assigned-as-lead = chủ trì
assigned-as-coordinating = phối hợp
assigned-as-invited = phối hợp (được mời)

# number: số nhiệm vụ; title: tên ngắn; role: một trong các cụm từ trên
notice-task-assigned = Đơn vị được giao { $role } nhiệm vụ { $number }: { $title }.
notice-task-assigned-due = Hạn: { DAY($due) }.
notice-task-assigned-how = Gõ { $number } để xem chi tiết.
notice-task-assigned-received = Gõ “{ $number } đã nhận” để xác nhận đơn vị đã nhận nhiệm vụ.
