package org.waystation.server.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.domain.Visibility;
import org.waystation.server.operation.rules.StandardLevel;

/** Makes the ticket at each place. Every place has a random of its own, so one ticket does not depend on another. */
final class TicketMaker {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    /** Of very many tickets, those older than this keep only their first and last words, as after an archiving. */
    private static final Duration WHOLE = Duration.ofDays(90);

    private static final int MANY = 500_000;
    private static final List<AssetKind> SERVERS = List.of(AssetKind.SERVER, AssetKind.VIRTUAL_MACHINE);
    /** All that came is older than the newest of the tickets that are told exactly. */
    private static final Duration QUIET = Duration.ofMinutes(90);

    private final SamplePlan plan;
    private final SampleStaff staff;
    private final List<SampleCompany> companies;
    private final Numbers numbers;
    private final Timeline timeline;
    private final OpenTickets open;
    private final Map<Integer, Scenario> told = new HashMap<>();
    private final List<SampleCompany> companyDraw = new ArrayList<>();
    private final List<Scenario> scenarioDraw = new ArrayList<>();
    private final TicketWorkflow workflow = new TicketWorkflow();

    TicketMaker(SamplePlan plan, SampleStaff staff, List<SampleCompany> companies, SplittableRandom random) {
        this.plan = plan;
        this.staff = staff;
        this.companies = companies;
        this.numbers = new Numbers(plan);
        this.timeline = new Timeline(plan.time().minus(QUIET));
        for (SampleCompany company : companies) {
            companyDraw.addAll(Collections.nCopies(company.weight(), company));
        }
        for (Scenario scenario : ScenarioReader.read("scenarios.txt")) {
            scenarioDraw.addAll(Collections.nCopies(scenario.weight(), scenario));
        }
        List<Integer> stillOpen = new ArrayList<>();
        for (Scenario scenario : ScenarioReader.read("told.txt")) {
            int place = placeOf(Long.parseLong(scenario.options().get("number")));
            told.put(place, scenario);
            if (scenario.options().containsKey("due")) {
                stillOpen.add(place);
            }
        }
        this.open = new OpenTickets(plan, staff, stillOpen, random);
    }

    /** Numbers in the texts are those of the smallest plan. */
    private int placeOf(long number) {
        long wanted = number + plan.numberOffset();
        int place = Math.max(0, (int) (plan.tickets() - 1 - (numbers.last() - wanted)));
        while (place < plan.tickets() - 1 && numbers.at(place) < wanted) {
            place++;
        }
        return place;
    }

    SampleTicket make(int place) {
        SplittableRandom random = new SplittableRandom(plan.seed() * GOLDEN + place);
        Scenario scenario = told.getOrDefault(place, scenarioDraw.get(random.nextInt(scenarioDraw.size())));
        Map<String, String> exact = told.containsKey(place) ? scenario.options() : Map.of();
        SampleCompany company = exact.containsKey("company")
                ? companies.get(Integer.parseInt(exact.get("company")))
                : companyDraw.get(random.nextInt(companyDraw.size()));
        Priority priority =
                scenario.priorities().get(random.nextInt(scenario.priorities().size()));
        Course course = course(place, company, priority, exact, random);
        Optional<SampleUser> assignee = assignee(place, exact, random);
        return assemble(place, scenario, company, priority, course, assignee, exact, random);
    }

    private Course course(
            int place, SampleCompany company, Priority priority, Map<String, String> exact, SplittableRandom random) {
        Instant now = plan.time();
        if (exact.containsKey("due")) {
            return new Course(
                    new TicketStatus(exact.get("status")),
                    now.minus(Duration.parse(exact.get("age"))),
                    now.minus(Duration.parse(exact.get("updated"))),
                    now.plus(Duration.parse(exact.get("due"))));
        }
        Instant created = timeline.at((place + random.nextDouble()) / plan.tickets());
        Duration level = StandardLevel.of(priority, company.agreement()).resolution();
        return open.isOpen(place)
                ? Course.open(created, open.assignee(place).isPresent(), priority, now, random)
                : Course.done(created, level, now, random);
    }

    private Optional<SampleUser> assignee(int place, Map<String, String> exact, SplittableRandom random) {
        if (exact.containsKey("due")) {
            return Optional.of(staff.technician());
        }
        return open.isOpen(place)
                ? open.assignee(place)
                : Optional.of(staff.technicians()
                        .get(random.nextInt(staff.technicians().size())));
    }

    private SampleTicket assemble(
            int place,
            Scenario scenario,
            SampleCompany company,
            Priority priority,
            Course course,
            Optional<SampleUser> assignee,
            Map<String, String> exact,
            SplittableRandom random) {
        Scene scene = scene(place, scenario, company, assignee, exact, random);
        String subject = scenario.subjects()
                .get(random.nextInt(scenario.subjects().size()))
                .fill(scene);
        Conversation conversation =
                new Conversation(scene, staff, course, !company.agreement().equals(AgreementKind.MANAGED));
        Optional<Instant> answered = Optional.ofNullable(exact.get("responded"))
                .map(after -> course.created().plus(Duration.parse(after)));
        conversation.tell(steps(scenario, course, !exact.isEmpty(), random), answered);
        Optional<Instant> responded = conversation.respondedAt();
        StandardLevel level = StandardLevel.of(priority, company.agreement());
        boolean fromPerson = scenario.steps().getFirst().author() == Scenario.Author.PERSON;
        return new SampleTicket(
                SampleIds.make(course.created(), random),
                numbers.at(place),
                subject,
                company,
                fromPerson ? Optional.of(scene.person().id()) : Optional.empty(),
                scenario.devices().isEmpty()
                        ? Optional.empty()
                        : Optional.of(scene.device().id()),
                assignee.map(SampleUser::id),
                scenario.type(),
                scenario.origin(),
                scenario.source(),
                priority,
                course.status(),
                course.created(),
                course.updated(),
                responded,
                course.created().plus(level.response()),
                course.due(),
                course.isDone() ? Optional.of(course.updated()) : Optional.empty(),
                workflow.pausesClock(course.status()) ? Optional.of(course.updated()) : Optional.empty(),
                scenario.tags(),
                conversation.entries(),
                conversation.work());
    }

    private Scene scene(
            int place,
            Scenario scenario,
            SampleCompany company,
            Optional<SampleUser> assignee,
            Map<String, String> exact,
            SplittableRandom random) {
        SampleUser technician = assignee.orElse(staff.colleague());
        SampleUser colleague =
                staff.technicians().get(random.nextInt(staff.technicians().size()));
        if (colleague.equals(technician)) {
            colleague = technician.equals(staff.colleague()) ? staff.technician() : staff.colleague();
        }
        SampleCompany.Device device = exact.containsKey("device")
                ? company.devices().stream()
                        .filter(candidate -> candidate.name().equals(exact.get("device")))
                        .findFirst()
                        .orElseThrow()
                : company.device(scenario.devices(), random);
        long earlier = exact.containsKey("earlier")
                ? Long.parseLong(exact.get("earlier")) + plan.numberOffset()
                : numbers.at(Math.max(0, place - 1 - random.nextInt(900)));
        return new Scene(
                company,
                company.person(random),
                company.person(random),
                device,
                company.device(SERVERS, random),
                technician,
                exact.containsKey("due") ? staff.colleague() : colleague,
                earlier,
                scenario.named(),
                random);
    }

    /** What has been said by now. */
    private List<Scenario.Step> steps(Scenario scenario, Course course, boolean exact, SplittableRandom random) {
        List<Scenario.Step> all = scenario.steps();
        if (course.isDone()) {
            boolean archived = plan.tickets() >= MANY
                    && Duration.between(course.updated(), plan.time()).compareTo(WHOLE) > 0;
            return archived ? List.of(all.getFirst(), all.getLast()) : all;
        }
        List<Scenario.Step> before = all.stream().filter(step -> !step.last()).toList();
        if (exact || before.size() <= 1) {
            return before;
        }
        if (course.status().equals(TicketStatus.NEW)) {
            return before.subList(0, 1);
        }
        // Where we wait for somebody, somebody was asked: the customer sees what was said last.
        int told = 2 + random.nextInt(before.size() - 1);
        if (course.status().equals(TicketStatus.WAITING_CUSTOMER)) {
            while (told < before.size() && before.get(told - 1).visibility().equals(Visibility.INTERNAL)) {
                told++;
            }
        }
        return before.subList(0, Math.min(told, before.size()));
    }
}
