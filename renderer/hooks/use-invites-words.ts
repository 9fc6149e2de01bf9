import { useCatalogue } from '../messages/catalogue.ts';
import type { InvitesMessages } from '../messages/invites-en.ts';
import { invitesEn } from '../messages/invites-en.ts';
import { invitesZhCn } from '../messages/invites-zh-cn.ts';

export function useInvitesWords(): InvitesMessages {
  return useCatalogue<InvitesMessages>({ en: invitesEn, 'zh-CN': invitesZhCn });
}
