package org.waystation.product.internal.lock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.waystation.api.settings.Settings;
import org.waystation.vault.KeyVault;
import org.waystation.vault.LockSettings;

/** Locks once nothing was pressed and the pointer did not move for as long as the setting says. */
public final class IdleLock {

    private static final int[] SIGNS_OF_LIFE = {SWT.KeyDown, SWT.MouseDown, SWT.MouseMove, SWT.MouseWheel};

    /** A setting that was made shorter counts after this at the latest. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final Display display;
    private final KeyVault vault;
    private final Settings settings;
    private final IdleTime idle = new IdleTime(System::nanoTime);
    private final Listener life = event -> idle.pressed();

    @Inject
    public IdleLock(Display display, KeyVault vault, @Service Settings settings) {
        this.display = display;
        this.vault = vault;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        for (int type : SIGNS_OF_LIFE) {
            display.addFilter(type, life);
        }
        look();
    }

    private void look() {
        Duration limit = Duration.ofMinutes(settings.amount(LockSettings.IDLE));
        if (idle.reached(limit) && vault.state() == KeyVault.State.UNLOCKED) {
            vault.lock();
            idle.pressed();
        }
        Duration pause = idle.left(limit);
        long millis = Math.clamp(pause.toMillis(), 1_000, LOOK_AGAIN.toMillis());
        display.timerExec((int) millis, this::look);
    }

    @PreDestroy
    void stop() {
        if (!display.isDisposed()) {
            for (int type : SIGNS_OF_LIFE) {
                display.removeFilter(type, life);
            }
        }
    }
}
