/** Where the time of a request goes, part by part, and how far apart things are. */
import { useId } from 'react';
import { PARTS, type Part } from '../../engine/parts.ts';
import type { SettingPath, SettingValue } from '../../engine/settings.ts';
import type { SettingsWords } from '../../i18n/settings/index.ts';
import { useWords } from '../../i18n/Words.tsx';
import { useOpen, usePlayer, usePlayerState } from '../../player/hooks.ts';
import { settingNow } from '../../player/settingNow.ts';
import { DISTANCES, type Distance, type DistancePath } from '../../scenarios/distances.ts';
import { changeSetting, settingAt } from '../../scenarios/settings.ts';
import { recentWays } from '../../timeline/ways.ts';
import css from './settings.module.css';

/** The setting that says how far it is, where one does. */
const DISTANCE_OF: { readonly [P in Part]?: DistancePath } = {
  client: 'hops.user',
  inside: 'hops.server',
  store: 'store.latency',
};

export function Ways({ words, isOpen }: { words: SettingsWords; isOpen: boolean }) {
  const { f } = useWords();
  const { ways: text } = words.panel;
  const player = usePlayer();
  // The picture of the moment is made anew a few times a second; that is often enough for means.
  usePlayerState((s) => s.view.nowMs);
  const ways = recentWays(player.timeline.recent, player.timeline.nowMs);
  const [open, setOpen] = useOpen('settings~ways');
  const strategy = usePlayerState((s) => s.view.strategy);
  const usesStore = usePlayerState((s) => s.view.store.used);
  const milliseconds = (ms: number) => text.ms({ ms });
  const shown = PARTS.filter((part) =>
    part === 'store' ? usesStore : part === 'copies' ? strategy === 'replicated' : true,
  );
  return (
    <details
      className={css.part}
      open={isOpen || open}
      onToggle={(event) => !isOpen && setOpen(event.currentTarget.open)}
    >
      <summary>
        {text.title} <span>{ways === null ? '' : f.duration(ways.meanMs)}</span>
      </summary>
      <p className={css.help}>{ways === null ? text.none : text.help}</p>
      <table className={css.ways}>
        <caption className="visually-hidden">{text.title}</caption>
        <tbody>
          {shown.map((part) => {
            const path = DISTANCE_OF[part];
            const meanMs = ways?.parts[part] ?? 0;
            return (
              <tr key={part}>
                <th scope="row">
                  {text.parts[part]}
                  <span className={css.bar} aria-hidden="true">
                    <span style={{ transform: `scaleX(${ways === null ? 0 : meanMs / ways.meanMs})` }} />
                  </span>
                  {path && <DistanceChoice path={path} words={words} />}
                </th>
                <td>{ways === null ? '–' : milliseconds(meanMs)}</td>
              </tr>
            );
          })}
          {!usesStore && (
            <tr>
              <th scope="row">{strategy === 'token' ? text.token : text.memory}</th>
              <td>{strategy === 'token' ? text.tokenTime : text.memoryTime}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{text.total}</th>
            <td>{ways === null ? '–' : milliseconds(ways.meanMs)}</td>
          </tr>
        </tbody>
      </table>
    </details>
  );
}

/** Says how far something is by where it stands. */
function DistanceChoice({ path, words }: { path: DistancePath; words: SettingsWords }) {
  const { ways: text } = words.panel;
  const id = useId();
  const player = usePlayer();
  const distances: readonly Distance[] = DISTANCES[path];
  const enginePath = settingAt(path)?.enginePath as SettingPath;
  const now = usePlayerState((s) => JSON.stringify(settingNow(s.view, enginePath)));
  const current = distances.find(({ value }) => JSON.stringify(value) === now);
  const choose = (place: string) => {
    const value: SettingValue | undefined = distances.find((one) => one.place === place)?.value;
    const action = value === undefined ? null : changeSetting(path, value);
    if (action !== null) player.act(action);
  };
  return (
    <span className={css.distance}>
      <label htmlFor={id}>{text.distance[path]}</label>
      <select
        id={id}
        className={css.input}
        value={current?.place ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {current === undefined && <option value="">{text.places.other}</option>}
        {distances.map(({ place }) => (
          <option key={place} value={place}>
            {text.places[place]}
          </option>
        ))}
      </select>
    </span>
  );
}
