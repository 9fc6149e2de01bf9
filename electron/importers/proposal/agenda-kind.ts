/** What kind of phase a title means. */
import type { AgendaKind } from '../../../shared/lib/vocabulary.ts';
import { simplified } from './han.ts';

/** The word that comes first decides; at one place, the rule that comes first: “open floor” is no opening. */
const KINDS: readonly [AgendaKind, RegExp][] = [
  [
    'discussion',
    /\bopen(?:ing)?(?: up)?(?: of| to)?(?: the)? (?:floor|mic|microphone|discussion|debate|dialogue|forum|q ?&|exchange|plenary)|\bq ?(?:&|and|\/) ?a\b|\bquestions?\b|\bdebat|\bdiscuss|\bd[ií][aá]log|\bconversation|\baudience|\binteract|\bbreak-?out|\bbrainstorm|\bround[ -]?table|\bexchange|\bconsultation|\bdiskussion|\baustausch|\bfragen\b|débat|échange|\bpregunt|\bpergunt|讨论|圆桌|提问|问答|对话|辩论|交流/i,
  ],
  [
    'closing',
    /\bclos(?:ing|e|ure)|\bwrap|\bconclu|\bsumm(?:ary|ari[sz]|ing)|\bsums? up|\bschluss|\btake-?aways?|\bfinal (?:remarks|words|thoughts|statements|comments)|\bnext steps|\bway forward|\badjourn|\bthank|\bfarewell|\boutcomes? and|\babschluss|\bzusammenfassung|\bfazit|\bausblick|\bclôture|\bcierre|\bclausura|\bencerramento|总结|小结|闭幕|闭会|结束|结语|まとめ/i,
  ],
  [
    'opening',
    /\bopening(?! (?:statements|interventions|presentations|pitches))|\bwelcom|\bintro|\bset(?:ting)?(?: of)?(?: the)? (?:scene|stage)|\bscene[- ]setting|\bhousekeeping|\bice-?breaker|\bbackground|\bcontext|\bframing|\bbegrüß|\beröffnung|\beinführung|\beinleitung|\bouverture|\baccueil|\bapertura|\babertura|\bbienven|\bboas-vindas|开场|介绍|开幕|开会|引言|致辞|致词|欢迎|挨拶/i,
  ],
  [
    'speeches',
    /\bspeech|\bspeak(?:er|ing)|\bpresent|\bkeynote|\btalks?\b|\bpanel|\bstatement|\bintervention|\bremarks|\blecture|\bpitch|\bfireside|\bcase stud|\bperspectives|\binputs?\b|\bround of(?! (?:questions|discussion|debate|q))|\bshowcase|\bdemo|vortrag|vorträge|\bimpuls|\bexposé|\bponencia|\bapresenta|\bpalestra|présentation|演讲|讲演|发言|发表|报告|分享|主旨|与谈/i,
  ],
];

/** The kind of an agenda item by its title, in English or Chinese; null when no word tells. */
export function agendaKind(title: string): AgendaKind | null {
  const key = simplified(title);
  let best: AgendaKind | null = null;
  let bestAt = Number.POSITIVE_INFINITY;
  for (const [kind, words] of KINDS) {
    const at = words.exec(key)?.index ?? Number.POSITIVE_INFINITY;
    if (at < bestAt) {
      best = kind;
      bestAt = at;
    }
  }
  return best;
}
