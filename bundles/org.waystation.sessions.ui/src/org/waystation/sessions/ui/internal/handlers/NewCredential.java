package org.waystation.sessions.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.waystation.sessions.ui.internal.SessionDesks;
import org.waystation.sessions.ui.internal.vault.CredentialSheet;

/** Opens the sheet for a new credential. */
public final class NewCredential {

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, SessionDesks desks) {
        desks.whenReady(desk -> new CredentialSheet(shell, desk, null).open());
    }
}
