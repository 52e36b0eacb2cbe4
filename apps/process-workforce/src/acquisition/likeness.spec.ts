import { likeness } from './likeness.js';

describe('how alike two texts are', () => {
  it.each([
    ['Boston', 'boston', 100, 'the same text'],
    ['München', 'Munchen', 100, 'the same text'],
    ['Snr Consultant', 'Senior Consultant', 97, "the same words after expanding 'snr'"],
    ['Consultant, Senior', 'Senior Consultant', 97, 'the same words'],
    ['Proj. Mgr', 'Project Manager', 97, "the same words after expanding 'proj', 'mgr'"],
    ['ML', 'Machine learning', 97, "the same words after expanding 'ml'"],
    ['Boston Office', 'Boston', 97, "the same words after leaving out 'office'"],
    // architect on both sides is alike, lead on one is not: 94 × 2/3.
    ['Lead Architect', 'Architect', 63, "'architect' is the same, 'lead' is not ours"],
    // One letter of ten too few: 94 × 9/10.
    ['Consultnt', 'Consultant', 85, "'consultnt' is 1 letter from 'consultant'"],
    ['COBOL', 'SQL', 0, "'cobol' is not ours, 'sql' is missing"],
    ['Office', 'Boston', 0, "'office' is not ours, 'boston' is missing"],
    ['???', 'Boston', 0, 'no words to compare'],
  ])('%s and %s: %i', (foreign, ours, score, evidence) => {
    expect(likeness(foreign, ours)).toEqual({ score, evidence });
  });
});
