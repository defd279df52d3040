import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Api, ApiFailure } from './api.ts';
import type { Tenant } from './tenant-shape.ts';

const betweenMs = 1000;

/** The tenant as it was last seen, and why it cannot be seen now. */
export interface TenantView {
  tenant: Tenant | null;
  failure: ApiFailure | null;
  /** Looks at once. */
  refresh(): Promise<void>;
}

const toFailure = (thrown: unknown) =>
  thrown instanceof ApiFailure ? thrown : new ApiFailure(`This page failed: ${String(thrown)}`);

/** Looks at the tenant once a second while the page is in sight. */
export function useTenant(api: Api): TenantView {
  const [tenant, setTenant] = useState<Tenant | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const turns = useRef({ asked: 0, shown: 0 });

  const refresh = useCallback(async () => {
    turns.current.asked += 1;
    const turn = turns.current.asked;
    const next = await api.readState().catch(toFailure);
    // A slow answer must not undo a later one.
    if (turn < turns.current.shown) return;
    turns.current.shown = turn;
    if (next instanceof ApiFailure) setFailure(next);
    else {
      setTenant(next);
      setFailure(null);
    }
  }, [api]);

  const isOver = failure?.isKeyWrong === true;
  useEffect(() => {
    if (isOver) return;
    const look = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    look();
    const timer = setInterval(look, betweenMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh, isOver]);

  return { tenant, failure, refresh };
}
