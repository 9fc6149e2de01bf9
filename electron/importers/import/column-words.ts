/**
 * The words of headers, without spaces, accents and signs. What stands in brackets behind them need not be among them:
 * `Dauer (Minuten)` is found by its first word.
 */
export const COLUMN_WORDS = {
  name: `
    name username fullname displayname participant participantname attendee attendeename speaker askername asker
    askedby teilnehmer vollstandigername nom nomcomplet nombre nombrecompleto nome hovaten ten 用户昵称 昵称 姓名 名称 成员 参会者
    提问者 提问人 名前 الاسم имя nombreyapellidos anzeigename nomdutilisateur 名稱 参加者 氏名 参与者 提问者姓名 nomecompleto nomeecognome
    adsoyad naam volledigenaam imieinazwisko фио benutzername teilnehmername nombredeusuario nombredelparticipante
    participante nomduparticipant nomedousuario nomedeusuario nomedoparticipante nomeutente gebruikersnaam deelnemer
    имяпользователя имяучастника участник ユーザー名 用户名 用户名称 參加者 與會者 与会者 이름 성명 사용자이름 참가자 참석자 namedesfragestellers
    fragesteller nomdudemandeur nombredelsolicitante nomedosolicitante author autor auteur 質問者 質問者名 提问者名称 nickname
    usernickname namefirstname lastnamefirstname surnamefirstname nachnamevorname namevorname nomprenom nometprenom
    prenomnom nomeesobrenome cognomenome お名前 ご氏名 姓名中文 nomdelauteur
  `,
  firstName:
    'firstname givenname vorname prenom nombredepila 名 vornamen prenoms primeironome 名字 voornaam imie adı adi',
  lastName: `
    lastname surname familyname nachname nomdefamille apellidos apellido 姓 familienname sobrenome 姓氏 cognome фамилия achternaam
    nazwisko soyadı soyadi soyad
  `,
  email: `
    email useremail emailaddress attendeeemail askeremail mail emailadresse adresseemail courriel correo
    correoelectronico 邮箱 电子邮件 电子邮箱 benutzeremail adressemail 用户电子邮件 用户邮箱 電子郵件 メール メールアドレス
  `,
  joinTime: `
    jointime joined timejoined joinedat beitrittszeit 入会时间 加入时间 heuredarrivee heuredentree horadeentrada
    horadeuniondelusuario 加入時間 参加时间 参加時刻 参加日時 beigetreten beigetretenum entrytime arrival arrived checkin timein
    firstseen времявхода времяприсоединения времяподключения 入室時刻 참가시간 입장시간 oradiingresso orariodiingresso
    heuredeconnexion horadeingreso
  `,
  leaveTime: `
    leavetime left timeexited leftat austrittszeit 退会时间 离开时间 verlassenszeit heuredesortie heurededepart horadesalida
    horadesaida 退出时间 離開時間 退出時刻 退出日時 verlassen verlassenum exittime departure departed checkout timeout времявыхода
    времяотключения 退室時刻 퇴장시간 oradiuscita orariodiuscita heuredefindeconnexion
  `,
  firstJoin: `
    firstjoin firstjointime ersterbeitritt 首次入会时间 premiereconnexion premiereparticipation primeraunion
    primeraentrada primeiraentrada 首次加入 首次加入时间 第一次加入 首次加入時間 最初の参加 первоеприсоединение первыйвход primoaccesso
    primeiroacesso primeiraparticipacao primeraconexion eerstedeelname 최초참가
  `,
  lastLeave: `
    lastleave lastleavetime letztesverlassen 最后退会时间 letzteraustritt dernieredeconnexion dernierdepart ultimasalida
    ultimasaida 上次离开 上次离开时间 最后离开时间 最後一次離開 最后离开 最後の退出 последнийвыход ultimauscita dernieresortie laatstevertrek 最終退出
    마지막나가기 lastexittime
  `,
  minutes: `
    duration durationminutes durationmin minutes timeinsession timeinsessionminutes attendanceduration dauer
    dauerminuten duree duracion 时长 时长分钟 参会时长 观看时长 duracao durata 持续时间 持續時間 時間分 期間 zeitindersitzung
    tempsdanslasession tempsdesession dureedelasession tiempoensesion temponasessao temposessione timeincall
    timeinmeeting minutesattended attendanceminutes продолжительность длительность времявсессии 所要時間 参加時間 출석시간 참여시간
    duur czastrwania totaltime totalminutes tempototal tiempototal セッション時間 会话时间 会话时长 времявсеансе
  `,
  totalMinutes: `
    totalduration totaldurationminutes totaldurectionminutes inmeetingduration 累计参会时长 累计观看时长 besprechungsdauer
    dureedelareunion dureedanslareunion duraciondelareunion duracionenlareunion duracaodareuniao duracaonareuniao
    gesamtdauer dureetotale duraciontotal duracaototal 会议持续时间 会议中的持续时间 會議中持續時間 会議の期間 总时长 продолжительностьсобрания
    времянасобрании общаяпродолжительность 合計時間 総時間 总持续时间 總時長 duratatotale
  `,
  joins: `
    joins joincount 入会次数 numberofjoins jointimes timesjoined 加入次数 参加次数
  `,
  waitingRoom: `
    inwaitingroom waitingroom imwarteraum warteraum ensalledattente danslasalledattente enlasaladeespera
    saladeespera nasaladeespera 在等候室中 在等候室 等候室 待機室 взалеожидания ensaladeespera 待機室内 대기실 insaladattesa indewachtruimte
  `,
  attended: `
    attended teilgenommen present aparticipe asistio 是否参加 已参加 participou compareceu присутствовал hapartecipato
    aanwezig obecny 참석 출석 participe 出席済み aassiste
  `,
  role: `
    role rolle rol 身份 角色 funcion funcao 役割 роль 역할 ruolo identity
  `,
  organisation: `
    organisation organization organisationname company affiliation institution organisme organizacion firma 机构 单位 公司
    org orgname affiliationorganization affiliationorganisation organizationaffiliation institut societe empresa
    instituicao organizacao 组织 組織 所属 организация компания учреждение 会社 会社名 單位 機構 公司名称 单位名称 工作单位 소속 회사
    organizzazione azienda ente organisatie bedrijf organizacja kurum unternehmen entreprise etablissement entidad
    employer ご所属 소속기관 所属单位 所在单位
  `,
  channel: `
    channel side mode 方式 参会方式 participation participationmode modeofparticipation attendancemode teilnahme
    teilnahmeart modalidad modalite modalidade 参加方式 参与方式 participacao attendance attending attendancetype
    attendanceformat typeofattendance participationtype typeofparticipation modality onlineonsite onsiteonline
    inpersononline onlineinperson inpersonoronline onlineorinperson modedeparticipation modalidaddeparticipacion
    formadeparticipacao modalitadipartecipazione участие форматучастия 参加方法 參加方式 參與方式 참가방식 참석방식 modeofattendance
    howwillyouattend howwillyouparticipate 参会形式 参加形式 参与形式 出席方式 ご参加方法 참석방법 참가방법
  `,
  action: `
    useraction action benutzeraktion actiondelutilisateur acciondelusuario acaodousuario 用户操作 使用者動作 azionedellutente
    gebruikersactie действиепользователя
  `,
  at: `
    timestamp time date submittedat createdtime 时间 zeitstempel horodatage marcadetiempo 时间戳 時間戳記 отметкавремени
    タイムスタンプ tijdstempel
  `,
  question: `
    question questions questiontext questiondetails frage pregunta 问题 提问 cauhoi pergunta domanda 問題 质问 質問 问题内容
    fragen preguntas perguntas domande вопрос вопросы 질문 提问内容 質問内容
  `,
  answer: `
    answer answers antwort reponse respuesta 回答 答复 resposta risposta 回复 antworten reponses respuestas ответ ответы
    답변 答案
  `,
};
