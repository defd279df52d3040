import { graphHost } from '../../hosts.ts';
import { GraphError } from '../errors.ts';
import { readOptions, readWindow } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { decodeSegment } from '../segment.ts';
import { describeItem } from './describe-item.ts';
import type { Drive } from './drive-item.ts';
import { readItemPicking, requireDrive } from './find-item.ts';

/** Where a client stands: the last change it has seen, and how far it has read in this round. */
interface Position {
  since: number;
  skip: number;
}

const address = ({ url }: GraphRequest) => `https://${graphHost}${url.pathname.replace(/\(.*$/, '')}`;

/** What a token is given out under. */
const epochOf = ({ deltaEpoch }: GraphRequest, drive: Drive) => `${drive.generation}.${deltaEpoch}`;

const encode = (epoch: string, { since, skip }: Position) =>
  Buffer.from(`${epoch};${since};${skip}`).toString('base64url');

/** 410: begin again from nothing, at the address in `Location` ("driveItem: delta"). */
const resync = (request: GraphRequest) =>
  new GraphError(410, 'resyncChangesApplyDifferences', 'Resync required. Replace any local items.', {
    Location: address(request),
  });

function readPosition(request: GraphRequest, drive: Drive): Position {
  const { query, match } = request;
  const inPath = match.groups?.token;
  const token = inPath === undefined ? query.get('token') : decodeSegment(inPath).replaceAll("'", '');
  if (token === null) return { since: -1, skip: 0 };
  if (token === 'latest') return { since: drive.change, skip: 0 };
  const [epoch, since, skip] = Buffer.from(token, 'base64url').toString().split(';').map(String);
  if (epoch !== epochOf(request, drive)) throw resync(request);
  return { since: Number(since), skip: Number(skip) };
}

/** `GET /me/drive/root/delta`: everything at first, or nothing with `token=latest`; then what has changed since. */
export function deltaItems(request: GraphRequest): GraphAnswer {
  const drive = requireDrive(request);
  const options = readOptions(request.query, ['$select', '$top']);
  const { cut } = readItemPicking(options);
  const { since, skip } = readPosition(request, drive);
  const isNew = ({ change }: { change: number }) => change > since;
  const changed = [
    ...drive.items.filter(isNew).map((item) => describeItem(drive, item)),
    ...(since < 0 ? [] : drive.removed.filter(isNew)).map(({ id }) => ({
      '@odata.type': '#microsoft.graph.driveItem',
      id,
      deleted: { state: 'deleted' },
    })),
  ];
  const top = options.has('$top') ? readWindow(options).top : 200;
  const end = skip + top;
  const select = options.get('$select');
  const kept = [
    ...(select === undefined ? [] : [`&$select=${encodeURIComponent(select)}`]),
    ...(options.has('$top') ? [`&$top=${top}`] : []),
  ].join('');
  const link = (position: Position) =>
    `${address(request)}?token=${encode(epochOf(request, drive), position)}${kept}`;
  return {
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#Collection(driveItem)`,
      ...(end < changed.length
        ? { '@odata.nextLink': link({ since, skip: end }) }
        : { '@odata.deltaLink': link({ since: drive.change, skip: 0 }) }),
      value: changed.slice(skip, end).map(cut),
    },
  };
}
