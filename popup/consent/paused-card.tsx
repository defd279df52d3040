import { presentObstacle } from '../../src/obstacles.ts';
import { needsOf } from '../../src/purposes.ts';
import { say } from '../../src/words.ts';
import type { CardProps } from './barrier.tsx';
import { QuietCard } from './quiet-card.tsx';

/** The person has told Lanyard to leave a permission alone: that, and the way back. */
export function PausedCard({ obstacle, purpose, session, act, onDismiss }: CardProps) {
  const { title, text } = presentObstacle(obstacle.reason);
  const resume = () => {
    onDismiss?.();
    for (const permission of needsOf(purpose)) act('setPaused', session.account.id, permission, false);
  };
  return (
    <QuietCard
      purpose={purpose}
      icon="pause"
      title={say(title)}
      text={say(text)}
      action={say('resume')}
      onAct={resume}
    />
  );
}
