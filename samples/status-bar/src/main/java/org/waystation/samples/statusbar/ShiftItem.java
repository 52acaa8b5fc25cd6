package org.waystation.samples.statusbar;

import java.time.Clock;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.status.StatusItem;
import org.waystation.api.status.StatusText;

/** Says which shift it is; painted by the shell. */
@Component
public final class ShiftItem implements StatusItem {

    private static final LocalTime EARLY = LocalTime.of(6, 0);
    private static final LocalTime LATE = LocalTime.of(14, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private final Clock clock;

    @Activate
    public ShiftItem() {
        this(Clock.systemDefaultZone());
    }

    ShiftItem(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "org.waystation.samples.statusbar.shift";
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public StatusText now() {
        LocalTime time = LocalTime.now(clock);
        boolean night = time.isBefore(EARLY) || !time.isBefore(NIGHT);
        String shift = night ? "Night shift" : time.isBefore(LATE) ? "Early shift" : "Late shift";
        return new StatusText(shift, "Shifts begin at 6, 14 and 22 o'clock", false);
    }

    /** What it says follows from the clock; nobody is told, and the shell asks again when it paints anew. */
    @Override
    public AutoCloseable listen(Runnable changed) {
        return () -> {};
    }
}
