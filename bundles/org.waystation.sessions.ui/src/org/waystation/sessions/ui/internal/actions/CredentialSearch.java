package org.waystation.sessions.ui.internal.actions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.api.vault.Credential;
import org.waystation.api.vault.CredentialVault;
import org.waystation.sessions.ui.internal.parts.CredentialsPart;

/** Finds credentials by what they are called; nothing of a secret is looked at or shown. */
@Component(service = SearchProvider.class)
public final class CredentialSearch implements SearchProvider {

    private static final int ORDER = 600;

    private final CredentialVault vault;
    private final IWorkbench workbench;

    @Activate
    public CredentialSearch(@Reference CredentialVault vault, @Reference IWorkbench workbench) {
        this.vault = vault;
        this.workbench = workbench;
    }

    @Override
    public String group() {
        return "Credentials";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        String wanted = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return;
        }
        held().stream()
                .filter(credential -> credential.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .takeWhile(credential -> !cancelled.getAsBoolean())
                .forEach(credential -> results.accept(hit(credential)));
    }

    private List<Credential> held() {
        try {
            return vault.list(Optional.empty()).toCompletableFuture().join();
        } catch (CompletionException e) {
            return List.of(); // the store is closed
        }
    }

    private SearchHit hit(Credential credential) {
        return new SearchHit(
                credential.id().toString(),
                credential.name(),
                "",
                "key",
                Optional.empty(),
                () -> show(credential.id()));
    }

    /** In the tool window, since a credential has no page of its own. */
    private void show(UUID credential) {
        EPartService parts =
                workbench.getApplication().getChildren().getFirst().getContext().get(EPartService.class);
        MPart window = parts.showPart(CredentialsPart.ID, PartState.ACTIVATE);
        if (window != null && window.getObject() instanceof CredentialsPart part) {
            part.select(credential);
        }
    }
}
