/** What a visitor can change: where sessions live, how the balancer picks, how many servers, how much traffic. */

import { useCallback, useEffect, useId, useState } from 'react';
import { POLICIES, POLICY_IDS, type PolicyId } from '../engine/policies/index.ts';
import { FAMILIES } from '../engine/policies/policy.ts';
import type { Scenario } from '../engine/scenario.ts';
import { STRATEGIES, STRATEGY_IDS } from '../engine/strategies/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { useOpen, usePlayer, usePlayerState } from '../player/hooks.ts';
import type { StartSetting } from '../player/link/startSettings.ts';
import { loadOrTell } from '../player/loadOrTell.ts';
import { useLoaded } from '../player/useLoaded.tsx';
import css from './controls.module.css';

interface Props {
  /** The scenario as it is without anybody's changes. */
  base: Scenario;
  /** Gives a setting of the start another value and begins the run anew. */
  onStartWith(changes: StartSetting[]): void;
  seed: number;
  onSeed(seed: number): void;
  onStartOver(): void;
}

export function Controls({ base, onStartWith, ...start }: Props) {
  const { t } = useWords();
  return (
    <section className={css.controls} aria-label={t.controls.title}>
      <h2 className="visually-hidden">{t.controls.title}</h2>
      <StrategyChoice />
      <PolicyChoice />
      <ServerCount />
      <Traffic />
      <Seed {...start} />
      <MoreSettings base={base} onStartWith={onStartWith} />
    </section>
  );
}

const loadOperations = async () => (await import('./Operations.tsx')).Operations;
const loadSigningKeys = async () => (await import('./SigningKeys.tsx')).SigningKeys;

function StrategyChoice() {
  const { t } = useWords();
  const player = usePlayer();
  const strategy = usePlayerState((s) => s.view.strategy);
  const signs = STRATEGIES[strategy].keeper === 'user';
  const SigningKeys = useLoaded(loadSigningKeys, signs);
  const name = useId();
  return (
    <fieldset className={css.group}>
      <legend>{t.strategy.label}</legend>
      {STRATEGY_IDS.map((id) => (
        <label key={id} className={css.option} data-on={id === strategy}>
          <input
            type="radio"
            name={name}
            checked={id === strategy}
            onChange={() => player.act({ do: 'set-strategy', strategy: id })}
          />
          <span>
            {t.strategy[id].name} <small>{t.strategy[id].help}</small>
          </span>
        </label>
      ))}
      {signs && SigningKeys && <SigningKeys />}
    </fieldset>
  );
}

function PolicyChoice() {
  const { t } = useWords();
  const player = usePlayer();
  const policy = usePlayerState((s) => s.view.policy);
  const id = useId();
  return (
    <div className={css.group}>
      <label className={css.legend} htmlFor={id}>
        {t.policy.label}
      </label>
      <select
        id={id}
        className={css.select}
        value={policy}
        aria-describedby={`${id}-help`}
        onChange={(event) => player.act({ do: 'set-policy', policy: event.target.value as PolicyId })}
      >
        {FAMILIES.map((family) => (
          <optgroup key={family} label={t.policy.family[family]}>
            {POLICY_IDS.filter((p) => POLICIES[p].family === family).map((p) => (
              <option key={p} value={p}>
                {t.policy[p].name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <small id={`${id}-help`} className={css.help}>
        {t.policy[policy].help}
      </small>
    </div>
  );
}

function ServerCount() {
  const { t } = useWords();
  const Operations = useLoaded(loadOperations, true);
  const player = usePlayer();
  const servers = usePlayerState((s) => s.view.servers);
  const staying = servers.filter((s) => s.state !== 'removing');
  const last = staying[staying.length - 1];
  return (
    <div className={css.group}>
      <div className={css.row}>
        <span className={css.legend} id="server-count">
          {t.controls.servers}
        </span>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form part */}
        <span className={css.stepper} role="group" aria-labelledby="server-count">
          <button
            type="button"
            aria-label={t.controls.removeServer}
            aria-disabled={last === undefined}
            onClick={() => last && player.act({ do: 'remove-server', server: last.index })}
          >
            −
          </button>
          <output aria-live="off">{staying.length}</output>
          <button
            type="button"
            aria-label={t.controls.addServer}
            onClick={() => player.act({ do: 'add-server' })}
          >
            +
          </button>
        </span>
      </div>
      <div className={css.operations}>{Operations && <Operations />}</div>
    </div>
  );
}

/** Slider positions are logarithmic, because twice as often feels like one step everywhere. */
const THINK_MS = { min: 200, max: 20_000 };
const VISITORS_MAX = 400;

function Traffic() {
  const { t } = useWords();
  const player = usePlayer();
  const thinkMs = usePlayerState((s) => s.view.thinkMeanMs);
  const visitors = usePlayerState((s) => s.view.visitorsPerSecond);
  return (
    <div className={css.group}>
      <h3 className={css.legend}>{t.controls.traffic}</h3>
      <Slider
        label={t.controls.think}
        value={thinkToSlider(thinkMs)}
        describe={(at, moved) => t.controls.thinkValue({ everyMs: moved ? sliderToThink(at) : thinkMs })}
        onCommit={(at) => player.act({ do: 'set-think-time', meanMs: sliderToThink(at) })}
      />
      <Slider
        label={t.controls.visitors}
        value={visitorsToSlider(visitors)}
        describe={(at, moved) =>
          t.controls.visitorsValue({ perSecond: moved ? sliderToVisitors(at) : visitors })
        }
        onCommit={(at) => player.act({ do: 'set-visitors', perSecond: sliderToVisitors(at) })}
      />
    </div>
  );
}

const THINK_RATIO = Math.log(THINK_MS.max / THINK_MS.min);
const thinkToSlider = (ms: number) =>
  100 - (100 * Math.log(Math.max(ms, THINK_MS.min) / THINK_MS.min)) / THINK_RATIO;
const sliderToThink = (at: number) => neat(THINK_MS.min * Math.exp(((100 - at) / 100) * THINK_RATIO));
/** The first tenth of the slider means nobody. */
const visitorsToSlider = (perSecond: number) =>
  perSecond === 0 ? 0 : 10 + (90 * Math.log(Math.max(1, perSecond))) / Math.log(VISITORS_MAX);
const sliderToVisitors = (at: number) =>
  at < 6 ? 0 : neat(Math.exp(((Math.max(10, at) - 10) / 90) * Math.log(VISITORS_MAX)));

/** Two digits are as exact as a hand on a slider is. */
function neat(value: number): number {
  return Number(value.toPrecision(value < 10 ? 1 : 2));
}

interface SliderProps {
  label: string;
  /** 0 to 100. */
  value: number;
  /** The value at a position in words; `moved` while the hand holds the slider. */
  describe(at: number, moved: boolean): string;
  onCommit(at: number): void;
}

/** Acts when the hand lets go, so that a drag is one change of the run and not fifty. */
function Slider({ label, value, describe, onCommit }: SliderProps) {
  const [draft, setDraft] = useState<number | null>(null);
  const at = draft ?? Math.round(value);
  const text = describe(at, draft !== null);
  const commit = () => {
    if (draft !== null) onCommit(draft);
    setDraft(null);
  };
  return (
    <label className={css.slider}>
      <span>
        {label} <b>{text}</b>
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={2}
        value={at}
        aria-valuetext={text}
        onChange={(event) => setDraft(Number(event.target.value))}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
    </label>
  );
}

function Seed({ seed, onSeed, onStartOver }: Pick<Props, 'seed' | 'onSeed' | 'onStartOver'>) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className={css.group}>
      <div className={css.row}>
        <label className={css.legend} htmlFor={id}>
          {t.controls.seed}
        </label>
        <span className={css.seed}>
          <input
            id={id}
            type="number"
            inputMode="numeric"
            min={0}
            max={4294967295}
            className={css.select}
            value={seed}
            title={t.controls.seedHelp}
            onChange={(event) => {
              const next = event.target.valueAsNumber;
              if (Number.isInteger(next) && next >= 0 && next <= 4294967295) onSeed(next);
            }}
          />
          <button type="button" className={css.button} onClick={() => onSeed((seed + 1) >>> 0)}>
            {t.controls.newSeed}
          </button>
        </span>
      </div>
      <button type="button" className={css.button} title={t.controls.startOverHelp} onClick={onStartOver}>
        {t.controls.startOver}
      </button>
    </div>
  );
}

const loadSettingsPanel = async () => (await import('./settings/SettingsPanel.tsx')).SettingsPanel;

/** Every other setting: fetched when somebody wants to see them. */
function MoreSettings({ base, onStartWith }: Pick<Props, 'base' | 'onStartWith'>) {
  const { t, settingsWords, needSettings } = useWords();
  const changesSettings = usePlayerState((s) => s.run.interventions.some((i) => i.do === 'set'));
  const [open, setOpen] = useOpen('settings');
  const player = usePlayer();
  const load = useCallback(() => loadOrTell(player, loadSettingsPanel), [player]);
  const SettingsPanel = useLoaded(load, open);
  // The log and the timeline name settings that were changed.
  useEffect(() => {
    if (changesSettings || open) needSettings();
  }, [changesSettings, open, needSettings]);
  return (
    <details className={css.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.controls.moreSettings}</summary>
      {open && settingsWords !== null && SettingsPanel && (
        <SettingsPanel words={settingsWords} base={base} onStartWith={onStartWith} />
      )}
    </details>
  );
}
