package org.waystation.companies.ui.internal.actions;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.companies.CompanyService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** From a ticket or an asset to its company. */
@Component(service = ContextAction.class)
public final class OpenCompany implements ContextAction {

    private static final int MOST_SECONDS = 2;

    private final CompanyService companies;
    private final RecordNavigator navigator;

    @Activate
    public OpenCompany(@Reference CompanyService companies, @Reference RecordNavigator navigator) {
        this.companies = companies;
        this.navigator = navigator;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET, EntityKind.ASSET);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return owner(record)
                .flatMap(company -> companies
                        .find(company)
                        .toCompletableFuture()
                        .completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                        .join())
                .map(company -> "Open " + company.name());
    }

    private Optional<UUID> owner(RecordRef record) {
        return companies
                .companyOf(record)
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void run(RecordRef record) {
        companies.companyOf(record).thenAccept(owner -> owner.ifPresent(this::open));
    }

    private void open(UUID company) {
        Display.getDefault().asyncExec(() -> navigator.open(new RecordRef(EntityKind.COMPANY, company)));
    }
}
