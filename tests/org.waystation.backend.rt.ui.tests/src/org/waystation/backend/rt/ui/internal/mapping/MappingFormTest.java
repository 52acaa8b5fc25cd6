package org.waystation.backend.rt.ui.internal.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.MappingComplaint.Place;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtMapping.CompanyBy;
import org.waystation.backend.rt.RtPreview;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.widgets.FlatButton;

class MappingFormTest implements MappingForm.Judge {

    /** What a window manager may take of a window's width. */
    private static final int FRAME = 20;

    private final Display display = Display.getDefault();
    private final Shell shell = new Shell(display, SWT.SHELL_TRIM);
    private final MappingForm form = new MappingForm(shell, new StandardLook(display, false), this);
    private Predicate<RtMapping> sound = mapping -> true;
    private Place wrong = Place.COMPANY_NAME;
    private RtPreview preview = new RtPreview(List.of(), 0, 0);

    MappingFormTest() {
        shell.setLayout(new FillLayout());
        shell.setSize(1000, 1400);
        shell.layout(true, true);
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Override
    public List<MappingComplaint> complaints(RtMapping mapping) {
        return sound.test(mapping) ? List.of() : List.of(new MappingComplaint(wrong, 1, "This is wrong."));
    }

    @Override
    public RtPreview preview(RtFindings findings, RtMapping mapping) {
        return preview;
    }

    private static Company company(String name) {
        return new Company(
                name, List.of(name + ".test"), List.of("General"), "it@" + name + ".test", "Care", "managed");
    }

    private static RtMapping mapping(List<Company> companies) {
        return new RtMapping(
                RtMapping.MARKER,
                CompanyBy.FIELD,
                "Customer",
                companies,
                List.of(
                        new RtMapping.Queue("General", "incident", "reactive"),
                        new RtMapping.Queue("Upkeep", "maintenance", "proactive")),
                "General",
                "Kind",
                Map.of("new", "new", "odd", "a_word_of_ours"),
                Map.of("new", "new", "closed", "rejected"),
                Map.of("p1", 90, "p2", 60, "p3", 30, "p4", -5),
                List.of(new RtMapping.Catalog("Boxes", "laptop")),
                "Boxes",
                Map.of("in-use", "in_use"),
                Map.of("in_use", "in-use"),
                Map.of("serial", "Serial number"),
                "Content",
                "General");
    }

    private static RtMapping two() {
        return mapping(List.of(company("acme"), company("globex")));
    }

    private List<Control> all(Composite parent) {
        List<Control> all = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            all.add(child);
            if (child instanceof Composite composite) {
                all.addAll(all(composite));
            }
        }
        return all;
    }

    private <C extends Control> C find(Class<C> type, String id) {
        return all(shell).stream()
                .filter(control -> id.equals(control.getData("org.waystation.id")))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + id));
    }

    private StyledText box(int company, String field) {
        return find(StyledText.class, "waystation.rt.company." + company + "." + field);
    }

    private Optional<Control> holding(StyledText box) {
        return Optional.ofNullable(display.getFocusControl()).filter(box::equals);
    }

    @Test
    void anAddressIsReadableBesideAnOpenToolWindowToo() {
        form.show(two());
        resize(560, true);
        List<Integer> widths = new ArrayList<>();
        for (String field : List.of("name", "domains", "contact", "agreement")) {
            widths.add(find(Control.class, "waystation.rt.company.1." + field).getSize().x);
        }
        assertTrue(widths.get(2) >= 125, "the address: " + widths);
        assertTrue(widths.stream().allMatch(width -> width >= 80), "all: " + widths);
        assertTrue(
                top("waystation.rt.company.0.agreement") < top("waystation.rt.company.1.name"),
                "the second line of one is over the first of the next");
        resize(1000, false);
        assertEquals(top("waystation.rt.company.1.name"), top("waystation.rt.company.1.agreement"));
    }

    private void resize(int width, boolean narrow) {
        form.narrow(narrow);
        shell.setSize(width, 1400);
        long end = System.nanoTime() + 10_000_000_000L;
        while (Math.abs(form.getSize().x - width) > FRAME) {
            assertTrue(System.nanoTime() < end, "not as wide: " + form.getSize());
            display.readAndDispatch();
        }
        shell.layout(true, true);
    }

    private int top(String id) {
        return find(Control.class, id).toDisplay(0, 0).y;
    }

    @Test
    void aMappingIsShownWholeAndGivenBackAsItWas() {
        form.show(two());
        assertEquals(Optional.of(two()), form.mapping());
        RtMapping many = mapping(
                IntStream.range(0, 120).mapToObj(i -> company("company" + i)).toList());
        form.show(many);
        assertEquals(Optional.of(many), form.mapping(), "those without controls too");
    }

    @Test
    void whatIsTypedIsInTheMapping() {
        form.show(two());
        box(1, "domains").setText("Globex.Test,  globex.example");
        box(1, "agreement").setText("Hours");
        find(StyledText.class, "waystation.rt.priority.p1").setText("80");
        RtMapping now = form.mapping().orElseThrow();
        assertEquals(
                new Company(
                        "globex",
                        List.of("globex.test", "globex.example"),
                        List.of("General"),
                        "it@globex.test",
                        "Hours",
                        "managed"),
                now.companies().getLast());
        assertEquals(80, now.priorities().get("p1"));
        find(StyledText.class, "waystation.rt.priority.p1").setText("high");
        assertFalse(form.mapping().orElseThrow().priorities().containsKey("p1"), "no number is no priority");
    }

    @Test
    void aComplaintStandsAtItsFieldAndHasTheFocusOnceItMatters() {
        form.show(two());
        sound = mapping -> !mapping.companies().getLast().name().isBlank();
        assertTrue(form.check());
        box(1, "name").setText("");
        shell.forceActive();
        assertFalse(form.check());
        assertTrue(holding(box(1, "name")).isPresent(), "focus: " + display.getFocusControl());
        box(1, "name").setText("Globex");
        assertTrue(form.check(), "what was set right is right");
    }

    @Test
    void aCompanyThatIsBegunIsNotComplainedAboutUntilItIsUsed() {
        form.show(two());
        sound = mapping ->
                mapping.companies().stream().noneMatch(one -> one.name().isBlank());
        find(FlatButton.class, "waystation.rt.company.1.remove").press();
        find(FlatButton.class, "waystation.rt.company.add").press();
        assertEquals(2, form.mapping().orElseThrow().companies().size());
        assertFalse(says("This is wrong."));
        assertFalse(form.check());
        assertTrue(says("This is wrong."));
    }

    private boolean says(String text) {
        return all(shell).stream().anyMatch(control -> text.equals(said(control)));
    }

    private static String said(Control control) {
        return control instanceof org.waystation.shell.widgets.TextLine line && line.isVisible() ? line.getText() : "";
    }

    @Test
    void aCompanyThatWasTakenAwayComesBack() {
        form.show(two());
        assertFalse(form.canUndo());
        find(FlatButton.class, "waystation.rt.company.0.remove").press();
        assertEquals(List.of(company("globex")), form.mapping().orElseThrow().companies());
        form.undo();
        assertEquals(Optional.of(two()), form.mapping());
        form.show(mapping(List.of()));
        form.undo();
        assertEquals(Optional.of(two()), form.mapping(), "another mapping can be taken back too");
    }

    @Test
    void whoIsOfNoCompanyCanBecomeOneFromThePreview() {
        preview = new RtPreview(
                List.of(
                        new RtPreview.Line("General", "acme", 12, List.of()),
                        new RtPreview.Line("General", "", 3, List.of("Initech"))),
                15,
                400);
        form.found(new RtFindings(
                "5.0.3",
                "Tina",
                Map.of("General", "default"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                400,
                List.of(),
                List.of()));
        form.show(two());
        find(FlatButton.class, "waystation.rt.preview.add").press();
        assertEquals(
                "Initech", form.mapping().orElseThrow().companies().getLast().name());
    }
}
