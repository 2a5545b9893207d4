# Cài đặt sai làm chương trình dừng lại với một câu nêu tên cài đặt.

setting-wrong = Cài đặt { $name } không đúng: { $problem }.
setting-database-url = phải là địa chỉ PostgreSQL, dạng postgres://người-dùng:mật-khẩu@máy-chủ/cơ-sở-dữ-liệu
setting-data-dir = phải là đường dẫn của một thư mục
setting-host = phải là một địa chỉ để lắng nghe, ví dụ 127.0.0.1
setting-api-rate = phải là số yêu cầu mỗi phút, từ 1 đến 1000000
setting-metrics-token = phải dài từ 16 đến 256 ký tự, chỉ gồm chữ không dấu, chữ số và các dấu . ~ + / = _ -
setting-port = phải là số từ 0 đến 65535
setting-not-url = phải là một địa chỉ http hoặc https
setting-not-bot-token = không có dạng mã bot do ứng dụng nhắn tin cấp
setting-not-secret = phải dài từ 8 đến 256 ký tự, chỉ gồm chữ không dấu, chữ số, “_” và “-”
setting-not-mode = phải là polling hoặc webhook
setting-not-rate = phải là số từ 0.1 đến 30
setting-demo = phải là on hoặc off
setting-clock = phải là thời điểm kèm múi giờ, ví dụ 2026-09-07T07:00:00+07:00
setting-log-level = phải là fatal, error, warn, info, debug, trace hoặc silent
setting-clash-clock = không được đặt cùng với ứng dụng nhắn tin chính thức
setting-clash-demo = không được bật cùng với ứng dụng nhắn tin chính thức
setting-missing-public-url = cần có khi một ứng dụng nhắn tin dùng webhook
setting-not-https = phải bắt đầu bằng https khi một ứng dụng nhắn tin dùng webhook
