package org.waystation.shell.internal.keys;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.bindings.EBindingService;
import org.eclipse.e4.ui.bindings.keys.KeyBindingDispatcher;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** Shares the keys between the commands that can be executed now and the control that has the focus. */
public final class KeysAddon {

    private final Display display;
    private final MApplication application;
    private @Nullable FreeKeys keys;

    @Inject
    public KeysAddon(Display display, MApplication application) {
        this.display = display;
        this.application = application;
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) org.osgi.service.event.Event event) {
        KeyBindingDispatcher dispatcher = application.getContext().get(KeyBindingDispatcher.class);
        if (dispatcher != null && keys == null) {
            keys = new FreeKeys(display, dispatcher, this::idle);
            keys.install();
        }
    }

    @PreDestroy
    void stop() {
        if (keys != null) {
            keys.remove();
        }
    }

    private boolean idle(Event event) {
        boolean modified = (event.stateMask & (SWT.MOD1 | SWT.MOD3)) != 0;
        if (!modified || (event.keyCode & SWT.MODIFIER_MASK) != 0 && (event.keyCode & SWT.KEYCODE_BIT) != 0) {
            return false;
        }
        IEclipseContext context = application.getContext().getActiveLeaf();
        EBindingService bindings = context.get(EBindingService.class);
        EHandlerService handlers = context.get(EHandlerService.class);
        if (bindings == null || handlers == null) {
            return false;
        }
        KeyStroke stroke =
                SWTKeySupport.convertAcceleratorToKeyStroke(SWTKeySupport.convertEventToUnmodifiedAccelerator(event));
        Binding binding = bindings.getPerfectMatch(KeySequence.getInstance(stroke));
        ParameterizedCommand command = binding == null ? null : binding.getParameterizedCommand();
        return command != null && !handlers.canExecute(command);
    }
}
