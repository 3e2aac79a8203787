export type Frame = { kind: string; topic?: string; version?: number; state?: unknown };

/** What one watcher saw, kept as a browser keeps it: the newest state of each topic, older ones dropped. */
export class Sightings {
  readonly kind: string;
  readonly topics: readonly string[];
  readonly newest = new Map<string, { version: number; state: unknown }>();
  frames = 0;
  resumes = 0;
  resets = 0;
  /** Frames that told nothing new: repeated by a resume, or overtaken by its snapshot. */
  suppressed = 0;
  /** Two frames of one version of a topic that differ: at most one of them is true. */
  readonly contradictions: string[] = [];

  constructor(kind: string, topics: readonly string[]) {
    this.kind = kind;
    this.topics = topics;
  }

  see(frame: Frame): void {
    if (frame.kind === "reset") this.resets++;
    if (frame.topic === undefined || frame.version === undefined) return;
    this.frames++;
    const known = this.newest.get(frame.topic);
    if (known && frame.version <= known.version) {
      this.suppressed++;
      if (frame.version === known.version) this.#compare(frame.topic, known, frame.state);
      return;
    }
    this.newest.set(frame.topic, { version: frame.version, state: frame.state });
  }

  /** Stock alone: what a cart shows depends on the stock of the moment, too. */
  #compare(topic: string, { version, state }: { version: number; state: unknown }, other: unknown) {
    const [one, two] = [availableIn(state), availableIn(other)];
    if (topic.startsWith("stock:") && one !== two)
      this.contradictions.push(`${topic} version ${version} had ${one} and ${two}`);
  }
}

function availableIn(state: unknown): number | undefined {
  return (state as { available?: number } | null)?.available;
}
