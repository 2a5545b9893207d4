# Lệnh phân công của quản trị.

assign-title = Phân công nhiệm vụ
assign-out-of-force = Danh mục này ngoài thời gian thực hiện, chỉ để tra cứu; phân công vẫn ghi được.
assign-no-task = Chưa có danh mục nhiệm vụ nào.
assign-without-lead = { $count } nhiệm vụ chưa có đơn vị chủ trì: { $numbers }
assign-all-led = Nhiệm vụ nào cũng đã có đơn vị chủ trì.
assign-groups-waiting = { $count } nhóm chưa xác định đơn vị.
assign-all-groups-confirmed = Các nhóm trong văn bản đều đã xác định đơn vị.
assign-how = Cách gõ:
assign-how-lead = phân công 1.2 chủ trì Văn phòng
assign-how-coordinating = phân công 1.2 phối hợp Công an phường
assign-how-end = phân công 1.2 bỏ chủ trì Văn phòng
assign-how-group = phân công nhóm Các phòng chức năng: Văn phòng; Phòng Văn hóa - Xã hội
assign-unclear = Chưa rõ nội dung phân công. Xin chọn, hoặc gõ theo mẫu dưới đây.
choice-task = { $number }  { $title }
choice-group = Nhóm: { $name }
choice-lead = Chủ trì
choice-coordinate = Phối hợp
choice-take-back = Hoàn tác
assigned-take-back = Gõ “hoàn tác” nếu giao nhầm.

assign-ask-role = { $number }  { $title }: giao chủ trì hay phối hợp?
assign-ask-ended-role = { $number }  { $title }: bỏ chủ trì hay phối hợp?
assign-ask-unit = { $number }  { $title }: giao đơn vị nào { $role }?
assign-ask-ended-unit = { $number }  { $title }: bỏ đơn vị nào khỏi vai trò { $role }?

assigned = Đã phân công { $number }  { $title }
assigned-to = { CAP($role) }: { $unit }
assigned-from = Từ { DAY($today) }
assigned-told = Hệ thống sẽ báo cho { $count } người của đơn vị trong giờ làm việc.
assigned-nobody-told = Chưa báo được cho ai: đơn vị chưa có người liên kết, hoặc nhóm chưa xác định đơn vị. Gõ “mời” để lập mã mời.

assignment-ended = Đã bỏ phân công { $number }  { $title }
assignment-ended-of = Thôi { $role }: { $unit }
assignment-ended-from = Từ { DAY($today) }
assignment-ended-notes-stay = Các nội dung đơn vị đã ghi được giữ nguyên. Muốn giao lại, xin gõ “phân công”.

group-title = Nhóm “{ $name }”
group-empty = Chưa có đơn vị nào.
group-proposed-units = Chưa xác định. Đề xuất theo loại đơn vị:
group-confirmed-units = Đã xác định, hiện gồm:
group-unit = – { $name }
group-how = Để xác định nhóm, xin gõ tên các đơn vị, cách nhau bằng dấu chấm phẩy.
choice-confirm-group = Xác định đúng như trên
group-confirmed = Đã xác định nhóm “{ $name }”: { $count } đơn vị, từ { DAY($today) }
group-confirmed-after = Muốn sửa, xin gõ lại: phân công nhóm { $name }: tên các đơn vị
groups-none = Văn bản của cơ quan không nêu nhóm đơn vị nào.
