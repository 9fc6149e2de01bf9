/** The desktop app round this page, where there is one. */
import { useEffect, useEffectEvent } from 'react';
import type { MenuCommand, ShellApi } from '../../electron/shell-api.ts';

export function shellOf(): ShellApi | null {
  return window.evenfloor ?? null;
}

/** Does what the menu asks for as long as the component is there. */
export function useMenu(handlers: Partial<Record<MenuCommand, () => void>>): void {
  const onMenu = useEffectEvent((command: MenuCommand) => handlers[command]?.());
  useEffect(() => shellOf()?.onMenu((command) => onMenu(command)), []);
}
