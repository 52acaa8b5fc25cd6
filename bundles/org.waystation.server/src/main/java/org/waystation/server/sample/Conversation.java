package org.waystation.server.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the steps of a scenario into notes and time entries between the ticket's beginning and its last change. */
final class Conversation {

    private final Scene scene;
    private final SampleStaff staff;
    private final Course course;
    private final boolean billable;
    private final List<SampleTicket.Entry> entries = new ArrayList<>();
    private final List<SampleTicket.Work> work = new ArrayList<>();
    private Optional<Instant> respondedAt = Optional.empty();

    Conversation(Scene scene, SampleStaff staff, Course course, boolean billable) {
        this.scene = scene;
        this.staff = staff;
        this.course = course;
        this.billable = billable;
    }

    /**
     * @param responded when one of us first answered, where that is told exactly
     */
    void tell(List<Scenario.Step> steps, Optional<Instant> responded) {
        respondedAt = responded;
        Duration span = Duration.between(course.created(), course.updated());
        for (int i = 0; i < steps.size(); i++) {
            // The answer comes sooner than the end: steps lie closer together at the beginning.
            double part = steps.size() == 1 ? 0 : (double) i / (steps.size() - 1);
            Instant at = course.created().plusMillis((long) (span.toMillis() * Math.pow(part, 1.6)));
            tell(steps.get(i), at);
        }
    }

    private void tell(Scenario.Step step, Instant at) {
        Optional<SampleUser> author = author(step.author());
        String body = step.text().fill(scene);
        entries.add(new SampleTicket.Entry(
                SampleIds.make(at, scene.random()),
                author.map(SampleUser::id),
                author.map(SampleUser::name).orElse(scene.person().name()),
                step.visibility(),
                body,
                at));
        if (author.filter(user -> !user.system()).isPresent()) {
            respondedAt = respondedAt.or(() -> Optional.of(at));
            step.work()
                    .ifPresent(type -> work.add(new SampleTicket.Work(
                            SampleIds.make(at, scene.random()),
                            author.get().id(),
                            step.minutes(),
                            type,
                            billable,
                            firstSentence(body),
                            at.minus(Duration.ofMinutes(step.minutes())))));
        }
    }

    private Optional<SampleUser> author(Scenario.Author author) {
        return switch (author) {
            case PERSON -> Optional.empty();
            case MONITORING -> Optional.of(staff.monitoring());
            case TECHNICIAN -> Optional.of(scene.technician());
            case COLLEAGUE -> Optional.of(scene.colleague());
        };
    }

    private static String firstSentence(String body) {
        String line = body.lines().findFirst().orElse("");
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }

    List<SampleTicket.Entry> entries() {
        return entries;
    }

    List<SampleTicket.Work> work() {
        return work;
    }

    /** When one of us first wrote something. */
    Optional<Instant> respondedAt() {
        return respondedAt;
    }
}
