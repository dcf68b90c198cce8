import type { PartialPlan } from './migration';
import type { Refusal } from './types';

/** One thing that is wrong with a datacenter.cfg; line and column from 1. */
export interface CfgError {
  readonly line: number;
  readonly column: number;
  /** The offending text, cut with an ellipsis if it is long. */
  readonly found: string;
  readonly needed: string;
}

/** An answer that is not a success, as the engine's problem detail (RFC 9457) describes it. */
export class Problem extends Error {
  readonly status: number;
  readonly refusals: readonly Refusal[];
  /** What was planned before it was refused, when there was anything. */
  readonly plan: PartialPlan | undefined;
  /** What is wrong with the datacenter.cfg that was sent. */
  readonly cfgErrors: readonly CfgError[];
  /** Whether it is the token that the engine does not take: a wrong password is a 401 too. */
  readonly tokenRejected: boolean;

  constructor(status: number, message: string, more: Partial<ProblemBody> = {}, tokenRejected = false) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.refusals = more.refusals ?? [];
    this.plan = more.plan;
    this.cfgErrors = more.errors ?? [];
    this.tokenRejected = tokenRejected;
  }
}

interface ProblemBody {
  readonly title: string;
  readonly detail: string;
  readonly refusals: readonly Refusal[];
  readonly plan: PartialPlan;
  readonly errors: readonly CfgError[];
}

/** Reads a failed answer; one without a problem detail (a proxy's, say) is still named by its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const fallback = `The engine answered ${response.status} ${response.statusText}`.trimEnd();
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) {
    return new Problem(response.status, fallback);
  }
  const body = (await response.json()) as Partial<ProblemBody>;
  const tokenRejected = response.status === 401 && response.headers.has('WWW-Authenticate');
  return new Problem(response.status, body.detail ?? body.title ?? fallback, body, tokenRejected);
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
