package org.waystation.companies.ui.internal.page;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Money;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.ServiceLevel;
import org.waystation.api.domain.Term;
import org.waystation.companies.ui.internal.AgreementTints;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.PropertyGrid;

/** What was agreed: what it covers, how fast work is done, how long it holds, what it costs. */
record AgreementCard(Desk desk) {

    void show(Composite parent, Agreement agreement) {
        PropertyGrid grid = new PropertyGrid(parent, desk.look(), Tone.PANEL);
        grid.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        grid.line("Name").text(agreement.name().isEmpty() ? AgreementTints.word(agreement.kind()) : agreement.name());
        grid.line("Covers").text(covers(agreement)).hover(covers(agreement));
        grid.line("Term").text(term(agreement)).tone(over(agreement) ? Tone.BAD : Tone.TEXT);
        grid.line("Response").text(level(agreement, ServiceLevel.Target::response));
        grid.line("Resolution").text(level(agreement, ServiceLevel.Target::resolution));
        grid.line("Price").text(price(agreement));
    }

    private static String covers(Agreement agreement) {
        String kinds = agreement.coveredKinds().isEmpty()
                ? ""
                : agreement.coveredKinds().stream().map(Term::label).collect(Collectors.joining(", "));
        String words = Stream.of(agreement.coverage(), kinds)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? "all assets" : words;
    }

    private boolean over(Agreement agreement) {
        return agreement.endsOn().map(last -> last.isBefore(desk.today())).orElse(false);
    }

    private String term(Agreement agreement) {
        Optional<LocalDate> first = agreement.startsOn();
        Optional<LocalDate> last = agreement.endsOn();
        String from = first.map(day -> "since " + desk.times().date(day)).orElse("");
        String to = last.map(day ->
                        (over(agreement) ? "ended " : "until ") + desk.times().date(day))
                .orElse("without end");
        return from.isEmpty() ? to : from + ", " + to;
    }

    private static String level(Agreement agreement, Function<ServiceLevel.Target, Duration> part) {
        return agreement
                .serviceLevel()
                .map(level -> Priority.KNOWN.stream()
                        .flatMap(priority -> level
                                .target(priority)
                                .map(target -> priority.label() + " "
                                        + RelativeTime.minutes(
                                                part.apply(target).toMinutes()))
                                .stream())
                        .collect(Collectors.joining("  ·  ")))
                .filter(words -> !words.isEmpty())
                .orElse("the provider's standard");
    }

    private static String price(Agreement agreement) {
        String words = Stream.of(
                        agreement.monthlyFee().map(fee -> money(fee) + " a month"),
                        agreement.hoursPerMonth().map(hours -> hours + " hours a month included"),
                        agreement.hourlyRate().map(rate -> money(rate) + " an hour"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? "not told" : words;
    }

    private static String money(Money money) {
        return money.amount().toPlainString() + " " + money.currency();
    }
}
