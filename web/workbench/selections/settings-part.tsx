/** What a selection is set to: read by many, written by few, tried on past records before it is saved. */
import { Alert, Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Problem } from '../api/client.ts';
import { useDeclarations } from '../api/profiles.ts';
import { useMay } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { SchemaForm } from '../draft/form/schema-form.tsx';
import { say } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { declarationOf } from './declaration.ts';
import { previewSettings, type Selection, saveSettings } from './requests.ts';
import { SumsTable } from './sums-table.tsx';

const nothing: JsonObject = {};

export function SettingsPart({ selection }: { readonly selection: Selection }) {
  const profile = useDeclarations().profile(selection.profile);
  const mayManage = useMay('selections.manage');
  const client = useQueryClient();
  const held = selection.settings?.settings ?? nothing;
  const [begun, setBegun] = useState({ version: selection.settings?.version ?? 0, settings: held });
  const [settings, setSettings] = useState(held);
  const [reason, setReason] = useState('');
  const trying = useMutation({ mutationFn: () => previewSettings(selection, settings) });
  const saving = useMutation({
    mutationFn: (sent: JsonObject) => saveSettings(selection, begun.version, sent, reason.trim()),
    onSuccess: async ({ version }, sent) => {
      setBegun({ version, settings: sent });
      setReason('');
      trying.reset();
      await client.invalidateQueries({ queryKey: ['selections'] });
    },
  });
  if (!profile) return null;
  const declaration = declarationOf(selection);
  const changed = settings !== begun.settings;
  const fault = saving.error ?? trying.error;
  const findings = fault instanceof Problem ? fault.findings : (trying.data?.findings ?? []);
  const elsewhere = fault instanceof Problem && fault.code === 'desk.changed-elsewhere';
  const write = (next: JsonObject) => {
    setSettings(next);
    saving.reset();
    trying.reset();
  };
  return (
    <form
      className="selections-settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(settings);
      }}
    >
      <SchemaForm
        declaration={declaration}
        profile={profile}
        value={settings}
        onChange={write}
        findings={findings}
        readOnly={!mayManage}
      />
      {mayManage && (
        <>
          <Textarea
            label={m.selections_reason()}
            description={m.selections_reason_how()}
            required
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <FaultNote fault={fault} />
          {elsewhere && <p>{m.selections_elsewhere()}</p>}
          {saving.isSuccess && !changed && (
            <p role="status" className="selections-done">
              {m.selections_saved({ version: begun.version })}
            </p>
          )}
          <div className="selections-actions">
            <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate()}>
              {m.selections_preview()}
            </Button>
            <Button type="submit" loading={saving.isPending} disabled={!changed || reason.trim() === ''}>
              {m.selections_save()}
            </Button>
          </div>
        </>
      )}
      {trying.data && (
        <Alert color="gray" variant="outline" title={m.selections_preview_title({ title: say(selection.title) })}>
          <p>{m.selections_preview_of({ count: trying.data.records })}</p>
          <SumsTable
            selection={selection}
            sums={trying.data.draft}
            caption={m.selections_preview()}
            {...(trying.data.now && { other: { title: m.selections_now(), sums: trying.data.now } })}
          />
        </Alert>
      )}
    </form>
  );
}
