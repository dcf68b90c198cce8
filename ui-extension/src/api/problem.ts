import type { PartialPlan } from './migration';
import type { Refusal } from './types';

/** An answer that is not a success, as the engine's problem detail (RFC 9457) describes it. */
export class Problem extends Error {
  readonly status: number;
  readonly refusals: readonly Refusal[];
  /** What was planned before it was refused, when there was anything. */
  readonly plan: PartialPlan | undefined;

  constructor(status: number, message: string, refusals: readonly Refusal[] = [], plan?: PartialPlan) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.refusals = refusals;
    this.plan = plan;
  }
}

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly refusals?: readonly Refusal[];
  readonly plan?: PartialPlan;
}

/** Reads a failed answer; one without a problem detail (a proxy's, say) is still named by its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const fallback = `The engine answered ${response.status} ${response.statusText}`.trimEnd();
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) {
    return new Problem(response.status, fallback);
  }
  const body = (await response.json()) as ProblemBody;
  return new Problem(response.status, body.detail ?? body.title ?? fallback, body.refusals, body.plan);
}

/** What a thrown value says to a person. */
export function messageOf(error: unknown): string {
  if (error instanceof Problem) {
    return error.message;
  }
  if (error instanceof TypeError) {
    return `The engine cannot be reached (${error.message})`;
  }
  return error instanceof Error ? error.message : String(error);
}
