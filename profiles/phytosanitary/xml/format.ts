import { utf8 } from '../../../kernel/bytes.ts';
import type { Format } from '../../../kernel/format.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { readCertificate, writeCertificate } from './document.ts';
import { openDocument } from './gate.ts';

/** UN/CEFACT SPSCertificate 17 under the IPPC ePhyto mapping: read leniently, written strictly. */
export const spsCertificate: Format = {
  mediaType: 'application/xml',
  types: ['certificate', 're-export-certificate'],
  read(document) {
    const root = openDocument(document);
    return root instanceof Refusal ? root : readCertificate(root);
  },
  write(type, claims, annexes) {
    const text = writeCertificate(type, claims, annexes);
    return text instanceof Refusal ? text : utf8(text);
  },
};
