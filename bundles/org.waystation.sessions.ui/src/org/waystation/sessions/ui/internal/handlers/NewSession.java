package org.waystation.sessions.ui.internal.handlers;

import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.waystation.sessions.ui.internal.SessionDesks;
import org.waystation.sessions.ui.internal.session.ConnectSheet;

/** Opens the sheet for a session of no company. */
public final class NewSession {

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, SessionDesks desks) {
        desks.whenReady(desk -> new ConnectSheet(shell, desk, Optional.empty()).open());
    }
}
