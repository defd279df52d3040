import { failureTexts } from '../../../entra/failure-texts.ts';
import { nameFailure } from '../failure-menu.ts';
import { type LogLine, type Mark, mergeLog, toLine } from '../log-lines.ts';
import type { Entry, Person } from '../tenant-shape.ts';
import { nameTime } from '../times.ts';

interface Props {
  entries: readonly Entry[];
  marks: readonly Mark[];
  people: readonly Person[];
}

/** What the tenant was asked lately, with what was done here in between. */
export function Log({ entries, marks, people }: Props) {
  const lines = mergeLog(
    entries.map((entry) => toLine(entry, people)),
    marks,
  );
  return (
    <section class="log" aria-labelledby="log">
      <header>
        <h2 id="log">Live log</h2>
        <p class="quiet">The latest on top, by the tenant’s clock</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard. */}
      <section class="log-scroll" aria-label="Requests" tabIndex={0}>
        {lines.length === 0 ? (
          <p class="quiet log-empty">Nobody has asked the tenant for anything. Open Lanyard and sign in.</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">Time</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">Status</th>
                <th scope="col">AADSTS</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) =>
                'what' in line ? (
                  <RequestRow key={lines.length - index} line={line} />
                ) : (
                  <MarkRow key={lines.length - index} mark={line} />
                ),
              )}
            </tbody>
          </table>
        )}
      </section>
    </section>
  );
}

function MarkRow({ mark }: { mark: Mark }) {
  return (
    <tr class="log-mark">
      <td>
        <time>{nameTime(mark.at)}</time>
      </td>
      <td colSpan={4}>
        <span class="quiet">You:</span> {mark.text}
      </td>
    </tr>
  );
}

const toneOf = ({ status, aadsts }: LogLine) => {
  if (status === null) return 'silent';
  return status >= 400 || aadsts !== null ? 'bad' : 'good';
};

function RequestRow({ line }: { line: LogLine }) {
  const { at, who, what, isPreflight, scopes, status, aadsts } = line;
  return (
    <>
      <tr class={isPreflight ? 'log-preflight' : `log-${toneOf(line)}`}>
        <td>
          <time>{nameTime(at)}</time>
        </td>
        <td>{who || '–'}</td>
        <td class="what">
          {what}
          {isPreflight && ' (preflight)'}
        </td>
        <td class="status">{status ?? <span title="No answer, or none yet">…</span>}</td>
        <td>
          {aadsts !== null && (
            <abbr class="number" title={`${nameFailure(aadsts)}. ${failureTexts[aadsts] ?? ''}`}>
              {aadsts}
            </abbr>
          )}
        </td>
      </tr>
      {scopes.length > 0 && (
        <tr class="log-more">
          <td />
          <td colSpan={4}>
            asked: <span class="scopes">{scopes.join(' ')}</span>
          </td>
        </tr>
      )}
    </>
  );
}
