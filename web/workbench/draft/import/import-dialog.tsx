/** Takes lines of a spreadsheet, or a whole document, into what is being written. */
import { Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { JsonObject } from '../../../../kernel/canonical.ts';
import type { ProfileDeclaration, TypeDeclaration } from '../../api/shapes.ts';
import * as m from '../../compiled/words/messages.js';
import { fieldOf, type ListField } from '../form/schema-fields.ts';
import { SheetImport } from './sheet-import.tsx';
import { XmlPreview } from './xml-preview.tsx';

interface ImportProps {
  readonly declaration: TypeDeclaration;
  readonly profile: ProfileDeclaration;
  readonly claims: JsonObject;
  readonly to: readonly string[];
  /** Documents of other systems are read for those who draft records. */
  readonly xml?: boolean;
  readonly onClose: () => void;
  readonly onClaims: (claims: JsonObject) => void;
}

export function ImportDialog({ declaration, profile, claims, to, xml = true, onClose, onClaims }: ImportProps) {
  const lists = listsOf(declaration);
  const readsXml = xml && profile.formats.length > 0;
  const [way, setWay] = useState(lists.length > 0 ? 'sheet' : 'xml');
  return (
    <Modal
      opened
      onClose={onClose}
      size="80rem"
      title={m.draft_import()}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
    >
      {readsXml && lists.length > 0 && (
        <SegmentedControl
          aria-label={m.draft_import()}
          value={way}
          onChange={setWay}
          data={[
            { value: 'sheet', label: m.draft_from_sheet() },
            { value: 'xml', label: m.draft_from_xml() },
          ]}
        />
      )}
      {way === 'sheet' && lists.length > 0 ? (
        <SheetImport lists={lists} type={declaration.name} profile={profile} claims={claims} onClaims={onClaims} />
      ) : readsXml ? (
        <XmlPreview types={[{ profile, declaration }]} to={to} onTake={(_, read) => onClaims(read)} />
      ) : (
        <p className="nothing">{m.draft_nothing_to_import()}</p>
      )}
    </Modal>
  );
}

export interface NamedList {
  readonly name: string;
  readonly field: ListField;
}

/** Lists of the type that hold more than single values; what is required comes first. */
function listsOf({ schemas, version }: TypeDeclaration): readonly NamedList[] {
  const field = fieldOf(schemas[version] ?? {});
  const members = field.kind === 'group' ? field.members : [];
  const found = members.flatMap(({ name, field: inner, required }) =>
    inner.kind === 'list' && (inner.item.kind === 'group' || inner.item.kind === 'choice')
      ? [{ name, field: inner, required }]
      : [],
  );
  return [...found.filter(({ required }) => required), ...found.filter(({ required }) => !required)];
}
