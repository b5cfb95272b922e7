/**
 * Named moments: parameters of a link, each worth looking at and used by the browser tests. They open
 * paused. A new one is a line here.
 */
export const MOMENTS: Readonly<Record<string, string>> = {
  'first-logins': 'scenario=one-server&seed=7&t=2000',
  'quiet-server': 'scenario=one-server&seed=7&t=6000',
  'refusal-under-memory': 'scenario=one-server&seed=7&do=6000~add&t=9000',
  'sticky-settled': 'scenario=sticky-three&seed=7&t=8000',
  'server-just-killed': 'scenario=sticky-three&seed=7&do=8000~kill~A&t=8200',
  'kill-noticed': 'scenario=sticky-three&seed=7&do=8000~kill~A&t=14500',
  'shared-store': 'scenario=shared-store&seed=7&t=8000',
  'store-down': 'scenario=shared-store&seed=7&do=8000~kill-store&t=14500',
  'balancer-dead': 'scenario=shared-store&seed=7&do=8000~kill-balancer&t=10500',
  'balancer-stands-by': 'scenario=balancer-pair&seed=7&t=8000',
  'slow-start':
    'scenario=shared-store&with=balancer.slowStart~16000,balancer.policy~weighted-round-robin,servers.start~1000&seed=7&do=4000~add&t=9500',
  'redis-cluster':
    'scenario=shared-store&with=store.kind~redis-cluster,store.replicas~1,store.shards~3&seed=7&t=8000',
  'server-hangs': 'scenario=three-servers&seed=7&do=4000~hang~B&t=9500',
  draining: 'scenario=sticky-three&seed=7&do=8000~drain~B&t=9000',
  'hash-remapped': 'scenario=three-servers&seed=7&do=0~policy~hash-modulo,6000~add&t=9500',
  crowd: 'scenario=busy-crowd&seed=7&t=6000',
  'many-servers': `scenario=three-servers&seed=7&do=${'100~add,'.repeat(12).slice(0, -1)}&t=6000`,
};
