import { memo } from 'react';
import type { Charts } from '../../../shared/projections/charts/data.ts';
import { sheetsOf } from '../../../shared/projections/charts/sheets.ts';
import { Chart } from '../../components/Chart.tsx';
import { FiguresTable } from '../../components/FiguresTable.tsx';
import form from '../../components/form.module.css';
import { useCharts } from '../../hooks/use-charts.ts';
import { useKept } from '../../hooks/use-kept.ts';
import { useWidth } from '../../hooks/use-width.ts';
import { useChartsPanelWords, useChartWords } from '../../messages/charts.ts';
import styles from './ChartsPanel.module.css';

const VIEWS = ['chart', 'table'] as const;
type View = (typeof VIEWS)[number];

/** A column of the console on a small laptop; only until the real width is known. */
const WIDTH_BEFORE = 400;
/** Below this the columns stand under each other, and open charts would push the waiting out of sight. */
const STACKED_WIDTH_MAX = 900;

/** The discussion so far as pictures, or as the tables behind them. */
export function ChartsPanel() {
  const words = useChartsPanelWords();
  const initially = innerWidth > STACKED_WIDTH_MAX ? 'open' : 'closed';
  const [fold, setFold] = useKept('evenfloor.charts', ['open', 'closed'], initially);
  const [view, setView] = useKept<View>('evenfloor.charts.view', VIEWS, 'chart');
  const isOpen = fold === 'open';
  return (
    <section className={styles.card} aria-label={words.title}>
      <div className={styles.header}>
        <h3 className={styles.title}>{words.title}</h3>
        {isOpen && (
          <fieldset className={styles.views}>
            <legend className={form.hidden}>{words.view}</legend>
            {VIEWS.map((one) => (
              <label key={one} className={styles.view}>
                <input type="radio" name="charts-view" checked={view === one} onChange={() => setView(one)} />
                {words.views[one]}
              </label>
            ))}
          </fieldset>
        )}
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-label={isOpen ? words.hide : words.show}
          title={isOpen ? words.hide : words.show}
          onClick={() => setFold(isOpen ? 'closed' : 'open')}
        >
          <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </button>
      </div>
      {isOpen && <Sheets view={view} />}
    </section>
  );
}

/** A leaf of its own: it renders once a second, and only while it is open. */
function Sheets({ view }: { view: View }) {
  const words = useChartWords();
  const charts = useCharts();
  const [ref, width] = useWidth(WIDTH_BEFORE);
  if (charts.turns.length === 0) return <p className={styles.none}>{words.none}</p>;
  return (
    <div ref={ref} className={styles.sheets}>
      <Drawn charts={charts} view={view} width={width} />
    </div>
  );
}

type DrawnProps = { charts: Charts; view: View; width: number };

const Drawn = memo(function Drawn({ charts, view, width }: DrawnProps) {
  const words = useChartWords();
  return (
    <>
      {sheetsOf(charts, words, width).map(({ id, title, summary, drawing, table }) => (
        <div key={id}>
          {/* The first says what the panel's own title says. */}
          <h4 className={id === 'seconds' ? form.hidden : styles.subtitle}>{title}</h4>
          {view === 'chart' && <Chart drawing={drawing} summary={summary} />}
          <FiguresTable caption={title} table={table} isHidden={view === 'chart'} />
        </div>
      ))}
    </>
  );
});
