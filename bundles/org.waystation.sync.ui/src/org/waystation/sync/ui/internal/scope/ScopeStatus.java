package org.waystation.sync.ui.internal.scope;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.status.StatusItem;
import org.waystation.api.status.StatusText;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.SyncControl;
import org.waystation.api.sync.SyncFacts;

/** Status bar: what is taken along; empty while that is everything. */
@Component
public final class ScopeStatus implements StatusItem {

    private static final int ORDER = 20;

    private final RecordNavigator navigator;
    private final AutoCloseable following;
    private volatile StatusText text = new StatusText("", "", false);
    private volatile Runnable changed = () -> {};

    @Activate
    public ScopeStatus(@Reference SyncControl control, @Reference RecordNavigator navigator) {
        this.navigator = navigator;
        this.following = control.follow(Runnable::run, this::take);
    }

    private void take(SyncFacts facts) {
        text = says(facts);
        changed.run();
    }

    static StatusText says(SyncFacts facts) {
        if (!facts.wanted().isLimited() && !facts.changing()) {
            return new StatusText("", "", false);
        }
        String words = ScopeWords.of(facts.wanted());
        boolean possible =
                facts.capabilities().isEmpty() || facts.capabilities().contains(Backend.Capability.SCOPES);
        if (!possible) {
            return new StatusText("Scope: everything", "This server does not part its records.", false);
        }
        return facts.changing()
                ? new StatusText("Scope: changing to " + words, "Taken along so far: " + held(facts), false)
                : new StatusText("Scope: " + words, "What is taken along on this computer. Click to change it.", false);
    }

    private static String held(SyncFacts facts) {
        return facts.held().map(ScopeWords::of).orElse("nothing yet");
    }

    @Override
    public String id() {
        return "org.waystation.sync.scope";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public StatusText now() {
        return text;
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        changed = listener;
        return () -> changed = () -> {};
    }

    @Override
    public void press() {
        navigator.open(ScopeEditor.REF);
    }

    @Deactivate
    void close() throws Exception {
        following.close();
    }
}
