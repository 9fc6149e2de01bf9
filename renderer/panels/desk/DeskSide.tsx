import { useState } from 'react';
import { Tabs } from '../../components/Tabs.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useUnread } from '../../hooks/use-backchannel.ts';
import { useBackchannelWords } from '../../messages/backchannel.ts';
import { useDeskWords } from '../../messages/desk.ts';
import { BackchannelPanel } from '../backchannel/BackchannelPanel.tsx';
import { UnreadCount } from '../backchannel/UnreadCount.tsx';
import { ContactsPanel } from './ContactsPanel.tsx';
import { ReportPreview } from './ReportPreview.tsx';

type DeskTab = 'report' | 'messages' | 'contacts';

/** The report as it stands, and what the staff say to each other meanwhile. */
export function DeskSide() {
  const words = useDeskWords();
  const messages = useBackchannelWords();
  const { count, markRead } = useUnread();
  const isKeeper = useMeeting((state) => state.contacts !== undefined);
  const [tab, setTab] = useState<DeskTab>('report');
  return (
    <Tabs<DeskTab>
      label={words.side}
      tabs={[
        { id: 'report', label: words.report.tab, panel: <ReportPreview /> },
        {
          id: 'messages',
          label: messages.title,
          note: <UnreadCount count={count} />,
          panel: <BackchannelPanel onRead={markRead} />,
        },
        ...(isKeeper
          ? [{ id: 'contacts' as const, label: words.contacts.tab, panel: <ContactsPanel /> }]
          : []),
      ]}
      chosen={tab}
      onChoose={setTab}
    />
  );
}
