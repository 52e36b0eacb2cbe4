import { signatureOf } from './signature.js';

test('a signature agrees with a recorded one', () => {
  // Recorded with a BambooHR webhook by the Fusebit integrations project (MIT).
  const body = JSON.stringify({
    employees: [
      {
        changedFields: ['First name'],
        fields: {
          'Employee #': { value: '300' },
          'First name': { value: 'Tefi' },
          'Last name': { value: 'Adams' },
        },
        id: '5',
      },
    ],
  });
  expect(signatureOf('123b929362d51613054f71e5e5d4bf2c', body, '1658248023')).toBe(
    '56491dd9c2b352bc5f4fc627159aae20ddff9c8cb19f239a6de6771dc5310bac',
  );
});
