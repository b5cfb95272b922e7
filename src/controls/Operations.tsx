/** What running the servers takes: new versions, and money. Loaded after the first view. */
import { useWords } from '../i18n/Words.tsx';
import { balancerUsdPerHour, STORE_USD_PER_HOUR } from '../metrics/cost.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import css from './controls.module.css';

export function Operations() {
  return (
    <>
      <ByItself />
      <Deploy />
      <CostPerHour />
    </>
  );
}

/** The autoscaler, where there is one. */
function ByItself() {
  const { t } = useWords();
  const { on, least, most, targetPercent } = usePlayerState((s) => s.view.scenario.autoscaler);
  return (
    on && (
      <small className={css.help}>
        {t.controls.autoscaler({ least, most, target: targetPercent / 100 })}
      </small>
    )
  );
}

function Deploy() {
  const { t } = useWords();
  const player = usePlayer();
  const version = usePlayerState((s) => s.view.version);
  const left = usePlayerState((s) => s.view.servers.filter((v) => v.version < s.view.version).length);
  const none = usePlayerState((s) => s.view.servers.length === 0);
  return (
    <div className={css.row}>
      <button
        type="button"
        className={css.button}
        title={t.controls.deployHelp}
        aria-disabled={none}
        onClick={() => !none && player.act({ do: 'deploy', batch: 1, drain: true })}
      >
        {t.controls.deploy}
      </button>
      {version > 1 && <span className={css.help}>{t.controls.deployed({ version, left })}</span>}
    </div>
  );
}

function CostPerHour() {
  const { t } = useWords();
  const servers = usePlayerState((s) => s.view.servers.reduce((sum, v) => sum + v.usdPerHour, 0));
  const balancer = usePlayerState((s) =>
    Number(balancerUsdPerHour(s.view.numbers.answersPerSecond, s.view.balancers.count).toFixed(3)),
  );
  const store = usePlayerState((s) =>
    s.view.store.used ? s.view.store.nodes.length * STORE_USD_PER_HOUR : 0,
  );
  return (
    <small className={css.help} title={t.controls.costHelp}>
      {t.controls.cost({ all: servers + balancer + store, servers, balancer, store })}
    </small>
  );
}
