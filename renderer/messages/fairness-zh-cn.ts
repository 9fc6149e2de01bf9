/** 简体中文：公平规则的设置，以及控制台上的相关说明。 */
import type { Channel } from '../../shared/lib/vocabulary.ts';
import type { FairnessMessages } from './fairness-en.ts';

const sides: Record<Channel, string> = { onsite: '现场', online: '线上' };

export const fairnessZhCn: FairnessMessages = {
  title: '公平设置',
  policy: '如何建议下一位发言人',
  policies: { evenfloor: '双方时间均等', alternate: '双方轮流', fifo: '先到先得' },
  policyHints: {
    evenfloor: '按秒数而非次数计算；落后且有人等候的一方优先。',
    alternate: '现场、线上依次轮流，长发言不作补偿，不保证差距上限。',
    fifo: '按请求先后，不分现场或线上，不保证差距上限。',
  },
  weight: '发言时间份额',
  weightHint: '除非会议另有决定，双方各占一半。',
  weights: (onsite, online) => `▲ 现场 ${onsite}% · ● 线上 ${online}%`,
  byPresent: '按在场人数…',
  present: '在场人数',
  presentHint: '已填入当前连接人数，请按实际人数更正。份额只取一次。',
  presentNeeded: '需要两个整数，且不能都为 0。',
  takeShares: (onsite, online) => `采用 ${onsite} : ${online}`,
  takeSharesNone: '采用份额',
  seconds: {
    turnLimitSeconds: {
      label: '每次发言时限（秒）',
      hint: '讨论中每位发言人的时间。到时只提醒，不会打断任何人。',
    },
    creditSeconds: {
      label: '重新有人等候时的补偿上限（秒）',
      hint: '一侧有一段时间无人等候，之后最多可以要回的时间。',
    },
    agingSeconds: {
      label: '发过言的人多等（秒）',
      hint: '每发言一次，此人就向后推这么久，排在首次请求发言的人之后。',
    },
    holdSlotSeconds: {
      label: '等候落后一方（秒）',
      hint: '落后一方无人等候时，为其保留发言机会这么久，并显示倒计时；任何主持人都可跳过。0 表示不等候。',
    },
    windowSeconds: {
      label: '调整窗口（秒）',
      hint: '发言较少的群体中，晚这么久以内请求的人可以先发言。',
    },
  },
  balancedGroup: '在每一方内平衡群体',
  balancedGroupHint: '由本人自行申报，不会显示给与会者或屏幕。未申报的人不会被超过。',
  groups: {
    none: '不平衡',
    stakeholder: '利益攸关方群体',
    region: '区域',
    gender: '性别',
    'first-time': '首次发言者优先',
  },
  heldFor: (channel) => `为${sides[channel]}保留发言机会`,
  heldHint: (channel, time) => `${sides[channel]}还没有人等候，剩余 ${time}。`,
  skipHold: '继续',
  skipHoldLabel: '不再等候，继续进行',
  override: (name) => `没有按建议，叫了 ${name}。原因？（可不填）`,
  overrideReasons: ['回应刚才的发言', '被问及此议题', '需要提前离开', '主席已承诺'],
  overrideOther: '其他原因',
  overrideSave: '记录',
  overrideNone: '不填',
  overrideNoted: (reason) => `未按顺序：${reason}`,
  takeLimit: (time) => `将时限设为 ${time}`,
  takeLimitLabel: (time) => `从现在起把每次发言时限设为 ${time}，使所有人都能轮到`,
  sideShort: (channel, needed) => `${sides[channel]}还需 ${needed} 才能持平，剩余时间不够`,
};
