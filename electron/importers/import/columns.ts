/** Which column is what: by the words of its header, in the languages that exports come in. */
import type { ImportedColumn } from '../../../shared/imported.ts';

/** What a column can be taken for. */
export const FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'joinTime',
  'leaveTime',
  'firstJoin',
  'lastLeave',
  'minutes',
  'totalMinutes',
  'joins',
  'waitingRoom',
  'attended',
  'role',
  'organisation',
  'channel',
  'action',
  'at',
  'question',
  'answer',
] as const;
export type Field = (typeof FIELDS)[number];

const WORDS: Record<Field, readonly string[]> = {
  name: [
    'name',
    'nameoriginalname',
    'username',
    'usernameoriginalname',
    'fullname',
    'displayname',
    'participant',
    'participantname',
    'attendee',
    'attendeename',
    'speaker',
    'askername',
    'asker',
    'askedby',
    'teilnehmer',
    'vollstandigername',
    'nom',
    'nomcomplet',
    'nombre',
    'nombrecompleto',
    'nome',
    'hovaten',
    'ten',
    '用户昵称入会昵称',
    '用户昵称',
    '昵称',
    '姓名',
    '名称',
    '成员',
    '参会者',
    '提问者',
    '名前',
    'الاسم',
    'имя',
  ],
  firstName: ['firstname', 'givenname', 'vorname', 'prenom', 'nombredepila', '名'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname', 'nomdefamille', 'apellidos', 'apellido', '姓'],
  email: [
    'email',
    'useremail',
    'emailaddress',
    'attendeeemail',
    'askeremail',
    'mail',
    'emailadresse',
    'adresseemail',
    'courriel',
    'correo',
    'correoelectronico',
    '邮箱',
    '电子邮件',
    '电子邮箱',
  ],
  joinTime: ['jointime', 'joined', 'timejoined', 'joinedat', 'beitrittszeit', '入会时间', '加入时间'],
  leaveTime: ['leavetime', 'left', 'timeexited', 'leftat', 'austrittszeit', '退会时间', '离开时间'],
  firstJoin: ['firstjoin', 'firstjointime', 'ersterbeitritt', '首次入会时间'],
  lastLeave: ['lastleave', 'lastleavetime', 'letzteverlassen', '最后退会时间'],
  minutes: [
    'duration',
    'durationminutes',
    'durationmin',
    'minutes',
    'timeinsession',
    'timeinsessionminutes',
    'attendanceduration',
    'dauer',
    'dauerminuten',
    'duree',
    'duracion',
    '时长',
    '时长分钟',
    '参会时长',
    '观看时长',
  ],
  totalMinutes: [
    'totalduration',
    'totaldurationminutes',
    'totaldurectionminutes',
    'inmeetingduration',
    '累计参会时长',
    '累计观看时长',
  ],
  joins: ['joins', 'joincount', '入会次数'],
  waitingRoom: ['inwaitingroom', 'waitingroom'],
  attended: ['attended', 'teilgenommen', 'present'],
  role: ['role', 'rolle', 'rol', '身份', '角色'],
  organisation: [
    'organisation',
    'organization',
    'organisationname',
    'company',
    'affiliation',
    'institution',
    'organisme',
    'organizacion',
    'firma',
    '机构',
    '单位',
    '公司',
  ],
  channel: ['channel', 'side', 'mode', '方式', '参会方式'],
  action: ['useraction', 'action'],
  at: ['timestamp', 'time', 'date', 'submittedat', 'createdtime', '时间'],
  question: [
    'question',
    'questions',
    'questiontext',
    'questiondetails',
    'frage',
    'pregunta',
    '问题',
    '提问',
    'cauhoi',
  ],
  answer: ['answer', 'answers', 'antwort', 'reponse', 'respuesta', '回答', '答复'],
};

const FIELD_OF = new Map(FIELDS.flatMap((field) => WORDS[field].map((word) => [word, field] as const)));

/** Widths, case, accents, spaces and signs aside. */
export function fieldOf(header: string): Field | null {
  const word = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return FIELD_OF.get(word) ?? null;
}

/** The columns of a header; of two that say the same, such as a meeting's and a person's e-mail, the later one counts. */
export function columnsOf(
  cells: readonly string[],
  chosen: Record<number, string | null> = {},
): ImportedColumn[] {
  const fields = cells.map((header, index) => (index in chosen ? (chosen[index] ?? null) : fieldOf(header)));
  return cells.map((header, index) => {
    const field = fields[index] ?? null;
    return { index, header, field: field !== null && fields.lastIndexOf(field) === index ? field : null };
  });
}

export type Columns = Partial<Record<Field, number>>;

export function placesOf(columns: readonly ImportedColumn[]): Columns {
  const named = columns.filter((column) => FIELDS.some((field) => field === column.field));
  return Object.fromEntries(named.map(({ field, index }) => [field, index]));
}
