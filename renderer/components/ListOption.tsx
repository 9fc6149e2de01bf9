import type { ReactNode } from 'react';

type ListOptionProps = {
  id: string;
  /** The one that the keys of the field would take. */
  isActive: boolean;
  className: string | undefined;
  onPick(): void;
  children: ReactNode;
};

/** One of a list box whose field keeps the focus and moves among them by the arrow keys. */
export function ListOption({ id, isActive, className, onPick, children }: ListOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox that the list belongs to handles the keys of its options.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={className}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  );
}
