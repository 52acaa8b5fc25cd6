package org.waystation.shell.internal.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notification.Action;
import org.waystation.api.notify.Notifications;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginFault;
import org.waystation.api.plugins.PluginFaultListener;
import org.waystation.api.plugins.Plugins;
import org.waystation.shell.widgets.CopiedText;

/** Tells the technician which plug-in did something wrong, and offers what can be done. */
@Component(service = {PluginFaultListener.class, FaultNotices.class})
public final class FaultNotices implements PluginFaultListener {

    static final String GROUP = "Plug-ins";

    private final Notifications notifications;

    /** At most one; the host comes later than this does. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<Plugins> hosts = new CopyOnWriteArrayList<>();

    @Activate
    public FaultNotices(@Reference Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void fault(PluginFault fault) {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action("Copy report", () -> CopiedText.copy(fault.evidence())));
        disabling(fault.plugin()).ifPresent(disable -> actions.add(new Action("Disable", disable)));
        notifications.show(new Notification(
                Notification.Level.WARNING,
                GROUP,
                "fault." + fault.plugin().id(),
                "The plug-in “" + fault.plugin().name() + "” made a mistake",
                cut(fault.what()) + ". Everything else goes on, your work is safe.",
                actions));
    }

    /** Switches a plug-in off; empty where there is no host. */
    public Optional<Runnable> disabling(PluginDescription plugin) {
        return hosts.stream().findFirst().map(host -> () -> host.disable(plugin.id()));
    }

    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }
}
