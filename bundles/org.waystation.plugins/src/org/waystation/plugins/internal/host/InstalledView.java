package org.waystation.plugins.internal.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginState;
import org.waystation.plugins.internal.host.RunPlan.Idle;
import org.waystation.plugins.internal.store.InstalledState;
import org.waystation.plugins.internal.store.PluginRecord;
import org.waystation.plugins.internal.trust.Policy;

/** What is installed, as shown to people. */
final class InstalledView {

    private InstalledView() {}

    static List<InstalledPlugin> of(
            InstalledState state, RunPlan plan, Map<String, RunningPlugin> running, Policy policy) {
        List<InstalledPlugin> plugins = new ArrayList<>();
        for (PluginRecord plugin : state.byId()) {
            boolean forced = policy.forces(plugin.id());
            Idle idle = plan.others().get(plugin.id());
            RunningPlugin present = running.get(plugin.id());
            plugins.add(present == null ? idle(plugin, idle, forced) : present(plugin, present, forced));
        }
        plugins.sort(Comparator.comparing(p -> p.description().name()));
        return List.copyOf(plugins);
    }

    private static InstalledPlugin idle(PluginRecord plugin, @Nullable Idle idle, boolean forced) {
        PluginState state = idle == null ? PluginState.FAILED : idle.state();
        String reason = idle == null ? "" : idle.reason();
        return new InstalledPlugin(plugin.description(), plugin.publisher(), state, reason, Optional.empty(), forced);
    }

    private static InstalledPlugin present(PluginRecord plugin, RunningPlugin present, boolean forced) {
        boolean failed = present.failure().isPresent();
        return new InstalledPlugin(
                plugin.description(),
                plugin.publisher(),
                failed ? PluginState.FAILED : PluginState.ACTIVE,
                present.failure().orElse(""),
                failed ? Optional.empty() : Optional.of(present.activation()),
                forced);
    }
}
