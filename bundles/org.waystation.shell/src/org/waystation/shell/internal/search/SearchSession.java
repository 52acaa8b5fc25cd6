package org.waystation.shell.internal.search;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;

/**
 * Asks all providers for one typed text, each on a worker thread. Results in time stand in the order of the groups;
 * once {@link #settled} was called, what is on the screen keeps its place and later results come below it; where
 * nothing is on it yet, nobody is late. A cancelled
 * session takes no more results.
 */
final class SearchSession {

    private static final Logger LOG = System.getLogger(SearchSession.class.getName());

    private final String text;
    private final List<Answer> answers = new ArrayList<>();
    private final Runnable changed;
    private volatile boolean cancelled;
    private boolean settled;

    private static final class Answer {
        private final SearchProvider provider;
        private final List<SearchHit> inTime = new ArrayList<>();
        private final List<SearchHit> late = new ArrayList<>();
        private boolean done;
        private boolean more;

        Answer(SearchProvider provider) {
            this.provider = provider;
        }
    }

    /**
     * @param changed called on worker threads after there is something new to show
     */
    SearchSession(String text, List<SearchProvider> providers, Runnable changed) {
        this.text = text;
        this.changed = changed;
        providers.stream()
                .sorted(Comparator.comparingInt(SearchProvider::order).thenComparing(SearchProvider::group))
                .forEach(provider -> answers.add(new Answer(provider)));
    }

    /**
     * @param limit most results wanted of each provider
     */
    void start(Lanes lanes, int limit) {
        answers.forEach(answer -> lanes.run(answer.provider.group(), () -> ask(answer, limit)));
    }

    void cancel() {
        cancelled = true;
    }

    String text() {
        return text;
    }

    /** From now on results come below what there is. */
    synchronized void settled() {
        settled = true;
    }

    synchronized boolean done() {
        return answers.stream().allMatch(answer -> answer.done);
    }

    /** What there is by now; groups without results are left out. */
    synchronized List<ResultGroup> groups() {
        List<ResultGroup> groups = new ArrayList<>();
        answers.forEach(answer -> add(groups, answer, answer.inTime, false));
        answers.forEach(answer -> add(groups, answer, answer.late, true));
        return groups;
    }

    private static void add(List<ResultGroup> groups, Answer answer, List<SearchHit> hits, boolean late) {
        if (!hits.isEmpty()) {
            boolean more = answer.more && (late || answer.late.isEmpty());
            groups.add(new ResultGroup(answer.provider.group(), answer.provider.order(), hits, more, late));
        }
    }

    private void ask(Answer answer, int limit) {
        try {
            if (!cancelled) {
                answer.provider.search(text, limit + 1, () -> cancelled, hit -> take(answer, hit, limit));
            }
        } catch (RuntimeException e) {
            // One provider that fails takes neither the others nor the sheet with it.
            LOG.log(Level.WARNING, "Search in " + answer.provider.group() + " failed", e);
        } finally {
            finish(answer);
        }
    }

    private void take(Answer answer, SearchHit hit, int limit) {
        synchronized (this) {
            if (cancelled) {
                return;
            }
            if (answer.inTime.size() + answer.late.size() >= limit) {
                answer.more = true;
                return;
            }
            (settled && somethingStands() ? answer.late : answer.inTime).add(hit);
        }
        changed.run();
    }

    private boolean somethingStands() {
        return answers.stream().anyMatch(answer -> !answer.inTime.isEmpty());
    }

    private void finish(Answer answer) {
        synchronized (this) {
            answer.done = true;
            if (cancelled) {
                return;
            }
        }
        changed.run();
    }
}
