import { describe, expect, it } from 'vitest';
import { Autosave, type Outcome } from './autosave.ts';

/** A server that keeps one text, and a clock that is moved by hand. */
function ground(text = 'old') {
  const server = { revision: 1, text, away: false, refuse: false, lost: false, during: () => {} };
  let kept: string | null = null;
  const timers = new Set<() => void>();
  const parts = {
    save: async (revision: number, contents: string): Promise<Outcome<string>> => {
      server.during();
      if (server.away) return { kind: 'later' };
      if (server.refuse) return { kind: 'refused', fault: 'no' };
      if (revision !== server.revision) return { kind: 'elsewhere', revision: server.revision, contents: server.text };
      server.revision++;
      server.text = contents;
      if (server.lost) return { kind: 'later' };
      return { kind: 'saved', revision: server.revision };
    },
    keeping: {
      read: () => kept,
      write: (next: string) => {
        kept = next;
      },
      clear: () => {
        kept = null;
      },
    },
    after: (_: number, call: () => void) => {
      timers.add(call);
      return () => timers.delete(call);
    },
  };
  const pass = async () => {
    const due = [...timers];
    timers.clear();
    for (const call of due) call();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { server, parts, pass, kept: () => kept, begin: () => new Autosave(server.revision, server.text, parts) };
}

describe('saving as one types', () => {
  it('saves the last of what was typed, once', async () => {
    const { server, begin, pass, kept } = ground();
    const file = begin();
    file.write('a');
    file.write('ab');
    expect([file.state, kept()]).toEqual(['unsaved', '{"revision":1,"contents":"ab"}']);
    await pass();
    expect([file.state, server.text, server.revision, kept()]).toEqual(['saved', 'ab', 2, null]);
  });

  it('saves what was typed while it was saving', async () => {
    const { server, begin, pass } = ground();
    const file = begin();
    file.write('a');
    server.during = () => {
      server.during = () => {};
      file.write('ab');
    };
    await pass();
    expect([file.state, server.text]).toEqual(['unsaved', 'a']);
    await pass();
    expect([file.state, server.text]).toEqual(['saved', 'ab']);
  });

  it('keeps it while nobody answers, and tries again', async () => {
    const { server, begin, pass, kept } = ground();
    const file = begin();
    server.away = true;
    file.write('a');
    await pass();
    expect([file.state, kept()]).toEqual(['waiting', '{"revision":1,"contents":"a"}']);
    server.away = false;
    await pass();
    expect([file.state, server.text, kept()]).toEqual(['saved', 'a', null]);
  });

  it('knows its own words again when the answer was lost', async () => {
    const { server, begin, pass } = ground();
    const file = begin();
    server.lost = true;
    file.write('a');
    await pass();
    server.lost = false;
    file.write('ab');
    await pass();
    await pass();
    expect([file.state, server.text, server.revision]).toEqual(['saved', 'ab', 3]);
  });

  it('finds again what a closed page could not save', async () => {
    const { server, begin, pass } = ground();
    server.away = true;
    begin().write('a');
    server.away = false;
    const again = begin();
    expect([again.contents, again.state]).toEqual(['a', 'unsaved']);
    await pass();
    expect(server.text).toBe('a');
  });

  it('lets a person choose between two windows', async () => {
    const { server, begin, pass } = ground();
    const [one, other] = [begin(), begin()];
    one.write('one');
    await pass();
    other.write('other');
    await pass();
    expect([other.state, server.text]).toEqual(['elsewhere', 'one']);
    other.write('other still');
    await pass();
    expect(server.text).toBe('one');
    other.keepMine();
    await pass();
    expect([other.state, server.text]).toEqual(['saved', 'other still']);
    one.write('late');
    await pass();
    one.takeOther(server.revision, server.text);
    expect([one.state, one.contents]).toEqual(['saved', 'other still']);
    one.write('after');
    await pass();
    expect(server.text).toBe('after');
  });

  it('asks when a kept text is older than what the server has', async () => {
    const { server, begin, pass } = ground();
    server.away = true;
    begin().write('a');
    server.away = false;
    server.revision = 5;
    server.text = 'newer';
    const again = begin();
    expect([again.state, again.contents]).toEqual(['elsewhere', 'a']);
    again.keepMine();
    await pass();
    expect(server.text).toBe('a');
  });

  it('tells why it is refused, and tries with what is typed next', async () => {
    const { server, begin, pass } = ground();
    const file = begin();
    server.refuse = true;
    file.write('a');
    await pass();
    expect([file.state, file.fault]).toEqual(['refused', 'no']);
    server.refuse = false;
    file.write('ab');
    await pass();
    expect([file.state, server.text]).toEqual(['saved', 'ab']);
  });

  it('keeps nothing of what is no more, or of rubbish', async () => {
    const { begin, pass, kept, parts, server } = ground();
    const file = begin();
    file.write('a');
    file.close();
    await pass();
    expect([server.text, kept()]).toEqual(['old', null]);
    parts.keeping.write('{');
    expect(begin().state).toBe('saved');
  });
});
