/** To whom a message of a chat went: whoever it does not go to must not read it here, so all that is unknown is private. */

/** As Zoom calls everybody, in the languages of its users; without accents, spaces and signs. */
const EVERYBODY = new Set(
  `
    everyone everybody all everyoneinmeeting everyoneinthemeeting allparticipants allattendees meetinggroupchat
    allpanelistsandattendees allpanelistsattendees allpanelistsandallattendees everyoneandpanelists
    alle jeder anjeden alleteilnehmer alleimmeeting allediskussionsteilnehmerundteilnehmer allepodiumsteilnehmerundteilnehmer
    toutlemonde tous touslesparticipants touslespanelistesettouslesparticipants touslespanelistesetparticipants
    todos todoelmundo todoslosparticipantes todoslospanelistasyasistentes todosospainelistaseparticipantes
    todososparticipantes tutti tuttiipartecipanti tuttiirelatorieipartecipanti iedereen allepanelledenendeelnemers
    wszyscy wszystkich wszystkim все всем всех всеучастники всепанелистыиучастники усі усім
    所有人 每个人 每個人 全体 大家 所有成员 所有參會者 所有参会者 所有参与者 所有嘉宾和参会者 所有嘉宾和与会者 所有小组成员和参与者
    全員 皆さん 全員宛て 全参加者 すべての参加者 すべてのパネリストと出席者 全てのパネリストと出席者
    모두 모든사람 모든참가자 herkes semuaorang moinguoi alla كلشخص الجميع
  `
    .trim()
    .split(/\s+/)
    .map(plainOf),
);

/** Nobody in particular, as in the oldest layout, is everybody. */
export function isEverybody(recipient: string): boolean {
  return recipient === '' || EVERYBODY.has(plainOf(recipient));
}

function plainOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
