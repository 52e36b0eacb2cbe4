import { parseXml, toXml } from './xml.js';

const reply = `<?xml version='1.0' encoding='UTF-8'?>
<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wd="urn:com.workday/bsvc">
  <wd:Worker wd:Descriptor="Zo&#xeb; &amp; Co">
    <wd:Worker_Reference><wd:ID wd:type="WID">0123</wd:ID><wd:ID wd:type="Employee_ID">00042</wd:ID></wd:Worker_Reference>
    <wd:Name>R&amp;D &amp;lt; &#246;</wd:Name><wd:Empty/><wd:Yes>1</wd:Yes><wd:Also>true</wd:Also><wd:No>0</wd:No>
  </wd:Worker>
</env:Envelope>`;

describe('XML of a reply', () => {
  const worker = parseXml(reply)!.first('Envelope', 'Worker')!;

  it('is read whatever its prefixes, numbers staying the text they were', () => {
    expect([worker.first('Worker_Reference')!.id('WID'), worker.first('Worker_Reference')!.id('Employee_ID')]).toEqual([
      '0123',
      '00042',
    ]);
  });

  it('is unescaped once', () => {
    expect([worker.text('Name'), worker.attribute('Descriptor')]).toEqual(['R&D &lt; ö', 'Zoë & Co']);
  });

  it('knows both spellings of true, and an empty element from text', () => {
    expect(['Yes', 'Also', 'No', 'Missing'].map((name) => worker.flag(name))).toEqual([true, true, false, false]);
    expect([worker.text('Empty'), worker.text('Missing', 'Too')]).toEqual([null, null]);
  });

  it.each([
    ['half a document', reply.slice(0, 200)],
    ['a document type declaration', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['no XML', 'upstream connect error'],
    ['nothing', ''],
  ])('is refused where it is %s', (_what, text) => {
    expect(parseXml(text)).toBeNull();
  });
});

describe('XML of a request', () => {
  it('escapes text and attributes, and leaves out what is undefined', () => {
    expect(toXml({ a: { '@b': `"<&'`, c: ['</c><d>', 7, true], e: undefined } })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>' +
        '<a b="&quot;&lt;&amp;&apos;"><c>&lt;/c&gt;&lt;d&gt;</c><c>7</c><c>true</c></a>',
    );
  });
});
