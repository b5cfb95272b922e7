/** How the balancer came to the server of each attempt, and why it passed the others over. */
import { policyName, serverLabel } from '../player/names.ts';
import type { Candidate, Choice } from '../story/choice.ts';
import type { RequestStory } from '../story/requestStory.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';
import { Seek } from './Seek.tsx';

/** Servers listed for one attempt; of more, the others are counted. */
const MOST_SHOWN = 12;

export function Choices({ story }: { story: RequestStory }) {
  const { words } = useLook();
  const { choices } = story;
  return (
    <section className={css.part} aria-label={words.request.choices}>
      <h3>{words.request.choices}</h3>
      {choices.map((choice, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an attempt is its number
        <Attempt key={i} choice={choice} number={i + 1} of={choices.length} />
      ))}
    </section>
  );
}

function Attempt({ choice, number, of }: { choice: Choice; number: number; of: number }) {
  const { words, language } = useLook();
  const { server, how, policy, candidates } = choice;
  const name = server === null ? '' : serverLabel(language, server);
  const help = language.t.policy[policy].help ?? '';
  // Whoever was chosen is shown, however many there are.
  const shown = candidates.slice(0, MOST_SHOWN);
  const chosen = candidates.find((c) => c.fate === 'chosen');
  if (chosen && !shown.includes(chosen)) shown.push(chosen);
  return (
    <>
      <div className={css.attempt}>
        <Seek atMs={choice.atMs} />
        <h4>{server === null ? words.choice.nobody : words.choice.attempt({ number, of, server: name })}</h4>
      </div>
      {server !== null && (
        <p className={css.help}>
          {words.choice.how[how]({ server: name, policy: policyName(language, policy), help })}
        </p>
      )}
      <ul className={css.candidates}>
        {shown.map((candidate) => (
          <Server key={candidate.server} candidate={candidate} />
        ))}
        {candidates.length > shown.length && (
          <li className={css.help}>{words.more({ count: candidates.length - shown.length })}</li>
        )}
      </ul>
    </>
  );
}

function Server({ candidate }: { candidate: Candidate }) {
  const { words, language, open } = useLook();
  const { server, fate, inFlight, state } = candidate;
  const text = words.choice.fate[fate];
  const isIn = fate === 'chosen' || fate === 'possible' || fate === 'bound' || fate === 'stayed';
  // What the balancer believes is told by the fate; only where the truth differs it is told too.
  const surprise = isIn ? state !== 'up' && state !== 'draining' : fate === 'unhealthy' && state === 'up';
  return (
    <li data-fate={fate === 'chosen' ? 'chosen' : isIn ? 'in' : 'out'}>
      <button type="button" className={css.link} onClick={() => open({ what: 'server', server })}>
        {serverLabel(language, server)}
      </button>{' '}
      <span>
        {typeof text === 'string' ? text : text({ inFlight })}
        {surprise && <em> {words.choice.really({ state: language.t.server.state[state] })}</em>}
      </span>
    </li>
  );
}
