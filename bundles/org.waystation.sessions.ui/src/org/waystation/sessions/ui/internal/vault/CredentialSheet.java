package org.waystation.sessions.ui.internal.vault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.SWT;
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
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Sheet;
import org.waystation.shell.widgets.Sheet.Foot;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.WidgetId;

/** Adds a credential, or changes one. */
public final class CredentialSheet {

    private static final int WIDTH = 560;
    private static final Owner NOBODY = new Owner(Optional.empty(), "For any company");

    private final SessionDesk desk;
    private final Sheet sheet;
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
        sheet = new Sheet(parent, look, before == null ? "New credential" : "Change credential");
        Panel panel = sheet.body();
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
        Foot foot = sheet.foot();
        foot.hint().text("Kept encrypted on this machine.");
        WidgetId.set(foot.action().text("Save").onPress(this::save), "waystation.credential.save");
        name.onChange(() -> name.error(""));
        name.onSubmit(this::save);
        user.onSubmit(this::save);
        sheet.shell().addListener(SWT.Close, e -> secrets.forEach(SecretField::clear));
        if (before != null) {
            name.text(before.name());
            user.text(before.user());
        }
        desk.follow(desk.tickets().companies(), this::offer, reason -> name.error(reason));
    }

    /** Shows it a sixth from the top of its owner. */
    public void open() {
        sheet.open(WIDTH);
        name.setFocus();
    }

    private void offer(List<Company> companies) {
        if (sheet.isDisposed()) {
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
        if (sheet.isDisposed()) {
            return;
        }
        if (failure == null) {
            sheet.close();
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
        sheet.fit();
    }
}
