# Trang tài liệu của API (/docs). Phần mô tả từng thao tác lấy từ /openapi.json, bằng tiếng Anh.
#
# Chữ trong dấu ` là mã; dòng trống tách đoạn.

reference-title = Đôn Đốc · Tài liệu API
reference-name = Tài liệu API
reference-contents = Mục lục
reference-language = English
reference-raw = Bản cho máy đọc: [/openapi.json](/openapi.json) (OpenAPI 3.1)
reference-purpose = Mọi việc làm được trong cuộc trò chuyện đều làm được qua API, theo cùng một bộ quy tắc. Mô tả của từng thao tác viết bằng tiếng Anh; câu từ chối trả về theo `Accept-Language`.

## Bắt đầu

reference-start = Bắt đầu
reference-start-words =
    Người vận hành cấp một khóa cho hệ thống khác của cơ quan bằng dòng lệnh, hoặc quản trị cấp bằng một khóa quyền `admin` đã có. Khóa chỉ hiện một lần.

    Sau đó năm lệnh dưới đây lập một đơn vị, mời một người, công bố một danh mục nhỏ có một lần báo cáo, rồi đọc trước những lời nhắc sẽ gửi đi. Thay địa chỉ, mã cơ quan và ngày cho phù hợp; lệnh thứ hai giữ lại mã `id` của đơn vị cho lệnh thứ ba.
reference-step-key = Cấp khóa và ghi nhớ địa chỉ
reference-step-office = 1. Xem khóa thuộc cơ quan nào
reference-step-unit = 2. Lập một đơn vị
reference-step-person = 3. Mời thủ trưởng của đơn vị; mã mời trong câu trả lời dùng được 24 giờ
reference-step-catalogue = 4. Công bố danh mục có một nhiệm vụ và một lần báo cáo
reference-step-forecast = 5. Đọc các lời nhắc sẽ gửi và những lần im lặng
reference-start-after = Người được mời mà chưa liên kết cuộc trò chuyện nào thì lời nhắc mang kết quả `unlinked`: vị trí đó sẽ được nhắc, nhưng chưa ai nhận được. Ngày không nhắc ai thì dòng tương ứng nói rõ lý do.

## Xác thực

reference-authentication = Xác thực
reference-authentication-words =
    Mỗi yêu cầu mang tiêu đề `Authorization: Bearer …`: khóa của một hệ thống, hoặc phiên của một người.

    Khóa có một trong ba quyền: `read` để đọc, `write` để làm việc của các vị trí, `admin` để quản trị. Khóa được lưu dưới dạng băm (câu trả lời có khóa được giữ một ngày nếu yêu cầu mang `Idempotency-Key`, mã hóa bằng chính khóa của bên gọi), có thể thu hồi bất cứ lúc nào, và danh sách khóa cho biết lần dùng gần nhất.

    Một người đổi mã mời lấy phiên bằng thao tác `login`; phiên được làm những gì vị trí của người đó được làm.

## Vị trí

reference-posts = Làm việc ở một vị trí
reference-posts-words =
    Ghi tiến độ, xác nhận tiếp nhận, quyết định về đề nghị hoàn thành là việc của một vị trí. Khóa làm các việc đó khi nêu vị trí trong tiêu đề `Acting-Appointment` (mã `id` của vị trí). Khi ấy khóa được làm đúng những gì vị trí được làm, và nhật ký ghi cả khóa lẫn vị trí.

    Vị trí quản trị chỉ dành cho khóa quyền `admin`.

## Trang

reference-pages = Danh sách theo trang
reference-pages-words =
    Danh sách trả về `items` và `next_cursor`. Để xem trang sau, gửi lại yêu cầu với `cursor` bằng giá trị đó; `null` là hết. `limit` cho biết số dòng mỗi trang. Con trỏ do máy chủ tạo ra, không tự ghép, và chỉ dùng với cùng bộ lọc.

    Ngày là ngày dương lịch không kèm múi giờ (`2026-09-14`); thời điểm ghi theo UTC (`2026-09-14T00:30:00Z`). Tìm kiếm không cần dấu.

## Từ chối

reference-refusals = Lỗi và từ chối
reference-refusals-words =
    Dưới `/api/v1`, mọi câu trả lời không thành công có dạng `application/problem+json` (RFC 9457): `code` cho chương trình, `detail` cho người đọc, `request_id` để tìm trong nhật ký máy chủ. Với `request_invalid`, `errors` chỉ ra từng chỗ sai: `in` là `path`, `query`, `body` hoặc một tiêu đề, `path` là trường, `detail` là câu giải thích, `code` là một trong các mã dưới đây; với `not_allowed_value`, `allowed` nêu các giá trị được phép.

    Phương thức mà đường dẫn không nhận thì trả về `405` kèm `Allow`; trình duyệt ở trang khác không được vào (không có CORS). Mã hay gặp: `post_required` nghĩa là thiếu tiêu đề `Acting-Appointment`.

    Yêu cầu bị từ chối không làm thay đổi gì.
reference-code = Mã
reference-status = Trạng thái
reference-sentence = Câu trả lời

## Phiên bản, lặp lại, giới hạn

reference-revisions = Sửa cùng lúc
reference-revisions-words =
    Thao tác đọc trả về `ETag`. Gửi lại giá trị ấy trong `If-None-Match` thì nhận `304` nếu nội dung không đổi.

    Khi sửa, gửi giá trị đã đọc trong `If-Match`: nếu người khác vừa sửa trước, yêu cầu bị từ chối với `409` và mã `revision_conflict`. Thao tác không có phiên bản từ chối tiêu đề này.
reference-idempotency = Gửi lại an toàn
reference-idempotency-words =
    Khi ghi, thêm tiêu đề `Idempotency-Key` do bên gọi tự chọn, mỗi việc một giá trị. Nếu mất kết nối, gửi lại đúng yêu cầu với đúng giá trị đó: việc chỉ làm một lần, câu trả lời như cũ kèm `Idempotency-Replayed: true`. Giá trị được nhớ trong một ngày; dùng nó cho yêu cầu khác thì bị từ chối.
reference-limits = Giới hạn
reference-limits-words =
    Mỗi khóa hoặc phiên có { $perMinute } yêu cầu mỗi phút, bên gọi không có cả hai thì { $openly } yêu cầu cho mỗi địa chỉ; các tiêu đề `RateLimit-Limit`, `RateLimit-Remaining` và `RateLimit-Reset` cho biết còn bao nhiêu và bao lâu nữa thì tính lại. Vượt quá thì nhận `429` kèm `Retry-After`. { $tries } mã sai ở `login` khóa địa chỉ đó { $minutes } phút, với mọi người dùng chung địa chỉ.

    Nội dung JSON nhiều nhất { $json } MB; tệp thì theo mô tả của thao tác. Một trang nhiều nhất { $page } dòng.

## Vai trò, những gì ở lại

reference-roles = Vai trò
reference-roles-words =
    Mỗi vị trí có một vai trò. `head`, `deputy` và `focal` thuộc một đơn vị: xem nhiệm vụ và ghi tiến độ của đơn vị. `consolidator` tổng hợp báo cáo của mọi đơn vị và quyết định về đề nghị hoàn thành; nếu không có đơn vị riêng thì làm việc ở đơn vị tổng hợp mà danh mục đầu tiên nêu, nên trước đó phải cho biết đơn vị. `leader` đứng ngoài các đơn vị, xem tất cả và quyết định về đề nghị hoàn thành. `admin` quản trị cơ quan: cán bộ, đơn vị, danh mục, lần báo cáo, khóa.

    Máy chủ quyết định đúng theo bảng này; khóa không ở vị trí nào theo các dòng cuối.
reference-roles-key = khóa có quyền này, không ở vị trí nào
reference-lasting = Những gì không rút lại được
reference-lasting-words =
    Những gì đã công bố thì ở lại: không xóa hay rút được danh mục, đơn vị, nhóm đơn vị. Sai sót trong danh mục được sửa bằng phiên bản sau (`load-catalogue` với `amends`), tên thì đổi được. Muốn thử, dùng bản nháp (`import-document`) hoặc một cơ quan riêng (`create-organization`). Ghi nhận tiến độ được thu hồi, không bị xóa. Lần báo cáo đã chốt thì không mở lại.

## Nối ra ngoài

reference-webhooks = Báo sự kiện cho hệ thống khác
reference-webhooks-words =
    Một địa chỉ đăng ký ở `/subscriptions` được báo mỗi mắt xích mới của nhật ký: việc gì, ở vị trí nào, lúc nào, chỉ gồm mã và ngày, không có tên người và lời văn. Mỗi tin được ký theo Standard Webhooks, gửi lại với khoảng nghỉ tăng dần khi không đến nơi, và có sổ theo dõi. Một tin có thể đến hai lần và không theo thứ tự: giữ `webhook-id` để bỏ tin trùng. Trong `details`, tên trường là tên mà API dùng; phần còn lại tùy từng hành động.

    Dưới đây là các hành động. Tin thử có kiểu `trial`. Tên ngoài danh sách bị từ chối.
reference-feeds = Lịch riêng
reference-feeds-words =
    Mỗi người và mỗi đơn vị có thể có một địa chỉ lịch riêng dạng `.ics` dưới `/feed/`, dùng với ứng dụng lịch trên điện thoại: hạn của nhiệm vụ, ngày báo cáo, có báo trước. Khi hạn đổi, mục trong lịch đổi theo. Ai có địa chỉ thì xem được lịch, nên giữ kín; địa chỉ thu hồi được.

## Thao tác

reference-operations = Các thao tác
reference-scope = Quyền của khóa
reference-scope-open = không cần khóa
reference-parameters = Tham số
reference-in-path = trên đường dẫn
reference-in-query = truy vấn
reference-in-header = tiêu đề
reference-body = Nội dung gửi
reference-example = Ví dụ
reference-answers = Trả lời
reference-alternative = Chọn một: cách { $at } trên { $of }
reference-required = bắt buộc
reference-nothing = không có nội dung
reference-file = một tệp
