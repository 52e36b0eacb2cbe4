/** Somebody who works at the example firm and may open the portal. */
export interface Persona {
  id: string;
  name: string;
  role: string;
  scopes: string[];
}

const everyone = ['portal.read'];

export const personas: Persona[] = [
  { id: 'finance', name: 'Dana Whitlock', role: 'finance-operations', scopes: [...everyone, 'exceptions.resolve'] },
  { id: 'delivery', name: 'Rafael Ortiz', role: 'pmo', scopes: [...everyone, 'exceptions.resolve', 'events.replay'] },
  {
    id: 'people',
    name: 'Mina Strand',
    role: 'hr-operations',
    scopes: [...everyone, 'exceptions.resolve', 'acquisitions.write', 'workers.lend'],
  },
  {
    id: 'integration',
    name: 'Theo Lang',
    role: 'integration-operations',
    scopes: [...everyone, 'exceptions.resolve', 'events.replay'],
  },
  { id: 'governance', name: 'Ines Falk', role: 'integration-governance', scopes: [...everyone, 'contracts.approve'] },
  { id: 'executive', name: 'Ruth Abara', role: 'executive', scopes: everyone },
];
