package org.waystation.companies.ui.internal.actions;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.companies.CompanyService;
import org.waystation.api.domain.Company;
import org.waystation.api.record.EntityKind;
import org.waystation.shell.frame.RecordTitles;

/** Says what a company is called before its editor is made. */
@Component(service = RecordTitles.class)
public final class CompanyTitles implements RecordTitles {

    private static final int MOST_SECONDS = 2;

    private final CompanyService companies;

    @Activate
    public CompanyTitles(@Reference CompanyService companies) {
        this.companies = companies;
    }

    @Override
    public EntityKind kind() {
        return EntityKind.COMPANY;
    }

    @Override
    public Optional<String> title(UUID id) {
        return companies
                .find(id)
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> Optional.empty())
                .join()
                .map(Company::name);
    }
}
