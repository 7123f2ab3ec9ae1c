import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needlessFields } from '../../../src/shared/rules/decision-paragraphs.ts'
import { minutesParagraphs } from '../../../src/shared/rules/minutes.ts'
import { remarkKinds } from '../../../src/shared/rules/remark.ts'
import { turnKinds } from '../../../src/shared/rules/speaking.ts'
import { filledFields, paperFields } from '../../../src/shared/rules/written-paper.ts'
import { emptyRecord, fullRecord, rollFact } from '../../support/meeting-record.ts'

const textOf = (record = fullRecord) =>
  minutesParagraphs(record)
    .map((each) => each.text)
    .filter((text) => text !== '')

describe('minutes written from facts', () => {
  it('say when somebody came late or left, as far as it is known', () => {
    const roll = [
      rollFact('Nguyễn Văn An', { state: 'late', lateMinutes: 15, atTime: '14:15', itemNumber: 3 }),
      rollFact('Trần Thị Hạnh', { state: 'late', itemNumber: 2 }),
      rollFact('Lê Minh Khánh', { state: 'leftEarly', atTime: '15:20', itemNumber: 6 }),
      rollFact('Phạm Thị Mai', { state: 'leftEarly' }),
    ]
    expect(textOf({ ...fullRecord, roll })).toContain(
      '2. Có mặt: 4/4 đồng chí (100%); đến muộn: Nguyễn Văn An 15 phút (14:15, mục 3), Trần Thị Hạnh (mục 2); về sớm: Lê Minh Khánh (15:20, mục 6), Phạm Thị Mai.',
    )
  })

  it('name the visitors written down, and those who only spoke, each once', () => {
    const guests = ['Ông Lê Bá, Phó Bí thư Đảng ủy', 'bà  Chu Thị Lan (Đảng ủy viên)']
    expect(textOf({ ...fullRecord, guests })).toContain(
      '6. Đại biểu, khách mời: Ông Lê Bá, Phó Bí thư Đảng ủy; bà  Chu Thị Lan (Đảng ủy viên).',
    )
    expect(textOf({ ...fullRecord, turns: [] })).toContain('6. Đại biểu, khách mời: không có.')
  })

  it('say everything that was recorded, in the order of a cell’s minutes', () => {
    expect(textOf()).toEqual([
      'Hôm nay, vào hồi 14 giờ 05 phút, ngày 03 tháng 11 năm 2026, tại Phòng họp tầng 2, Chi bộ Phòng Đào tạo tổ chức sinh hoạt chi bộ thường kỳ tháng 11 năm 2026.',
      'I. THÀNH PHẦN',
      '1. Triệu tập: 5 đồng chí (chính thức 4, dự bị 1).',
      '2. Có mặt: 3/5 đồng chí (60%); đến muộn: Trần Thị Hạnh 10 phút.',
      '3. Vắng mặt có lý do: 1 đồng chí: Lê Minh Khánh (đi công tác: họp tại tỉnh).',
      '4. Vắng mặt không lý do: 1 đồng chí: Phạm Thị Mai.',
      '5. Miễn công tác và sinh hoạt: 1 đồng chí: Hoàng Văn Sáu.',
      '6. Đại biểu, khách mời: Bà Chu Thị Lan (Đảng ủy viên).',
      '7. Chủ trì: Đồng chí Nguyễn Văn An, Bí thư.',
      '8. Thư ký: Đồng chí Trần Thị Hạnh, Chi ủy viên.',
      'II. NỘI DUNG',
      '1. Đảng phí tháng 11 đã nộp đủ.',
      '2. Chi bộ thông qua chương trình: (1) Kết quả tháng trước; (2) Thảo luận; (3) Học tập, làm theo Bác.',
      '3. Kết quả tháng trước',
      'Đồng chí Nguyễn Văn An trình bày.',
      '4. Thảo luận',
      'Đồng chí Nguyễn Văn An điều hành thảo luận.',
      '- Đồng chí Vũ Thị Én: Nên chia nhóm.',
      '- Bà Chu Thị Lan (Đảng ủy viên) (chất vấn): Khi nào xong?',
      '- Đọc bài viết, tài liệu: bài viết về tiết kiệm.',
      '5. Học tập, làm theo Bác',
      'Không tiến hành tại buổi này.',
      '6. Tự phê bình và phê bình',
      '- Đồng chí Trần Thị Hạnh (tự phê bình): Tôi còn nộp muộn.',
      '7. Biểu dương, nhắc nhở',
      '- Biểu dương đồng chí Vũ Thị Én, đồng chí Lê Minh Khánh: trực thay ca đêm.',
      '- Phê bình, nhắc nhở đồng chí Phạm Thị Mai: nộp báo cáo muộn.',
      '8. Kiến nghị, đề xuất',
      '- Kiến nghị: gửi tài liệu sớm hơn.',
      '9. Việc khác được ghi nhận',
      '- Kiểm tra, giám sát: giám sát thu đảng phí.',
      'III. KẾT LUẬN, PHÂN CÔNG NHIỆM VỤ',
      'Đồng chí Nguyễn Văn An, Bí thư, chủ trì, kết luận:',
      '1. Làm thử một tháng rồi đánh giá.',
      'Phân công nhiệm vụ:',
      '- Đồng chí Vũ Thị Én, đồng chí Lê Minh Khánh: Lập danh sách nhóm; hoàn thành trước ngày 28/11/2026; báo cáo tại sinh hoạt thường kỳ tháng 12/2026.',
      'IV. BIỂU QUYẾT',
      '- Thông qua nghị quyết tháng 11/2026 (giơ tay): 3 đảng viên được biểu quyết có mặt; tán thành 3/4 (75%) đảng viên được biểu quyết, không tán thành 0/4 (0%), ý kiến khác 0/4 (0%). Kết quả: thông qua.',
      'V. TỰ ĐÁNH GIÁ CHẤT LƯỢNG BUỔI SINH HOẠT',
      'Chi bộ tự chấm điểm chất lượng buổi sinh hoạt: 92,5/100 điểm, xếp loại Tốt. Trong đó: Thời lượng 5/5; Tổ chức sinh hoạt 87,5/95.',
      'Biên bản đã được thư ký đọc lại để các đồng chí dự họp cùng nghe và bổ sung.',
      'Cuộc họp kết thúc vào hồi 16 giờ cùng ngày.',
    ])
  })

  it('leave no heading of an item alone: what is known of it stands there, else room for a pen', () => {
    const conclusion = { id: 29, agendaItemId: 4, content: 'Tiếp tục làm theo Bác.' }
    const [turn] = fullRecord.turns
    const criticism = { ...turn, id: 19, agendaItemId: 4, kind: 'criticism' } as typeof turn & { id: number }
    const below = (record: Partial<typeof fullRecord>, begun: boolean, clocked = true) => {
      const items = fullRecord.items.map((item) => ({
        ...item,
        begun: item.id === 4 ? begun : clocked && item.begun,
      }))
      const paragraphs = minutesParagraphs({ ...fullRecord, items, ...record })
      return paragraphs[paragraphs.findIndex(({ key }) => key === 'item.4') + 1]
    }
    expect(below({}, true)?.text).toBe('Đã tiến hành, không có ý kiến phát biểu.')
    expect(below({ turns: [criticism] }, true)?.text).toBe('Đã tiến hành.')
    expect(below({ conclusions: [conclusion] }, false)?.text).toBe('Kết luận ghi ở phần III.')
    expect(below({ turns: [criticism] }, false)).toMatchObject({ key: 'item.4.presented', text: '' })
    expect(below({}, false)?.text).toBe('Không tiến hành tại buổi này.')
    expect(below({}, false, false)).toMatchObject({
      text: '',
      missing: [{ field: 'content', sentence: 'Mục “Học tập, làm theo Bác” chưa ghi gì' }],
    })
  })

  it('have every field filled where all was recorded', () => {
    expect(filledFields('minutes', minutesParagraphs(fullRecord)).filter(({ filled }) => !filled)).toEqual([])
  })

  it('name what is missing where nothing was recorded, and leave room for a pen', () => {
    const paragraphs = minutesParagraphs(emptyRecord)
    const open = filledFields('minutes', paragraphs).filter(({ filled }) => !filled)
    expect(open.map(({ field }) => field)).toEqual([
      'place',
      'present',
      'absent',
      'chair',
      'minuteTaker',
      'fee',
      'agenda',
      'content',
      'opinions',
      'praise',
      'conclusions',
      'tasks',
      'votes',
      'score',
      'end',
      'signatures',
    ])
    expect(textOf(emptyRecord)).toContain('2. Có mặt: …………/1 đồng chí.')
    expect(textOf(emptyRecord)).toContain('Cuộc họp kết thúc vào hồi ………… cùng ngày.')
    for (const { missing } of paragraphs)
      for (const { sentence } of missing) expect(sentence).toMatch(/^[CB]/)
  })

  it('ask for a grading only where there is one, and for all of it', () => {
    const score = (record: typeof fullRecord) =>
      minutesParagraphs(record)
        .find((each) => each.key === 'score')
        ?.missing.map(({ sentence }) => sentence)
    expect(score({ ...fullRecord, kind: 'committee' })).toBeUndefined()
    expect(score({ ...fullRecord, score: null })).toEqual(['Chưa tự chấm điểm buổi sinh hoạt'])
    const begun = { total: 5, maximum: 100, missing: 3, level: null, groups: [], losses: [] }
    expect(score({ ...fullRecord, score: begun })).toEqual(['Phiếu chấm điểm còn 3 dòng chưa có điểm'])
  })

  it('ask for praise or criticism of the month’s regular meeting, and take either', () => {
    const open = (record: typeof fullRecord) =>
      filledFields('minutes', minutesParagraphs(record), needlessFields('minutes', record))
        .filter(({ filled }) => !filled)
        .map(({ field }) => field)
    const opinions = fullRecord.turns.filter(({ kind }) => kind !== 'selfCriticism')
    expect(open({ ...fullRecord, remarks: [] })).toEqual([])
    expect(open({ ...fullRecord, turns: opinions })).toEqual([])
    expect(open({ ...fullRecord, turns: opinions, remarks: [] })).toEqual(['praise'])
    expect(open({ ...fullRecord, kind: 'themed', turns: opinions, remarks: [] })).toEqual([])
  })

  it('keep an excuse asked for before the roll is called', () => {
    const excused = { ...emptyRecord, roll: [{ ...fullRecord.roll[2] }] } as typeof emptyRecord
    expect(textOf(excused)).toContain(
      '3. Vắng mặt có lý do: 1 đồng chí: Lê Minh Khánh (đi công tác: họp tại tỉnh).',
    )
  })

  it('tell of every turn, remark, conclusion, vote and task exactly once, under keys that never repeat', () => {
    const turn = fc.record({
      agendaItemId: fc.constantFrom(1, 2, 3, 4, 5, 99, null),
      memberName: fc.constantFrom('Vũ Thị Én', null),
      guestName: fc.constant(null),
      kind: fc.constantFrom(...turnKinds),
      gist: fc.constantFrom('', 'ý kiến'),
    })
    const remark = fc.record({
      agendaItemId: fc.constantFrom(1, 2, 5, 99, null),
      kind: fc.constantFrom(...remarkKinds),
      members: fc.constantFrom([], ['Vũ Thị Én']),
    })
    const lists = [fc.array(turn, { maxLength: 12 }), fc.array(remark, { maxLength: 8 })] as const
    fc.assert(
      fc.property(...lists, (drawn, noted) => {
        const turns = drawn.map((each, index) => ({
          ...each,
          id: index,
          gist: each.gist && `${each.gist} số ${index};`,
        }))
        const remarks = noted.map((each, index) => ({ ...each, id: index, content: `ghi nhận ${index};` }))
        const paragraphs = minutesParagraphs({ ...fullRecord, turns, remarks })
        const keys = paragraphs.map((each) => each.key)
        expect(new Set(keys).size).toBe(keys.length)
        const all = paragraphs.map((each) => each.text).join('\n')
        for (const { id, gist } of turns) {
          if (gist === '') expect(keys).toContain(`turn.${id}`)
          else expect(all.split(gist)).toHaveLength(2)
        }
        for (const { content } of remarks) expect(all.split(content)).toHaveLength(2)
        const places = paragraphs.map((each) =>
          (paperFields.minutes as readonly string[]).indexOf(each.field),
        )
        expect(places.every((place) => place >= 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
