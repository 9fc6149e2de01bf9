import { describe, expect, test } from 'vitest';
import { notesOf, planOf } from './support.ts';

const HEAD = 'WS #1 A meeting\n\nSpeaker 1: Ann Lee, Civil Society, WEOG\n\n';
const planned = async (lines: string) =>
  (await planOf(`${HEAD}${lines}`)).agenda.map((item) => [item.minutes, item.title]);

describe('an agenda in running text', () => {
  test.each([
    [
      'We begin with a five-minute introduction, followed by 40 minutes of speeches by five speakers. Then there will be 40 minutes of open discussion between speakers and participants. We close with a 5-minute conclusion.',
      [
        [5, 'Introduction'],
        [40, 'Speeches by five speakers'],
        [40, 'Open discussion between speakers and participants'],
        [5, 'Conclusion'],
      ],
    ],
    [
      'It starts with a 10-minute keynote. Two rounds of 20 minutes of panel discussion follow, and then 40 minutes of Q&A.',
      [
        [10, 'Keynote'],
        [40, 'Panel discussion'],
        [40, 'Q&A'],
      ],
    ],
    [
      'The session opens with an introduction by the moderator (10 minutes). Each of the three speakers will have 10 minutes for their statements. The floor is then opened for a 40-minute discussion. The session ends with a wrap-up of 10 minutes.',
      [
        [10, 'Introduction by the moderator'],
        [30, 'Their statements'],
        [40, 'Discussion'],
        [10, 'Wrap-up'],
      ],
    ],
    [
      'The host (Acme, with Beta) opens for 10 minutes, followed by 40 minutes of talks (8 minutes per speaker, five in all) and 40 minutes of discussion.',
      [
        [10, 'Host (Acme, with Beta) opens'],
        [40, 'Talks (8 minutes per speaker, five in all)'],
        [40, 'Discussion'],
      ],
    ],
    [
      'During the first 10 minutes, the moderator will set the scene. The next 50 minutes are for the panel. The last 30 minutes will be reserved for questions.',
      [
        [10, 'Moderator will set the scene'],
        [50, 'Panel'],
        [30, 'Questions'],
      ],
    ],
    [
      'It will open with 5 min of framing; speakers get 6 minutes each (5 speakers); we will then have two rounds of questions of 20 minutes each, and close with 15 minutes of takeaways.',
      [
        [5, 'Framing'],
        [30, 'Speakers'],
        [40, 'Two rounds of questions'],
        [15, 'Takeaways'],
      ],
    ],
    [
      '首先由主持人作5分钟开场介绍，随后5位嘉宾依次发言，每人8分钟，共40分钟；接着进行40分钟的开放讨论，最后5分钟总结。',
      [
        [5, '开场介绍'],
        [40, '5位嘉宾依次发言'],
        [40, '开放讨论'],
        [5, '总结'],
      ],
    ],
  ])(
    '[I30] given an agenda “%s”, when read, then each clause with a length is an item',
    async (text, items) => {
      expect(await planned(`Duration: 90 minutes\n\nAgenda: ${text}`)).toEqual(items);
      expect(await planned(`Duration: 90 minutes\n\nDescription\n${text}`)).toEqual(items);
    },
  );

  test.each([
    'Between 2010 and 2020, outages lasting 45 minutes cost millions, and those of 45 minutes or more tripled.',
    'In 2023 it took 10 minutes to fill in a form and people waited 20 minutes on the phone.',
    'Each intervention will be limited to 3 minutes, and every 10 minutes the moderators look at the chat.',
    'We begin with a 5-minute introduction, and the discussion takes 20 to 30 minutes or, if time permits, 40.',
  ])('[I30] given “%s”, when it fills no session, then it is no agenda', async (text) => {
    expect(await planned(`Duration: 90 minutes\n\nDescription\n${text}`)).toEqual([]);
  });

  test('[I30] given a list that is told of in a sentence too, when read, then it is taken once', async () => {
    const told = 'We have 30 minutes of talks and 30 minutes of discussion.';
    const plan = await planOf(
      `${HEAD}Duration: 60 minutes\n\nDescription\n${told}\n\nAgenda\nTalks (30 min)\nDiscussion (30 min)\n`,
    );
    expect(plan.agenda.map(({ title }) => title)).toEqual(['Talks', 'Discussion']);
  });
});

describe('lengths without a unit', () => {
  test.each([
    'Agenda: Intro (5), Talks (2x10), Discussion (20)',
    'Agenda\n- Intro (5)\n- Talks (2 x 10)\n- Discussion (20)',
  ])('[I31] given “%s”, when read, then they are minutes and a note says so', async (text) => {
    const plan = await planOf(`${HEAD}${text}`);
    expect(plan.agenda.map(({ minutes, title }) => [minutes, title])).toEqual([
      [5, 'Intro'],
      [20, 'Talks'],
      [20, 'Discussion'],
    ]);
    expect(notesOf(plan, 'lengths-assumed')).toEqual([
      { field: 'agenda', params: { text: '(5)', minutes: 5 } },
    ]);
  });

  test.each([
    'Agenda\n0–5: Intro\n5–25: Talks\n25–45: Discussion',
    'Minutes | Activity\n0-5 | Intro\n5-25 | Talks\n25-45 | Discussion',
  ])(
    '[I31] given “%s”, when each goes on where the one before ends, then they are minutes since the beginning',
    async (text) =>
      expect(await planned(text)).toEqual([
        [5, 'Intro'],
        [20, 'Talks'],
        [20, 'Discussion'],
      ]),
  );

  test('[I31] given numbers of which only some are in brackets, when read, then none is a length', async () => {
    expect(await planned('Agenda: Panel (5), discussion, Rounds (2)')).toEqual([
      [0, 'Panel (5), discussion, Rounds (2)'],
    ]);
  });
});

describe('lines with lengths', () => {
  test.each([
    ['2:00-2:10 PM Welcome', [[10, 'Welcome']]],
    ['11:50-12:10 PM Welcome', [[20, 'Welcome']]],
    ['Panel discussion, 1/2 hour', [[30, 'Panel discussion']]],
    ['Panel discussion: three quarters of an hour', [[45, 'Panel discussion']]],
    ['Segment 1 – 35’', [[35, 'Segment 1']]],
    ['Talks: 10 minutes each, 40 minutes in total', [[40, 'Talks']]],
    ['嘉宾发言，每人10分钟，共40分钟', [[40, '嘉宾发言']]],
    ['09:30 - 09:35 (5 min) Welcome', [[5, 'Welcome']]],
    ['Talks (3 x 10 min each)', [[30, 'Talks']]],
    [
      '- Ann will present the findings of the study for 12 minutes',
      [[12, 'Ann will present the findings of the study']],
    ],
    ['- Final 5 minutes: closing words', [[5, 'closing words']]],
    ['- 10 minutes for questions', [[10, 'questions']]],
    [
      'Intro (5 min) → Talks (20 min)',
      [
        [5, 'Intro'],
        [20, 'Talks'],
      ],
    ],
    [
      'Intro 5 min / Talks 20 min',
      [
        [5, 'Intro'],
        [20, 'Talks'],
      ],
    ],
    [
      'Intro 5 min, talks 20 min, discussion 30 min',
      [
        [5, 'Intro'],
        [20, 'talks'],
        [30, 'discussion'],
      ],
    ],
    ['Round 1 (20 min): What works? Each speaker says so.', [[20, 'Round 1: What works?']]],
    ['①开场 ５分钟', [[5, '开场']]],
    ['10 pitches of 90 seconds each', [[15, '10 pitches']]],
    ['开场 Opening（5分钟 / 5 min）', [[5, '开场 Opening']]],
    ['*Opening* – **5 min**', [[5, 'Opening']]],
    ['T+5 Keynote (10 min)', [[10, 'Keynote']]],
    ['- [ ] Budget (25 min)', [[25, 'Budget']]],
    ['下午2:00-2:05 开场', [[5, '开场']]],
    ['Key Takeaways (* deadline 2 hours after session)', []],
    ['30 minutes Panel', [[30, 'Panel']]],
    ['Short (≤30m) talks', [[0, 'Short (≤30m) talks']]],
  ])('[I24] given “%s” in an agenda, when read, then its items are these', async (line, items) => {
    expect(await planned(`Agenda\n${line}`)).toEqual(items);
  });

  test.each([
    'The process: 1) Introduction (5 min); 2) Speeches by 3 speakers (30 min); 3) Discussion (20 min).',
    'Agenda: 1. Introduction - 5 min 2. Speeches by 3 speakers - 30 min 3. Discussion - 20 min',
  ])(
    '[I24] given a list in one line “%s”, when read, then each is an item without its number',
    async (line) => {
      expect(await planned(`Duration: 55 minutes\n${line}`)).toEqual([
        [5, 'Introduction'],
        [30, 'Speeches by 3 speakers'],
        [20, 'Discussion'],
      ]);
    },
  );

  test('[I24] given what each speaker has beside the length, when read, then it is one item, and the minutes no speakers', async () => {
    const plan = await planOf(
      `${HEAD}Duration: 60 minutes\nAgenda:\nPart One: Keynotes (40 min, 8 min for each speaker)\nPart Two: Q&A (20 min)`,
    );
    expect(plan.agenda).toMatchObject([
      { title: 'Part One: Keynotes', minutes: 40 },
      { title: 'Part Two: Q&A', minutes: 20 },
    ]);
    expect(plan.agenda[0]?.speakers).toBeUndefined();
  });

  test('[I24] given starts and lengths in brackets, when read, then the last item has its own', async () => {
    expect(await planned("Agenda\n09:00 (5') Opening\n09:05 (40') Talks\n09:45 (15') Closing")).toEqual([
      [5, 'Opening'],
      [40, 'Talks'],
      [15, 'Closing'],
    ]);
  });

  test('[I24] given starts with a half of the day in Chinese, when read, then each lasts until the next', async () => {
    expect(await planned('议程\n上午11:30 开场\n下午1:00 发言\n下午1:30 结束')).toEqual([
      [90, '开场'],
      [30, '发言'],
    ]);
  });

  test.each([
    'Duration 90 min',
    'Length 90 min',
    'Duration (minutes) 90',
    'Wednesday, 14:30-16:00 CEST',
    'Saturday 14 June, 11:00–12:30, Hall 2',
    '时间：90分钟',
  ])('[I20] given “%s” alone in its line, when read, then it is the length of the session', async (line) =>
    expect((await planOf(`${HEAD}${line}\n\nAgenda\nTalks (30 min)`)).minutes).toBe(90),
  );

  test('[I20] given several lines with dates and hours, when read, then they are items and no length', async () => {
    const plan = await planOf(
      'Lectures\n\nLecture 1: 3 May, 18:00-19:30, Rivers\nLecture 2: 10 May, 18:00-19:00, Seas',
    );
    expect(plan.minutes).toBeUndefined();
    expect(plan.agenda.map(({ minutes }) => minutes)).toEqual([90, 60]);
  });

  test('[I20] given a date and hours at the end of a sentence, when read, then it is no item', async () => {
    const sentence = 'this is the running order for our workshop on Wednesday, 14:30-16:00 CEST.';
    expect(await planned(`${sentence}\n\n14:30 Welcome\n14:40 Talks\n16:00 End`)).toEqual([
      [10, 'Welcome'],
      [80, 'Talks'],
    ]);
  });
});
