# Trình đơn lệnh của ứng dụng nhắn tin và các câu khi khởi động.

menu-start = Bắt đầu, liên kết bằng mã mời
menu-trogiup = Trợ giúp theo vai trò
menu-nhiemvu = Danh sách nhiệm vụ
menu-lich = Ngày đến hạn, ngày báo cáo
menu-tim = Tìm nhiệm vụ
menu-vanban = Các văn bản
menu-duyet = Xác nhận hoàn thành
menu-phancong = Phân công nhiệm vụ
menu-moi = Mời người giữ vị trí
menu-bangiao = Bàn giao vị trí
menu-ketnoi = Kết nối nhóm để nhận tóm tắt tuần
menu-ngatketnoi = Ngắt kết nối nhóm
menu-hoantac = Lấy lại nội dung vừa ghi
menu-huy = Thôi việc đang làm dở
menu-caidat = Ngôn ngữ, giờ nhắc, kênh nhận tin
menu-dulieucuatoi = Dữ liệu lưu về tôi

start-ready = Đôn Đốc đã sẵn sàng: { $url }
start-port-taken = Cổng { $port } đang được chương trình khác dùng. Xin đặt PORT khác rồi chạy lại.
