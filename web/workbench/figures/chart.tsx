/** Weekly figures drawn by uPlot. What it shows stands in the table beneath: it is a picture to those who see one. */
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatDay } from '../../../kernel/words/moments.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { mondayOf, type Weekly } from './weekly.ts';

const height = 240;
/** Half a week and more on either side, so that no bar is cut. */
const marginSeconds = 4 * 86_400;

/** As many of the weeks as have room for their day. */
function mondays(plot: uPlot, weeks: readonly string[]): number[] {
  const every = Math.max(1, Math.ceil(weeks.length / Math.max(1, Math.floor(plot.width / 110))));
  return weeks.filter((_, at) => at % every === 0).map((week) => mondayOf(week) / 1000);
}

interface Props {
  readonly weekly: Weekly;
  /** What a value is called. */
  readonly words: (value: number) => string;
  readonly label: string;
}

export function Chart({ weekly: { weeks, issued, received }, words, label }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current;
    if (!box || weeks.length === 0) return;
    const day = (seconds: number) => formatDay(seconds * 1000, language).replace(/ \d{4}.*$/, '');
    // Under no pointer: the last week.
    const told = (plot: uPlot, shown: number | null, series: number) => shown ?? plot.data[series]?.at(-1) ?? null;
    const telling = (value: number | null) => (value === null ? '–' : words(value));
    const value = (plot: uPlot, shown: number | null, series: number) => telling(told(plot, shown, series));
    const bothSides = received.length > 0;
    const bars = uPlot.paths.bars?.({ size: [0.4, 40], align: 0 });
    const plot = new uPlot(
      {
        width: box.clientWidth,
        height,
        cursor: { drag: { x: false, y: false } },
        scales: {
          x: { range: (_plot, min, max) => [min - marginSeconds, max + marginSeconds] },
          y: { range: (_plot, _min, max) => [0, Math.max(max, 1)] },
        },
        axes: [
          {
            splits: (plot) => mondays(plot, weeks),
            values: (_plot, splits) => splits.map(day),
            stroke: '#47535f',
            space: 70,
          },
          { values: (_plot, splits) => splits.map(words), stroke: '#47535f', size: 80 },
        ],
        series: [
          { label: m.figures_week(), value: (plot, shown) => day(told(plot, shown, 0) ?? 0) },
          {
            label: m.figures_issued(),
            stroke: '#0b4a6f',
            fill: '#0b4a6f',
            value,
            points: { show: false },
            ...(bars && { paths: bars }),
          },
          ...(bothSides ? [{ label: m.figures_received(), stroke: '#b35900', width: 2, value }] : []),
        ],
      },
      [
        weeks.map((week) => mondayOf(week) / 1000),
        issued.length > 0 ? [...issued] : weeks.map(() => null),
        ...(bothSides ? [[...received]] : []),
      ],
      box,
    );
    const resized = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height }));
    resized.observe(box);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [weeks, issued, received, words]);
  return <div ref={place} className="figures-chart" role="img" aria-label={label} />;
}
