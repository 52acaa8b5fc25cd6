package org.waystation.companies.ui.internal.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Contact;
import org.waystation.api.domain.Site;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Tint;
import org.waystation.shell.widgets.WidgetId;

/** Contacts and sites of a company as lines of a card, and the sheets in which they are written. */
record People(Desk desk, UUID company) {

    private static final List<SheetField> CONTACT = List.of(
            SheetField.line("name", "Name"),
            SheetField.line("role", "Role"),
            SheetField.line("email", "E-mail"),
            SheetField.line("phone", "Telephone"),
            SheetField.line("mobile", "Mobile"),
            SheetField.text("remarks", "Remarks (the administrators of the company can read them)"),
            SheetField.flag("primary", "Whom to ask when nobody in particular is meant"),
            SheetField.flag("vip", "Wants special care"));

    private static final List<SheetField> SITE = List.of(
            SheetField.line("name", "Name"),
            new SheetField("address", "Address", 2),
            SheetField.line("postcode", "Postcode"),
            SheetField.line("city", "City"),
            SheetField.line("phone", "Telephone"),
            SheetField.text("directions", "How to get in"));

    void addContact(Composite over) {
        sheet(over, "New contact", CONTACT, Map.of(), EntityKind.CONTACT);
    }

    void addSite(Composite over) {
        sheet(over, "New site", SITE, Map.of(), EntityKind.SITE);
    }

    private void sheet(
            Composite over,
            String title,
            List<SheetField> fields,
            Map<String, @Nullable Object> values,
            EntityKind kind) {
        new RecordSheet(
                        over.getShell(),
                        desk,
                        title,
                        fields,
                        values,
                        written -> desk.companies().add(company, kind, written))
                .open();
    }

    private void edit(
            Composite over,
            RecordRef ref,
            String title,
            List<SheetField> fields,
            Map<String, @Nullable Object> values) {
        new RecordSheet(
                        over.getShell(),
                        desk,
                        title,
                        fields,
                        values,
                        written -> desk.companies().change(ref, written))
                .open();
    }

    void show(Composite parent, Contact contact) {
        Panel block = block(parent);
        String word = contact.primary() ? "primary" : contact.vip() ? "VIP" : "";
        Panel first = line(block, word.isEmpty() ? 3 : 4);
        TextLine name = new TextLine(first, desk.look(), TextStyle.BODY_STRONG, Tone.TEXT).text(contact.name());
        name.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        new TextLine(first, desk.look(), TextStyle.SMALL, Tone.DIM)
                .text(contact.role())
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        pill(first, word, contact.vip());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", contact.name());
        values.put("role", contact.role());
        values.put("email", contact.email());
        values.put("phone", contact.phone());
        values.put("mobile", contact.mobile());
        values.put("remarks", contact.remarks());
        values.put("primary", contact.primary());
        values.put("vip", contact.vip());
        pencil(
                first,
                EntityKind.CONTACT,
                contact.name(),
                () -> edit(parent, new RecordRef(EntityKind.CONTACT, contact.id()), contact.name(), CONTACT, values));
        ways(
                block,
                List.of(
                        new Way("phone", contact.phone()),
                        new Way("phone", contact.mobile()),
                        new Way("mail", contact.email())));
        say(block, contact.remarks());
    }

    void show(Composite parent, Site site) {
        Panel block = block(parent);
        Panel first = line(block, 3);
        new TextLine(first, desk.look(), TextStyle.BODY_STRONG, Tone.TEXT).text(site.name());
        String place = Stream.of(site.address().replace('\n', ' '), site.postcode(), site.city())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        new TextLine(first, desk.look(), TextStyle.SMALL, Tone.DIM)
                .text(place)
                .hover(place)
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", site.name());
        values.put("address", site.address());
        values.put("postcode", site.postcode());
        values.put("city", site.city());
        values.put("phone", site.phone());
        values.put("directions", site.directions());
        pencil(
                first,
                EntityKind.SITE,
                site.name(),
                () -> edit(parent, new RecordRef(EntityKind.SITE, site.id()), site.name(), SITE, values));
        ways(block, List.of(new Way("phone", site.phone())));
        say(block, site.directions());
    }

    private Panel block(Composite parent) {
        Panel block = new Panel(parent, desk.look(), Tone.PANEL);
        block.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 4;
        layout.verticalSpacing = 0;
        block.setLayout(layout);
        return block;
    }

    private Panel line(Composite parent, int columns) {
        Panel line = new Panel(parent, desk.look(), Tone.PANEL);
        line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 12;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        line.setLayout(layout);
        return line;
    }

    private void pill(Composite line, String word, boolean special) {
        if (!word.isEmpty()) {
            new Pill(line, desk.look(), word, special ? Tint.WARN : Tint.NEUTRAL);
        }
    }

    private void pencil(Composite line, EntityKind kind, String what, Runnable press) {
        if (!desk.companies().takes(kind)) {
            return;
        }
        WidgetId.set(
                new FlatButton(line, desk.look(), FlatButton.Kind.QUIET)
                        .icon("edit")
                        .name("Edit " + what)
                        .onPress(press),
                "waystation.company.edit." + what);
    }

    /** A way to reach somebody. */
    private record Way(String icon, String text) {}

    private void ways(Composite block, List<Way> ways) {
        Panel row = new Panel(block, desk.look(), Tone.PANEL);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        RowLayout layout = new RowLayout();
        layout.marginLeft = 4;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.spacing = 4;
        row.setLayout(layout);
        for (Way way : ways) {
            if (!way.text().isBlank()) {
                CopyButton.make(row, desk.look(), way.icon(), way.text());
            }
        }
    }

    private void say(Composite block, String words) {
        if (!words.isBlank()) {
            Panel row = line(block, 1);
            NoteText text = new NoteText(row, desk.look());
            text.text(words);
            text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        }
    }
}
