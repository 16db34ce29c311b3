/** Whom the record goes to. */
import { useInstitutionName } from '../api/institutions.ts';
import * as m from '../compiled/words/messages.js';

interface RecipientsProps {
  readonly candidates: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (to: readonly string[]) => void;
}

export function Recipients({ candidates, chosen, onChange }: RecipientsProps) {
  const nameOf = useInstitutionName();
  const all = [...new Set([...candidates, ...chosen])];
  return (
    <fieldset className="draft-box draft-recipients">
      <legend>{m.draft_recipients()}</legend>
      {all.length === 0 && <p className="draft-quiet">{m.draft_no_recipients()}</p>}
      {all.map((id) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          <span>
            {nameOf(id)} <small>{id}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
