/** What a scenario file may ask for at most. Beyond these a run takes too long, or numbers lose meaning. */
export { MOST_SERVERS } from '../engine/interventions/servers.ts';

export const MOST_PEOPLE = 100_000;
/** Requests per second of passing visitors: a hundred for each millisecond. */
export const MOST_VISITORS_PER_SECOND = 100_000;
/** Commands per second of one store node: from one in ten seconds to ten for each microsecond. */
export const LEAST_STORE_RATE = 0.1;
export const MOST_STORE_RATE = 10_000_000;
export const MOST_STORED = 1_000_000;
/** Copies of a shard beside its leader. */
export const MOST_REPLICAS = 2;
export const MOST_STORE_NODES = 18;
export const MOST_WORKERS = 10_000;
export const LONGEST_QUEUE = 1_000_000;
/** A server may be up to a hundred times as fast or as slow as the service times say. */
export const LEAST_SPEED = 0.01;
export const MOST_SPEED = 100;
/** A container may have a tenth of a processor; nobody rents more than the largest machine has. */
export const LEAST_VCPUS = 0.1;
export const MOST_VCPUS = 10_000;
export const MOST_USD_PER_HOUR = 100_000;
export const MOST_WEIGHT = 1000;
/** Two can share an address in such a way that one is in charge; more would need an election. */
export const MOST_BALANCERS = 2;
/** Servers drawn for one request; with as many draws as servers there is little chance left. */
export const MOST_CHOICES = 100;
/** Peak EWMA divides by its decay, and multiplies its first estimate. */
export const SHORTEST_EWMA_MS = 1;
/** Bounded loads in percent of a fair share. HAProxy takes up to 65535, when nobody is ever full. */
export const LEAST_LOAD_FACTOR = 101;
export const MOST_LOAD_FACTOR = 10_000;
/** Further attempts of a request by number; without one it may try every server. */
export const MOST_RETRIES = 20;
/** Status of the failures that are told apart: 502, 503 and 504. */
export const LEAST_FAILURE = 502;
export const MOST_FAILURE = 504;
/** Checks in a row that change the balancer's mind. */
export const MOST_CHECKS = 100;
export const MOST_PAGES_PER_VISIT = 10_000;
/** Forced logins that anybody puts up with. */
export const MOST_FORCED_LOGINS = 1000;
/** Further attempts of people and visitors. */
export const MOST_TRIES = 20;
/** Who waits for no time at all would never get an answer. */
export const SHORTEST_WAIT_MS = 1;
/** Files of one page; a browser would not ask for more than some dozens either. */
export const MOST_FILES_PER_PAGE = 50;
/** Different files there may be, and edge nodes that may each keep all of them. */
export const MOST_FILES = 10_000;
export const MOST_EDGE_NODES = 50;
/** Beyond this, nearly everybody asks for the same file. */
export const STEEPEST_ZIPF = 3;
/** Without any pause between requests, time would not move on. */
export const SHORTEST_THINK_MS = 1;
/** A check every microsecond would keep the simulation from doing anything else. */
export const SHORTEST_CHECK_MS = 1;
/** A look at every server costs time, and a run may be an hour long. */
export const SHORTEST_LOOK_MS = 100;
/** No time in a file is longer than 30 days. */
export const LONGEST_MS = 30 * 24 * 3_600_000;
/** Coefficient of variation: deviation divided by mean. */
export const LEAST_CV = 0.01;
export const MOST_CV = 100;
export const LARGEST_SEED = 4_294_967_295;
export const MOST_INTERVENTIONS = 10_000;
/** Requests laid down one by one; with so many the file is near its own limit. */
export const MOST_SCRIPT_LINES = 30_000;
/** Recorded rates or arrivals of passing visitors; with so many the file is near its own limit. */
export const MOST_RECORDED = 50_000;
/** A ramp, a spike or a wave takes some time, or it would be none. */
export const SHORTEST_SHAPE_MS = 1;
/** Bytes of a session or of one thing in its cart; far more than fits into a cookie. */
export const MOST_BYTES = 1_000_000;
/** Characters of a name or title. */
export const LONGEST_NAME = 200;
/** Characters of a scenario file; all interventions, or all lines of a script, need less. */
export const LONGEST_TEXT = 2_000_000;
