/** Every error a user can meet: what happened, that nothing was lost, what to do next. */
export const errorSentences = {
  unexpected:
    'Chương trình gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn còn nguyên. Hãy thử lại thao tác vừa rồi.',
  'unknown-operation': 'Chương trình không có thao tác này. Hãy đóng và mở lại chương trình.',
  'invalid-input': 'Có ô nhập chưa đúng, chưa có gì được lưu. Hãy xem các ô được đánh dấu.',
  'not-found': 'Không tìm thấy mục này, có thể nó đã bị xóa. Hãy quay lại danh sách.',
  'host-unreachable':
    'Không liên lạc được với chương trình. Những gì đã báo "Đã lưu" vẫn còn. Hãy mở lại chương trình.',
  'session-refused': 'Phiên làm việc này không còn hiệu lực. Hãy mở lại chương trình bằng lệnh khởi động.',

  'database-damaged':
    'Tệp dữ liệu bị hỏng nên chương trình không mở. Tệp vẫn được giữ nguyên, chưa bị sửa gì. Hãy sao chép tệp ra nơi an toàn rồi dùng bản sao lưu gần nhất.',
  'database-foreign':
    'Tệp này không phải dữ liệu của Văn phòng Chi bộ. Tệp vẫn được giữ nguyên. Hãy chọn đúng thư mục dữ liệu.',
  'database-locked':
    'Dữ liệu đang được mở ở một cửa sổ khác của chương trình. Tệp không bị động đến. Hãy đóng cửa sổ kia rồi mở lại.',
  'database-read-only':
    'Thư mục dữ liệu chỉ cho đọc nên chương trình không thể lưu. Tệp không bị động đến. Hãy cấp quyền ghi cho thư mục rồi mở lại.',
  'database-newer':
    'Dữ liệu này do bản chương trình mới hơn tạo ra. Tệp không bị động đến. Hãy cài bản mới nhất của chương trình rồi mở lại.',
  'database-unavailable':
    'Không mở được tệp dữ liệu. Tệp không bị động đến. Hãy kiểm tra ổ đĩa và thư mục dữ liệu rồi mở lại.',
  'disk-full':
    'Ổ đĩa đã đầy nên không lưu được. Những gì đã lưu trước đó vẫn còn. Hãy xóa bớt tệp rồi thử lại.',

  'nothing-to-undo': 'Không còn thao tác nào để hoàn tác. Dữ liệu vẫn nguyên, hãy làm tiếp.',
  'nothing-to-redo': 'Không còn thao tác nào để làm lại. Dữ liệu vẫn nguyên, hãy làm tiếp.',

  'cell-missing': 'Chưa khai báo chi bộ. Hãy nhập thông tin chi bộ trước.',
  'periods-overlap':
    'Hai khoảng thời gian trùng ngày nhau, chưa có gì được lưu. Hãy sửa ngày bắt đầu hoặc ngày kết thúc.',
  'card-number-taken': 'Đã có đảng viên khác mang số thẻ này, chưa có gì được lưu. Hãy kiểm tra lại số thẻ.',
  'meeting-has-turns':
    'Mục này đã có người phát biểu nên không xóa được. Hãy chuyển các lượt phát biểu sang mục khác trước.',
  'agenda-has-turns':
    'Chương trình này đã có người phát biểu theo từng mục nên không thay bằng chương trình mẫu được. Chưa có gì thay đổi. Hãy sửa từng mục.',
  'nobody-asked':
    'Chưa có lời mời phát biểu nào nên chưa có phiếu để in. Hãy chọn người được mời ở bước Chuẩn bị.',
  'agenda-empty':
    'Buổi họp này chưa có chương trình nên chưa có kịch bản điều hành. Hãy lập chương trình ở bước Chuẩn bị.',
  'nobody-on-roll':
    'Ngày họp này chưa có đảng viên nào trong danh sách nên chưa có gì để ký tên. Hãy thêm đảng viên ở mục Đảng viên.',
  'roll-not-called':
    'Buổi họp này chưa điểm danh nên chưa có danh sách điểm danh. Hãy điểm danh ở bước Điểm danh.',
  'agenda-changed': 'Chương trình vừa thay đổi ở nơi khác nên chưa đổi thứ tự. Hãy xem lại rồi thử lần nữa.',
  'member-not-on-roll':
    'Người này không thuộc danh sách của buổi họp vào ngày đó. Hãy kiểm tra lại diện sinh hoạt.',
  'turn-running': 'Đang có người phát biểu. Hãy kết thúc lượt đó trước khi bắt đầu lượt mới.',
  'turn-not-running':
    'Lượt phát biểu này đã kết thúc. Chưa có gì thay đổi. Nếu cần, hãy sửa ở bước Phát biểu.',
  'turn-unnamed':
    'Chưa ghi tên người đang phát biểu nên không tạm dừng được. Hãy chọn tên, hoặc kết thúc lượt này.',
  'already-queued':
    'Người này đã có trong hàng chờ phát biểu. Hàng chờ giữ nguyên. Muốn mời sớm hơn, hãy chuyển người này lên.',
  'queue-changed': 'Hàng chờ vừa thay đổi nên chưa đổi thứ tự. Hãy xem lại rồi thử lần nữa.',
  'item-not-running': 'Chưa có mục nào đang tiến hành. Hãy bắt đầu một mục trước.',
  'item-running': 'Mục này đang tiến hành rồi. Chưa có gì thay đổi. Muốn sang mục khác, hãy bắt đầu mục đó.',
  'no-next-item': 'Mọi mục của chương trình đã được tiến hành. Có thể chọn lại một mục trong danh sách.',
  'meeting-closed':
    'Cuộc họp này đã được kết thúc trước đó. Chưa có gì thay đổi. Muốn kết thúc lại, hãy mở lại cuộc họp trước.',
  'meeting-not-closed': 'Cuộc họp này chưa kết thúc nên không cần mở lại. Chưa có gì thay đổi.',
  'theme-title-taken':
    'Năm đó đã có chuyên đề cùng tên. Chưa có gì thay đổi. Hãy đổi tên một trong hai chuyên đề rồi thử lại.',
  'theme-held':
    'Chuyên đề này đã sinh hoạt nên không chuyển sang quý khác. Chưa có gì thay đổi. Nếu ghi nhầm, hãy xóa ngày sinh hoạt trong trang chuyên đề trước.',
  'theme-has-meeting':
    'Chuyên đề này đã gắn với một buổi họp của quý nên không chuyển sang quý khác. Chưa có gì thay đổi. Hãy bỏ gắn buổi họp trong trang chuyên đề trước.',
  'year-without-themes': 'Năm đó chưa có chuyên đề nào để chép. Chưa có gì thay đổi. Hãy thêm chuyên đề mới.',
  'nobody-prepares':
    'Chưa phân công ai chuẩn bị chuyên đề chưa sinh hoạt của năm này nên chưa có phiếu để in. Hãy phân công trong trang chuyên đề.',
  'already-scored':
    'Cuộc họp này đã có phiếu chấm điểm. Chưa có gì thay đổi. Hãy sửa điểm ngay trong phiếu đó.',
  'not-scored': 'Cuộc họp này chưa chấm điểm nên chưa có phiếu. Hãy chấm ở bước Chấm điểm.',
  'not-scored-kind':
    'Họp chi ủy và sinh hoạt bất thường không chấm điểm. Chưa có gì thay đổi. Hãy chấm buổi sinh hoạt thường kỳ hoặc chuyên đề.',
  'score-sheet-not-found':
    'Không tìm thấy phiếu chấm điểm trong tệp (cần một cột nội dung tiêu chí và một cột điểm tối đa). Chưa có gì được lưu. Hãy kiểm tra lại dòng tiêu đề.',
  'score-sheet-total':
    'Điểm tối đa của các dòng trong phiếu không cộng lại thành 100. Chưa có gì được lưu. Hãy sửa tệp rồi chọn lại.',
  'score-sheet-used':
    'Phiếu này đã có buổi họp chấm theo nên giữ nguyên, không sửa và không xóa được. Chưa có gì thay đổi. Muốn sửa hoặc thôi dùng, hãy mở phiếu và chọn Sửa thành bản mới: từ ngày bản mới có hiệu lực, bản mới thay phiếu này.',
  'score-sheet-incomplete':
    'Phiếu này chưa hoàn chỉnh nên chưa chấm được. Chưa có gì thay đổi. Hãy mở phiếu để xem còn thiếu gì, hoặc chọn phiếu khác.',
  'paper-issued':
    'Văn bản này đã được ban hành. Bản đã ban hành giữ nguyên. Nếu cần sửa, hãy dùng Ban hành lại và ghi lý do.',
  'paper-not-issued': 'Văn bản này chưa ban hành lần nào. Hãy chọn Ban hành.',
  'term-missing':
    'Chưa biết ngày bắt đầu nhiệm kỳ của chi ủy nên chưa đánh số được. Chưa có gì thay đổi. Hãy ghi ngày bắt đầu nhiệm kỳ.',
  'period-invalid':
    'Khoảng thời gian chưa đúng: ngày bắt đầu phải trước ngày kết thúc. Chưa có gì được ghi. Hãy sửa một trong hai ngày.',
  'nothing-to-report': 'Trong khoảng thời gian đã chọn chưa có buổi họp nào. Hãy chọn khoảng thời gian khác.',

  'form-with-macros':
    'Biểu này có macro nên chương trình không điền để giữ an toàn. Tệp gốc vẫn nguyên. Hãy lưu biểu dạng .xlsx rồi chọn lại.',
  'form-is-template':
    'Đây là tệp mẫu (.xltx), điền xong Excel sẽ không mở được. Tệp gốc vẫn nguyên. Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi chọn lại.',
  'form-of-people':
    'Biểu này mỗi dòng là một đảng viên; chương trình chỉ điền biểu mỗi dòng một chi bộ. Tệp gốc vẫn nguyên. Hãy vào Báo cáo, ghi Danh sách đảng viên hoặc Sổ theo dõi ra Excel rồi chép sang.',
  'form-not-found':
    'Không tìm thấy bảng trong biểu (cần một dòng tiêu đề có cột tên chi bộ hoặc tên đơn vị). Tệp gốc vẫn nguyên. Hãy chọn trang tính khác hoặc tệp khác.',
  'file-too-large':
    'Tệp lớn hơn 20 MB nên không đọc được. Hãy bỏ bớt hình ảnh, trang tính không cần rồi thử lại.',
  'file-is-lock':
    'Tệp có tên bắt đầu bằng ~$ chỉ là dấu Excel đặt trong lúc một tệp đang mở, không phải tệp đó. Hãy đóng tệp trong Excel rồi chọn tệp cùng tên không có ~$.',
  'file-empty': 'Tệp trống, không có dữ liệu. Hãy chọn tệp khác.',
  'file-is-xls':
    'Đây là tệp Excel đời cũ (.xls). Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi chọn lại.',
  'file-is-text':
    'Đây là tệp văn bản (CSV) chứ không phải Excel. Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi chọn lại.',
  'file-encrypted':
    'Tệp có mật khẩu nên không đọc được. Hãy mở bằng Excel, gỡ mật khẩu, lưu lại rồi chọn lại.',
  'file-damaged':
    'Tệp bị hỏng hoặc thiếu một phần nên không đọc được. Hãy mở bằng Excel và lưu lại rồi chọn lại.',
  'file-not-workbook':
    'Tệp này không phải bảng tính Excel (.xlsx). Hãy chọn tệp khác, hoặc mở tệp này bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi chọn lại.',
  'file-dangerous':
    'Tệp có cấu trúc bất thường (nén quá nhiều, quá nhiều phần, hoặc gộp ô, kiểm tra nhập liệu phủ cả trang) nên không đọc để giữ an toàn. Hãy chép bảng sang một tệp Excel mới rồi chọn lại.',
  'file-too-many-rows':
    'Bảng tính có quá nhiều dòng hoặc cột (tối đa 5.000 dòng, 200 cột, 200.000 ô có nội dung). Hãy chép riêng danh sách sang tệp mới rồi chọn lại.',
  'file-too-slow': 'Đọc tệp quá 20 giây nên đã dừng. Hãy chép riêng danh sách sang tệp mới rồi chọn lại.',
  'file-needs-too-much-memory':
    'Tệp cần quá nhiều bộ nhớ nên đã dừng đọc. Hãy chép riêng danh sách sang tệp mới rồi chọn lại.',
  'list-not-found':
    'Không tìm thấy danh sách đảng viên trong tệp (cần ít nhất cột họ và tên). Hãy kiểm tra lại trang tính.',

  'plan-not-found':
    'Không tìm thấy kế hoạch chuyên đề trong tệp (cần cột tên chuyên đề và ít nhất hai cột khác). Chưa có gì thay đổi. Hãy kiểm tra lại trang tính.',

  'save-cancelled': 'Đã hủy, chưa ghi tệp nào. Dữ liệu vẫn nguyên. Muốn ghi, hãy chọn lại nơi lưu.',
  'save-file-open':
    'Tệp đang mở ở chương trình khác (Excel?). Hãy đóng tệp đó rồi thử lại. Chưa có gì bị thay đổi.',
  'save-no-permission': 'Không có quyền ghi vào thư mục này. Hãy chọn thư mục khác. Chưa có gì bị thay đổi.',
  'save-disk-full':
    'Ổ đĩa đã đầy nên chưa ghi được tệp. Hãy xóa bớt tệp rồi thử lại. Tệp cũ (nếu có) vẫn còn.',
  'save-folder-missing': 'Thư mục không còn nữa. Hãy chọn thư mục khác.',
  'save-failed': 'Không ghi được tệp. Tệp cũ (nếu có) vẫn còn nguyên. Hãy thử lại hoặc chọn thư mục khác.',
  'pdf-unavailable':
    'Máy này không có Chrome, Edge hoặc Chromium nên không tạo được trang in. Hãy cài một trong các trình duyệt đó rồi thử lại.',
  'job-not-found': 'Không còn thông tin về việc này. Hãy thực hiện lại.',
  'job-cancelled': 'Đã dừng theo yêu cầu. Chưa ghi tệp nào. Muốn ghi, hãy bấm ghi lần nữa.',
  'pack-stopped':
    'Đã dừng theo yêu cầu. Những tệp đã ghi xong vẫn còn trong thư mục. Muốn đủ bộ, hãy ghi lần nữa.',
} as const

export type ErrorCode = keyof typeof errorSentences

/** A refusal that a user can understand. `fields` names the input at fault and says what is wrong with it. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string>>

  constructor(code: ErrorCode, fields: Readonly<Record<string, string>> = {}) {
    super(errorSentences[code])
    this.name = 'AppError'
    this.code = code
    this.fields = fields
  }
}

/** What `dispatch` answers: errors travel as values, the same over every transport. */
export type Reply<T> =
  | { ok: true; value: T }
  | { ok: false; error: { code: ErrorCode; fields: Readonly<Record<string, string>> } }
