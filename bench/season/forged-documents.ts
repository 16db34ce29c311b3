/** Papers that travel beside the exchange: XML that was altered after its record was signed. */
import type { Client } from '../../test/corridor.ts';
import type { Exporter } from './exporter.ts';
import type { Forgery } from './forgery.ts';
import type { Year } from './plan.ts';

/** Each changes one thing that somebody gains by. */
const alterations: readonly [string, (xml: string) => string][] = [
  [
    'weight',
    (xml) => xml.replace(/(NetWeightMeasure[^>]*>)(\d)/, (_, tag, digit) => `${tag}${(Number(digit) % 9) + 1}`),
  ],
  ['grower', (xml) => xml.replaceAll(/AZ-([GK])-([TA])\d{3}/g, 'AZ-$1-$2999')],
  ['country of origin', (xml) => xml.replace(/(OriginSPSCountry>\s*<ram:ID[^>]*>)AZ/, '$1TR')],
  ['lorry', (xml) => xml.replace(/(MainCarriageSPSTransportMovement>\s*<ram:ID[^>]*>)[^<]+/, '$199-XX-999')],
];

export async function alteredDocuments(year: Year, { papers }: Exporter, client: Client): Promise<Forgery[]> {
  let [planted, refused] = [0, 0];
  for (const lot of year.lots.slice(0, 5)) {
    const path = `/api/records/${papers.get(lot.index)?.certificate}`;
    const xml = (await client.get(`${path}.xml`)).body as string;
    const genuine = await client.post(`${path}/comparison`, xml);
    if (genuine.body.same !== true) throw new Error(`a genuine document differs: ${JSON.stringify(genuine.body)}`);
    for (const [name, alter] of alterations) {
      const altered = alter(xml);
      if (altered === xml) throw new Error(`${name} was not altered`);
      const answer = await client.post(`${path}/comparison`, altered);
      planted++;
      if (answer.status === 200 && answer.body.same === false && answer.body.differences.length > 0) refused++;
    }
  }
  return [{ kind: 'altered XML against its record', planted, refused, code: 'same: false, with the paths' }];
}
