import { describe, expect, it } from 'vitest';
import { answerEvent, readCalendar } from '../../../background/graph/calendar.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { answerWith, withGraph } from './with-graph.ts';

const world = setUpWorld();

async function withCalendar() {
  const { graph, id, asked } = await withGraph(world, ['calendar', 'calendar-answer']);
  return {
    asked,
    events: () => readCalendar(graph, id),
    answer: (edit: Omit<Parameters<typeof answerEvent>[2], 'kind'>) =>
      answerEvent(graph, id, { kind: 'answer-event', ...edit }),
  };
}

describe('An invitation', () => {
  it('is answered, at Graph too', async () => {
    const { events, answer } = await withCalendar();
    const invited = (await events()).find(({ response }) => response === 'notResponded');
    const eventId = invited?.id ?? '';
    for (const said of ['tentativelyAccepted', 'accepted'] as const) {
      await answer({ eventId, answer: said });
      const now = (await events()).find(({ id }) => id === eventId);
      expect(now?.response).toBe(said);
    }
  });

  it('is declined with a reply to the organiser', async () => {
    const { answer, asked } = await withCalendar();
    answerWith(world, '/me/events', '', 202);
    await answer({ eventId: 'a/b', answer: 'declined' });
    expect(asked).toMatchObject([
      {
        path: '/me/events/a%2Fb/decline',
        method: 'POST',
        body: { sendResponse: true },
        purpose: 'calendar-answer',
      },
    ]);
  });

  it('is answered without a reply if the organiser asks for none', async () => {
    const { events, answer, asked } = await withCalendar();
    const eventId = (await events()).find(({ response }) => response === 'notResponded')?.id ?? '';
    const refusal = { status: 400, body: { error: { code: 'ErrorInvalidRequest' } }, times: 1 };
    world.tenant.control.faults.graph['/v1.0/me/events'] = refusal;
    await answer({ eventId, answer: 'accepted' });
    expect((await events()).find(({ id }) => id === eventId)?.response).toBe('accepted');
    const said = asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(said).toEqual([{ sendResponse: true }, { sendResponse: false }]);
  });

  it('is reported as not found if it was deleted', async () => {
    const { answer } = await withCalendar();
    answerWith(world, '/me/events', {}, 404);
    const answered = answer({ eventId: 'x', answer: 'accepted' });
    await expect(answered).rejects.toMatchObject({ reason: 'not-found' });
  });
});
