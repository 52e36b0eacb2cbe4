import { diff } from '../../diff.js';
import { inRequest, only } from '../../judge.fixture.js';

it('words for people are documentation', () => {
  for (const keyword of ['title', 'description', 'example']) {
    const finding = only(
      diff(inRequest({ type: 'string', [keyword]: 'a' }), inRequest({ type: 'string', [keyword]: 'b' })),
    );
    expect(finding).toMatchObject({
      level: 'documentation',
      rule: `request-body-${keyword}-changed`,
      before: 'a',
      after: 'b',
      remedy: '',
    });
  }
});
