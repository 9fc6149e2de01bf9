/**
 * The words of the IGF's forms. Stakeholder and regional groups as its session pages print them, 2017 to 2025
 *, and the short forms that people type instead; labels of all years' forms.
 */

const STAKEHOLDERS = new Set([
  'government',
  'intergovernmental organization',
  'intergovernmental organizations',
  'civil society',
  'technical community',
  'private sector',
  'academia',
  'academic community',
  'media',
  'youth',
  '政府',
  '公民社会',
  '私营部门',
  '技术社群',
]);

const REGIONS = new Set([
  'african group',
  'africa',
  'asia-pacific group',
  'asia-pacific',
  'asia pacific group',
  'asia pacific',
  'apac',
  'eastern european group',
  'eastern europe',
  'eeg',
  'latin american and caribbean group (grulac)',
  'latin american and caribbean group',
  'latin america and the caribbean',
  'grulac',
  'lac',
  'western european and others group (weog)',
  'western european and others group',
  'weog',
  'intergovernmental organizations',
  'intergovernmental organization',
  'other',
]);

export type SectionKind =
  | 'organizers'
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

/** Normalised by {@link labelKey}; singular where the form numbers them. */
const LABELS: Record<SectionKind, string> = {
  organizers:
    'organizer|organizers|session organizers|workshop organizers|co-organizer|co-organizers|proposer|proposers|' +
    "organizing team|lead organizer|proposer's name|co-proposer's name|主办方|组织者",
  speakers:
    'speaker|speakers|confirmed speaker|confirmed speakers|invited speakers|proposed speakers|panelist|panelists|' +
    'panellist|panellists|presenter|presenters|discussant|discussants|keynote speaker|keynote speakers|' +
    'resource person|resource persons|list of speakers|发言人|演讲嘉宾|嘉宾',
  moderator: 'moderator|moderators|session moderator|chair|co-chairs|facilitator|facilitators|主持人',
  'onsite-moderator':
    'onsite moderator|onsite moderators|in-person moderator|in-room moderator|room moderator|offline moderator|现场主持人|线下主持人',
  'online-moderator':
    'online moderator|online moderators|remote moderator|remote moderators|virtual moderator|线上主持人|在线主持人',
  rapporteur: 'rapporteur|rapporteurs|note taker|note-taker|notetaker|session rapporteur|记录员|报告员',
  title: 'title|session title|workshop title|proposal title|title of session|会议主题|标题',
  format: 'format|session format|type of session|session type|room layout|形式',
  duration: 'duration|session duration|duration minutes|length|proposed duration|时长',
  'policy-questions':
    'policy questions|policy question|key policy questions|guiding questions|guiding policy questions|' +
    'questions to be addressed|key questions|policy questions to be addressed|政策问题',
  agenda:
    'agenda|session agenda|tentative agenda|draft agenda|proposed agenda|provisional agenda|detailed agenda|' +
    'programme|program|schedule|tentative schedule|run of show|outline|session outline|session flow|flow|' +
    'session structure|structure|timeline|agenda and timing|structure of the session|议程',
  other:
    'description|session description|brief description|content|content of the session|session content|issue|issues|' +
    'theme|themes|subtheme|sub-theme|subthemes|topic|topics|track|expected outcomes|outcomes|hybrid format|' +
    'discussion facilitation|online participation|proposed additional tools|usage of igf official tool|sdgs|targets|' +
    'relevance to internet governance|relevance to theme|relevance|reference document|reference documents|' +
    'diversity|intervention|interventions|background paper|background|connection with previous messages|' +
    'key takeaways|key takeaway|call to action|session report|report|tags|format description|additional speakers|' +
    'what will participants gain from attending this session|session|about this session|objectives|goals|' +
    'methodology|target audience|contact|additional documents',
};

const KINDS = new Map(
  Object.entries(LABELS).flatMap(([kind, keys]) =>
    keys.split('|').map((key): [string, SectionKind] => [key, kind as SectionKind]),
  ),
);

/** The section that a label opens, or undefined when no form has such a label. */
export function sectionOf(label: string): SectionKind | undefined {
  return KINDS.get(labelKey(label));
}

export function isStakeholder(text: string): boolean {
  return STAKEHOLDERS.has(plain(text));
}

export function isRegion(text: string): boolean {
  return REGIONS.has(plain(text));
}

function labelKey(label: string): string {
  return plain(label)
    .replace(/\(s\)/g, 's')
    .replace(/[:：?*#()]/g, '')
    .replace(/\bno\.? ?(?=\d)/, '')
    .replace(/\d+/g, '')
    .replace(/on-site|on site/, 'onsite')
    .replace(/on-line/, 'online')
    .replace(/ +/g, ' ')
    .trim();
}

/** British and American spellings are the same word here. */
function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('organis', 'organiz').replace(/\.$/, '');
}
