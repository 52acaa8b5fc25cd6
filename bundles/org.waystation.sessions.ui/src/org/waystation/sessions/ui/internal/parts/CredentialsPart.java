package org.waystation.sessions.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.sessions.ui.internal.SessionDesks;
import org.waystation.sessions.ui.internal.vault.CredentialList;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;

/** Tool window: the credentials of this profile. */
public final class CredentialsPart {

    /** The id of its part in the model. */
    public static final String ID = "org.waystation.sessions.vault";

    private final SessionDesks desks;
    private @Nullable CredentialList list;

    @Inject
    public CredentialsPart(SessionDesks desks) {
        this.desks = desks;
    }

    @PostConstruct
    void create(Composite parent) {
        Panel panel = new Panel(parent, desks.look(), Tone.PANEL);
        panel.setLayout(new FillLayout());
        desks.whenReady(desk -> {
            if (!panel.isDisposed()) {
                list = new CredentialList(panel, desk);
                panel.layout();
            }
        });
    }

    /** Selects a credential, once they are listed. */
    public void select(UUID credential) {
        desks.whenReady(desk -> {
            if (list != null && !list.isDisposed()) {
                list.select(credential);
            }
        });
    }

    @PreDestroy
    void close() {
        list = null;
    }

    @Focus
    void focus() {
        if (list != null && !list.isDisposed()) {
            list.setFocus();
        }
    }
}
