import { lasting } from './lasting.js';

const going = { operationId: 'getProject', deprecated: true, responses: {} };
const staying = { operationId: 'listProjects', responses: {} };
const document = {
  openapi: '3.1.0',
  info: { title: 'Projects', version: '1.1.0' },
  paths: { '/v1/projects': { get: staying, post: going }, '/v1/projects/{code}': { get: going } },
};

describe('what our own clients are made of', () => {
  it('has nothing that is to go, and everything else', () => {
    expect(lasting(document).paths).toEqual({ '/v1/projects': { get: staying } });
    expect(document.paths['/v1/projects/{code}'].get).toBe(going);
  });
});
