package org.waystation.server.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.waystation.api.record.EntityKind;

/** Makes all sample data of a plan, always the same for the same plan. */
public final class SampleGenerator {

    private static final Duration HISTORY = Duration.ofDays(400);

    private final SamplePlan plan;
    private final Optional<MachineFacts> machine;

    /**
     * @param machine a real machine to be among the assets
     */
    public SampleGenerator(SamplePlan plan, Optional<MachineFacts> machine) {
        this.plan = plan;
        this.machine = machine;
    }

    /** Writes everything, what is referred to before what refers to it; returns how many of each kind. */
    public Map<EntityKind, Long> generate(SampleSink sink) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        Instant since = plan.time().minus(HISTORY);
        RecordMaker maker = new RecordMaker(sink);
        SampleStaff staff = new SampleStaff(since, random.split());
        staff.write(maker);
        Pools pools = new Pools("pools.txt");
        TeamMaker teams = new TeamMaker(staff, since, plan.seed());
        teams.write(maker);
        List<SampleCompany> companies = new CompanyMaker(plan, pools, maker, since, random.split()).make(machine);
        new ArticleMaker(maker, staff, plan.time(), plan.seed()).write(companies);
        TicketMaker tickets = new TicketMaker(plan, staff, companies, random.split());
        AssetHistory history =
                new AssetHistory(pools, maker, staff, new AuditTrail(maker, since, plan.seed()), plan.time());
        companies.forEach(history::writeOpen);
        TicketWriter writer = new TicketWriter(
                maker, new TicketExtras(pools, staff, teams), history, new SampleFiles(maker, sink::file));
        for (int place = 0; place < plan.tickets(); place++) {
            writer.write(tickets.make(place));
        }
        return maker.counts();
    }

    /** The highest ticket number in it. */
    public long lastNumber() {
        return new Numbers(plan).last();
    }
}
