package org.waystation.plugins.internal.capability;

import java.nio.charset.StandardCharsets;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.plugins.internal.host.PluginBundles;
import org.waystation.plugins.internal.store.PluginRecord;

/**
 * Refuses calls that would end the program, where a plug-in's class holds them. Calls through reflection are not seen:
 * this is against carelessness, not against malice.
 */
@Component(
        service = {WeavingHook.class, ExitGuard.class},
        immediate = true)
public final class ExitGuard implements WeavingHook {

    private final PluginBundles owners;

    @Activate
    public ExitGuard(@Reference PluginBundles owners) {
        this.owners = owners;
    }

    @Override
    public void weave(WovenClass woven) {
        PluginRecord plugin =
                owners.ownerOf(woven.getBundleWiring().getBundle()).orElse(null);
        if (plugin == null || !mayExit(woven.getBytes())) {
            return;
        }
        try {
            ClassReader reader = new ClassReader(woven.getBytes());
            // Maxima are computed again; frames stay, since calls are replaced by calls that take and give the same.
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new ExitRefusingVisitor(writer, plugin.description().name()), 0);
            woven.setBytes(writer.toByteArray());
        } catch (RuntimeException e) {
            // Most likely made for a newer Java than the reader knows: what cannot be checked is not loaded.
            throw new WeavingException("The class " + woven.getClassName() + " could not be checked", e);
        }
    }

    /** A look at the names in the class, so that the classes of almost all plug-ins are left alone. */
    private static boolean mayExit(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return ExitRefusingVisitor.METHODS.stream().anyMatch(text::contains)
                && (text.contains(ExitRefusingVisitor.SYSTEM) || text.contains(ExitRefusingVisitor.RUNTIME));
    }
}
