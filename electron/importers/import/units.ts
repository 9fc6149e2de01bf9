/** The words for units of time, as Teams, Zoom, Meet and people write them; all are whole words. */

const MINUTES_OF: readonly [minutes: number, words: string][] = [
  [
    24 * 60,
    'd day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dagar dager dzień dni gün день дня дней 天 日',
  ],
  [
    60,
    `h hr hrs hour hours std stunde stunden heure heures hora horas ora ore u uur uren t tim timme timmar time timer
    tunti tuntia godz godzina godziny godzin hod hodina hodiny hodin óra ч час часа часов год sa saat jam giờ
    小时 小時 时 時 時間 시간 ชั่วโมง ชม ώρα ώρες ساعة שעה שעות`,
  ],
  [
    1,
    `m mn min mins minute minutes minuten minuto minutos minuti minuut minuter minutter minuuttia minut minuta minuty
    perc мин минута минуты минут хв dk dakika menit phút 分 分钟 分鐘 분 นาที λεπτό λεπτά دقيقة דקה דקות`,
  ],
  [
    1 / 60,
    `s sec secs second seconds sek sekunde sekunden seconde secondes seconden segundo segundos secondi secondo sekund
    sekunder sekunti sekuntia sekunda sekundy másodperc с сек секунда секунды секунд sn saniye detik giây
    秒 秒钟 秒鐘 초 วินาที ثانية שנייה שניות`,
  ],
];

const UNITS = new Map(
  MINUTES_OF.flatMap(([minutes, words]) =>
    words.split(/\s+/).map((word) => [plainUnit(word), minutes] as const),
  ),
);

/** Minutes in one of it; undefined for a word that is no unit. */
export function minutesIn(unit: string): number | undefined {
  return UNITS.get(plainUnit(unit));
}

function plainUnit(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}
