/**
 * Rules that many runs do without, in one piece: a page fetches it when a run first needs some of it. The rest of the
 * engine reaches them through `further()` only, so that they stay apart; a check of the layers watches over that.
 */
export { lookAtLoad, startAutoscaler } from './autoscaler.ts';
export { refuseAtBalancer, takeOver, whyNoBalancer } from './balancerLife.ts';
export { pushCache } from './edge/causes.ts';
export { atEdge, backAtEdge, edgeWaitOver, openCdn, setOutPastCaches } from './edge/cdn.ts';
export { askForFiles } from './edge/files.ts';
export { balancerWaitOver, openPageCache, sendHomePastCaches, staysAtBalancer } from './edge/pageCache.ts';
export { forgetPage } from './edge/pageRows.ts';
export { compute, leaveWaitingForPage, pageComputed, servePage } from './edge/serverPages.ts';
export { applyToBalancer } from './interventions/balancer.ts';
export { applyToCaches } from './interventions/caches.ts';
export { applySetting } from './interventions/set.ts';
export { applyToStore } from './interventions/store.ts';
export { openTables } from './openTables.ts';
export { noteEnd, noteSent, passiveOver } from './passiveChecks.ts';
export { FURTHER_POLICIES } from './policies/further.ts';
export { fetchState, forgetMember, spreadMs } from './replication.ts';
export { changed } from './settingChange.ts';
export { beginTask, dropTasks, endTask, shareAnew, taskDone } from './sharing.ts';
export { slowStep, startSlowly } from './slowStart.ts';
export { rememberAddress, serverOfAddress } from './sourceAffinity.ts';
export { copyArrives } from './store/arriving.ts';
export { troubleOf, whyApart, whyForgotten } from './store/causes.ts';
export { askStore, placeAsked } from './store/commands.ts';
export { nextLeaderMs, storeTimer } from './store/leadership.ts';
export { readFromStore } from './store/reading.ts';
export { makeRoomInMemory } from './store/room.ts';
export { carryOut } from './store/writing.ts';
export { FURTHER_STRATEGIES } from './strategies/further.ts';
export { pushSize, pushToken } from './tokenCauses.ts';
export { FURTHER_SHAPES } from './traffic/further.ts';
