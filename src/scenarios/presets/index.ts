/** Every preset. A new one is a file and a line here. */
import { awsAlb } from './awsAlb.ts';
import { haproxy } from './haproxy.ts';
import { kubernetes } from './kubernetes.ts';
import { nginx } from './nginx.ts';
import type { Preset } from './preset.ts';

export const PRESETS: readonly Preset[] = [nginx, haproxy, awsAlb, kubernetes];
