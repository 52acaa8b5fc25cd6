package org.waystation.shell.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.domain.Attachment;
import org.waystation.shell.text.SafeName;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** A picture or a text as a sheet over the window. It is drawn by this program and never handed to another one. */
final class Preview {

    /** More than this is saved and looked at elsewhere. */
    static final int BYTES_MOST = 8 * 1024 * 1024;

    private static final int PIXELS_MOST = 40_000_000;
    private static final int TEXT_MOST = 400_000;
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp");
    private static final Set<String> TEXTS = Set.of("text/plain", "text/csv", "application/json");

    private final Shell shell;

    Preview(Shell owner, Look look, Attachment file, byte[] content) {
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText(SafeName.of(file.name()));
        shell.setBackground(look.color(Tone.LINE));
        FillLayout frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        Panel panel = new Panel(shell, look, Tone.PANEL);
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 16;
        grid.marginHeight = 12;
        grid.verticalSpacing = 10;
        panel.setLayout(grid);
        TextLine title = new TextLine(panel, look, TextStyle.BODY_STRONG, Tone.TEXT).text(SafeName.of(file.name()));
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        FlatButton close = WidgetId.set(
                new FlatButton(panel, look, FlatButton.Kind.PLAIN)
                        .text("Close")
                        .keys("Esc")
                        .onPress(shell::close),
                "waystation.preview.close");
        close.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        GridData body = new GridData(SWT.FILL, SWT.FILL, true, true);
        body.horizontalSpan = 2;
        if (PICTURES.contains(file.mediaType())) {
            picture(panel, look, content).setLayoutData(body);
        } else {
            text(panel, look, content).setLayoutData(body);
        }
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
        close.forceFocus();
    }

    /** By what the content was found to be, never by its name. */
    static boolean shows(Attachment file) {
        return file.size() <= BYTES_MOST && (PICTURES.contains(file.mediaType()) || TEXTS.contains(file.mediaType()));
    }

    static byte[] read(InputStream content) {
        try (content) {
            return content.readNBytes(BYTES_MOST);
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read.", e);
        }
    }

    private Composite picture(Composite parent, Look look, byte[] content) {
        Panel area = new Panel(parent, look, Tone.HOVER, SWT.DOUBLE_BUFFERED);
        try {
            ImageData[] frames = new ImageLoader().load(new ByteArrayInputStream(content));
            if (frames.length == 0 || (long) frames[0].width * frames[0].height > PIXELS_MOST) {
                return told(area, look, "This picture is too large to be shown here. Save it to look at it.");
            }
            Image image = new Image(parent.getDisplay(), frames[0]);
            area.addListener(SWT.Paint, event -> paint(event, area, image));
            area.addListener(SWT.Dispose, event -> image.dispose());
            area.addListener(SWT.Resize, event -> area.redraw());
        } catch (SWTException e) {
            return told(area, look, "This is no picture that can be read. Save it to look at it elsewhere.");
        }
        return area;
    }

    private static void paint(Event event, Composite area, Image image) {
        Rectangle room = area.getClientArea();
        Rectangle size = image.getBounds();
        double scale = Math.min(1, Math.min(room.width / (double) size.width, room.height / (double) size.height));
        int width = Math.max(1, (int) (size.width * scale));
        int height = Math.max(1, (int) (size.height * scale));
        event.gc.setInterpolation(SWT.HIGH);
        event.gc.drawImage(
                image,
                0,
                0,
                size.width,
                size.height,
                (room.width - width) / 2,
                (room.height - height) / 2,
                width,
                height);
    }

    private static Composite told(Panel area, Look look, String sentence) {
        area.setLayout(new GridLayout(1, false));
        new WrappedText(area, look, TextStyle.BODY, Tone.DIM)
                .text(sentence)
                .setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
        return area;
    }

    private static Composite text(Composite parent, Look look, byte[] content) {
        StyledText text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        String whole = new String(content, StandardCharsets.UTF_8);
        text.setText(whole.length() <= TEXT_MOST ? whole : whole.substring(0, TEXT_MOST) + "\n…");
        text.setFont(look.font(TextStyle.CODE));
        text.setBackground(look.color(Tone.EDITOR));
        text.setForeground(look.color(Tone.TEXT));
        text.setSelectionBackground(look.color(Tone.SELECTION));
        text.setSelectionForeground(look.color(Tone.TEXT));
        text.setMargins(12, 8, 12, 8);
        return text;
    }

    /** Shows it over most of its owner. */
    void open() {
        Rectangle around = shell.getParent().getBounds();
        int width = around.width * 4 / 5;
        int height = around.height * 4 / 5;
        shell.setBounds(around.x + (around.width - width) / 2, around.y + (around.height - height) / 2, width, height);
        shell.open();
    }
}
