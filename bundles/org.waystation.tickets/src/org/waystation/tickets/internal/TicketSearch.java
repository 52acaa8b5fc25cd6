package org.waystation.tickets.internal;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.api.tickets.TicketRow;
import org.waystation.store.StoreException;
import org.waystation.store.TicketIndex;
import org.waystation.store.edit.Me;

/** Tickets in Search Everywhere. */
@Component(service = SearchProvider.class)
public final class TicketSearch implements SearchProvider {

    private static final int ORDER = 20;

    private final TicketIndex index;
    private final Me me;
    private final RecordNavigator navigator;

    @Activate
    public TicketSearch(@Reference TicketIndex index, @Reference Me me, @Reference RecordNavigator navigator) {
        this.index = index;
        this.me = me;
        this.navigator = navigator;
    }

    @Override
    public String group() {
        return "Tickets";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        if (text.isBlank() || cancelled.getAsBoolean()) {
            return;
        }
        try {
            for (TicketRow row : index.search(bare(text), limit, me.id())) {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                results.accept(hit(row).exactIf(isNumber(row, bare(text))));
            }
        } catch (StoreException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** A number is typed as people write it, with or without its sign. */
    private static String bare(String text) {
        return text.startsWith("#") ? text.substring(1) : text;
    }

    private static boolean isNumber(TicketRow row, String text) {
        return row.number().map(String::valueOf).filter(text::equals).isPresent();
    }

    private SearchHit hit(TicketRow row) {
        String number = row.number().map(known -> "#" + known + " ").orElse("");
        RecordRef ref = new RecordRef(EntityKind.TICKET, row.id());
        return new SearchHit(
                        row.id().toString(),
                        number + row.subject(),
                        row.companyName(),
                        "ticket",
                        Optional.empty(),
                        () -> navigator.open(ref))
                .of(ref);
    }
}
