/** What a lesson is: moments of runs with a few sentences each. */
import type { Intervention } from '../engine/intervention.ts';
import type { ScenarioId } from '../scenarios/library/index.ts';

export interface Step {
  /** Key of the step's words. */
  id: string;
  /** What has been done to the run up to the end of this step. */
  interventions: readonly Intervention[];
  /** The step plays from here … */
  fromMs: number;
  /** … to here, and this is the moment it stands for. */
  toMs: number;
  /** Simulated seconds per wall second while it plays. */
  speed: number;
}

export interface Lesson {
  id: string;
  scenario: ScenarioId;
  seed: number;
  steps: readonly Step[];
}

export interface StepWords {
  title: string;
  /** Paragraphs. */
  text: string[];
}

export interface LessonWords {
  title: string;
  steps: Record<string, StepWords>;
}
