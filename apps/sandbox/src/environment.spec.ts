import { sandboxOptions } from './environment.js';

const complete = {
  SANDBOX_DATABASE_URL: 'postgres://localhost/sandbox',
  SANDBOX_SECRETS_DIR: '/run/secrets',
  SANDBOX_FIRM_DIR: 'examples/meridian-consulting',
  SANDBOX_BAMBOOHR_WEBHOOK_URL: 'http://127.0.0.1:4602/webhooks/bamboohr',
  SANDBOX_CONTROL_PORT: '4640',
  SANDBOX_SALESFORCE_PORT: '4651',
  SANDBOX_BAMBOOHR_PORT: '4652',
  SANDBOX_KANTATA_PORT: '4653',
  SANDBOX_NETSUITE_PORT: '4654',
  SANDBOX_SCIM_PORT: '0',
  SANDBOX_S4HANA_PORT: '4656',
  SANDBOX_WORKDAY_PORT: '4657',
  SANDBOX_FLOAT_PORT: '4659',
  SANDBOX_CERTINIA_PORT: '4658',
  SANDBOX_ADP_PORT: '4661',
  SANDBOX_ENTRA_PORT: '4662',
  SANDBOX_DYNAMICS365_PORT: '4660',
};

describe('the sandbox’s environment', () => {
  test('a complete one is everything the sandbox needs', () => {
    expect(sandboxOptions(complete)).toEqual({
      databaseUrl: 'postgres://localhost/sandbox',
      secretsDir: '/run/secrets',
      firmDir: 'examples/meridian-consulting',
      bamboohrWebhookUrl: 'http://127.0.0.1:4602/webhooks/bamboohr',
      ports: {
        control: 4640,
        salesforce: 4651,
        bamboohr: 4652,
        kantata: 4653,
        netsuite: 4654,
        scim: 0,
        s4hana: 4656,
        workday: 4657,
        float: 4659,
        certinia: 4658,
        adp: 4661,
        entra: 4662,
        dynamics365: 4660,
      },
    });
  });

  test('products that other machines reach are given a name', () => {
    expect(sandboxOptions({ ...complete, SANDBOX_NAME: 'sandbox' })).toMatchObject({ name: 'sandbox' });
  });

  test('everything that is missing or wrong is named at once', () => {
    const { SANDBOX_SECRETS_DIR: _, ...rest } = complete;
    const broken = { ...rest, SANDBOX_FIRM_DIR: '', SANDBOX_SCIM_PORT: 'x', SANDBOX_NETSUITE_PORT: '70000' };
    const message = (): unknown => sandboxOptions(broken);
    for (const name of ['SECRETS_DIR is missing', 'FIRM_DIR is missing', 'SCIM_PORT is not', 'NETSUITE_PORT is not']) {
      expect(message).toThrow(`SANDBOX_${name}`);
    }
  });
});
