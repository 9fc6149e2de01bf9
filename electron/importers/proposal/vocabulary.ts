/**
 * The words of the IGF's forms. Stakeholder and regional groups as its session pages print them, 2017 to 2025,
 * and the short forms that people type instead; labels of all years' forms, and what other languages call them.
 */

import { simplified } from './han.ts';

const STAKEHOLDERS = new Set(
  (
    'government|intergovernmental organization|intergovernmental organizations|civil society|technical community|' +
    'private sector|academia|academic community|media|youth|' +
    '政府|公民社会|民间团体|民间社会|私营部门|企业|技术社群|技术界|学术界|媒体|青年|政府间组织|国际组织'
  ).split('|'),
);

const REGIONS = new Set(
  (
    'african group|africa|asia-pacific group|asia-pacific|asia pacific group|asia pacific|apac|eastern european group|' +
    'eastern europe|eeg|latin american and caribbean group (grulac)|latin american and caribbean group|' +
    'latin america and the caribbean|latin america and caribbean|grulac|lac|western european and others group (weog)|' +
    'western european and others group|western europe and others|western europe and others group|weog|' +
    'intergovernmental organizations|intergovernmental organization|other|' +
    '非洲|非洲组|亚太|亚太组|亚太地区|东欧|东欧组|拉美|拉美和加勒比|拉丁美洲和加勒比|西欧|西欧和其他国家'
  ).split('|'),
);

export type SectionKind =
  | 'organizers'
  | 'participants'
  | 'speakers'
  | 'moderator'
  | 'onsite-moderator'
  | 'online-moderator'
  | 'rapporteur'
  | 'title'
  | 'format'
  | 'duration'
  | 'policy-questions'
  | 'agenda'
  | 'other';

/** Normalised by `labelKey` in `labels.ts`, without what it takes for a qualifier. */
const LABELS: Record<SectionKind, string> = {
  organizers:
    'organizer|organizers|session organizers|workshop organizers|co-organizer|co-organizers|proposer|proposers|' +
    "organizing team|lead organizer|proposer's name|co-proposer's name|organized by|co-organized by|proposed by|submitted by|hosted by|host|hosts|focal point|focal points|" +
    'veranstalter|organisateur|organisateurs|organizador|organizadores|proponente|proponentes|主办方|主办|主办单位|承办方|承办单位|协办单位|组织者|提案人|申请人|申请单位|发起人|发起单位|召集人',
  participants:
    'participant|participants|attendee|attendees|people|contributor|contributors|expert|experts|teilnehmende|teilnehmer|mitwirkende|参会人员|参会嘉宾|与会者|参与者|专家',
  speakers:
    'speaker|speakers|speaking|confirmed speaker|confirmed speakers|invited speakers|proposed speakers|panelist|panelists|' +
    'panellist|panellists|presenter|presenters|discussant|discussants|keynote speaker|keynote speakers|keynotes|' +
    'resource person|resource persons|list of speakers|panel members|' +
    'referent|referenten|referentinnen|vortragende|podium|intervenant|intervenants|intervenante|panélistes|orateurs|' +
    'ponente|ponentes|panelistas|expositores|oradores|palestrante|palestrantes|painelistas|debatedores|' +
    '发言人|演讲嘉宾|嘉宾|演讲人|演讲者|讲者|主讲人|报告人|报告专家|与谈人|引言人',
  moderator:
    'moderator|moderators|moderating|session moderator|chair|co-chairs|chairs|chairperson|facilitator|facilitators|moderation|' +
    'moderatorin|modérateur|modératrice|animateur|animatrice|moderador|moderadora|moderación|moderação|主持人|主持',
  'onsite-moderator': 'room moderator|onsite moderators',
  'online-moderator': 'online moderator|online moderators|online-moderation',
  rapporteur:
    'rapporteur|rapporteurs|note taker|note-taker|note-takers|notetaker|reporter|minute taker|minutes taker|scribe|protokoll|protokollführung|' +
    'rapporteure|relator|relatora|记录员|记录人|记录|报告员',
  title:
    'title|session title|workshop title|proposal title|title of session|session name|name of session|name of the session|titel|titre|título|会议主题|论坛主题|研讨主题|题目|会议名称|名称|标题',
  format: 'format|session format|type of session|session type|type|room layout|形式',
  duration:
    'duration|duration minutes|duration min|length|length min|length minutes|total time|total|proposed duration|time allocated|time required|time needed|dauer|durée|duración|duracion|duração|时长|所要时间',
  'policy-questions':
    'policy questions|policy question|guiding questions|questions to be addressed|key questions|key question|guiding question|discussion questions|discussion question|' +
    'questions|leitfragen|questions directrices|preguntas orientadoras|preguntas guía|questions clés|perguntas orientadoras|perguntas norteadoras|questões norteadoras|政策问题|引导问题|探讨问题|讨论问题|核心问题|关键问题|核心议题',
  agenda:
    'agenda|programme|program|schedule|timetable|timing|timings|run of show|running order|outline|flow|structure|timeline|' +
    'agenda and timing|structure of the session|order of business|ablauf|ablaufplan|tagesordnung|programm|' +
    'ordre du jour|déroulement|déroulé|programa|orden del día|cronograma|programação|pauta|roteiro|プログラム|议事次第|次第|议程|议程安排|流程|日程',
  other:
    '主题|description|session description|brief description|content|content of the session|session content|issue|issues|' +
    'theme|themes|subtheme|sub-theme|subthemes|topic|topics|track|expected outcomes|outcomes|hybrid format|' +
    'discussion facilitation|online participation|proposed additional tools|usage of igf official tool|sdgs|targets|' +
    'relevance to internet governance|relevance to theme|relevance|reference document|reference documents|' +
    'diversity|intervention|interventions|background paper|background|connection with previous messages|' +
    'key takeaways|key takeaway|call to action|session report|report|tags|format description|additional speakers|' +
    'what will participants gain from attending this session|session|about this session|objectives|goals|' +
    'methodology|target audience|contact|additional documents|venue|location|room|place|language|languages|地点|会场|语言',
};

const KINDS = new Map(
  Object.entries(LABELS).flatMap(([kind, keys]) =>
    keys.split('|').map((key): [string, SectionKind] => [key, kind as SectionKind]),
  ),
);

/** Whose lines are people. */
export const PEOPLE_KINDS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'organizers',
  'participants',
  'speakers',
  'moderator',
  'onsite-moderator',
  'online-moderator',
  'rapporteur',
]);

/** The section that a normalised label opens, or undefined when no form has such a label. */
export function sectionOf(key: string): SectionKind | undefined {
  return KINDS.get(key);
}

export function isStakeholder(text: string): boolean {
  return inOneScript(text, STAKEHOLDERS);
}

export function isRegion(text: string): boolean {
  return inOneScript(text, REGIONS);
}

/** “民间团体 Civil Society” is named twice. */
function inOneScript(text: string, words: ReadonlySet<string>): boolean {
  const key = plain(text);
  return words.has(key) || words.has(key.replace(/[\p{Script=Han}]+/gu, '').trim());
}

/** British and American spellings, and both Chinese scripts, are the same word here. */
export function plain(text: string): string {
  return simplified(text).trim().toLowerCase().replaceAll('organis', 'organiz').replace(/\.$/, '');
}
