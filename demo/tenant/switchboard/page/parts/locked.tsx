import { Top } from './top.tsx';

/** For whoever comes without the key of this run. */
export function Locked() {
  return (
    <>
      <Top clock={null} failure={null} />
      <main class="locked">
        <h2>This page needs the key of this run</h2>
        <p>
          Open the address that <code>npm start</code> has printed, as far as its end: the key is the part
          after <code>#</code>. Every run has another one.
        </p>
      </main>
    </>
  );
}
