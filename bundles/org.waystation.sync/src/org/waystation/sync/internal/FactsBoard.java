package org.waystation.sync.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.waystation.api.sync.Backend.Capability;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncFacts.Check;
import org.waystation.api.sync.SyncScope;

/** Holds what was decided and what is known of the copy, and tells it to whoever follows. */
final class FactsBoard {

    private final Told<SyncFacts> facts =
            new Told<>(new SyncFacts(SyncScope.everything(), Optional.empty(), false, Optional.empty(), Set.of(), 0));

    AutoCloseable follow(Executor deliverOn, Consumer<SyncFacts> listener) {
        return facts.listen(deliverOn, listener);
    }

    boolean isPaused() {
        return facts.value().paused();
    }

    void wanted(SyncScope scope) {
        facts.update(
                now -> new SyncFacts(scope, now.held(), now.paused(), now.check(), now.capabilities(), now.reports()));
    }

    void held(SyncScope scope) {
        facts.update(now -> new SyncFacts(
                now.wanted(), Optional.of(scope), now.paused(), now.check(), now.capabilities(), now.reports()));
    }

    void paused(boolean paused) {
        facts.update(
                now -> new SyncFacts(now.wanted(), now.held(), paused, now.check(), now.capabilities(), now.reports()));
    }

    void checked(Check check) {
        facts.update(now -> new SyncFacts(
                now.wanted(), now.held(), now.paused(), Optional.of(check), now.capabilities(), now.reports()));
    }

    void server(Set<Capability> capabilities) {
        facts.update(
                now -> new SyncFacts(now.wanted(), now.held(), now.paused(), now.check(), capabilities, now.reports()));
    }

    void reported() {
        facts.update(now -> new SyncFacts(
                now.wanted(), now.held(), now.paused(), now.check(), now.capabilities(), now.reports() + 1));
    }
}
