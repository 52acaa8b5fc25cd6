package org.waystation.plugins.internal.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.waystation.api.plugins.PluginDependency;
import org.waystation.api.plugins.PluginState;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.internal.store.InstalledState;
import org.waystation.plugins.internal.store.PluginRecord;
import org.waystation.plugins.internal.store.PluginRecord.Standing;
import org.waystation.plugins.internal.trust.Policy;
import org.waystation.plugins.internal.trust.TrustJudge;

/**
 * Which of the installed plug-ins shall run, and why the others shall not.
 *
 * @param wanted those needed by others first
 * @param others by id
 */
record RunPlan(List<PluginRecord> wanted, Map<String, Idle> others) {

    /** Why one does not run. */
    record Idle(PluginState state, String reason) {}

    /**
     * What decides.
     *
     * @param whole whether a plug-in's files are as they were verified
     * @param heldBack whether a plug-in is left out of this run
     */
    record Rules(Policy policy, TrustJudge judge, Predicate<PluginRecord> whole, Predicate<String> heldBack) {}

    static RunPlan of(InstalledState state, Rules rules) {
        Map<String, PluginRecord> able = new TreeMap<>();
        Map<String, Idle> others = new LinkedHashMap<>();
        for (PluginRecord plugin : state.byId()) {
            Optional<Idle> idle = idle(plugin, rules);
            idle.ifPresentOrElse(i -> others.put(plugin.id(), i), () -> able.put(plugin.id(), plugin));
        }
        dropThoseInNeed(able, others);
        List<PluginRecord> wanted = order(able).sorted().stream().map(able::get).toList();
        return new RunPlan(wanted, Map.copyOf(others));
    }

    private static Optional<Idle> idle(PluginRecord plugin, Rules rules) {
        Optional<Refusal> refusal =
                rules.judge().checkRun(plugin.description(), plugin.contentHash(), plugin.publisher());
        if (refusal.isPresent()) {
            return Optional.of(new Idle(PluginState.BLOCKED, refusal.get().sentence()));
        }
        if (!rules.whole().test(plugin)) {
            return Optional.of(new Idle(
                    PluginState.BLOCKED,
                    "Its file was altered or is missing. Remove the plug-in and install it again."));
        }
        if (rules.heldBack().test(plugin.id())) {
            return Optional.of(new Idle(PluginState.HELD_BACK, "Left out of this run."));
        }
        if (plugin.standing() == Standing.QUARANTINED) {
            return Optional.of(new Idle(PluginState.QUARANTINED, plugin.reason()));
        }
        if (plugin.standing() == Standing.DISABLED && !rules.policy().forces(plugin.id())) {
            return Optional.of(new Idle(PluginState.DISABLED, plugin.reason()));
        }
        return Optional.empty();
    }

    /** One that is left out takes those that need it along, until nothing changes any more. */
    private static void dropThoseInNeed(Map<String, PluginRecord> able, Map<String, Idle> others) {
        int before;
        do {
            before = able.size();
            DependencyOrder order = order(able);
            for (String id : new ArrayList<>(able.keySet())) {
                Optional<PluginDependency> missing = order.missing(id);
                if (missing.isPresent()) {
                    able.remove(id);
                    String reason = "It needs “%s”, which does not run."
                            .formatted(missing.get().id());
                    others.put(id, new Idle(PluginState.FAILED, reason));
                }
            }
        } while (able.size() < before);
    }

    private static DependencyOrder order(Map<String, PluginRecord> plugins) {
        return new DependencyOrder(
                plugins.values().stream().map(PluginRecord::description).toList());
    }
}
