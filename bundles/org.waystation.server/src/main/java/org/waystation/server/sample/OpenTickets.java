package org.waystation.server.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Which tickets are still to be done, and by whom. Newer ones are open more often. */
final class OpenTickets {

    /** So many are the signed-in technician's, the ones told exactly among them. */
    static final int MINE = 37;

    private static final int SPREAD = 3;
    private static final int UNASSIGNED_PERCENT = 12;

    private final Map<Integer, Optional<SampleUser>> assignees = new HashMap<>();

    /**
     * @param told places of the tickets that are told exactly; they are open, and the technician's
     */
    OpenTickets(SamplePlan plan, SampleStaff staff, List<Integer> told, SplittableRandom random) {
        int window = Math.min(plan.tickets(), plan.openTickets() * SPREAD);
        TreeSet<Integer> open = new TreeSet<>();
        while (open.size() < plan.openTickets() - told.size()) {
            double draw = random.nextDouble();
            int place = plan.tickets() - 1 - (int) (window * draw * draw * draw);
            if (!told.contains(place)) {
                open.add(place);
            }
        }
        List<Integer> places = new ArrayList<>(open);
        int every = places.size() / (MINE - told.size());
        List<SampleUser> others =
                staff.technicians().subList(1, staff.technicians().size());
        int mine = told.size();
        for (int i = 0; i < places.size(); i++) {
            if (i % every == 0 && mine < MINE) {
                assignees.put(places.get(i), Optional.of(staff.technician()));
                mine++;
            } else if (random.nextInt(100) < UNASSIGNED_PERCENT) {
                assignees.put(places.get(i), Optional.empty());
            } else {
                assignees.put(places.get(i), Optional.of(others.get(random.nextInt(others.size()))));
            }
        }
    }

    boolean isOpen(int place) {
        return assignees.containsKey(place);
    }

    /** Who has it; only for open ones. */
    Optional<SampleUser> assignee(int place) {
        return assignees.get(place);
    }
}
