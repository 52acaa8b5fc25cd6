package org.waystation.sessions.ui.internal.vault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Company;
import org.waystation.api.vault.Credential;
import org.waystation.api.vault.CredentialDraft;
import org.waystation.api.vault.SecretPart;
import org.waystation.api.vault.VaultException;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.session.Columns;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** Adds a credential, or changes one. */
public final class CredentialSheet {

    private static final int WIDTH = 560;
    private static final Owner NOBODY = new Owner(Optional.empty(), "For any company");

    private final SessionDesk desk;
    private final Shell shell;
    private final @Nullable Credential before;
    private final TextBox name;
    private final TextBox user;
    private final Choice<Owner> company;
    private final List<SecretField> secrets = new ArrayList<>();

    /** Whose it is. */
    private record Owner(Optional<UUID> id, String label) {}

    /** @param before what is changed; null to add one */
    public CredentialSheet(Shell parent, SessionDesk desk, @Nullable Credential before) {
        this.desk = desk;
        this.before = before;
        Look look = desk.look();
        shell = new Shell(parent, SWT.NO_TRIM | SWT.BORDER | SWT.TOOL);
        shell.setText(before == null ? "New credential" : "Change credential");
        shell.setLayout(new FillLayout());
        Panel panel = new Panel(shell, look, Tone.PANEL);
        panel.setLayout(Columns.of(1, 20, 16, 12));
        Columns.fill(new TextLine(panel, look, TextStyle.TITLE, Tone.TEXT).text(shell.getText()));
        name = Columns.fill(
                new TextBox(panel, look, Tone.PANEL, "Name", 1).placeholder("Such as Administrator of FS-01"));
        WidgetId.set(name.control(), "waystation.credential.name");
        Panel row = Columns.fill(new Panel(panel, look, Tone.PANEL));
        row.setLayout(Columns.of(2, 0, 0, 8));
        user = Columns.fill(new TextBox(row, look, Tone.PANEL, "User", 1).placeholder("User"));
        WidgetId.set(user.control(), "waystation.credential.user");
        company = new Choice<>(row, look, Tone.PANEL, "Company", List.of(NOBODY), Owner::label);
        company.value(NOBODY);
        for (SecretPart part : SecretPart.values()) {
            boolean held = before != null && before.parts().contains(part);
            secrets.add(Columns.fill(new SecretField(panel, look, part, held)));
        }
        Panel last = Columns.fill(new Panel(panel, look, Tone.PANEL));
        last.setLayout(Columns.of(3, 0, 0, 8));
        TextLine space = new TextLine(last, look, TextStyle.SMALL, Tone.DIM).text("Kept encrypted on this machine.");
        space.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        new FlatButton(last, look, FlatButton.Kind.PLAIN)
                .text("Cancel")
                .keys("Esc")
                .onPress(shell::close);
        WidgetId.set(
                new FlatButton(last, look, FlatButton.Kind.PRIMARY).text("Save").onPress(this::save),
                "waystation.credential.save");
        name.onChange(() -> name.error(""));
        name.onSubmit(this::save);
        user.onSubmit(this::save);
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false;
                shell.close();
            }
        });
        shell.addListener(SWT.Close, e -> secrets.forEach(SecretField::clear));
        if (before != null) {
            name.text(before.name());
            user.text(before.user());
        }
        desk.follow(desk.tickets().companies(), this::offer, reason -> name.error(reason));
    }

    /** Shows it a sixth from the top of its owner. */
    public void open() {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(WIDTH, around.width - 40);
        Point size = shell.computeSize(width, SWT.DEFAULT);
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 6, width, size.y);
        shell.open();
        name.setFocus();
    }

    private void offer(List<Company> companies) {
        if (shell.isDisposed()) {
            return;
        }
        List<Owner> owners = new ArrayList<>(List.of(NOBODY));
        companies.forEach(each -> owners.add(new Owner(Optional.of(each.id()), each.name())));
        company.options(owners);
        Optional<UUID> wanted = before == null ? Optional.empty() : before.companyId();
        company.value(
                owners.stream().filter(o -> o.id().equals(wanted)).findFirst().orElse(NOBODY));
    }

    private void save() {
        Map<SecretPart, char[]> changed = new EnumMap<>(SecretPart.class);
        secrets.forEach(field -> {
            field.error("");
            field.change().ifPresent(value -> changed.put(field.part(), value));
        });
        CredentialDraft draft =
                new CredentialDraft(company.value().flatMap(Owner::id), name.text(), user.text(), changed);
        var saved = before == null
                ? desk.vault().add(draft).thenApply(id -> true)
                : desk.vault().change(before.id(), draft).thenApply(done -> true);
        saved.whenComplete((done, failure) -> desk.ui().execute(() -> finished(failure)));
    }

    private void finished(@Nullable Throwable failure) {
        if (shell.isDisposed()) {
            return;
        }
        if (failure == null) {
            shell.close();
            return;
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String field = cause instanceof VaultException refused ? refused.field() : "name";
        String message = String.valueOf(cause.getMessage());
        secrets.stream()
                .filter(each -> each.part().name().equals(field))
                .findFirst()
                .ifPresentOrElse(
                        each -> each.error(message), () -> ("user".equals(field) ? user : name).error(message));
        shell.setSize(shell.getSize().x, shell.computeSize(shell.getSize().x, SWT.DEFAULT).y);
        shell.layout(true, true);
    }
}
