package org.waystation.driver.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.eclipse.swt.widgets.Control;

/** What a widget says to a person, whatever class it is of. */
final class Texts {

    /** Where our widgets keep the name that assistive technology reads. */
    private static final String ACCESSIBLE_NAME = "org.waystation.name";

    private Texts() {}

    /** The result of the widget's public {@code getText()}; our painted widgets have one as SWT's own do. */
    static String of(Control control) {
        try {
            Method method = control.getClass().getMethod("getText");
            // The class that declares it may be none of anybody's business.
            method.setAccessible(true);
            return String.valueOf(method.invoke(control));
        } catch (NoSuchMethodException e) {
            return "";
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new DriverException(control.getClass() + ".getText(): " + e);
        }
    }

    static String accessibleName(Control control) {
        Object name = control.getData(ACCESSIBLE_NAME);
        return name == null ? "" : name.toString();
    }
}
