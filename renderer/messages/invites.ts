import { wordsOf } from './catalogue.ts';
import type { InvitesMessages } from './invites-en.ts';
import { invitesEn } from './invites-en.ts';
import { invitesZhCn } from './invites-zh-cn.ts';

export const useInvitesWords = wordsOf<InvitesMessages>({ en: invitesEn, 'zh-CN': invitesZhCn });
