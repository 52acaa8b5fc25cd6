package org.waystation.api.companies;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.domain.Company;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/**
 * Companies as they are held here. Every method returns at once; an edit is durable and queued for the server when its
 * stage completes, and ends with an {@link org.waystation.api.tickets.InvalidEditException} where a value was refused.
 */
@ProviderType
public interface CompanyService {

    /** The companies of a query while they are on screen. */
    LiveList<CompanyRow> query(CompanyQuery query, Executor deliverOn);

    /** One company as it is now; empty where it is not held here. */
    CompletionStage<Optional<Company>> find(UUID companyId);

    /** One company while it is on screen; empty where it is not held here. */
    LiveValue follow(UUID companyId, Executor deliverOn, Consumer<Optional<CompanyView>> subscriber);

    /**
     * Changes a company, contact or site.
     *
     * @param fields by name in their form on the wire; null takes the value away
     */
    CompletionStage<Void> change(RecordRef record, Map<String, @Nullable Object> fields);

    /**
     * Makes a contact or a site of a company.
     *
     * @param kind {@link EntityKind#CONTACT} or {@link EntityKind#SITE}
     * @param fields by name in their form on the wire; {@code name} is needed
     */
    CompletionStage<UUID> add(UUID companyId, EntityKind kind, Map<String, @Nullable Object> fields);

    /**
     * Whether companies, contacts or sites are changed and made here. Where the server takes them from elsewhere an edit is
     * refused, so it is not to be offered.
     */
    default boolean takes(EntityKind kind) {
        return true;
    }

    /** Which company a record is about: itself, or the one it names; empty where there is none. */
    CompletionStage<Optional<UUID>> companyOf(RecordRef record);

    /**
     * Somebody begins to work at a record's company, such as by opening a ticket. A visit lasts as long as one comes back
     * within eight hours; another note begins another one.
     *
     * @return what is to be known before; empty where there is nothing
     */
    CompletionStage<Optional<Visit>> visit(RecordRef record);
}
