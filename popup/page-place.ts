import { popupPlace, sidePlace } from '../src/place.ts';
import { isSidePanel } from '../src/ui/is-side-panel.ts';

/** What is kept of the place in this page: the popup's, or that of the panel at the side. */
export function pagePlace(): typeof popupPlace {
  return isSidePanel() ? sidePlace : popupPlace;
}
