/**
 * The laws that hold in every world between two events, whatever was done to it. Returns what is broken, in
 * words; nothing for a sound world. Everything is counted again from the rows, never taken from a count.
 */
import type { Scenario } from '../scenario.ts';
import { firstOnShelf } from '../shelves.ts';
import { blankRequest, createRequests, isAwaited, RequestPhase, type Requests } from '../state/requests.ts';
import { accepts, ServerState, SLOW_STEPS } from '../state/servers.ts';
import { isStore, nodeAt, type Place, placeOfNode } from '../state/sessions.ts';
import { NONE, type Table } from '../state/table.ts';
import { UserPhase } from '../state/users.ts';
import type { World } from '../state/world.ts';
import { checkCaches } from './checkCaches.ts';

type Claim = (holds: boolean, broken: string) => void;

/** The columns in which free rows of the requests are blank, and what blank means: whatever `blankRequest` writes. */
const BLANK = blankColumns();

function blankColumns() {
  const written = 7;
  const requests = createRequests(1);
  const columns = Object.entries(requests).filter(([, column]) => typeof column !== 'number') as [
    Exclude<keyof Requests, 'length' | 'used' | 'free'>,
    Uint8Array,
  ][];
  for (const [, column] of columns) column.fill(written);
  blankRequest(requests, 0);
  return columns
    .filter(([, column]) => column[0] !== written)
    .map(([name, column]) => ({ name, value: column[0] }));
}

export function checkWorld(world: World, scenario: Scenario): string[] {
  const broken: string[] = [];
  const claim: Claim = (holds, what) => {
    if (!holds) broken.push(`${what} at ${world.nowMs} ms`);
  };
  const { totals, requests } = world;
  const awaited = requests.used - world.abandoned;
  claim(
    totals.born === totals.ok + totals.refused + totals.failed + awaited,
    'born = answered or waited for in vain + still awaited',
  );
  for (const name of [
    'users',
    'requests',
    'returning',
    'edge',
    'pages',
    'servers',
    'sessions',
    'records',
    'stores',
    'keys',
    'tasks',
    'unsaved',
    'tokens',
    'shards',
    'copies',
    'tombstones',
  ] as const) {
    claim(freeRows(world[name]) === world[name].length - world[name].used, `rows of ${name}`);
  }
  checkQueue(world, claim);
  checkRequests(world, scenario, claim);
  checkServers(world, claim);
  checkTasks(world, claim);
  checkShelves(world, scenario, claim);
  checkBalancers(world, claim);
  checkDeploy(world, claim);
  checkStores(world, scenario, claim);
  checkUsers(world, claim);
  checkCaches(world, claim);
  return broken;
}

function freeRows(table: Table): number {
  let count = 0;
  for (let row = table.free; row !== NONE && count <= table.length; row = table.next[row]) count++;
  return count;
}

function checkQueue({ queue, nowMs }: World, claim: Claim): void {
  for (let i = 0; i < queue.length; i++) {
    claim(queue.timeMs[i] >= nowMs, 'no event is in the past');
    const parent = (i - 1) >> 1;
    if (i > 0) {
      const later = queue.timeMs[i] - queue.timeMs[parent] || queue.number[i] - queue.number[parent];
      claim(later > 0, 'the queue is in order');
    }
  }
}

function checkRequests(world: World, scenario: Scenario, claim: Claim): void {
  const { requests: q, servers, queue, nowMs } = world;
  const times = new Map<number, number>();
  for (let i = 0; i < queue.length; i++) times.set(queue.number[i], queue.timeMs[i]);
  let used = 0;
  let abandoned = 0;
  for (let r = 0; r < q.length; r++) {
    if (q.serial[r] === 0) {
      const left = BLANK.filter(({ name, value }) => q[name][r] !== value).map(({ name }) => name);
      claim(left.length === 0, `a free row of requests is blank in ${left.join(', ')}`);
      continue;
    }
    used++;
    abandoned += q.abandoned[r];
    if (q.patience[r] !== 0) claim(times.has(q.patience[r]), 'the end of somebody’s patience will come');
    claim(q.abandoned[r] === 0 || q.patience[r] === 0, 'nobody stops waiting twice');
    const phase = q.phase[r] as RequestPhase;
    const server = q.server[r];
    const working = phase >= RequestPhase.readingStore && phase <= RequestPhase.spreading;
    const counted =
      (phase >= RequestPhase.toServer && phase <= RequestPhase.fromServer) || phase === RequestPhase.retrying;
    claim(q.working[r] === Number(working), `request ${q.serial[r]} in phase ${phase} has a worker`);
    claim(q.counted[r] === Number(counted), `request ${q.serial[r]} in phase ${phase} is counted`);
    claim(q.bornMs[r] <= q.sinceMs[r] && q.sinceMs[r] <= nowMs, 'a phase began after birth');
    claim(q.untilMs[r] >= nowMs, 'a phase has not ended yet');
    if (q.event[r] !== 0) claim(times.get(q.event[r]) !== undefined, 'the end of a phase will come');
    if (working || phase === RequestPhase.queued) {
      claim(
        accepts(servers.state[server]) || servers.state[server] === ServerState.hung,
        'work has a server',
      );
      claim(
        q.arrivedMs[r] >= q.bornMs[r] && q.arrivedMs[r] <= q.sinceMs[r],
        'nobody is served before arriving',
      );
    }
    // Whoever waits for something without a known end waits for something that will come.
    if (q.event[r] === 0) {
      const hung = servers.state[server] === ServerState.hung;
      const { answerTimeoutMs, queueTimeoutMs } = scenario.balancer;
      const impatient = answerTimeoutMs !== null;
      if (phase === RequestPhase.queued) {
        claim(
          impatient || queueTimeoutMs !== null
            ? servers.queueEvent[server] !== 0
            : hung || servers.busy[server] === servers.workers[server],
          'nobody waits in a queue for ever',
        );
      } else {
        const computing = q.task[r] !== NONE && servers.taskEvent[server] !== 0;
        claim(computing || (working && hung && !impatient), 'nobody waits for ever');
      }
    }
  }
  claim(q.used === used, 'requests in use');
  claim(world.abandoned === abandoned, 'requests that nobody waits for');
}

function checkServers(world: World, claim: Claim): void {
  const { requests: q, servers, balancer } = world;
  const usable: number[] = [];
  const registered: number[] = [];
  let total = 0;
  for (let s = 0; s < servers.length; s++) {
    let busy = 0;
    let waiting = 0;
    let inFlight = 0;
    for (let r = 0; r < q.length; r++) {
      if (q.serial[r] === 0 || q.server[r] !== s) continue;
      busy += q.working[r];
      inFlight += q.counted[r];
      if (q.phase[r] === RequestPhase.queued) waiting++;
    }
    claim(servers.busy[s] === busy && busy <= servers.workers[s], `busy workers of ${s}`);
    // From the 32nd on workers are not told apart.
    claim(servers.workers[s] > 32 || bits(servers.busyWorkers[s]) === busy, `which workers of ${s} are busy`);
    total += inFlight;
    if (servers.registered[s] === 1) registered.push(s);
    claim(servers.inFlight[s] === inFlight, `requests in flight on ${s}`);
    claim(servers.queueLength[s] === waiting && waiting <= servers.queueLimit[s], `queue length of ${s}`);
    const idle = accepts(servers.state[s]) && busy < servers.workers[s];
    claim(waiting === 0 || !idle, `no worker of ${s} rests while somebody waits`);
    let last = NONE;
    let chained = 0;
    for (let r = servers.queueFirst[s]; r !== NONE && chained <= waiting; r = q.next[r]) {
      claim(q.phase[r] === RequestPhase.queued && q.server[r] === s, `queue of ${s}`);
      if (last !== NONE) claim(q.arrivedMs[last] <= q.arrivedMs[r], `first come, first served on ${s}`);
      last = r;
      chained++;
    }
    claim(chained === waiting && servers.queueLast[s] === last, `ends of the queue of ${s}`);
    const believed = servers.healthy[s] === 1 && servers.shutOut[s] === 0;
    const mayGetNew = servers.registered[s] === 1 && servers.onlyBound[s] === 0 && servers.fullWeight[s] > 0;
    const parts = servers.slowSteps[s] === 0 ? SLOW_STEPS : servers.slowSteps[s];
    claim(servers.weight[s] === (servers.fullWeight[s] * parts) / SLOW_STEPS, `weight of ${s}`);
    claim(parts === SLOW_STEPS || servers.slowEvent[s] !== 0, `${s} does not start slowly for ever`);
    if (mayGetNew && (balancer.panics === 1 ? servers.keptOut[s] === 0 : believed)) usable.push(s);
    const gone = servers.state[s] === ServerState.removed || servers.state[s] === ServerState.removing;
    claim(!gone || servers.registered[s] === 0, `the balancer forgot ${s}, which was removed`);
    claim(!accepts(servers.state[s]) || servers.key[s] !== NONE, `${s} has a key to sign with`);
    claim(servers.checkEvent[s] === 0 || servers.registered[s] === 1, `only who is listed is checked: ${s}`);
    claim(servers.shutOut[s] === 0 || servers.fails[s] > 0, `${s} is shut out for a reason`);
  }
  const rotation = Array.from(balancer.usable.subarray(0, balancer.usableCount));
  claim(rotation.join() === usable.join(), `rotation ${rotation} is ${usable}`);
  const marked = Array.from(servers.state.keys()).filter((s) => balancer.isUsable[s] === 1);
  claim(marked.join() === usable.join(), `marked as usable ${marked} is ${usable}`);
  const listed = Array.from(balancer.listed.subarray(0, balancer.listedCount));
  claim(listed.join() === registered.join(), `list ${listed} is ${registered}`);
  claim(balancer.inFlight === total, 'requests in flight on all servers');
}

/** Who has the address runs; and who runs without it while nobody has it is about to. */
function checkBalancers({ balancers, requests, servers }: World, claim: Claim): void {
  const { count, up, active, event } = balancers;
  claim(up[0] + up[1] <= count, 'no more balancers run than there are');
  claim(active === NONE || up[active] === 1, 'the balancer in charge runs');
  claim(active !== NONE || up[0] + up[1] > 0 === (event !== 0), 'whoever stands by takes over');
  claim(active === NONE || event === 0, 'nobody takes over from one that runs');
  if (active !== NONE) return;
  for (let r = 0; r < requests.length; r++) {
    if (requests.serial[r] === 0) continue;
    claim(requests.working[r] === 0, 'without a balancer no worker works');
  }
  for (let s = 0; s < servers.length; s++) {
    claim(event !== 0 || servers.checkEvent[s] === 0, 'without a balancer nobody checks');
    claim(servers.queueLength[s] === 0, 'without a balancer nobody waits');
  }
}

function checkDeploy({ deploy, servers }: World, claim: Claim): void {
  let behind = 0;
  let under = 0;
  for (let s = 0; s < servers.length; s++) {
    claim(servers.version[s] >= 1 && servers.version[s] <= deploy.version, `version of ${s}`);
    const stays = servers.state[s] !== ServerState.removed && servers.state[s] !== ServerState.removing;
    if (!stays) continue;
    if (servers.version[s] < deploy.version) behind++;
    if (servers.deploying[s] === 1) under++;
  }
  claim(deploy.active === 1 || behind === 0, 'a deploy ends when every server has the new version');
  claim(under <= deploy.batch, 'no more servers restart at a time than the deploy says');
  claim(deploy.event === 0 || deploy.active === 1, 'a deploy that is over does not look again');
  claim(deploy.active === 0 || behind + under === 0 || under > 0 || deploy.event !== 0, 'a deploy goes on');
}

function checkTasks({ tasks, requests: q, servers }: World, claim: Claim): void {
  const { child, sibling, before, doneAt, request } = tasks;
  const seen = new Set<number>();
  const walk = (first: number, above: number, s: number): void => {
    let previous = above;
    for (let t = first; t !== NONE && !seen.has(t); t = sibling[t]) {
      const r = request[t];
      seen.add(t);
      claim(before[t] === previous, `task ${t} knows its neighbour`);
      claim(above === NONE || doneAt[above] <= doneAt[t], `task ${t} is done after the one above`);
      claim(
        q.task[r] === t && q.server[r] === s && q.phase[r] === RequestPhase.serving,
        `task ${t} is at work`,
      );
      walk(child[t], t, s);
      previous = t;
    }
  };
  let count = 0;
  for (let s = 0; s < servers.length; s++) {
    walk(servers.taskFirst[s], NONE, s);
    claim(seen.size - count === servers.taskCount[s], `tasks of ${s}`);
    claim(servers.taskCount[s] > 0 === (servers.taskEvent[s] !== 0), `the first task of ${s} will be done`);
    claim(servers.taskCount[s] <= servers.busy[s], `each task of ${s} has a worker`);
    claim(
      accepts(servers.state[s]) || servers.taskCount[s] === 0,
      `${s}, which is not there, computes nothing`,
    );
    count = seen.size;
  }
  claim(count === tasks.used, 'every task is of a server');
  for (let r = 0; r < q.length; r++) {
    if (q.serial[r] !== 0 && q.task[r] !== NONE) claim(seen.has(q.task[r]), 'every task is in a heap');
  }
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function checkShelves(world: World, scenario: Scenario, claim: Claim): void {
  const { servers, stores, unsaved, copies, tombstones, records, sessions, users, requests } = world;
  const references = new Map<number, number>();
  const refer = (session: number) => {
    if (session !== NONE) references.set(session, (references.get(session) ?? 0) + 1);
  };
  const places = new Set<string>();
  let count = 0;
  const walk = (place: Place, first: number, last: number, expected: number): void => {
    let previous = NONE;
    let onShelf = 0;
    for (let r = first; r !== NONE && onShelf <= expected; r = records.shelfNext[r]) {
      claim(records.place[r] === place, `a record on the shelf of ${place} says so`);
      claim(records.shelfPrevious[r] === previous, `shelf of ${place} is linked both ways`);
      const key = `${records.session[r]} at ${place}`;
      claim(!places.has(key), `one record of a session per place: ${key}`);
      places.add(key);
      refer(records.session[r]);
      previous = r;
      onShelf++;
    }
    claim(onShelf === expected && previous === last, `count and end of the shelf of ${place}`);
    count += onShelf;
  };
  for (let s = 0; s < servers.length; s++) {
    walk(s, servers.shelfFirst[s], servers.shelfLast[s], servers.shelfCount[s]);
    const runs = accepts(servers.state[s]) || servers.state[s] === ServerState.hung;
    claim(runs || servers.shelfCount[s] === 0, `no record on ${s}, whose process is not there`);
  }
  for (let n = 0; n < stores.length; n++) {
    walk(placeOfNode(n), stores.shelfFirst[n], stores.shelfLast[n], stores.shelfCount[n]);
    const onDisk = scenario.store.persistence !== 'none' || scenario.store.kind === 'cp';
    claim(stores.up[n] === 1 || stores.shelfCount[n] === 0 || onDisk, 'no record in a dead store');
  }
  claim(count === records.used, 'every record is on a shelf');
  for (let n = 0; n < stores.length; n++) {
    for (let note = stores.lastUnsaved[n]; note !== NONE; note = unsaved.next[note]) {
      refer(unsaved.session[note]);
    }
  }
  for (let u = 0; u < users.length; u++) {
    refer(users.session[u]);
    refer(users.oldSession[u]);
  }
  checkTokens(world, claim, refer);
  for (let s = 0; s < sessions.length; s++) if (sessions.serial[s] !== 0) refer(sessions.instead[s]);
  for (let r = 0; r < requests.length; r++) {
    if (requests.serial[r] === 0) continue;
    refer(requests.session[r]);
    refer(requests.newSession[r]);
  }
  for (let c = 0; c < copies.length; c++) if (copies.event[c] !== 0) refer(copies.session[c]);
  for (let t = 0; t < tombstones.length; t++) refer(tombstones.session[t]);
  let alive = 0;
  for (let s = 0; s < sessions.length; s++) {
    if (sessions.serial[s] === 0) continue;
    alive++;
    claim(sessions.references[s] === references.get(s), `references to session ${sessions.serial[s]}`);
    const before = sessions.instead[s];
    claim(before === NONE || sessions.empty[before] === 0, 'an empty session stands for a login');
    claim(sessions.end[s] === 0 || !isLoggedIn(world, s), `session ${sessions.serial[s]} has ended`);
    for (let r = sessions.firstRecord[s]; r !== NONE; r = records.next[r]) {
      claim(places.delete(`${s} at ${records.place[r]}`), 'a session knows its records');
    }
  }
  claim(places.size === 0, 'every record belongs to a session');
  claim(alive === sessions.used && references.size === alive, 'sessions in use');
}

function checkTokens({ users, requests, tokens }: World, claim: Claim, refer: (s: number) => void): void {
  const holders = new Int32Array(tokens.length);
  const hold = (token: number, session: number, who: string) => {
    if (token === NONE) return;
    holders[token]++;
    claim(tokens.session[token] === session, `${who} has a token of the session that the cookie names`);
  };
  for (let u = 0; u < users.length; u++) {
    hold(users.token[u], users.session[u], `person ${u}`);
    hold(users.oldToken[u], users.oldSession[u], `person ${u}`);
  }
  for (let r = 0; r < requests.length; r++) {
    if (requests.serial[r] === 0) continue;
    hold(requests.token[r], requests.session[r], `request ${requests.serial[r]}`);
    const isNew = requests.newSession[r] !== NONE;
    hold(requests.newToken[r], isNew ? requests.newSession[r] : requests.session[r], 'an answer');
  }
  let inUse = 0;
  for (let t = 0; t < tokens.length; t++) {
    if (tokens.session[t] === NONE) continue;
    inUse++;
    refer(tokens.session[t]);
    claim(tokens.references[t] === holders[t], `who has token ${t}`);
  }
  claim(inUse === tokens.used, 'tokens in use');
}

function isLoggedIn({ sessions, records }: World, s: number): boolean {
  for (let r = sessions.firstRecord[s]; r !== NONE; r = records.next[r]) {
    if (records.loggedIn[r] === 1) return true;
  }
  return false;
}

/** Who leads, who follows, and what is on its way between nodes. */
function checkStores(world: World, scenario: Scenario, claim: Claim): void {
  const { servers, stores, shards, copies, zones } = world;
  const canTalk = (a: number, b: number) =>
    stores.up[a] === 1 && stores.up[b] === 1 && (zones.cut === 0 || stores.zone[a] === stores.zone[b]);
  const leaderless = scenario.store.kind === 'ap';
  for (let n = 0; n < stores.length; n++) {
    const source = stores.source[n];
    const leads = source === NONE;
    if (stores.linked[n] === 1) claim(!leads && canTalk(n, source), `node ${n} hears from its source`);
    else claim(leaderless || leads || !canTalk(n, source), `node ${n} would hear from its source`);
    let followers = 0;
    for (let f = 0; f < stores.length; f++) {
      if (stores.linked[f] === 1 && stores.source[f] === n) followers++;
    }
    claim(leaderless || followers === stores.followers[n], `followers of node ${n}`);
    if (leaderless || stores.linked[n] === 0) continue;
    // Nothing is on its way to it: then it is what its source is.
    const waits = [...(copies.to ?? [])].some((to, c) => to === placeOfNode(n) && copies.event[c] !== 0);
    if (waits) continue;
    const shelf = (node: number) => contents(world, placeOfNode(node));
    const [copy, original] = [shelf(n), shelf(source)];
    claim(copy === original, `node ${n} is a copy of node ${source}: ${copy} is ${original}`);
  }
  for (let s = 0; s < shards.length; s++) {
    claim(
      leaderless || stores.source[shards.leader[s]] === NONE,
      `the leader of shard ${s} takes itself for it`,
    );
  }
  for (let c = 0; c < copies.length; c++) {
    if (copies.event[c] === 0) continue;
    const [from, to] = [copies.from[c], copies.to[c]];
    const reaches = isStore(to) ? canTalk(nodeAt(from), nodeAt(to)) : servers.state[to] !== ServerState.down;
    claim(reaches, 'copies are on their way to somebody');
  }
}

/** What is on a shelf, in the order of sessions. When records were used last may differ: reading renews them. */
export function contents(world: World, place: Place): string {
  const { records, sessions } = world;
  const found: string[] = [];
  for (let r = firstOnShelf(world, place); r !== NONE; r = records.shelfNext[r]) {
    found.push(`${sessions.serial[records.session[r]]}:${records.cart[r]}:${records.loggedIn[r]}`);
  }
  return found.sort().join();
}

function checkUsers({ users, requests, totals }: World, claim: Claim): void {
  const asking = new Int32Array(users.length);
  for (let r = 0; r < requests.length; r++) {
    const asks = requests.serial[r] !== 0 && isAwaited(requests.kind[r]) && requests.abandoned[r] === 0;
    if (asks && requests.user[r] !== NONE) {
      asking[requests.user[r]]++;
    }
  }
  let left = 0;
  for (let u = 0; u < users.length; u++) {
    claim(asking[u] === Number(users.phase[u] === UserPhase.waiting), `person ${u} waits for one answer`);
    claim((users.event[u] !== 0) === (users.phase[u] === UserPhase.thinking), `person ${u} will go on`);
    if (users.phase[u] === UserPhase.left) left++;
  }
  claim(left === totals.usersLeft, 'those who left');
}
