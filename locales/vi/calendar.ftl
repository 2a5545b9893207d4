# Lịch cho ứng dụng lịch trên điện thoại và máy tính. place: cơ quan hoặc đơn vị

calendar-name = Đôn Đốc · { $place }
calendar-task = { $number }  { $title }
calendar-round = Báo cáo { $label }: ngày cuối
calendar-due = Ngày cuối đúng hạn: { DAY($due) }
calendar-aim = Ngày làm việc cuối cùng trong hạn: { DAY($aim) }

calendar-feed-hint = Để các ngày này hiện trong ứng dụng lịch, xin gõ “lịch điện thoại”.
calendar-feed-made = Địa chỉ lịch riêng của đồng chí:
calendar-feed-address = { $address }
calendar-feed-how = Trong ứng dụng lịch (Google Calendar, Lịch của iPhone, Outlook), chọn thêm lịch từ URL rồi dán địa chỉ này. Ngày đến hạn và ngày báo cáo sẽ tự cập nhật.
calendar-feed-secret = Ai có địa chỉ này đều xem được lịch; xin giữ riêng. Nếu bị lộ, xin thu hồi rồi lập địa chỉ khác.
calendar-feed-revoke-hint = Gõ “thu hồi địa chỉ lịch” nếu không dùng nữa.
calendar-feeds-title = Đồng chí đang có { $count } địa chỉ lịch
calendar-feed-unread = Lập ngày { DATE($on) }, chưa có ứng dụng nào đọc
calendar-feed-read = Lập ngày { DATE($on) }, đọc lần cuối ngày { DATE($read) }
calendar-feed-revoked = Đã thu hồi địa chỉ lịch. Ứng dụng lịch dùng địa chỉ đó không được cập nhật nữa.

choice-calendar-feed = Lịch điện thoại
choice-calendar-feed-new = Lập địa chỉ lịch mới
choice-calendar-feed-revoke = Thu hồi địa chỉ lịch
choice-calendar-feed-revoke-of = Thu hồi địa chỉ lập ngày { DATE($on) }
