/** The record to take away: on paper, in the format of other systems, as signed, with all proofs. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { send } from '../api/client.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { ProblemNote } from '../parts/problem-note.tsx';
import { saveAs } from './save-as.ts';

export function Downloads({ record }: { readonly record: RecordDetails }) {
  const { id, number, profile, type } = record;
  const declarations = useDeclarations();
  const stem = (number || id.slice(0, 16)).replace(/[^\p{L}\p{N}.-]+/gu, '_');
  const path = `/api/records/${id}`;
  const download = useMutation({
    mutationFn: async ({ from, name }: { readonly from: string; readonly name: string }) => {
      const answer = await send(from, { headers: { accept: '*/*' } });
      saveAs(await answer.blob(), name);
    },
  });
  // A type that is applied for, or that others follow, has a paper form or one of another system.
  const hasXml =
    (declarations.profile(profile)?.formats.length ?? 0) > 0 &&
    declarations.type(profile, type)?.lifeCycle !== undefined;
  const files = [
    ...(declarations.type(profile, type)?.paper ? [{ title: 'PDF', from: `${path}.pdf`, name: `${stem}.pdf` }] : []),
    ...(hasXml ? [{ title: 'XML', from: `${path}.xml`, name: `${stem}.xml` }] : []),
    { title: m.record_download_jws(), from: `${path}.jws`, name: `${stem}.jwt` },
    { title: m.record_download_evidence(), from: `${path}/evidence`, name: `${stem}.evidence.json` },
  ];
  return (
    <div className="record-downloads">
      <span id="record-downloads-title">{m.record_download()}</span>
      <ul aria-labelledby="record-downloads-title">
        {files.map(({ title, from, name }) => (
          <li key={from}>
            <Button
              variant="default"
              size="compact-sm"
              loading={download.isPending && download.variables.from === from}
              onClick={() => download.mutate({ from, name })}
            >
              {title}
            </Button>
          </li>
        ))}
      </ul>
      {download.error && <ProblemNote fault={download.error} />}
    </div>
  );
}
