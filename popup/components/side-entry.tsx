import { useEffect, useState } from 'preact/hooks';
import { closePopup, currentWindowId } from '../../src/pages.ts';
import { hasSidePanel, openSidePanel } from '../../src/side-panel.ts';
import { isSidePanel } from '../../src/ui/is-side-panel.ts';
import { say } from '../../src/words.ts';
import { MENU_ID } from './me-button.tsx';

/** The entry of the menu that opens the same beside the web page, where it stays. Not there, where one is already. */
export function SideEntry() {
  const isWanted = hasSidePanel() && !isSidePanel();
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => {
    // Before the click, which does not wait for it.
    if (isWanted) currentWindowId().then(setWindowId);
  }, [isWanted]);
  if (!isWanted) return null;
  return (
    <button
      type="button"
      class="menu-item open-side"
      popovertarget={MENU_ID}
      popovertargetaction="hide"
      onClick={() => openSidePanel(windowId).then(closePopup)}
    >
      {say('sideOpen')}
    </button>
  );
}
