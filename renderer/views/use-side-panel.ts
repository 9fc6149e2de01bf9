import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useKept } from '../hooks/use-kept.ts';
import { SIDE_TABS } from '../panels/activity/SidePanel.tsx';

/** Whether the panel beside the columns is open, which of its tabs is chosen, and the way into its field. */
export function useSidePanel() {
  // Open at first: what the others say and do answers most of the questions of a second moderator.
  const [isSideOpen, setOpen] = useState(true);
  const [tab, onTab] = useKept('evenfloor.side-panel', SIDE_TABS, 'messages');
  const field = useRef<HTMLInputElement>(null);
  const writeMessage = () => {
    // The field must be there before it can have the focus.
    flushSync(() => {
      setOpen(true);
      onTab('messages');
    });
    field.current?.focus();
  };
  return { isSideOpen, toggleSide: () => setOpen(!isSideOpen), writeMessage, tab, onTab, field };
}
