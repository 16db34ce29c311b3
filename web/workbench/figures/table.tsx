import { formatDay } from '../../../kernel/words/moments.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { durationWords } from './duration.ts';
import { percentWords, valueIn } from './measures.ts';
import type { Behind, By, FigureAnswer, FigureRow } from './questions.ts';
import { mondayOf } from './weekly.ts';

interface Props {
  readonly figure: FigureAnswer;
  readonly by: By;
  readonly open: (behind: Behind) => void;
}

export function FigureTable({ figure, by, open }: Props) {
  const { rows, of, measure } = figure;
  if (rows.length === 0) return <p className="nothing">{m.parts_nothing()}</p>;
  const behind = ({ row, week, side }: FigureRow): Behind => ({
    ...(by !== 'week' && { row }),
    ...(week !== undefined && { week }),
    side,
  });
  return (
    <div className="figures-table">
      <table aria-label={say(figure.title)}>
        <thead>
          <tr>
            {by !== 'row' && <th scope="col">{m.figures_week()}</th>}
            {by !== 'week' && <th scope="col">{say(of)}</th>}
            <th scope="col">{m.figures_side()}</th>
            <th scope="col" className="number">
              {measure === 'share' ? m.figures_whole() : m.figures_count()}
            </th>
            {measure === 'share' && (
              <>
                <th scope="col" className="number">
                  {m.figures_holding()}
                </th>
                <th scope="col" className="number">
                  {m.figures_share()}
                </th>
              </>
            )}
            {measure === 'duration' && (
              <>
                <th scope="col" className="number">
                  {m.figures_median()}
                </th>
                <th scope="col" className="number">
                  {m.figures_p90()}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.week ?? ''} ${row.row} ${row.side}`}>
              {by !== 'row' && (
                <td>
                  {row.week}{' '}
                  {row.week !== undefined && <span className="soft">{formatDay(mondayOf(row.week), language)}</span>}
                </td>
              )}
              {by !== 'week' && (
                <td>
                  {say(row.title)}
                  {figure.coded && say(row.title) !== row.row && <span className="soft"> {row.row}</span>}
                </td>
              )}
              <td>{row.side === 'issued' ? m.figures_issued() : m.figures_received()}</td>
              <td className="number">
                <button type="button" onClick={() => open(behind(row))}>
                  {formatNumber(row.count, language)}
                  <span className="hidden"> {m.figures_show()}</span>
                </button>
              </td>
              {measure === 'share' && (
                <>
                  <td className="number">{formatNumber(row.sum ?? 0, language)}</td>
                  <td className="number">{percentWords(valueIn(measure, row))}</td>
                </>
              )}
              {measure === 'duration' && (
                <>
                  <td className="number">{row.median === undefined ? '' : durationWords(row.median)}</td>
                  <td className="number">{row.p90 === undefined ? '' : durationWords(row.p90)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
