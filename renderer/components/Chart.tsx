import type { Drawing, Mark } from '../../shared/projections/charts/marks.ts';
import { paintOf, pathOf } from '../../shared/projections/charts/marks.ts';
import styles from './Chart.module.css';

/** A drawing in the colours of the theme. To whoever does not see it, it is one picture with one sentence. */
export function Chart({ drawing: { width, height, marks }, summary }: { drawing: Drawing; summary: string }) {
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={summary}
    >
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks are drawn anew as a whole and keep nothing.
        <Shape key={index} mark={mark} />
      ))}
    </svg>
  );
}

function Shape({ mark }: { mark: Mark }) {
  if (mark.kind === 'text') {
    const { x, y, size, anchor, isBold } = mark;
    return (
      <text
        className={styles[mark.tone]}
        x={x}
        y={y}
        fontSize={size}
        textAnchor={anchor}
        fontWeight={isBold ? 700 : 400}
        fill="currentColor"
      >
        {mark.text}
      </text>
    );
  }
  const { isFilled, strokeWidth, dash } = paintOf(mark);
  return (
    <path
      className={styles[mark.tone]}
      d={pathOf(mark)}
      fill={isFilled ? 'currentColor' : 'none'}
      stroke={strokeWidth > 0 ? 'currentColor' : 'none'}
      strokeWidth={strokeWidth}
      strokeDasharray={dash}
    >
      {mark.hint && <title>{mark.hint}</title>}
    </path>
  );
}
