package org.waystation.plugins.ui.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.plugins.ContributionLedger;

/** Undoes a plug-in's part of the application model, on the UI thread. Before there is a window there is nothing to undo. */
@Component
public final class ModelLedger implements ContributionLedger {

    /** Of the departure that is under way; the host has one at a time. */
    private ForgottenObjects forgotten = new ForgottenObjects();

    private final AtomicReference<@Nullable IWorkbench> workbench = new AtomicReference<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setWorkbench(IWorkbench service) {
        workbench.set(service);
    }

    void unsetWorkbench(IWorkbench service) {
        workbench.compareAndSet(service, null);
    }

    @Override
    public List<String> withdraw(Set<String> bundles) {
        forgotten = new ForgottenObjects();
        return onModel(application -> new ModelUndo(application, bundles, forgotten).undo());
    }

    @Override
    public List<String> leftover(Set<String> bundles) {
        onModel(application -> {
            new SavedFocus(application.getContext().get(Display.class)).renew();
            return List.of();
        });
        forgotten.collect();
        return onModel(application -> {
            new PlatformCaches(bundles).forget();
            List<String> left = new ArrayList<>(new ModelSearch(application, bundles).ids());
            left.addAll(forgotten.release());
            return left;
        });
    }

    private interface Work {
        List<String> on(MApplication application);
    }

    private List<String> onModel(Work work) {
        IWorkbench present = workbench.get();
        if (present == null) {
            return List.of();
        }
        MApplication application = present.getApplication();
        FutureTask<List<String>> task = new FutureTask<>(() -> work.on(application));
        application.getContext().get(UISynchronize.class).syncExec(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The application model could not be put back", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
