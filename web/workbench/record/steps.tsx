import * as m from '../compiled/words/messages.js';
import type { ToldStep } from './verified.ts';

const outcomes: Readonly<Record<ToldStep['outcome'], () => string>> = {
  holds: m.record_step_holds,
  'does-not-hold': m.record_step_fails,
  'not-checked': m.record_step_open,
};

export function Steps({ steps }: { readonly steps: readonly ToldStep[] }) {
  return (
    <ul className="record-step-list">
      {steps.map(({ title, outcome, why, code }) => (
        <li key={`${title} ${code ?? ''}`} className={outcome}>
          {title}: {outcomes[outcome]()}
          {why !== undefined && (
            <span className="why">
              {why} <code>{code}</code>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
