/** What kind of phase a title means. */
import type { AgendaKind } from '../../../shared/lib/vocabulary.ts';

/** The word that comes first decides; at one place, the rule that comes first: “open floor” is no opening. */
const KINDS: readonly [AgendaKind, RegExp][] = [
  [
    'discussion',
    /\bopen(?:ing)?(?: up)?(?: of| to)?(?: the)? (?:floor|mic|microphone|discussion|debate|dialogue|forum|q ?&|exchange|plenary)|\bq ?(?:&|and|\/) ?a\b|\bquestions?\b|\bdebat|\bdiscuss|\bd[ií][aá]log|\bconversation|\baudience|\binteract|\bbreak-?out|\bbrainstorm|\bexchange|\bconsultation|\bdiskussion|\baustausch|\bfragen\b|débat|讨论|问答|对话|辩论|交流/i,
  ],
  [
    'closing',
    /\bclos(?:ing|e|ure)|\bwrap|\bconclu|\bsumm(?:ary|ari[sz]|ing)|\btake-?aways?|\bfinal (?:remarks|words|thoughts|statements|comments)|\bnext steps|\bway forward|\badjourn|\bthank|\bfarewell|\boutcomes? and|\babschluss|\bzusammenfassung|\bfazit|\bausblick|\bclôture|\bcierre|总结|闭幕|结束|结语/i,
  ],
  [
    'opening',
    /\bopening|\bwelcom|\bintro|\bset(?:ting)?(?: of)?(?: the)? (?:scene|stage)|\bscene[- ]setting|\bhousekeeping|\bice-?breaker|\bbackground|\bcontext|\bframing|\bbegrüß|\beröffnung|\beinführung|\beinleitung|\bouverture|\baccueil|\bapertura|\bbienvenida|开场|介绍|开幕|引言|致辞|欢迎|引言/i,
  ],
  [
    'speeches',
    /\bspeech|\bspeak(?:er|ing)|\bpresent|\bkeynote|\btalks?\b|\bpanel|\bstatement|\bintervention|\bremarks|\blecture|\bpitch|\bfireside|\bcase stud|\bperspectives|\binputs?\b|\bround of(?! (?:questions|discussion|debate|q))|\bshowcase|\bdemo|vortrag|vorträge|\bimpuls|\bexposé|\bponencia|演讲|发言|报告|分享|主旨/i,
  ],
];

/** The kind of an agenda item by its title, in English or Chinese; null when no word tells. */
export function agendaKind(title: string): AgendaKind | null {
  let best: AgendaKind | null = null;
  let bestAt = Number.POSITIVE_INFINITY;
  for (const [kind, words] of KINDS) {
    const at = words.exec(title)?.index ?? Number.POSITIVE_INFINITY;
    if (at < bestAt) {
      best = kind;
      bestAt = at;
    }
  }
  return best;
}
