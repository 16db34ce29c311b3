/** A document of another system: what was understood of it, and what was not. */

import { Button, FileInput, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { JsonObject } from '../../../../kernel/canonical.ts';
import * as m from '../../compiled/words/messages.js';
import { say } from '../../language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { SeverityBadge } from '../../parts/state.tsx';
import { sentenceAtField } from '../form/finding-words.ts';
import { readXml } from '../requests.ts';
import type { Beginning } from '../types-to-issue.ts';
import { ContentsTold } from './contents-told.tsx';

interface XmlPreviewProps {
  /** Types that may come of it. */
  readonly types: readonly Beginning[];
  readonly to: readonly string[];
  readonly onTake: (beginning: Beginning, claims: JsonObject) => void;
}

export function XmlPreview({ types, to, onTake }: XmlPreviewProps) {
  const profile = types[0]?.profile.name ?? '';
  const read = useMutation({ mutationFn: (file: File) => readXml(file, profile, to) });
  const { data } = read;
  // Whom it goes to is chosen in the draft.
  const findings = data?.findings.filter(({ path }) => path !== '/to') ?? [];
  const beginning = data && types.find(({ declaration }) => declaration.name === data.type);
  return (
    <>
      <FileInput
        label={m.draft_xml_file()}
        description={m.draft_xml_hint()}
        accept=".xml,application/xml,text/xml"
        placeholder={m.draft_choose_file()}
        onChange={(file) => file && read.mutate(file)}
      />
      <div role="status" className="hidden">
        {data && m.draft_xml_read()}
      </div>
      {read.isError && <ProblemNote fault={read.error} />}
      {data && beginning === undefined && <p className="draft-left over">{m.draft_xml_other_type()}</p>}
      {data && beginning && (
        <>
          {findings.length > 0 && (
            <section aria-labelledby="draft-xml-not">
              <h3 id="draft-xml-not">{m.draft_xml_findings()}</h3>
              <ul className="draft-finding-list">
                {findings.map(({ code, severity, path, text }) => (
                  <li key={`${code} ${path} ${text}`}>
                    <SeverityBadge severity={severity} /> {sentenceAtField({ code, text })}{' '}
                    <code className="draft-path">{path}</code>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="draft-xml-what">
            <h3 id="draft-xml-what">
              {m.draft_xml_understood()}: {say(beginning.declaration.title)}
            </h3>
            <ContentsTold {...beginning} claims={data.claims} />
          </section>
          <Group mt="sm">
            <Button onClick={() => onTake(beginning, data.claims)}>{m.draft_xml_take()}</Button>
          </Group>
        </>
      )}
    </>
  );
}
