package org.waystation.knowledge.ui.internal.write;

import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.api.knowledge.ArticleText;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.KeepClear;
import org.waystation.shell.widgets.MarkdownText;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.TextUndo;
import org.waystation.shell.widgets.WidgetId;

/** Writing an article: title and text on the left, beside it how it will read. What is typed is kept as one types. */
public final class WritingView extends Panel {

    /** Milliseconds without a key until the preview follows and the draft is kept. */
    private static final int PAUSE = 160;

    /** Narrower than this there is room for the text alone. */
    private static final int TWO_FROM = 720;

    private final Desk desk;
    private final UUID article;
    private final Drafts drafts;
    private final TextBox title;
    private final MarkdownBox body;
    private final FlatButton previewing;
    private final ScrollArea previewArea;
    private final MarkdownText preview;
    private final TextLine note;
    private final FlatButton save;
    private final Runnable catchUp = this::catchUp;
    private Draft draft = new Draft(0, new ArticleText("", ""), new ArticleText("", ""));
    private boolean wanted = true;
    private boolean filling;
    private boolean open;
    private Runnable over = () -> {};

    public WritingView(Composite parent, Desk desk, UUID article, Drafts drafts, Consumer<String> follow) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.article = article;
        this.drafts = drafts;
        GridLayout column = new GridLayout(2, true);
        column.marginWidth = 20;
        column.marginHeight = 16;
        column.horizontalSpacing = 16;
        column.verticalSpacing = 10;
        setLayout(column);
        title = new TextBox(this, desk.look(), Tone.EDITOR, "Title", 1)
                .placeholder("What will somebody look for?")
                .onChange(this::typed);
        title.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        WidgetId.set(title.control(), "waystation.article.titleBox");
        TextUndo.of(title.control());
        body = new MarkdownBox(this, desk.look());
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.box().onChange(this::typed).onSubmit(this::save);
        previewing = WidgetId.set(
                new FlatButton(body.bar(), desk.look(), FlatButton.Kind.QUIET)
                        .text("Preview")
                        .onPress(() -> {
                            wanted = !wanted;
                            arrange();
                        }),
                "waystation.article.preview");
        previewArea = new ScrollArea(this, desk.look(), Tone.EDITOR);
        previewArea.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout inner = new GridLayout(1, false);
        inner.marginWidth = 4;
        inner.marginHeight = 4;
        inner.marginRight = 12;
        previewArea.content().setLayout(inner);
        preview = new MarkdownText(previewArea.content(), desk.look(), Tone.EDITOR, follow);
        preview.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        preview.onSize(previewArea::refresh);
        Panel foot = KeepClear.mark(new Panel(this, desk.look(), Tone.EDITOR));
        foot.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false, 2, 1));
        GridLayout buttons = new GridLayout(3, false);
        buttons.marginWidth = 0;
        buttons.marginHeight = 0;
        buttons.horizontalSpacing = 8;
        foot.setLayout(buttons);
        note = new TextLine(foot, desk.look(), TextStyle.SMALL, Tone.DIM);
        note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WidgetId.set(
                        new FlatButton(foot, desk.look(), FlatButton.Kind.PLAIN)
                                .text("Cancel")
                                .keys("Esc"),
                        "waystation.article.cancel")
                .onPress(this::cancel);
        save = WidgetId.set(
                new FlatButton(foot, desk.look(), FlatButton.Kind.PRIMARY)
                        .text("Save")
                        .keys("Ctrl ⏎")
                        .onPress(this::save),
                "waystation.article.save");
        for (StyledText each : new StyledText[] {title.control(), body.box().control()}) {
            each.addListener(SWT.Traverse, this::escape);
            each.addVerifyKeyListener(event -> {
                if ((event.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1 && event.keyCode == 's') {
                    event.doit = false;
                    save();
                }
            });
        }
        body.box().control().getVerticalBar().addListener(SWT.Selection, event -> follow());
        addListener(SWT.Resize, event -> arrange());
        addListener(SWT.Dispose, event -> keep());
    }

    /** Called when there is nothing more to write: it was saved, or given up. */
    public void onOver(Runnable listener) {
        over = listener;
    }

    /** Whether somebody is writing. */
    public boolean isOpen() {
        return open;
    }

    /** Begins with an article as it is, or where one left off. */
    public void begin(Draft newDraft) {
        draft = newDraft;
        open = true;
        filling = true;
        title.text(draft.now().title());
        body.fill(draft.now().body());
        filling = false;
        title.error("");
        body.box().error("");
        note.text(
                draft.changesAnything() ? "You go on with what was not saved yet" : "Kept on this machine as you type");
        catchUp();
        arrange();
    }

    /** The article has changed while it is being written. */
    public void changed(ArticleView view) {
        if (open && !view.text().equals(draft.before()) && !view.text().equals(draft.now())) {
            String who = view.editorName().isEmpty() ? "Somebody" : view.editorName();
            note.text(who
                    + " changed this article meanwhile: saving merges both, and asks where they touch the same lines");
        }
    }

    @Override
    public boolean setFocus() {
        return body.setFocus();
    }

    private ArticleText now() {
        return new ArticleText(title.text(), body.box().text());
    }

    private void typed() {
        if (!filling) {
            getDisplay().timerExec(PAUSE, catchUp);
        }
    }

    private void catchUp() {
        if (isDisposed() || !open) {
            return;
        }
        preview.show(body.box().text());
        previewArea.refresh();
        keep();
    }

    private void keep() {
        if (open && !title.isDisposed()) {
            Draft next = new Draft(draft.version(), draft.before(), now());
            if (!next.equals(draft)) {
                draft = next;
                drafts.keep(article, next);
            }
        }
    }

    /** The preview shows the part that is being written. */
    private void follow() {
        StyledText text = body.box().control();
        int room = text.getVerticalBar().getMaximum() - text.getVerticalBar().getThumb();
        if (room > 0) {
            previewArea.toFraction((double) text.getVerticalBar().getSelection() / room);
        }
    }

    private void arrange() {
        boolean both = wanted && getClientArea().width >= TWO_FROM;
        previewing.on(both);
        GridData data = (GridData) previewArea.getLayoutData();
        if (data.exclude == both) {
            data.exclude = !both;
            previewArea.setVisible(both);
            ((GridData) body.getLayoutData()).horizontalSpan = both ? 1 : 2;
            layout();
        }
        previewArea.refresh();
    }

    private void save() {
        keep();
        ArticleText now = now();
        desk.edits()
                .follow(
                        save,
                        desk.articles().write(article, draft.version(), draft.before(), now),
                        done -> over(),
                        this::refused);
    }

    private void refused(InvalidEditException refusal) {
        if (isDisposed()) {
            return;
        }
        for (FieldError error : refusal.problem().errors()) {
            (error.field().equals("title") ? title : body.box()).error(error.detail());
        }
        if (refusal.problem().errors().stream().anyMatch(error -> error.field().equals("title"))) {
            title.setFocus();
        }
    }

    private void escape(Event event) {
        if (event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
            getDisplay().asyncExec(this::cancel);
        }
    }

    /** Asks nothing: what was written stays a draft until it is saved or thrown away. */
    private void cancel() {
        if (!isDisposed() && open) {
            keep();
            open = false;
            over.run();
        }
    }

    private void over() {
        drafts.forget(article);
        open = false;
        if (!isDisposed()) {
            over.run();
        }
    }
}
