package org.waystation.shell.internal.work;

/**
 * Work under way, as the status bar shows it.
 *
 * @param total 0 while it is not known
 * @param cancel asks it to stop
 */
public record RunningWork(long id, String owner, String title, long done, long total, Runnable cancel) {

    /** Percent done, or -1 while that is not known. */
    public int percent() {
        return total <= 0 ? -1 : (int) Math.clamp(done * 100 / total, 0, 100);
    }
}
