/** Fetches a part of the page that a visitor asked for; where it cannot be fetched, the page says so. */
import type { Player } from './createPlayer.ts';

export async function loadOrTell<Part>({ store }: Player, load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    store.setState({ unfetched: true });
    throw error;
  }
}
