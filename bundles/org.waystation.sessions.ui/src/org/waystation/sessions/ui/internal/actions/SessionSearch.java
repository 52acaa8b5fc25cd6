package org.waystation.sessions.ui.internal.actions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionRecord;
import org.waystation.api.session.SessionService;

/** Finds sessions, open ones first, by their machine. */
@Component(service = SearchProvider.class)
public final class SessionSearch implements SearchProvider {

    private static final int LOOKED_AT = 500;

    private final SessionService sessions;
    private final RecordNavigator navigator;

    @Activate
    public SessionSearch(@Reference SessionService sessions, @Reference RecordNavigator navigator) {
        this.sessions = sessions;
        this.navigator = navigator;
    }

    @Override
    public String group() {
        return "Sessions";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        String wanted = text.toLowerCase(Locale.ROOT);
        int found = 0;
        for (RemoteSession open : sessions.open()) {
            String title = open.request().title();
            if (found < limit && matches(wanted, title, open.request().target().address())) {
                results.accept(hit(
                        open.id(), title, "open  ·  " + open.request().target().address()));
                found++;
            }
        }
        for (SessionRecord past : past()) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            if (found < limit && matches(wanted, past.title(), past.address())) {
                results.accept(hit(past.id(), past.title(), past.address()));
                found++;
            }
        }
    }

    private List<SessionRecord> past() {
        try {
            return sessions.past(Optional.empty(), LOOKED_AT)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            return List.of(); // the store is closed
        }
    }

    private static boolean matches(String wanted, String title, String address) {
        return title.toLowerCase(Locale.ROOT).contains(wanted) || address.contains(wanted);
    }

    private SearchHit hit(java.util.UUID id, String title, String detail) {
        RecordRef ref = new RecordRef(SessionService.KIND, id);
        return new SearchHit(id.toString(), title, detail, "session", Optional.empty(), () -> navigator.open(ref))
                .of(ref);
    }
}
