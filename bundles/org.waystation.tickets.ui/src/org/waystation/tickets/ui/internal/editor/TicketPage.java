package org.waystation.tickets.ui.internal.editor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.User;
import org.waystation.api.domain.Visibility;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Presence.Activity;
import org.waystation.api.sync.Presence.Open;
import org.waystation.api.tickets.TicketDetail;
import org.waystation.api.tickets.TicketView;
import org.waystation.shell.files.FileStrip;
import org.waystation.shell.files.Intake;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pulse;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.tickets.ui.internal.Desk;

/** A ticket: subject, buttons, conversation and the box to write into. It follows the ticket while it is open. */
public final class TicketPage extends Panel {

    private static final int MARGIN = 20;

    private final SubjectLine subject;
    private final TicketBar bar;
    private final Panel top;
    private @Nullable TimeForm time;
    private final Conversation conversation;
    private final ComposeBox compose;
    private final FileStrip files;
    private final TextLine fileTrouble;
    private final Panel page;
    private final EmptyState missing;
    private final LiveValue live;
    private final LiveValue details;
    private final AutoCloseable services;
    private final UUID ticket;
    private final Desk desk;
    private @Nullable Open open;
    private Optional<TicketView> shown = Optional.empty();
    private Consumer<TicketView> listener = view -> {};

    /** @param openLink opens the target of a link */
    public TicketPage(Composite parent, Desk desk, UUID ticket, Drafts drafts, Consumer<String> openLink) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.ticket = ticket;
        setLayout(stack(0));
        missing = new EmptyState(this, desk.look(), Tone.EDITOR);
        missing.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        missing.showEmpty(
                "ticket", "This ticket is not here", "It was deleted, or is no longer in your scope.", "", () -> {});
        page = new Panel(this, desk.look(), Tone.EDITOR);
        page.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        page.setLayout(stack(12));
        top = margins(desk);
        subject = new SubjectLine(top, desk, ticket, this::setFocus);
        subject.setLayoutData(row());
        bar = new TicketBar(top, desk, ticket, this::toggleTime);
        bar.setLayoutData(row());
        conversation = new Conversation(page, desk, openLink);
        GridData middle = new GridData(SWT.FILL, SWT.FILL, true, true);
        middle.heightHint = 100;
        conversation.control().setLayoutData(middle);
        Panel bottom = margins(desk);
        files = new FileStrip(
                bottom,
                desk.look(),
                Tone.EDITOR,
                desk.ui(),
                desk.services()::files,
                new RecordRef(EntityKind.TICKET, ticket));
        files.setLayoutData(row());
        fileTrouble = new TextLine(bottom, desk.look(), TextStyle.SMALL, Tone.BAD);
        WidgetId.set(fileTrouble, "waystation.ticket.file.trouble");
        fileTrouble.setLayoutData(row());
        show(fileTrouble, false);
        files.onFailure(this::fileTrouble);
        compose = new ComposeBox(bottom, desk, ticket, drafts);
        compose.onAttach(files::choose);
        new Intake(files, desk.times())
                .dropsOn(conversation.control())
                .dropsOn(compose.control())
                .pastesInto(compose.control());
        files.onShown(any -> {
            show(files, any);
            page.layout(true, true);
        });
        compose.setLayoutData(row());
        show(missing, false);
        desk.edits().follow(desk.tickets().assignees(), this::know, refused -> {});
        live = desk.tickets().follow(ticket, desk.ui(), this::show);
        details = desk.services().details().follow(ticket, desk.ui(), this::know);
        services = desk.services().onChange(() -> desk.ui().execute(this::servicesChanged));
        compose.onWriting(this::writing);
        addListener(SWT.Dispose, e -> letGo());
        // Not before the page is on the screen, which need not wait for it.
        getDisplay().asyncExec(this::tellPresence);
        Pulse.start(this, () -> shown.ifPresent(bar::show));
    }

    private void letGo() {
        live.close();
        details.close();
        if (open != null) {
            open.close();
        }
        try {
            services.close();
        } catch (Exception e) {
            throw new IllegalStateException("The services did not let go of their listener.", e);
        }
    }

    private void servicesChanged() {
        if (!isDisposed()) {
            files.follow();
            tellPresence();
        }
    }

    private void fileTrouble(String sentence) {
        if (!sentence.equals(fileTrouble.getText())) {
            fileTrouble.text(sentence);
            show(fileTrouble, !sentence.isEmpty());
            page.layout(true, true);
        }
    }

    /** Says that it is open here, and shows who else has it open, as soon as somebody can be told. */
    private void tellPresence() {
        if (!isDisposed() && open == null) {
            desk.services()
                    .presence()
                    .ifPresent(presence ->
                            open = presence.open(new RecordRef(EntityKind.TICKET, ticket), desk.ui(), others -> {
                                if (!isDisposed()) {
                                    bar.others(others);
                                }
                            }));
        }
    }

    private void writing(boolean writes) {
        if (open != null) {
            open.activity(writes ? Activity.EDITING : Activity.VIEWING);
        }
    }

    private void know(Optional<TicketDetail> detail) {
        if (!isDisposed()) {
            bar.watchers(detail.map(TicketDetail::watchers).orElse(List.of()).stream()
                    .map(User::id)
                    .toList());
        }
    }

    private static GridLayout stack(int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = spacing == 0 ? 0 : 16;
        layout.verticalSpacing = spacing;
        return layout;
    }

    /** What keeps the editor's margins; the conversation scrolls over the whole width instead. */
    private Panel margins(Desk desk) {
        Panel panel = new Panel(page, desk.look(), Tone.EDITOR);
        panel.setLayoutData(row());
        GridLayout layout = stack(0);
        layout.marginWidth = MARGIN;
        layout.verticalSpacing = 12;
        panel.setLayout(layout);
        return panel;
    }

    private static GridData row() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }

    /** Called with the ticket now and after each change. */
    public void onTicket(Consumer<TicketView> newListener) {
        listener = newListener;
    }

    /** Starts a note. */
    public void reply(Visibility readers) {
        compose.start(readers);
    }

    public void bookTime() {
        shown.filter(view -> view.actions().mayAdd(EntityKind.TIME_ENTRY)).ifPresent(view -> showTime(true));
    }

    public void toggleTimer() {
        bar.toggleTimer();
    }

    public void takeStep() {
        bar.takeStep();
    }

    public void editSubject() {
        subject.edit();
    }

    @Override
    public boolean setFocus() {
        return compose.setFocus();
    }

    private void show(Optional<TicketView> view) {
        if (isDisposed()) {
            return;
        }
        shown = view;
        boolean here = view.isPresent();
        if (page.getVisible() != here) {
            show(page, here);
            show(missing, !here);
            layout();
        }
        view.ifPresent(ticket -> {
            subject.show(ticket.ticket().subject(), ticket.actions().mayUpdate());
            compose.allow(ticket.actions().mayAdd(EntityKind.NOTE));
            compose.allowFiles(ticket.actions().mayAdd(EntityKind.ATTACHMENT));
            files.allow(ticket.actions().mayAdd(EntityKind.ATTACHMENT));
            bar.show(ticket);
            conversation.show(ticket);
            listener.accept(ticket);
        });
    }

    private void know(List<User> users) {
        if (!isDisposed()) {
            bar.offer(users);
            conversation.name(users);
        }
    }

    private void toggleTime() {
        showTime(!timeForm().getVisible());
    }

    /** Most tickets are opened without booking time: it is made when it is asked for. */
    private TimeForm timeForm() {
        TimeForm form = time;
        if (form == null) {
            form = new TimeForm(top, desk, ticket);
            form.setLayoutData(row());
            form.onClose(() -> showTime(false));
            show(form, false);
            time = form;
        }
        return form;
    }

    private void showTime(boolean visible) {
        TimeForm form = timeForm();
        show(form, visible);
        page.layout(true, true);
        if (visible) {
            form.setFocus();
        } else {
            compose.setFocus();
        }
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }
}
