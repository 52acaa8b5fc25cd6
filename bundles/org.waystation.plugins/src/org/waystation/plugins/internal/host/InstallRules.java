package org.waystation.plugins.internal.host;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Publisher;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.internal.pack.PluginPackage;
import org.waystation.plugins.verify.Finding;
import org.waystation.plugins.verify.FrameworkSurface;
import org.waystation.plugins.verify.Rules;

/**
 * The rules that a plug-in's author and a repository hold packages against, at installation. With the developer switch a
 * package that breaks them is only told of, since whoever builds it wants to see it run.
 *
 * @param developing whether the developer switch is on, asked each time
 */
record InstallRules(BundleContext context, BooleanSupplier developing) implements Inspection.ContentRules {

    private static final Logger LOG = LoggerFactory.getLogger(InstallRules.class);

    @Override
    public void check(PluginPackage content, Publisher publisher) throws IOException {
        List<Finding> broken = new Rules(new FrameworkSurface(context))
                .judge(content, publisher).findings().stream()
                        .filter(Finding::refuses)
                        .toList();
        if (broken.isEmpty()) {
            return;
        }
        Finding first = broken.get(0);
        String detail = first.where() + ": " + first.sentence();
        if (!developing.getAsBoolean()) {
            throw new PluginRefusedException(
                    new Refusal.BreaksRule(content.description().name(), first.rule(), detail, broken.size()));
        }
        LOG.warn(
                "{} breaks {} rules and would be refused without the developer switch; the first: {}",
                content.description().id(),
                broken.size(),
                detail);
    }
}
