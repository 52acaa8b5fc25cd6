package org.waystation.shell.frame;

/**
 * The names by which a plug-in's model fragment takes a place in the frame.
 *
 * <p>A <b>tool window</b> is an {@code MPart} among the children of {@link #FRAME}, tagged {@link #TOOL_WINDOW}, with
 * {@code persistedState} entries {@link #SIDE}, {@link #ICON}, {@link #ORDER} and optionally {@link #SIZE}. Its label
 * is what the stripe button's tooltip says. It is shown from the start unless the fragment says
 * {@code visible="false" toBeRendered="false"}; its content is made when it is first shown. The part paints its own
 * head, 36 px high with a hairline at the bottom.
 *
 * <p>An <b>editor</b> is an {@code MPartDescriptor} of the {@link #APPLICATION}, tagged {@link #EDITOR}, with the
 * {@code persistedState} entry {@link #KIND}. Each open record is a part of its own whose {@code persistedState} holds
 * {@link #RECORD_ID}; the editor sets the label of its {@code MPart} to the title of the tab. The content is made when
 * the tab is first shown.
 *
 * <p>The <b>record at hand</b>, to which context actions apply, is the selection of the active part where that is a
 * {@link org.waystation.api.record.RecordRef}, else the record of the active editor.
 *
 * <p>A <b>strip item</b> is an {@code MToolControl} of {@link #TOP_STRIP} or {@link #STATUS_BAR}; its contribution
 * makes one control and paints it on the strip's colour. In the status bar the tag {@link #AT_END} puts it on the
 * right.
 *
 * <p><b>Commands</b>, handlers and key bindings go to {@link #APPLICATION} and {@link #BINDINGS}; a command is found
 * in Search Everywhere by its name unless it is tagged {@link #NOT_SEARCHABLE}.
 */
public final class FrameModel {

    /** The application: commands, handlers, part descriptors. */
    public static final String APPLICATION = "org.waystation.application";
    /** The one window. */
    public static final String WINDOW = "org.waystation.window";
    /** Holds the tool windows and, between them, {@link #EDITORS}. */
    public static final String FRAME = "org.waystation.frame";
    /** The stack of open editors. */
    public static final String EDITORS = "org.waystation.editors";
    /** Trim bar at the top; what is contributed stands between the search box and the avatar. */
    public static final String TOP_STRIP = "org.waystation.strip.top";
    /** Trim bar at the bottom. */
    public static final String STATUS_BAR = "org.waystation.strip.status";
    /** Binding table whose keys work everywhere in the window. */
    public static final String BINDINGS = "org.waystation.bindings";

    /** Tag of a tool window. */
    public static final String TOOL_WINDOW = "waystation.toolwindow";
    /** Key of the edge a tool window stands at: {@code left}, {@code right} or {@code bottom}. */
    public static final String SIDE = "side";
    /** Key of the icon's name in the shell's family, such as {@code ticket}. */
    public static final String ICON = "icon";
    /** Key of the place on the stripe, a whole number, lowest first. */
    public static final String ORDER = "order";
    /** Key of the width or height in pixels when first shown. */
    public static final String SIZE = "size";

    /** Tag of the descriptor of an editor. */
    public static final String EDITOR = "waystation.editor";
    /** Key of the code of the record kind an editor is for, such as {@code ticket}. */
    public static final String KIND = "kind";
    /** Key of the id of the record an open editor shows. */
    public static final String RECORD_ID = "recordId";

    /** Key of the window's data, {@code true} while its content is covered because the profile is locked. */
    public static final String COVERED = "org.waystation.covered";

    /** Tag of a status bar item that stands on the right. */
    public static final String AT_END = "waystation.end";
    /** Tag of a command that Search Everywhere does not offer. */
    public static final String NOT_SEARCHABLE = "waystation.unlisted";

    private FrameModel() {}
}
