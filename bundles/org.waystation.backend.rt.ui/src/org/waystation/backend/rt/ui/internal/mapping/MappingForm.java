package org.waystation.backend.rt.ui.internal.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtMapping.CompanyBy;
import org.waystation.backend.rt.RtPreview;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;

/** The form of a mapping. What is wrong stands at the field that it is about; what comes of it is shown as it changes. */
public final class MappingForm extends Panel implements CompaniesCard.Changes {

    private static final int MOST_STEPS = 50;

    private final Judge judge;
    private final CompaniesCard companies;
    private final TicketsCard tickets;
    private final AssetsCard assets;
    private final ArticlesCard articles;
    private final PreviewCard preview;
    private final Deque<RtMapping> before = new ArrayDeque<>();
    private Optional<RtFindings> found = Optional.empty();
    private Optional<RtMapping> base = Optional.empty();
    private Runnable listener = () -> {};
    private boolean filling;
    private boolean strict;

    /** Who knows about mappings. */
    public interface Judge {

        List<MappingComplaint> complaints(RtMapping mapping);

        RtPreview preview(RtFindings findings, RtMapping mapping);
    }

    public MappingForm(Composite parent, Look look, Judge judge) {
        super(parent, look, Rows.ground(parent));
        this.judge = judge;
        WidgetId.set(this, "waystation.rt.mapping");
        setLayout(Rows.grid(1, 0, 12));
        companies = new CompaniesCard(this, look, this);
        preview = new PreviewCard(this, look, this::add);
        tickets = new TicketsCard(this, look, this::changed);
        assets = new AssetsCard(this, look, this::changed);
        articles = new ArticlesCard(this, look, this::changed);
    }

    /** Called after each change of what it shows. */
    public void onChange(Runnable newListener) {
        listener = newListener;
    }

    /** Whether there is little room from side to side, as beside an open tool window. */
    public void narrow(boolean narrow) {
        companies.narrow(narrow);
    }

    /** What there is to choose from, and to try it on. */
    public void found(RtFindings findings) {
        found = Optional.of(findings);
    }

    /** Shows another mapping; the one before it can be taken back. */
    public void show(RtMapping mapping) {
        if (base.isPresent()) {
            aboutToChange();
        }
        fill(mapping);
    }

    private void fill(RtMapping mapping) {
        base = Optional.of(mapping);
        filling = true;
        Offered offered = Offered.of(mapping, found);
        companies.show(mapping, offered);
        tickets.show(mapping, offered);
        assets.show(mapping, offered);
        articles.show(mapping, offered);
        filling = false;
        changed();
    }

    /** As it now reads; empty before one was shown. */
    public Optional<RtMapping> mapping() {
        return base.map(shown -> new RtMapping(
                shown.marker(),
                companies.by(),
                companies.field(),
                companies.companies(),
                tickets.queues(),
                tickets.defaultQueue(),
                tickets.typeField(),
                tickets.statusIn(),
                tickets.statusOut(),
                tickets.priorities(),
                assets.catalogs(),
                assets.defaultCatalog(),
                assets.stateIn(),
                assets.stateOut(),
                assets.fields(),
                articles.body(),
                articles.defaultClass()));
    }

    @Override
    public void changed() {
        if (!filling) {
            mapping().ifPresent(now -> {
                say(judge.complaints(now));
                preview.show(found.map(findings -> judge.preview(findings, now)));
            });
            listener.run();
        }
    }

    @Override
    public void aboutToChange() {
        mapping().filter(now -> !now.equals(before.peek())).ifPresent(before::push);
        if (before.size() > MOST_STEPS) {
            before.removeLast();
        }
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    /** Back to before a company came or went, or another mapping was shown. */
    public void undo() {
        if (canUndo()) {
            fill(before.pop());
        }
    }

    /** Somebody who is of no company becomes one. */
    private void add(String stranger) {
        if (companies.by() == CompanyBy.DOMAIN) {
            String label = stranger.split("\\.")[0];
            String name = label.isEmpty() ? stranger : Character.toUpperCase(label.charAt(0)) + label.substring(1);
            companies.add(new Company(name, List.of(stranger), List.of(), "support@" + stranger, "", ""));
        } else {
            companies.add(new Company(stranger, List.of(), List.of(), "", "", ""));
        }
    }

    /** Whether it can be used; where not, says everywhere why and leads to the first such field. */
    public boolean check() {
        strict = true;
        Optional<Control> first = say(mapping().map(judge::complaints).orElse(List.of()));
        first.ifPresent(Control::setFocus);
        return first.isEmpty();
    }

    private Optional<Control> say(List<MappingComplaint> complaints) {
        companies.quiet();
        tickets.quiet();
        assets.quiet();
        articles.quiet();
        Control first = null;
        for (MappingComplaint complaint : complaints) {
            if (strict || !isFresh(complaint)) {
                Control there = complain(complaint);
                first = first == null ? there : first;
            }
        }
        return Optional.ofNullable(first);
    }

    private boolean isFresh(MappingComplaint complaint) {
        return complaint.place().name().startsWith("COMPANY_") && companies.isFresh(complaint);
    }

    private Control complain(MappingComplaint complaint) {
        return switch (complaint.place()) {
            case COMPANIES,
                    COMPANY_FIELD,
                    COMPANY_NAME,
                    COMPANY_DOMAINS,
                    COMPANY_QUEUES,
                    COMPANY_CONTACT,
                    COMPANY_AGREEMENT,
                    MARKER -> companies.complain(complaint);
            case DEFAULT_QUEUE, PRIORITY -> tickets.complain(complaint);
            case DEFAULT_CATALOG -> assets.complain(complaint);
            case DEFAULT_CLASS, ARTICLE_BODY -> articles.complain(complaint);
        };
    }
}
