import { SingleBar } from "cli-progress";

export type Progress = {
  update(done: number, total: number, note?: string): void;
  stop(): void;
};

/** A bar in a terminal; elsewhere a plain line for every tenth that is done, so that logs stay short. */
export function showProgress(name: string, out: NodeJS.WriteStream = process.stderr): Progress {
  return out.isTTY ? bar(name, out) : lines(name, out);
}

function bar(name: string, stream: NodeJS.WriteStream): Progress {
  const single = new SingleBar({
    format: `  ${name} {bar} {percentage}% {note}`,
    barCompleteChar: "━",
    barIncompleteChar: "·",
    hideCursor: true,
    stream,
  });
  let isStarted = false;
  return {
    update(done, total, note = "") {
      if (!isStarted) single.start(total, done, { note });
      isStarted = true;
      single.setTotal(total);
      single.update(done, { note });
    },
    stop: () => single.stop(),
  };
}

function lines(name: string, out: NodeJS.WriteStream): Progress {
  let shown = -1;
  return {
    update(done, total, note = "") {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (tenth <= shown) return;
      shown = tenth;
      out.write(`  ${name} ${tenth * 10} % ${note}`.trimEnd() + "\n");
    },
    stop: () => {},
  };
}
