/** No frame comes later than this where anybody looks; in a tab that nobody sees, none comes at all. */
const LATEST_MS = 100;

/** Calls once before the next frame is drawn, or soon where none is. */
export function beforeNextFrame(run: () => void): void {
  const go = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    run();
  };
  const timer = setTimeout(go, LATEST_MS);
  const frame = requestAnimationFrame(go);
}
