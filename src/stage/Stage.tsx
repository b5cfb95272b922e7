/**
 * The stage: people, balancer, servers and store as real elements, their lanes as scenery, and the
 * moving requests painted on a canvas above. The elements follow the store; the canvas follows the clock.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { STRATEGIES } from '../engine/strategies/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { useLoaded } from '../player/useLoaded.tsx';
import { BalancerNode } from './BalancerNode.tsx';
import { castOf } from './castOf.ts';
import { pathOf } from './curves.ts';
import { type Cast, layoutIn, type Room, type StageLayout } from './layout.ts';
import { People } from './People.tsx';
import { createLanes } from './paint/lanes.ts';
import type { Marks } from './paint/marks.ts';
import { createPainter, type Painter } from './paint/painter.ts';
import { paintFrames, readColours } from './paintFrames.ts';
import { ServerCard } from './ServerCard.tsx';
import { StoreNode } from './StoreNode.tsx';
import { createScene, mapScene, type SceneMap } from './scene.ts';
import css from './stage.module.css';

interface Props {
  /** Person who stands out, or -1. */
  followed: number;
  onFollow(user: number): void;
  /** Changes when colours may have changed. */
  theme: string;
  /** Lets people point at the marks on the canvas. Returns a function that ends it. */
  pointing?: Pointing | undefined;
}

export type Pointing = (canvas: HTMLCanvasElement, marks: Marks) => () => void;

const loadZones = async () => (await import('./Zones.tsx')).Zones;
const loadCallout = async () => (await import('./Callout.tsx')).Callout;
/** In a frame nothing is looked at closely. */
const loadTrace = async () => (import.meta.env.MODE === 'embed' ? null : (await import('./Trace.tsx')).Trace);
const loadCdnNode = async () => (await import('./CdnNode.tsx')).CdnNode;

export function Stage({ followed, onFollow, theme, pointing }: Props) {
  const { t, partName } = useWords();
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const layout = useLayout(size);
  const zones = usePlayerState((s) => s.view.store.zones === 2 && s.view.store.used);
  const Zones = useLoaded(loadZones, zones);
  const Callout = useLoaded(
    loadCallout,
    usePlayerState((s) => s.view.notices.some((n) => n.what === 'answer')),
  );
  const traced = usePlayerState((s) => s.traced !== null);
  const Trace = useLoaded(loadTrace, traced);
  const CdnNode = useLoaded(loadCdnNode, layout?.cdn != null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape ends following from anywhere on the stage
    <div
      ref={room}
      className={css.room}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && followed >= 0) onFollow(followed);
      }}
    >
      {layout && (
        <div
          className={css.stage}
          style={{ width: layout.widthPx, height: layout.heightPx }}
          data-wide={layout.wide}
          data-roomy={layout.roomy}
          data-snug={layout.snug}
          data-dense={layout.dense}
          data-names={layout.namesOnly}
        >
          <Scenery layout={layout} followed={traced ? -1 : followed} />
          {Trace && <Trace layout={layout} />}
          <People layout={layout} followed={followed} onFollow={onFollow} />
          <BalancerNode layout={layout} />
          {layout.cdn && CdnNode && <CdnNode box={layout.cdn} wide={layout.wide} />}
          <section aria-label={partName(t.server.title)}>
            <h2 className="visually-hidden">{t.server.title}</h2>
            <Cards layout={layout} followed={followed} onFollow={onFollow} />
            {layout.hidden > 0 && (
              <p
                className={css.hidden}
                style={{
                  left: layout.servers[0].box.x,
                  top: layout.wide ? layout.heightPx - 24 : layout.store.y - 26,
                }}
              >
                {t.server.hidden({ count: layout.hidden })}
              </p>
            )}
          </section>
          {zones && Zones && <Zones layout={layout} />}
          <StoreNode layout={layout} followed={followed} onFollow={onFollow} />
          <Requests layout={layout} followed={followed} theme={theme} pointing={pointing} />
          {Callout && <Callout layout={layout} />}
        </div>
      )}
    </div>
  );
}

function Cards({
  layout,
  followed,
  onFollow,
}: Pick<Props, 'followed' | 'onFollow'> & { layout: StageLayout }) {
  const servers = usePlayerState((s) => s.view.servers);
  const usesMemory = usePlayerState((s) => STRATEGIES[s.view.strategy].keeper === 'memory');
  return (
    <ul className={css.plain}>
      {layout.servers.map((place) => {
        const server = servers.find((s) => s.index === place.server);
        return (
          server && (
            <ServerCard
              key={place.server}
              place={place}
              server={server}
              size={layout.cardSize}
              wide={layout.wide}
              usesMemory={usesMemory}
              followed={followed}
              onFollow={onFollow}
            />
          )
        );
      })}
    </ul>
  );
}

/** The lanes, and a dock for every worker. */
function Scenery({ layout, followed }: { layout: StageLayout; followed: number }) {
  const usable = usePlayerState((s) => s.view.usable);
  const store = usePlayerState((s) => s.view.store);
  const servers = usePlayerState((s) => s.view.servers);
  const { cut, used: shared } = store;
  const zoneOf = (server: number) => servers.find((s) => s.index === server)?.zone;
  const home = usePlayerState((s) => s.view.people[followed]?.place ?? null);
  const followedInk = { stroke: `var(--ink-${followed})`, strokeWidth: 2.4 };
  return (
    <svg className={css.scenery} width={layout.widthPx} height={layout.heightPx} aria-hidden="true">
      {layout.curves.slice(0, layout.people.length + (layout.crowd ? 1 : 0)).map((curve, i) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its index
          key={i}
          d={pathOf(curve)}
          className={css.lane}
          style={i === followed ? followedInk : undefined}
        />
      ))}
      {layout.wide &&
        layout.columns === 1 &&
        layout.copyLanes
          .flat()
          .map((lane) => <path key={lane} d={pathOf(layout.curves[lane])} className={css.lane} />)}
      {layout.servers.map((place) => (
        <g key={place.server}>
          <path
            d={pathOf(layout.curves[place.lane])}
            className={css.lane}
            data-out={!usable.includes(place.server)}
            data-strong
            style={place.server === home ? followedInk : undefined}
          />
          {place.storeLanes.map((lane, node) => (
            <path
              key={lane}
              d={pathOf(layout.curves[lane])}
              className={css.lane}
              data-off={!shared}
              data-cut={cut && zoneOf(place.server) !== store.nodes[node]?.zone}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** The canvas with the moving requests, and the docks they are worked on at. */
function Requests({ layout, followed, theme, pointing }: Omit<Props, 'onFollow'> & { layout: StageLayout }) {
  const player = usePlayer();
  const calm = usePlayerState((s) => s.calm);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter | null>(null);
  const map = useMemo<SceneMap>(() => mapScene(layout, createLanes(layout.curves)), [layout]);
  const scene = useMemo(createScene, []);

  useEffect(() => {
    if (canvas.current === null || !pointing) return;
    return pointing(canvas.current, scene.marks);
  }, [pointing, scene]);
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    const created = createPainter(canvas.current);
    painter.current = created;
    return () => created.dispose();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `theme` stands for the colours read here
  useLayoutEffect(() => {
    if (canvas.current === null || painter.current === null) return;
    const style = getComputedStyle(canvas.current);
    const colours = readColours((name) => style.getPropertyValue(name).trim());
    const options = { followed, calm };
    return player.onFrame(
      paintFrames(painter.current, scene, map, colours, window.devicePixelRatio, options),
    );
  }, [player, map, scene, followed, calm, theme]);

  return (
    <div aria-hidden="true">
      <svg className={css.docks} width={layout.widthPx} height={layout.heightPx} aria-hidden="true">
        {layout.servers.flatMap(({ server, docks }) =>
          docks.map((dock, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a worker is its index
            <circle key={`${server}-${i}`} cx={dock.x} cy={dock.y} r={layout.markPx + 3.5} />
          )),
        )}
      </svg>
      <canvas ref={canvas} className={css.canvas} />
    </div>
  );
}

function useLayout(room: Room | null): StageLayout | null {
  // A string, so that the layout changes only when the cast does and not ten times a second.
  const cast = usePlayerState((s) => JSON.stringify(castOf(s.view)));
  return useMemo(() => (room === null ? null : layoutIn(room, JSON.parse(cast) as Cast)), [room, cast]);
}

function useSize(ref: React.RefObject<HTMLElement | null>) {
  const [size, setSize] = useState<Room | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const widthPx = Math.floor(element.clientWidth);
      const heightPx = Math.floor(element.clientHeight);
      // The style says whether the room is as high as its stage or the stage as its room.
      const given = getComputedStyle(element).getPropertyValue('--given-height') === '1';
      setSize((old) =>
        old?.widthPx === widthPx && old.heightPx === heightPx && old.given === given
          ? old
          : { widthPx, heightPx, given },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
