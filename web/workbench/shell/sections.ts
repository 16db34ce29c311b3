/** The main navigation: who may do something there sees it. */
import * as m from '../compiled/words/messages.js';

export interface Section {
  readonly to: string;
  readonly title: () => string;
  readonly action: string;
}

export const sections: readonly Section[] = [
  // Whoever can only read waits for nothing.
  { to: '/inbox', title: m.shell_inbox, action: 'records.draft' },
  { to: '/records', title: m.shell_records, action: 'records.read' },
  { to: '/dossiers', title: m.dossier_title, action: 'records.read' },
  { to: '/applications', title: m.shell_applications, action: 'applications.examine' },
  { to: '/applications', title: m.shell_applications, action: 'applications.make' },
  { to: '/goods', title: m.goods_title, action: 'goods.follow' },
  { to: '/new', title: m.shell_new, action: 'records.draft' },
  { to: '/registers', title: m.shell_registers, action: 'registers.read' },
  { to: '/corridor', title: m.shell_corridor, action: 'corridor.read' },
  { to: '/figures', title: m.shell_figures, action: 'figures.read' },
  { to: '/selections', title: m.shell_selections, action: 'selections.read' },
  { to: '/administration', title: m.shell_people, action: 'people.read' },
];

export function sectionsFor(actions: readonly string[]): readonly Section[] {
  const open = sections.filter(({ action }) => actions.includes(action));
  return open.filter(({ to }, at) => open.findIndex((one) => one.to === to) === at);
}

/** Where somebody's work begins: of traders whose company is known here, with its goods. */
export function startPage(actions: readonly string[], knownAs: readonly string[]): string {
  const first = sectionsFor(actions)[0]?.to ?? '/mine';
  return first === '/applications' && knownAs.length > 0 ? '/goods' : first;
}
